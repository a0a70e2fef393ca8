"""What is done after the answer, in this process or in others."""

from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from functools import partial

from app.application.documents.press import Press
from app.application.generation.following import FollowingService
from app.application.generation.pipeline import Pipeline
from app.application.generation.service import GenerationService
from app.application.generation.tailoring import Tailor
from app.application.generation.writing import Writing
from app.application.housekeeping.kind import DAILY, Housekeeping
from app.application.identity.llm_keys import OwnModels
from app.application.unit_of_work import Opens
from app.application.work.failpoints import Failpoint
from app.application.work.feed import Feed
from app.application.work.kind import AnyWorkKind
from app.application.work.overview import WorkOverview
from app.application.work.ports import IBackgroundWork, IDoorbell
from app.application.work.runner import Runner
from app.application.work.scheduler import Scheduler
from app.application.work.slots import Slots
from app.composition.clock import utc_now
from app.composition.papers import storage_for
from app.domain.generation.ports import IPartWriter
from app.domain.generation.usage import Allowance, Allowances, RunBudget
from app.domain.identity.model import Tier
from app.domain.shared.work import Patience, Priority
from app.infrastructure.metrics import PrometheusMeter
from app.infrastructure.persistence.database import Database
from app.infrastructure.persistence.generation import SqlGenerationWork
from app.infrastructure.persistence.housekeeping import SqlHousekeepingWork
from app.infrastructure.persistence.remains import SqlRemains
from app.infrastructure.persistence.work import SqlBackgroundWork
from app.infrastructure.queue.in_process import InProcessDoorbell
from app.infrastructure.queue.occupancy import occupy
from app.infrastructure.queue.redis import RedisDoorbell
from app.infrastructure.queue.stopping import on_stop_signal
from app.infrastructure.queue.work_list import WorkList
from app.settings import Settings


@dataclass(frozen=True, slots=True)
class Writers:
    """Who words documents beside the person."""

    hosts: IPartWriter | None
    own: OwnModels
    """Of those who bring a key."""


@dataclass(frozen=True, slots=True)
class Engine:
    """What writes documents."""

    tailor: Tailor
    writers: Writers
    press: Press


@dataclass(frozen=True, slots=True)
class Background:
    generations: GenerationService
    following: FollowingService
    slots: Slots
    overview: WorkOverview


@asynccontextmanager
async def work_of(
    settings: Settings,
    database: Database,
    engine: Engine,
    more: Sequence[AnyWorkKind],
    doorbell: tuple[IDoorbell, WorkList | None],
    failpoint: Failpoint,
) -> AsyncIterator[Background]:
    """What is done after the answer: begun with the process, handed back when it ends."""
    background_work = partial(SqlBackgroundWork, database)
    generation_work = partial(SqlGenerationWork, database)
    async with AsyncExitStack() as closing:
        bell, others = doorbell
        feed = await closing.enter_async_context(
            Feed(
                opens=background_work,
                bell=bell,
                every=settings.work_sweep_seconds,
                most_streams=settings.streams_per_user,
                meter=PrometheusMeter(),
            )
        )
        pipeline = Pipeline(
            work=generation_work,
            tailor=engine.tailor,
            writing=_writing(settings, engine),
            press=engine.press,
            now=utc_now,
            failpoint=failpoint,
        )
        housekeeping = _housekeeping(settings, database, pipeline)
        kinds: list[AnyWorkKind] = [pipeline, housekeeping, *more]
        slots = await closing.enter_async_context(
            _slots(settings, background_work, kinds, bell, others, failpoint)
        )
        closing.enter_context(on_stop_signal(feed.close))
        overview = WorkOverview(opens=background_work, kinds=[kind.name for kind in kinds])
        generations = GenerationService(
            work=generation_work,
            press=engine.press,
            bell=bell,
            allowances=allowances(settings),
            now=utc_now,
            failpoint=failpoint,
        )
        following = FollowingService(work=generation_work, feed=feed)
        yield Background(generations, following, slots, overview)


def _writing(settings: Settings, engine: Engine) -> Writing:
    writers = engine.writers
    return Writing(
        tailor=engine.tailor, writer=writers.hosts, allowances=allowances(settings), own=writers.own
    )


def _housekeeping(settings: Settings, database: Database, pipeline: Pipeline) -> Housekeeping:
    return Housekeeping(
        work=partial(SqlHousekeepingWork, database.for_long()),
        storage=storage_for(settings),
        remains=SqlRemains(database),
        lasting={pipeline.name: pipeline.lasting},
        now=utc_now,
        security_kept=timedelta(days=settings.security_days),
    )


@asynccontextmanager
async def doorbell_of(settings: Settings) -> AsyncIterator[tuple[IDoorbell, WorkList | None]]:
    """And, where there are other processes, the list of work that they share."""
    if not settings.redis_url:
        yield InProcessDoorbell(), None
        return
    async with (
        WorkList(settings.redis_url) as others,
        RedisDoorbell(settings.redis_url, work=others) as bell,
    ):
        yield bell, others


@asynccontextmanager
async def _slots(
    settings: Settings,
    opens: Opens[IBackgroundWork],
    kinds: Sequence[AnyWorkKind],
    bell: IDoorbell,
    others: WorkList | None,
    failpoint: Failpoint,
) -> AsyncIterator[Slots]:
    """Where work is done in this process, if it is to do any; and who wakes it."""
    async with AsyncExitStack() as closing:
        name, alone = closing.enter_context(occupy(settings.data_dir, wanted=settings.slots > 0))
        runner = Runner(
            kinds=kinds,
            bell=bell,
            patience=Patience(lease=settings.work_lease_seconds),
            name=name,
            now=utc_now,
            failpoint=failpoint,
            meter=PrometheusMeter(),
        )
        slots = await closing.enter_async_context(
            Slots(
                runner=runner,
                opens=opens,
                bell=bell,
                size=settings.slots,
                sweep_seconds=settings.work_sweep_seconds,
                alone=alone,
            )
        )
        if settings.slots and settings.housekeeping:
            await closing.enter_async_context(
                Scheduler(schedules=[DAILY], opens=opens, bell=bell, now=utc_now)
            )
        if settings.slots and others:
            await closing.enter_async_context(others.listening(take=slots.take_one, room=slots.room))
        yield slots


def allowances(settings: Settings) -> Allowances:
    given = {
        Tier.FREE: settings.tier_free,
        Tier.PREMIUM: settings.tier_premium,
        Tier.ENTERPRISE: settings.tier_enterprise,
    }
    tiers = {
        tier: Allowance(
            generations=each.generations,
            budget=RunBudget(tokens=each.tokens, cost_micros=each.cost_micros),
            month_cost_micros=each.month_cost_micros,
            priority=Priority.NORMAL if tier is Tier.FREE else Priority.HIGH,
            at_once=each.at_once,
        )
        for tier, each in given.items()
    }
    return Allowances(
        tiers=tiers,
        currency=settings.currency,
        month_cost_micros=settings.llm_month_cost_micros,
        own_keys=tuple(map(str, settings.llm_own_keys)),
    )

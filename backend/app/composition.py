"""The composition root: the only module that knows a port and its adapter at once."""

from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial

from app.application.documents.press import Press
from app.application.documents.sending import SendingService
from app.application.documents.service import DocumentService
from app.application.documents.versions import VersionService
from app.application.generation.following import FollowingService
from app.application.generation.pipeline import Pipeline
from app.application.generation.recommending import RecommendationService
from app.application.generation.results import ResultService
from app.application.generation.review import ReviewService
from app.application.generation.service import GenerationService
from app.application.generation.tailoring import Tailor
from app.application.generation.usage import UsageService
from app.application.generation.work import IGenerationWork
from app.application.health import Health
from app.application.housekeeping.erasing import ErasureService
from app.application.housekeeping.kind import DAILY, Housekeeping
from app.application.identity.accounts import AccountService
from app.application.identity.service import IdentityService
from app.application.identity.sessions import SessionService
from app.application.jobs.intake import Intake
from app.application.jobs.service import JobService
from app.application.profile.job_profiles import JobProfileService
from app.application.profile.service import ProfileService
from app.application.services import Services
from app.application.unit_of_work import Opens
from app.application.work.failpoints import Failpoint
from app.application.work.feed import Feed
from app.application.work.kind import AnyWorkKind
from app.application.work.overview import WorkOverview
from app.application.work.ports import IBackgroundWork, IDoorbell
from app.application.work.runner import Runner
from app.application.work.scheduler import Scheduler
from app.application.work.slots import Slots
from app.domain.documents.ports import Format, IFileStorage
from app.domain.generation.own_words import OwnWords
from app.domain.generation.ports import IPartWriter
from app.domain.generation.usage import Allowance, Allowances, RunBudget
from app.domain.identity.model import Tier
from app.domain.jobs.parsing import parse_posting
from app.domain.shared.work import Patience, Priority
from app.infrastructure.cpu import CpuDoor
from app.infrastructure.docx.renderer import DocxRenderer
from app.infrastructure.extraction.pdfium import PdfiumExtractor
from app.infrastructure.extraction.pypdf import PypdfExtractor
from app.infrastructure.metrics import PrometheusMeter
from app.infrastructure.pages.lxml import LxmlPages
from app.infrastructure.pdf.generator import ReportLabPDF
from app.infrastructure.persistence.database import Database
from app.infrastructure.persistence.documents import SqlDocumentWork
from app.infrastructure.persistence.generation import SqlGenerationWork
from app.infrastructure.persistence.housekeeping import SqlErasureWork, SqlHousekeepingWork
from app.infrastructure.persistence.identity import SqlIdentityWork
from app.infrastructure.persistence.jobs import SqlJobWork
from app.infrastructure.persistence.profile import SqlProfileWork
from app.infrastructure.persistence.work import SqlBackgroundWork
from app.infrastructure.queue.failpoints import from_environment
from app.infrastructure.queue.in_process import InProcessDoorbell
from app.infrastructure.queue.occupancy import occupy
from app.infrastructure.queue.redis import RedisDoorbell
from app.infrastructure.queue.stopping import on_stop_signal
from app.infrastructure.queue.work_list import WorkList
from app.infrastructure.security.passwords import BcryptPasswords
from app.infrastructure.security.tokens import JoseTokens
from app.infrastructure.storage.obstore import LocalFiles, ObstoreFiles
from app.infrastructure.text.html import HtmlRenderer
from app.infrastructure.text.json import JsonRenderer
from app.infrastructure.text.markdown import MarkdownRenderer
from app.infrastructure.text.plain import TextRenderer
from app.settings import Settings


def utc_now() -> datetime:
    return datetime.now(UTC)


@asynccontextmanager
async def compose(
    settings: Settings, *, failpoint: Failpoint | None = None, writer: IPartWriter | None = None
) -> AsyncIterator[Services]:
    """With a failpoint and a writer of the caller's own, where tests want them."""
    async with AsyncExitStack() as closing:
        settings.data_dir.mkdir(parents=True, exist_ok=True)
        database = Database(settings.database_url, pool_size=settings.database_pool)
        closing.push_async_callback(database.dispose)
        passwords = BcryptPasswords(cost=settings.bcrypt_cost)
        closing.callback(passwords.close)
        tokens = JoseTokens(secret=settings.secret_key.get_secret_value())

        cpu = await closing.enter_async_context(CpuDoor())

        identity_work = partial(SqlIdentityWork, database)
        profile_work = partial(SqlProfileWork, database)
        document_work = partial(SqlDocumentWork, database)
        generation_work = partial(SqlGenerationWork, database)

        press = _press(settings, cpu)
        tailor = Tailor(press=press, apart=cpu.run)
        engine = _Engine(tailor, writer or OwnWords(), press)
        work = await closing.enter_async_context(
            _background(settings, database, generation_work, engine, failpoint or from_environment())
        )
        documents = DocumentService(work=document_work, press=press, apart=cpu.run, now=utc_now)
        results = ResultService(work=generation_work, tailor=tailor, now=utc_now)
        yield Services(
            health=_health(settings, database, work.slots),
            identity=IdentityService(work=identity_work, passwords=passwords, tokens=tokens, now=utc_now),
            accounts=AccountService(work=identity_work, passwords=passwords, now=utc_now),
            sessions=SessionService(work=identity_work, now=utc_now),
            erasure=ErasureService(work=partial(SqlErasureWork, database), storage=_storage(settings)),
            documents=documents,
            generations=work.generations,
            following=work.following,
            work=work.overview,
            usage=UsageService(work=generation_work, allowances=allowances(settings), now=utc_now),
            job_profiles=JobProfileService(work=profile_work, now=utc_now),
            jobs=_jobs(database, cpu),
            profiles=ProfileService(work=profile_work, now=utc_now),
            recommendations=RecommendationService(work=generation_work, tailor=tailor, now=utc_now),
            results=results,
            versions=VersionService(work=document_work, press=press, apart=cpu.run, now=utc_now),
            sending=SendingService(work=document_work, press=press, apart=cpu.run, now=utc_now),
            reviews=ReviewService(work=generation_work, documents=documents, results=results, now=utc_now),
        )


def _health(settings: Settings, database: Database, slots: Slots) -> Health:
    storage = partial(_storage(settings).list, "health")
    return Health(database=database.ping, queue=slots.check, storage=storage)


def _jobs(database: Database, cpu: CpuDoor) -> JobService:
    intake = Intake(parse=parse_posting, pages=LxmlPages(), apart=cpu.run)
    return JobService(work=partial(SqlJobWork, database), intake=intake, apart=cpu.run, now=utc_now)


@dataclass(frozen=True, slots=True)
class _Engine:
    """What makes documents."""

    tailor: Tailor
    writer: IPartWriter
    press: Press


@dataclass(frozen=True, slots=True)
class _Background:
    generations: GenerationService
    following: FollowingService
    slots: Slots
    overview: WorkOverview


@asynccontextmanager
async def _background(
    settings: Settings,
    database: Database,
    generation_work: Opens[IGenerationWork],
    engine: _Engine,
    failpoint: Failpoint,
) -> AsyncIterator[_Background]:
    """What is done after the answer: begun with the process, handed back when it ends."""

    background_work = partial(SqlBackgroundWork, database)
    async with AsyncExitStack() as closing:
        bell, others = await closing.enter_async_context(_doorbell(settings))
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
            writer=engine.writer,
            press=engine.press,
            now=utc_now,
            failpoint=failpoint,
        )
        housekeeping = Housekeeping(
            work=partial(SqlHousekeepingWork, database),
            storage=_storage(settings),
            lasting={pipeline.name: pipeline.lasting},
            now=utc_now,
        )
        slots = await closing.enter_async_context(
            _slots(settings, background_work, [pipeline, housekeeping], bell, others, failpoint)
        )
        closing.enter_context(on_stop_signal(feed.close))
        overview = WorkOverview(opens=background_work, kinds=(pipeline.name, housekeeping.name))
        generations = GenerationService(
            work=generation_work,
            press=engine.press,
            bell=bell,
            allowances=allowances(settings),
            now=utc_now,
            failpoint=failpoint,
        )
        following = FollowingService(work=generation_work, feed=feed)
        yield _Background(generations, following, slots, overview)


@asynccontextmanager
async def _doorbell(settings: Settings) -> AsyncIterator[tuple[IDoorbell, WorkList | None]]:
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


@asynccontextmanager
async def compose_engine(settings: Settings) -> AsyncIterator[tuple[Tailor, Press]]:
    """What makes documents, alone: no database, no accounts."""
    async with CpuDoor() as cpu:
        press = _press(settings, cpu)
        yield Tailor(press=press, apart=cpu.run), press


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
            priority=Priority.NORMAL if tier is Tier.FREE else Priority.HIGH,
            at_once=each.at_once,
        )
        for tier, each in given.items()
    }
    return Allowances(tiers=tiers, currency=settings.currency)


def _press(settings: Settings, cpu: CpuDoor) -> Press:
    return Press(
        pdf=ReportLabPDF(cpu),
        renderers={
            Format.DOCX: DocxRenderer(cpu),
            Format.HTML: HtmlRenderer(),
            Format.MARKDOWN: MarkdownRenderer(),
            Format.TEXT: TextRenderer(),
            Format.JSON: JsonRenderer(),
        },
        extractors=(PdfiumExtractor(cpu), PypdfExtractor(cpu)),
        storage=_storage(settings),
        apart=cpu.run,
    )


def _storage(settings: Settings) -> IFileStorage:
    if settings.storage_url:
        return ObstoreFiles.at(settings.storage_url)
    return LocalFiles(settings.data_dir / "files")

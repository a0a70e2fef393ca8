"""The composition root: the only room that knows a port and its adapter at once."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import fields
from functools import partial
from typing import Any

from app.application.documents.press import Press
from app.application.generation.model_writer import ModelWriter
from app.application.generation.tailoring import Tailor
from app.application.generation.usage import HelpBooks
from app.application.health import Health
from app.application.identity.llm_keys import OwnModels
from app.application.jobs.intake import Intake
from app.application.jobs.pointing import PostingPointer
from app.application.jobs.service import JobService
from app.application.services import Services
from app.application.work.failpoints import Failpoint, pass_by
from app.application.work.slots import Slots
from app.composition.background import Engine, Writers, allowances, doorbell_of, work_of
from app.composition.careers import Careers, careers_of
from app.composition.clock import utc_now
from app.composition.limits import limiter_for
from app.composition.mail import mailer_for
from app.composition.papers import Desk, desk, press_for, storage_for
from app.composition.people import Aids, People, own_models_of, people_of, work_of_people
from app.composition.tracker import Tracker, tracker_of
from app.composition.uploads import Uploads, uploads_of
from app.composition.verdicts import Verdicts, verdicts_of
from app.composition.writers import models_of
from app.domain.generation.ports import IPartWriter
from app.domain.jobs.parsing import parse_posting
from app.domain.mail.ports import IMailer
from app.domain.shared.llm import ILLMService
from app.infrastructure.cpu import CpuDoor
from app.infrastructure.pages.lxml import LxmlPages
from app.infrastructure.persistence.database import Database
from app.infrastructure.persistence.documents import SqlDocumentWork
from app.infrastructure.persistence.generation import SqlGenerationWork
from app.infrastructure.persistence.jobs import SqlJobWork
from app.infrastructure.queue.failpoints import from_environment
from app.infrastructure.watchdog import Watchdog, watched
from app.settings import Settings

__all__ = ["compose", "compose_engine"]


@asynccontextmanager
async def compose(
    settings: Settings,
    *,
    failpoint: Failpoint | None = None,
    writer: IPartWriter | None = None,
    mailer: IMailer | None = None,
) -> AsyncIterator[Services]:
    """With a failpoint, a writer and a mailer of the caller's own, where tests want them."""
    async with AsyncExitStack() as closing:
        database, cpu = await closing.enter_async_context(_grounds(settings))
        failpoint = failpoint or from_environment()
        bell = await closing.enter_async_context(doorbell_of(settings))
        llm, keyed = await closing.enter_async_context(models_of(settings))
        people = people_of(settings, database, Aids(bell[0], cpu, failpoint, keyed), closing)
        own = own_models_of(settings, database, keyed)
        engine = _engine(settings, cpu, failpoint, _writers(writer, llm, own))
        more = work_of_people(settings, database, mailer or await mailer_for(settings, closing), failpoint)
        work = await closing.enter_async_context(work_of(settings, database, engine, more, bell, failpoint))
        papers = desk(settings, partial(SqlDocumentWork, database), engine.press, cpu)
        yield Services(
            health=_health(settings, database, work.slots),
            limiter=await closing.enter_async_context(limiter_for(settings)),
            jobs=_jobs(settings, database, cpu, llm, own),
            generations=work.generations,
            following=work.following,
            work=work.overview,
            **_each_of(people),
            **_each_of(careers_of(database, cpu)),
            **_each_of(papers),
            **_each_of(tracker_of(database, papers.sending, cpu)),
            **_each_of(uploads_of(settings, database, cpu, failpoint)),
            **_each_of(verdicts_of(settings, database, cpu, engine.tailor, papers.documents)),
        )


def _writers(given: IPartWriter | None, llm: ILLMService | None, own: OwnModels) -> Writers:
    return Writers(given or (ModelWriter(llm) if llm else None), own)


def _each_of(services: People | Careers | Desk | Tracker | Uploads | Verdicts) -> dict[str, Any]:
    """They are called the same there and among the services."""
    return {field.name: getattr(services, field.name) for field in fields(services)}


def _engine(settings: Settings, cpu: CpuDoor, failpoint: Failpoint, writers: Writers) -> Engine:
    press = press_for(settings, cpu, failpoint)
    return Engine(Tailor(press=press, apart=cpu.run), writers, press)


@asynccontextmanager
async def _grounds(settings: Settings) -> AsyncIterator[tuple[Database, CpuDoor]]:
    """What all stands on; and who watches that nobody holds the loop up."""
    async with (
        watched(Watchdog()),
        _database(settings) as database,
        CpuDoor(longest=settings.cpu_seconds) as cpu,
    ):
        yield database, cpu


@asynccontextmanager
async def compose_engine(settings: Settings) -> AsyncIterator[tuple[Tailor, Press]]:
    """What makes documents, alone: no database, no accounts."""
    async with CpuDoor(longest=settings.cpu_seconds) as cpu:
        press = press_for(settings, cpu, pass_by)
        yield Tailor(press=press, apart=cpu.run), press


@asynccontextmanager
async def _database(settings: Settings) -> AsyncIterator[Database]:
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    database = Database(
        settings.database_url, pool_size=settings.database_pool, seconds=settings.database_seconds
    )
    try:
        yield database
    finally:
        await database.dispose()


def _jobs(
    settings: Settings, database: Database, cpu: CpuDoor, llm: ILLMService | None, own: OwnModels
) -> JobService:
    paid = partial(SqlGenerationWork, database)
    books = HelpBooks(work=paid, allowances=allowances(settings), now=utc_now)
    pointer = PostingPointer(llm, books, own=own)
    intake = Intake(parse=parse_posting, pages=LxmlPages(), apart=cpu.run)
    work = partial(SqlJobWork, database)
    return JobService(work=work, intake=intake, apart=cpu.run, now=utc_now, pointer=pointer)


def _health(settings: Settings, database: Database, slots: Slots) -> Health:
    storage = partial(storage_for(settings).list, "health")
    return Health(database=database.ping, queue=slots.check, storage=storage)

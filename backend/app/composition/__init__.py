"""The composition root: the only room that knows a port and its adapter at once."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from functools import partial

from app.application.documents.press import Press
from app.application.generation.model_writer import ModelWriter
from app.application.generation.recommending import RecommendationService
from app.application.generation.results import ResultService
from app.application.generation.review import ReviewService
from app.application.generation.tailoring import Tailor
from app.application.generation.usage import HelpBooks, UsageService
from app.application.generation.work import IGenerationWork
from app.application.health import Health
from app.application.jobs.intake import Intake
from app.application.jobs.pointing import PostingPointer
from app.application.jobs.service import JobService
from app.application.services import Services
from app.application.unit_of_work import Opens
from app.application.work.failpoints import Failpoint, pass_by
from app.application.work.slots import Slots
from app.composition.background import Engine, allowances, work_of
from app.composition.careers import careers_of
from app.composition.clock import utc_now
from app.composition.papers import desk, press_for, storage_for
from app.composition.people import people_of
from app.composition.tracker import tracker_of
from app.composition.writers import llm_of
from app.domain.generation.ports import IPartWriter
from app.domain.jobs.parsing import parse_posting
from app.domain.shared.llm import ILLMService
from app.infrastructure.cpu import CpuDoor
from app.infrastructure.pages.lxml import LxmlPages
from app.infrastructure.persistence.database import Database
from app.infrastructure.persistence.documents import SqlDocumentWork
from app.infrastructure.persistence.generation import SqlGenerationWork
from app.infrastructure.persistence.jobs import SqlJobWork
from app.infrastructure.queue.failpoints import from_environment
from app.settings import Settings

__all__ = ["compose", "compose_engine"]


@asynccontextmanager
async def compose(
    settings: Settings, *, failpoint: Failpoint | None = None, writer: IPartWriter | None = None
) -> AsyncIterator[Services]:
    """With a failpoint and a writer of the caller's own, where tests want them."""
    async with AsyncExitStack() as closing:
        database = await closing.enter_async_context(_database(settings))
        cpu = await closing.enter_async_context(CpuDoor(longest=settings.cpu_seconds))
        failpoint = failpoint or from_environment()
        generation_work = partial(SqlGenerationWork, database)

        who, career = people_of(settings, database, closing), careers_of(database, cpu)
        press = press_for(settings, cpu, failpoint)
        tailor = Tailor(press=press, apart=cpu.run)
        llm = await closing.enter_async_context(llm_of(settings))
        engine = Engine(tailor, writer or (ModelWriter(llm) if llm else None), press)
        begun = work_of(settings, database, generation_work, engine, failpoint)
        work = await closing.enter_async_context(begun)
        paper = desk(settings, partial(SqlDocumentWork, database), press, cpu)
        cards = tracker_of(database, paper.sending, cpu)
        results = ResultService(work=generation_work, tailor=tailor, now=utc_now)
        yield Services(
            health=_health(settings, database, work.slots),
            identity=who.identity,
            accounts=who.accounts,
            sessions=who.sessions,
            erasure=who.erasure,
            profiles=career.profiles,
            components=career.components,
            profile_history=career.history,
            proposals=career.proposals,
            job_profiles=career.job_profiles,
            transfers=career.transfers,
            jobs=_jobs(database, cpu, generation_work, llm),
            recommendations=RecommendationService(work=generation_work, tailor=tailor, now=utc_now),
            documents=paper.documents,
            versions=paper.versions,
            sending=paper.sending,
            links=paper.links,
            applications=cards.applications,
            application_tables=cards.tables,
            tracking=cards.tracking,
            generations=work.generations,
            following=work.following,
            work=work.overview,
            usage=UsageService(work=generation_work, allowances=allowances(settings), now=utc_now),
            results=results,
            reviews=ReviewService(
                work=generation_work, documents=paper.documents, results=results, now=utc_now
            ),
        )


@asynccontextmanager
async def compose_engine(settings: Settings) -> AsyncIterator[tuple[Tailor, Press]]:
    """What makes documents, alone: no database, no accounts."""
    async with CpuDoor(longest=settings.cpu_seconds) as cpu:
        press = press_for(settings, cpu, pass_by)
        yield Tailor(press=press, apart=cpu.run), press


@asynccontextmanager
async def _database(settings: Settings) -> AsyncIterator[Database]:
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    database = Database(settings.database_url, pool_size=settings.database_pool)
    try:
        yield database
    finally:
        await database.dispose()


def _jobs(
    database: Database, cpu: CpuDoor, paid: Opens[IGenerationWork], llm: ILLMService | None
) -> JobService:
    pointer = PostingPointer(llm, HelpBooks(work=paid, now=utc_now))
    intake = Intake(parse=parse_posting, pages=LxmlPages(), apart=cpu.run)
    work = partial(SqlJobWork, database)
    return JobService(work=work, intake=intake, apart=cpu.run, now=utc_now, pointer=pointer)


def _health(settings: Settings, database: Database, slots: Slots) -> Health:
    storage = partial(storage_for(settings).list, "health")
    return Health(database=database.ping, queue=slots.check, storage=storage)

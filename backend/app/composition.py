"""The composition root: the only module that knows a port and its adapter at once."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial

from app.application.documents.press import Press
from app.application.documents.service import DocumentService
from app.application.generation.pipeline import Pipeline
from app.application.generation.results import ResultService
from app.application.generation.service import GenerationService
from app.application.generation.tailoring import Tailor
from app.application.generation.work import IGenerationWork
from app.application.health import Health
from app.application.identity.service import IdentityService
from app.application.jobs.service import JobService
from app.application.profile.service import ProfileService
from app.application.services import Services
from app.application.unit_of_work import Opens
from app.application.work.failpoints import Failpoint
from app.application.work.feed import Feed
from app.application.work.ports import IDoorbell
from app.application.work.runner import Runner
from app.application.work.slots import Slots
from app.domain.documents.ports import Format, IFileStorage
from app.domain.jobs.parsing import parse_posting
from app.domain.shared.work import Patience
from app.infrastructure.cpu import CpuDoor
from app.infrastructure.docx.renderer import DocxRenderer
from app.infrastructure.extraction.pdfium import PdfiumExtractor
from app.infrastructure.extraction.pypdf import PypdfExtractor
from app.infrastructure.pdf.generator import ReportLabPDF
from app.infrastructure.persistence.database import Database
from app.infrastructure.persistence.documents import SqlDocumentWork
from app.infrastructure.persistence.generation import SqlGenerationWork
from app.infrastructure.persistence.identity import SqlIdentityWork
from app.infrastructure.persistence.jobs import SqlJobWork
from app.infrastructure.persistence.profile import SqlProfileWork
from app.infrastructure.persistence.work import SqlBackgroundWork
from app.infrastructure.queue.failpoints import from_environment
from app.infrastructure.queue.in_process import InProcessDoorbell
from app.infrastructure.queue.occupancy import occupy
from app.infrastructure.queue.redis import RedisDoorbell
from app.infrastructure.queue.stopping import on_stop_signal
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
async def compose(settings: Settings, *, failpoint: Failpoint | None = None) -> AsyncIterator[Services]:
    async with AsyncExitStack() as closing:
        settings.data_dir.mkdir(parents=True, exist_ok=True)
        database = Database(settings.database_url)
        closing.push_async_callback(database.dispose)
        passwords = BcryptPasswords(cost=settings.bcrypt_cost)
        closing.callback(passwords.close)
        tokens = JoseTokens(secret=settings.secret_key.get_secret_value())

        cpu = await closing.enter_async_context(CpuDoor())

        def identity_work(*, readonly: bool = False) -> SqlIdentityWork:
            return SqlIdentityWork(database, readonly=readonly)

        def job_work(*, readonly: bool = False) -> SqlJobWork:
            return SqlJobWork(database, readonly=readonly)

        def profile_work(*, readonly: bool = False) -> SqlProfileWork:
            return SqlProfileWork(database, readonly=readonly)

        def document_work(*, readonly: bool = False) -> SqlDocumentWork:
            return SqlDocumentWork(database, readonly=readonly)

        def generation_work(*, readonly: bool = False) -> SqlGenerationWork:
            return SqlGenerationWork(database, readonly=readonly)

        press = _press(settings, cpu)
        tailor = Tailor(press=press, pdf=ReportLabPDF(cpu), apart=cpu.run)
        work = await closing.enter_async_context(
            _background(settings, database, generation_work, tailor, press, failpoint or from_environment())
        )
        yield Services(
            health=Health(
                database=database.ping,
                queue=work.slots.check,
                storage=partial(_storage(settings).list, "health"),
            ),
            identity=IdentityService(work=identity_work, passwords=passwords, tokens=tokens, now=utc_now),
            documents=DocumentService(work=document_work, press=press, apart=cpu.run, now=utc_now),
            generations=work.generations,
            jobs=JobService(work=job_work, parse=partial(cpu.run, parse_posting), now=utc_now),
            profiles=ProfileService(work=profile_work, now=utc_now),
            results=ResultService(work=generation_work, tailor=tailor, now=utc_now),
        )


@dataclass(frozen=True, slots=True)
class _Background:
    generations: GenerationService
    slots: Slots


@asynccontextmanager
async def _background(
    settings: Settings,
    database: Database,
    generation_work: Opens[IGenerationWork],
    tailor: Tailor,
    press: Press,
    failpoint: Failpoint,
) -> AsyncIterator[_Background]:
    """What is done after the answer: begun with the process, handed back when it ends."""

    def background_work(*, readonly: bool = False) -> SqlBackgroundWork:
        return SqlBackgroundWork(database, readonly=readonly)

    async with AsyncExitStack() as closing:
        patience = Patience(lease=settings.work_lease_seconds)
        bell: IDoorbell = InProcessDoorbell()
        if settings.redis_url:
            bell = await closing.enter_async_context(RedisDoorbell(settings.redis_url))
        name, alone = closing.enter_context(occupy(settings.data_dir, wanted=settings.work_slots > 0))
        pipeline = Pipeline(
            work=generation_work, tailor=tailor, press=press, now=utc_now, failpoint=failpoint
        )
        runner = Runner(
            kinds=[pipeline], bell=bell, patience=patience, name=name, now=utc_now, failpoint=failpoint
        )
        feed = await closing.enter_async_context(
            Feed(opens=background_work, bell=bell, every=settings.work_sweep_seconds)
        )
        slots = await closing.enter_async_context(
            Slots(
                runner=runner,
                opens=background_work,
                bell=bell,
                size=settings.work_slots,
                sweep_seconds=settings.work_sweep_seconds,
                alone=alone,
            )
        )
        closing.enter_context(on_stop_signal(feed.close))
        generations = GenerationService(
            work=generation_work, press=press, bell=bell, feed=feed, now=utc_now, failpoint=failpoint
        )
        yield _Background(generations, slots)


@asynccontextmanager
async def compose_engine(settings: Settings) -> AsyncIterator[tuple[Tailor, Press]]:
    """What makes documents, alone: no database, no accounts."""
    async with CpuDoor() as cpu:
        press = _press(settings, cpu)
        yield Tailor(press=press, pdf=ReportLabPDF(cpu), apart=cpu.run), press


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

"""The composition root: the only module that knows a port and its adapter at once."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import UTC, datetime
from functools import partial

from app.application.documents.press import Press
from app.application.documents.service import DocumentService
from app.application.generation.tailoring import Tailor
from app.application.health import Health
from app.application.identity.service import IdentityService
from app.application.jobs.service import JobService
from app.application.profile.service import ProfileService
from app.application.services import Services
from app.domain.documents.ports import Format, IFileStorage
from app.domain.jobs.parsing import parse_posting
from app.infrastructure.cpu import CpuDoor
from app.infrastructure.docx.renderer import DocxRenderer
from app.infrastructure.extraction.pdfium import PdfiumExtractor
from app.infrastructure.extraction.pypdf import PypdfExtractor
from app.infrastructure.pdf.generator import ReportLabPDF
from app.infrastructure.persistence.database import Database
from app.infrastructure.persistence.documents import SqlDocumentWork
from app.infrastructure.persistence.identity import SqlIdentityWork
from app.infrastructure.persistence.jobs import SqlJobWork
from app.infrastructure.persistence.profile import SqlProfileWork
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
async def compose(settings: Settings) -> AsyncIterator[Services]:
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

        press = _press(settings, cpu)
        yield Services(
            health=Health(database=database.ping),
            identity=IdentityService(work=identity_work, passwords=passwords, tokens=tokens, now=utc_now),
            documents=DocumentService(work=document_work, press=press, apart=cpu.run, now=utc_now),
            jobs=JobService(work=job_work, parse=partial(cpu.run, parse_posting), now=utc_now),
            profiles=ProfileService(work=profile_work, now=utc_now),
        )


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

"""What makes documents, keeps their files and hands them out."""

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from app.application.documents.linking import LinkService
from app.application.documents.press import Press
from app.application.documents.sending import SendingService
from app.application.documents.service import DocumentService
from app.application.documents.versions import VersionService
from app.application.documents.work import IDocumentWork
from app.application.unit_of_work import Opens
from app.application.work.failpoints import Failpoint
from app.composition.clock import utc_now
from app.domain.documents.links import FileLinks
from app.domain.documents.ports import Format
from app.domain.shared.storage import IFileStorage
from app.infrastructure.cpu import CpuDoor
from app.infrastructure.docx.renderer import DocxRenderer
from app.infrastructure.extraction.docx import DocxExtractor
from app.infrastructure.extraction.docx_xml import DocxXmlExtractor
from app.infrastructure.extraction.pdfium import PdfiumExtractor
from app.infrastructure.extraction.pypdf import PypdfExtractor
from app.infrastructure.extraction.text import TextExtractor
from app.infrastructure.pdf.generator import ReportLabPDF
from app.infrastructure.storage.local import LocalFiles
from app.infrastructure.storage.obstore import ObstoreFiles
from app.infrastructure.text.html import HtmlRenderer
from app.infrastructure.text.json import JsonRenderer
from app.infrastructure.text.json_resume import JsonResumeRenderer
from app.infrastructure.text.markdown import MarkdownRenderer
from app.infrastructure.text.plain import TextRenderer
from app.settings import Settings


@dataclass(frozen=True, slots=True)
class Desk:
    """What is done with documents."""

    documents: DocumentService
    versions: VersionService
    sending: SendingService
    links: LinkService


def desk(settings: Settings, work: Opens[IDocumentWork], press: Press, cpu: CpuDoor) -> Desk:
    apart, links = cpu.run, _links(settings)
    return Desk(
        DocumentService(work=work, press=press, apart=apart, now=utc_now),
        VersionService(work=work, press=press, apart=apart, now=utc_now),
        SendingService(work=work, press=press, apart=apart, now=utc_now),
        LinkService(work=work, press=press, apart=apart, links=links, now=utc_now),
    )


def press_for(settings: Settings, cpu: CpuDoor, failpoint: Failpoint) -> Press:
    return Press(
        pdf=ReportLabPDF(cpu),
        renderers={
            Format.DOCX: DocxRenderer(cpu),
            Format.HTML: HtmlRenderer(),
            Format.MARKDOWN: MarkdownRenderer(),
            Format.TEXT: TextRenderer(),
            Format.JSON: JsonRenderer(),
            Format.JSON_RESUME: JsonResumeRenderer(),
        },
        extractors={
            Format.PDF: (PdfiumExtractor(cpu), PypdfExtractor(cpu)),
            Format.DOCX: (DocxExtractor(cpu), DocxXmlExtractor(cpu)),
            Format.TEXT: (TextExtractor(cpu),),
        },
        storage=storage_for(settings),
        apart=cpu.run,
        failpoint=failpoint,
    )


def _links(settings: Settings) -> FileLinks:
    secret, *previous = settings.signing_keys
    return FileLinks(secret=secret, previous=previous, life=timedelta(seconds=settings.link_seconds))


def storage_for(settings: Settings) -> IFileStorage:
    url, patience = settings.storage_url, timedelta(seconds=settings.storage_seconds)
    if url and not url.startswith("file://"):
        return ObstoreFiles.at(url, endpoint=settings.storage_endpoint, patience=patience)
    folder = Path(url.removeprefix("file://")) if url else settings.data_dir / "files"
    return LocalFiles(folder, patience=patience)

from collections.abc import AsyncIterator, Collection, Sequence
from dataclasses import fields
from datetime import UTC, datetime

from app.application.documents.work import IDocumentWork
from app.domain.documents.arranging import in_capitals
from app.domain.documents.content import DocumentContent
from app.domain.documents.errors import (
    AlreadyStored,
    DocumentNotFound,
    PinnedAtOnce,
    TemplateNotFound,
    VersionTaken,
)
from app.domain.documents.model import Document, DocumentType, Export
from app.domain.documents.ports import (
    ExtractedText,
    FileFacts,
    FontFamily,
    Format,
    IDocumentRenderer,
    IPDFGenerator,
    ITextExtractor,
    Layout,
    RenderedPDF,
    Template,
)
from app.domain.documents.readback import fields_of
from app.domain.documents.repository import (
    DocumentListing,
    DocumentSearch,
    DocumentSort,
    IDocumentRepository,
    Series,
)
from app.domain.jobs.model import Job
from app.domain.profile.job_profile import JobProfile
from app.domain.profile.model import Profile
from app.domain.shared.errors import Stale
from app.domain.shared.ids import DocumentId, GenerationId, JobId, UserId
from app.domain.shared.page import Page, Slice
from app.domain.shared.storage import FileMissing, IFileStorage, StorageUnavailable
from tests.fakes.jobs import MemoryJobs
from tests.fakes.memory import MemoryUnitOfWork, Shelf
from tests.fakes.profile import MemoryJobProfiles, MemoryProfiles
from tests.fakes.resumes import MemoryResumes


class MemoryDocuments(Shelf[Document], IDocumentRepository):
    def __init__(self, work: MemoryUnitOfWork) -> None:
        super().__init__(work, Document)
        self._exports = Shelf(work, Export)

    async def add(self, document: Document) -> None:
        if document.generation_id and self.first(lambda d: d.generation_id == document.generation_id):
            raise AlreadyStored("This generation has its document already.")
        if document.job_id and self.first(lambda d: _place(d) == _place(document)):
            raise VersionTaken("Another version was stored at the same moment. Please try again.")
        self._require_one_pinned(document)
        await super().add(document)

    async def save(self, document: Document) -> None:
        self._require_one_pinned(document)
        await super().save(document)

    def _require_one_pinned(self, document: Document) -> None:
        if document.pinned and document.job_id and self._others_pinned(document):
            raise PinnedAtOnce("Another version was pinned at the same moment. Please try again.")

    def _others_pinned(self, document: Document) -> list[Document]:
        like = _place(document)[:3]
        return [d for d in self.all() if d.pinned and d.id != document.id and _place(d)[:3] == like]

    async def get(self, document_id: DocumentId, *, owner: UserId, lock: bool = False) -> Document:
        if found := self.first(lambda d: d.id == document_id and d.user_id == owner):
            return found
        raise DocumentNotFound("There is no such document.")

    async def get_version(self, document_id: DocumentId, series: Series, *, lock: bool = False) -> Document:
        if found := next((d for d in self._versions(series) if d.id == document_id), None):
            return found
        raise DocumentNotFound("There is no such document.")

    async def find_current(self, series: Series) -> Document | None:
        versions = self._versions(series)
        return next((d for d in versions if d.pinned), versions[0] if versions else None)

    async def find_earlier(self, series: Series, version_number: int) -> Document | None:
        return next((d for d in self._versions(series) if d.version_number < version_number), None)

    def _versions(self, series: Series) -> list[Document]:
        """The newest first."""
        wanted = (series.owner, series.job_id, series.document_type)
        found = [d for d in self.all() if _place(d)[:3] == wanted]
        return sorted(found, key=lambda d: d.version_number, reverse=True)

    async def pin(self, document: Document) -> None:
        for other in self._others_pinned(document):
            other.pinned = False
            await self.save(other)
        document.pinned = True
        await self.save(document)

    async def find_by_generation(self, generation_id: GenerationId) -> Document | None:
        return self.first(lambda d: d.generation_id == generation_id)

    async def next_version_number(
        self, *, owner: UserId, job_id: JobId | None, document_type: DocumentType
    ) -> int:
        wanted = (owner, job_id, document_type)
        return max((d.version_number for d in self.all() if _place(d)[:3] == wanted), default=0) + 1

    # `page` of Shelf is what it takes to keep it: this one has filters.
    async def page(  # type: ignore[override]
        self, search: DocumentSearch, *, sort: DocumentSort, part: Slice
    ) -> Page[DocumentListing]:
        found = sorted((d for d in self.all() if _fits(d, search)), key=lambda d: str(d.id))
        found.sort(key=lambda d: getattr(d, sort.removeprefix("-")), reverse=sort.startswith("-"))
        page = super().page(found, part)
        return Page([_listing(d) for d in page.items], page.total, page.limit, page.offset)

    async def remove(self, document: Document) -> None:
        kept = self.by_id(document.id)
        if kept is None or kept.version != document.version:
            raise Stale("This document was changed by somebody else.")
        for gone in (document, *await self.exports_of(DocumentId(document.id))):
            del self._work.entities[gone.id]

    async def add_export(self, export: Export) -> None:
        if self.by_id(export.document_id) is None:
            raise DocumentNotFound("There is no such document.")
        if old := await self.find_export(export.document_id, format=export.format, layout=export.layout):
            del self._work.entities[old.id]
        await self._exports.add(export)

    async def find_export(self, document_id: DocumentId, *, format: Format, layout: Layout) -> Export | None:
        made = await self.exports_of(document_id)
        return next((e for e in made if e.format is format and e.layout == layout), None)

    async def recorded(self, storage_keys: Collection[str]) -> Collection[str]:
        return {export.storage_key for export in self._exports.all()} & set(storage_keys)

    async def storage_keys_of(self, owner: UserId) -> Sequence[str]:
        theirs = {document.id for document in self.all() if document.user_id == owner}
        return sorted(e.storage_key for e in self._exports.all() if e.document_id in theirs)

    async def exports_of(self, document_id: DocumentId) -> Sequence[Export]:
        made = [e for e in self._exports.all() if e.document_id == document_id]
        return sorted(made, key=lambda e: (e.format, e.layout.paper, e.layout.template))


class MemoryDocumentWork(MemoryUnitOfWork, IDocumentWork):
    @property
    def documents(self) -> MemoryDocuments:
        return MemoryDocuments(self)

    @property
    def profiles(self) -> MemoryProfiles:
        return MemoryProfiles(self, Profile)

    @property
    def jobs(self) -> MemoryJobs:
        return MemoryJobs(self, Job)

    @property
    def job_profiles(self) -> MemoryJobProfiles:
        return MemoryJobProfiles(self, JobProfile)

    @property
    def resumes(self) -> MemoryResumes:
        return MemoryResumes(self)


class MemoryFiles(IFileStorage):
    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}
        self.put_at: dict[str, datetime] = {}

    async def put(self, key: str, data: bytes) -> None:
        self.files[key], self.put_at[key] = data, datetime.now(UTC)

    async def get(self, key: str, *, start: int = 0, end: int | None = None) -> bytes:
        if key not in self.files:
            raise FileMissing("The file is not where it was put.")
        return self.files[key][start:end]

    async def delete(self, keys: Sequence[str], *, put_before: datetime | None = None) -> None:
        for key in keys:
            if put_before is None or self.put_at.get(key, put_before) < put_before:
                self.files.pop(key, None)

    async def list(self, prefix: str) -> Sequence[str]:
        return sorted(key for key in self.files if key.startswith(f"{prefix}/"))

    async def older(self, prefix: str, *, than: datetime) -> AsyncIterator[Sequence[str]]:
        if old := [key for key in await self.list(prefix) if self.put_at[key] < than]:
            yield old


class BrokenFiles(IFileStorage):
    """A disk that is full, or a store that is down."""

    async def put(self, key: str, data: bytes) -> None:
        raise StorageUnavailable("Files can be neither written nor read at the moment.")

    async def get(self, key: str, *, start: int = 0, end: int | None = None) -> bytes:
        raise StorageUnavailable("Files can be neither written nor read at the moment.")

    async def delete(self, keys: Sequence[str], *, put_before: datetime | None = None) -> None:
        raise StorageUnavailable("Files can be neither written nor read at the moment.")

    async def list(self, prefix: str) -> Sequence[str]:
        raise StorageUnavailable("Files can be neither written nor read at the moment.")

    async def older(self, prefix: str, *, than: datetime) -> AsyncIterator[Sequence[str]]:
        yield await self.list(prefix)


def _place(document: Document) -> tuple[UserId, JobId | None, DocumentType, int]:
    return document.user_id, document.job_id, document.document_type, document.version_number


def _fits(document: Document, search: DocumentSearch) -> bool:
    names = ("job_id", "profile_id", "generation_id", "document_type")
    return document.user_id == search.owner and all(
        getattr(search, name) in (None, getattr(document, name)) for name in names
    )


def _listing(document: Document) -> DocumentListing:
    return DocumentListing(**{f.name: getattr(document, f.name) for f in fields(DocumentListing)})


class PlainPDF(IPDFGenerator):
    """One field a line, and the paper at the end."""

    async def render(self, content: DocumentContent, layout: Layout) -> RenderedPDF:
        lines = [field.text for field in fields_of(content)]
        return RenderedPDF("\n".join([*lines, layout.paper]).encode(), 1)

    def templates(self) -> tuple[Template, ...]:
        return (
            Template(
                id="classic",
                name="Classic",
                description="One column.",
                letter="One column too.",
                font=FontFamily.CARLITO,
                accent="#1d4e7a",
            ),
        )

    def picture(self, template_id: str, *, letter: bool = False) -> bytes:
        if template_id != "classic":
            raise TemplateNotFound("There is no such template.")
        return b"letter" if letter else b"resume"


class PlainText(IDocumentRenderer):
    """One field a line, titles in capitals."""

    async def render(self, content: DocumentContent, layout: Layout) -> bytes:
        return "\n".join(field.text for field in fields_of(in_capitals(content))).encode()


class PlainReader(ITextExtractor):
    def __init__(self, format: Format = Format.PDF) -> None:
        self._format = format

    async def extract(self, data: bytes) -> ExtractedText:
        return ExtractedText("plain 1", (data.decode(),), FileFacts(format=self._format, size=len(data)))

from dataclasses import dataclass

from app.application.apart import Apart
from app.application.documents.editing import Editor, find_profile
from app.application.documents.exporting import Download, Exporter
from app.application.documents.press import Press
from app.application.documents.work import IDocumentWork
from app.application.unit_of_work import Opens
from app.application.versions import require_version
from app.domain.documents.comparing import Comparison, Judged, compare
from app.domain.documents.content import DocumentContent
from app.domain.documents.errors import DocumentNotFound, NothingToCompare
from app.domain.documents.model import Document, DocumentType, Export
from app.domain.documents.naming import file_name
from app.domain.documents.ports import Format, Layout, Paper
from app.domain.documents.repository import DocumentListing, DocumentSearch, DocumentSort, Series
from app.domain.jobs.model import Job
from app.domain.profile.errors import ProfileNotFound
from app.domain.shared.ids import DocumentId, ProfileId, UserId
from app.domain.shared.page import Page, Slice
from app.domain.shared.time import Now

_LONGEST_TITLE = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What somebody writes by hand. What is not said is as in the current version."""

    content: DocumentContent
    title: str | None = None
    layout: Layout | None = None
    profile_id: ProfileId | None = None
    """What it is held against; without a current version, the default one."""


@dataclass(frozen=True, slots=True)
class Preview:
    data: bytes
    name: str


@dataclass(frozen=True, slots=True)
class Compared:
    before: Document
    after: Document
    comparison: Comparison


class VersionService:
    """The versions of one type for one job, as they are seen from the job.

    Everything raises JobNotFound for a job that the owner cannot see, and DocumentNotFound for a version
    that is none of its.
    """

    def __init__(self, *, work: Opens[IDocumentWork], press: Press, apart: Apart, now: Now) -> None:
        self._work = work
        self._press = press
        self._apart = apart
        self._now = now
        self._exporter = Exporter(work=work, press=press, apart=apart, now=now)
        self._editor = Editor(work=work, press=press, exporter=self._exporter, apart=apart, now=now)

    async def page(self, series: Series, *, sort: DocumentSort, part: Slice) -> Page[DocumentListing]:
        search = DocumentSearch(owner=series.owner, job_id=series.job_id, document_type=series.document_type)
        async with self._work(readonly=True) as work:
            await _job_of(work, series)
            return await work.documents.page(search, sort=sort, part=part)

    async def get(self, document_id: DocumentId, series: Series) -> Document:
        async with self._work(readonly=True) as work:
            await _job_of(work, series)
            return await work.documents.get_version(document_id, series)

    async def current(self, series: Series) -> Document:
        """The one that is pinned, else the newest. Raises DocumentNotFound when there is none."""
        async with self._work(readonly=True) as work:
            await _job_of(work, series)
            return await _current(work, series)

    async def compare(
        self, series: Series, *, before: DocumentId | None = None, after: DocumentId | None = None
    ) -> Compared:
        """The current one with the one before it, where nothing else is said. Raises NothingToCompare."""
        async with self._work(readonly=True) as work:
            await _job_of(work, series)
            new = await work.documents.get_version(after, series) if after else await _current(work, series)
            old = await self._before(work, series, new, before)
        return Compared(old, new, await self._apart(compare, _judged(old), _judged(new)))

    async def create(self, series: Series, draft: Draft) -> Document:
        """A new version, judged against the profile. Raises WrongKindOfContent, ProfileNotFound."""
        series.document_type.require(draft.content)
        if draft.layout:
            self._press.template(draft.layout.template)
        async with self._work(readonly=True) as work:
            job = await _job_of(work, series)
            parent = await work.documents.find_current(series)
            profile_id = await _profile_for(work, series, draft, parent)
        base = parent or self._blank(series, draft, job)
        title, layout = draft.title or base.title, draft.layout or base.layout
        document = base.draft(draft.content, title=title, layout=layout, now=self._now())
        document.profile_id = profile_id
        keywords = parent.keywords if parent else tuple(skill.name for skill in job.skills)
        return await self._editor.keep(document, keywords=keywords)

    async def restore(
        self, document_id: DocumentId, series: Series, *, expected: int | None = None
    ) -> Document:
        """A new version that says what an old one said, judged as everything new is. Raises ProfileGone."""
        old = await self.get(document_id, series)
        require_version(old, expected)
        draft = old.draft(old.content, title=old.title, layout=old.layout, now=self._now())
        return await self._editor.keep(draft, keywords=old.keywords)

    async def pin(
        self, document_id: DocumentId, series: Series, *, pinned: bool, expected: int | None = None
    ) -> Document:
        """It is current from now on, or no longer because of this."""
        async with self._work() as work:
            await _job_of(work, series)
            document = await work.documents.get_version(document_id, series, lock=True)
            require_version(document, expected)
            if document.pinned == pinned:
                return document
            if pinned:
                await work.documents.pin(document)
            else:
                document.pinned = False
                await work.documents.save(document)
            await work.commit()
        return document

    async def export(
        self, document_id: DocumentId, series: Series, *, paper: Paper | None = None
    ) -> Download:
        """Its PDF. Raises ClaimsUnsupported."""
        await self.get(document_id, series)
        return await self._exporter.export(document_id, owner=series.owner, format=Format.PDF, paper=paper)

    async def export_current(self, series: Series, *, paper: Paper | None = None) -> Download:
        """Raises ClaimsUnsupported."""
        found = DocumentId((await self.current(series)).id)
        return await self._exporter.export(found, owner=series.owner, format=Format.PDF, paper=paper)

    async def print_anew(self, series: Series) -> Download:
        """The current one's PDF, made again; of what was sent with an application, what was sent.

        Raises ClaimsUnsupported.
        """
        return await self._exporter.print_anew(await self.current(series))

    async def fetch(self, export: Export, *, owner: UserId) -> bytes:
        """The file's bytes. Raises FileMissing."""
        return await self._exporter.fetch(export, owner=owner)

    async def preview(
        self, document_id: DocumentId, series: Series, *, format: Format, layout: Layout | None
    ) -> Preview:
        """In another look, or its own. Nothing is kept. Raises ClaimsUnsupported, TemplateNotFound."""
        document = await self.get(document_id, series)
        document.require_faithful()
        if layout:
            self._press.template(layout.template)
        data = await self._press.preview(document.content, format, layout or document.layout)
        return Preview(data, file_name(document.content.header.name.text, document.title))

    async def _before(
        self, work: IDocumentWork, series: Series, new: Document, wanted: DocumentId | None
    ) -> Document:
        if wanted:
            return await work.documents.get_version(wanted, series)
        if found := await work.documents.find_earlier(series, new.version_number):
            return found
        raise NothingToCompare("There is no earlier version to compare it with.")

    def _blank(self, series: Series, draft: Draft, job: Job) -> Document:
        """What the first version comes after."""
        return Document(
            user_id=series.owner,
            job_id=series.job_id,
            document_type=series.document_type,
            version_number=0,
            title=_title(series, job),
            layout=Layout(),
            content=draft.content,
            created_at=self._now(),
            updated_at=self._now(),
        )


def _judged(document: Document) -> Judged:
    return Judged(document.content, document.faithfulness.lines if document.faithfulness else ())


async def _job_of(work: IDocumentWork, series: Series) -> Job:
    return await work.jobs.get_visible(series.job_id, reader=series.owner)


async def _current(work: IDocumentWork, series: Series) -> Document:
    if found := await work.documents.find_current(series):
        return found
    raise DocumentNotFound("There is no version of it yet.")


async def _profile_for(
    work: IDocumentWork, series: Series, draft: Draft, parent: Document | None
) -> ProfileId:
    if draft.profile_id:
        profile = await work.profiles.get(draft.profile_id, owner=series.owner)
    else:
        known = await find_profile(work, parent) if parent else None
        found = known or await work.profiles.find_default(series.owner)
        if found is None:
            raise ProfileNotFound("There is no profile to hold it against.")
        profile = found
    return ProfileId(profile.id)


def _title(series: Series, job: Job) -> str:
    about = ", ".join(part for part in (job.title, job.company) if part)
    if series.document_type is DocumentType.COVER_LETTER:
        about = f"Cover letter: {about}"
    return about[:_LONGEST_TITLE]

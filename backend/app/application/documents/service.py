from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial

from app.application.apart import Apart
from app.application.documents.judging import Judgement, judge
from app.application.documents.occasions import occasion_of
from app.application.documents.press import Press
from app.application.documents.work import IDocumentWork
from app.application.unit_of_work import Opens
from app.application.versions import require_version
from app.domain.documents.ats import ats_score
from app.domain.documents.content import DocumentContent
from app.domain.documents.errors import DocumentNotFound, FileMissing, ProfileGone
from app.domain.documents.model import Document, DocumentType, Export
from app.domain.documents.naming import file_name
from app.domain.documents.ports import Format, Layout, Paper, Template
from app.domain.documents.repository import DocumentListing, DocumentSearch, DocumentSort
from app.domain.documents.standing import LineSources, standing_of
from app.domain.jobs.errors import JobNotFound
from app.domain.profile.errors import ProfileNotFound
from app.domain.profile.model import Profile
from app.domain.shared.ids import DocumentId, UserId
from app.domain.shared.page import Page, Slice
from app.domain.shared.time import Now


@dataclass(frozen=True, slots=True)
class Download:
    """An export, and what it is called where it arrives."""

    export: Export
    name: str


class DocumentService:
    """Versions of resumes and letters, and the files that are made of them."""

    def __init__(self, *, work: Opens[IDocumentWork], press: Press, apart: Apart, now: Now) -> None:
        self._work = work
        self._press = press
        self._apart = apart
        self._now = now

    def templates(self) -> Sequence[Template]:
        return self._press.templates()

    def template(self, template_id: str) -> Template:
        return self._press.template(template_id)

    def picture(self, template_id: str, *, letter: bool = False) -> bytes:
        return self._press.picture(template_id, letter=letter)

    async def page(self, search: DocumentSearch, *, sort: DocumentSort, part: Slice) -> Page[DocumentListing]:
        async with self._work(readonly=True) as work:
            return await work.documents.page(search, sort=sort, part=part)

    async def get(self, document_id: DocumentId, *, owner: UserId) -> Document:
        async with self._work(readonly=True) as work:
            return await work.documents.get(document_id, owner=owner)

    async def sources(self, document_id: DocumentId, *, owner: UserId) -> Sequence[LineSources]:
        """Every line with what it rests on, as that stands now."""
        async with self._work(readonly=True) as work:
            document = await work.documents.get(document_id, owner=owner)
            profile = await _find_profile(work, document)
        return await self._apart(standing_of, document.content, document.source_prints, profile)

    async def preview(self, content: DocumentContent, *, format: Format, layout: Layout) -> bytes:
        """Nothing is kept."""
        self._press.template(layout.template)
        return await self._press.preview(content, format, layout)

    async def describe(
        self,
        document_id: DocumentId,
        *,
        owner: UserId,
        title: str,
        layout: Layout,
        expected: int | None = None,
    ) -> Document:
        """Give it another title or look. Raises ClaimsUnsupported for a new look of what does not hold."""
        self._press.template(layout.template)
        document = await self.get(document_id, owner=owner)
        require_version(document, expected)
        export = None
        if layout != document.layout:
            document.require_faithful()
            document.layout = layout
            export = await self._pressed(document, now=self._now())
        document.title, document.updated_at = title, self._now()
        async with self._work() as work:
            await work.documents.save(document)
            if export:
                await work.documents.add_export(export)
            await work.commit()
        return document

    async def rewrite(
        self,
        document_id: DocumentId,
        content: DocumentContent,
        *,
        owner: UserId,
        title: str,
        layout: Layout,
        expected: int | None = None,
    ) -> Document:
        """Make a new version of it, judged against the profile. One that does not hold gets no file."""
        self._press.template(layout.template)
        now = self._now()
        async with self._work(readonly=True) as work:
            parent = await work.documents.get(document_id, owner=owner)
            require_version(parent, expected)
            profile = await _profile_of(work, parent)
            occasion = await occasion_of(work, parent, content)
        judgement = await self._apart(judge, content, profile, now.date(), occasion)
        made = partial(_next_version, parent, content, judgement, title=title, layout=layout, now=now)
        document = await self._apart(made)
        document.take_approvals(parent.approvals)
        try:
            await self._add(document, None if document.open_lines else await self._pressed(document, now=now))
        except BaseException:
            await self._press.discard(DocumentId(document.id))
            raise
        return document

    async def remove(self, document_id: DocumentId, *, owner: UserId, expected: int | None = None) -> None:
        """First the rows, then the files: a crash between the two leaves files over, never rows without."""
        async with self._work() as work:
            document = await work.documents.get(document_id, owner=owner)
            require_version(document, expected)
            await work.documents.remove(document)
            await work.commit()
        await self._press.discard(document_id)

    async def export(
        self, document_id: DocumentId, *, owner: UserId, format: Format, paper: Paper | None = None
    ) -> Download:
        """Make a file of it, or find the one that was made. Raises ClaimsUnsupported."""
        async with self._work(readonly=True) as work:
            document = await work.documents.get(document_id, owner=owner)
            document.require_faithful()
            layout = replace(document.layout, paper=paper or document.layout.paper)
            known = await work.documents.find_export(document_id, format=format, layout=layout)
            name = await _name_of(work, document)
        return Download(known or await self._make(document, format, layout), name)

    async def fetch(self, export: Export, *, owner: UserId) -> bytes:
        """The file's bytes; a file that got lost is made again, as it was."""
        try:
            return await self._press.fetch(export)
        except FileMissing:
            document = await self.get(export.document_id, owner=owner)
            await self._make(document, export.format, export.layout)
            return await self._press.fetch(export)

    async def _make(self, document: Document, format: Format, layout: Layout) -> Export:
        rendered = await self._press.render(document.content, format, layout)
        export = await self._press.store(
            DocumentId(document.id), rendered, format=format, layout=layout, now=self._now()
        )
        try:
            await self._record(export, owner=document.user_id)
        except DocumentNotFound:
            await self._press.discard(export.document_id)
            raise
        return export

    async def _record(self, export: Export, *, owner: UserId) -> None:
        async with self._work() as work:
            await work.documents.add_export(export)
            document = await work.documents.get(export.document_id, owner=owner)
            if export.read_back and export.layout == document.layout and document.read_back is None:
                document.read_as(export.read_back)
                await work.documents.save(document)
            await work.commit()

    async def _pressed(self, document: Document, *, now: datetime) -> Export:
        """The PDF in the document's own look, read back into its receipts."""
        pressed = await self._press.press(document.content, document.layout)
        await self._apart(document.read_as, pressed.read_back)
        return await self._press.store_pdf(DocumentId(document.id), pressed, layout=document.layout, now=now)

    async def _add(self, document: Document, export: Export | None) -> None:
        async with self._work() as work:
            document.version_number = await work.documents.next_version_number(
                owner=document.user_id, job_id=document.job_id, document_type=document.document_type
            )
            await work.documents.add(document)
            if export:
                await work.documents.add_export(export)
            await work.commit()


def _next_version(
    parent: Document,
    content: DocumentContent,
    judgement: Judgement,
    *,
    title: str,
    layout: Layout,
    now: datetime,
) -> Document:
    return Document(
        user_id=parent.user_id,
        job_id=parent.job_id,
        profile_id=parent.profile_id,
        document_type=parent.document_type,
        version_number=parent.version_number + 1,
        title=title,
        layout=layout,
        parameters=parent.parameters,
        content=content,
        faithfulness=judgement.faithfulness,
        source_prints=judgement.source_prints,
        ats=ats_score(content, keywords=parent.keywords),
        created_at=now,
        updated_at=now,
    )


async def _find_profile(work: IDocumentWork, document: Document) -> Profile | None:
    try:
        if document.profile_id:
            return await work.profiles.get(document.profile_id, owner=document.user_id)
    except ProfileNotFound:
        pass
    return None


async def _profile_of(work: IDocumentWork, document: Document) -> Profile:
    if profile := await _find_profile(work, document):
        return profile
    raise ProfileGone("The profile that this document rests on is gone: nothing can be checked against it.")


_KIND_IN_NAME = {DocumentType.COVER_LETTER: "Cover letter"}


async def _name_of(work: IDocumentWork, document: Document) -> str:
    """`Ada-Byron-Staff-Nurse-Acme`, or with the document's title where the job is gone; a letter says so."""
    person, kind = document.content.header.name.text, _KIND_IN_NAME.get(document.document_type)
    try:
        if document.job_id:
            job = await work.jobs.get_visible(document.job_id, reader=document.user_id)
            return file_name(person, kind, job.title, job.company)
    except JobNotFound:
        pass
    return file_name(person, document.title)

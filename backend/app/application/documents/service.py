from collections.abc import Sequence

from app.application.apart import Apart
from app.application.documents.editing import Editor, find_profile
from app.application.documents.exporting import Download, Exporter
from app.application.documents.press import Press
from app.application.documents.work import IDocumentWork
from app.application.unit_of_work import Opens
from app.application.versions import require_version
from app.domain.documents.content import DocumentContent
from app.domain.documents.model import Document, Export
from app.domain.documents.ports import Format, Layout, Paper, Template
from app.domain.documents.repository import DocumentListing, DocumentSearch, DocumentSort
from app.domain.documents.standing import LineSources, standing_of
from app.domain.shared.ids import DocumentId, UserId
from app.domain.shared.page import Page, Slice
from app.domain.shared.time import Now


class DocumentService:
    """Versions of resumes and letters, and the files that are made of them."""

    def __init__(self, *, work: Opens[IDocumentWork], press: Press, apart: Apart, now: Now) -> None:
        self._work = work
        self._press = press
        self._apart = apart
        self._now = now
        self._exporter = Exporter(work=work, press=press, apart=apart, now=now)
        self._editor = Editor(work=work, press=press, exporter=self._exporter, apart=apart, now=now)

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
            profile = await find_profile(work, document)
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
        """Give it another title or look; of what was sent with an application, a new version has them.

        Raises ClaimsUnsupported for a new look of what does not hold.
        """
        self._press.template(layout.template)
        document = await self.get(document_id, owner=owner)
        require_version(document, expected)
        if document.frozen:
            copy = document.draft(document.content, title=title, layout=layout, now=self._now())
            return await self._editor.keep(copy, keywords=document.keywords)
        export = None
        if layout != document.layout:
            document.require_faithful()
            document.layout = layout
            export = await self._exporter.pressed(document)
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
        parent = await self.get(document_id, owner=owner)
        require_version(parent, expected)
        parent.document_type.require(content)
        draft = parent.draft(content, title=title, layout=layout, now=self._now())
        return await self._editor.keep(draft, keywords=parent.keywords)

    async def remove(self, document_id: DocumentId, *, owner: UserId, expected: int | None = None) -> None:
        """First the rows, then the files: a crash between the two leaves files over, never rows without.

        Raises DocumentFrozen: whoever is told that it is gone may rely on it, and an application still
        needs it.
        """
        async with self._work() as work:
            document = await work.documents.get(document_id, owner=owner)
            require_version(document, expected)
            document.require_unfrozen()
            await work.documents.remove(document)
            await work.commit()
        await self._press.discard(document_id)

    async def export(
        self, document_id: DocumentId, *, owner: UserId, format: Format, paper: Paper | None = None
    ) -> Download:
        """Make a file of it, or find the one that was made. Raises ClaimsUnsupported."""
        return await self._exporter.export(document_id, owner=owner, format=format, paper=paper)

    async def fetch(self, export: Export, *, owner: UserId) -> bytes:
        """The file's bytes. Raises FileMissing."""
        return await self._exporter.fetch(export, owner=owner)

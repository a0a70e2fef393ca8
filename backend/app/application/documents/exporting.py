from dataclasses import dataclass, replace
from hashlib import sha256

from app.application.apart import Apart
from app.application.documents.press import Press, Rendered
from app.application.documents.work import IDocumentWork
from app.application.unit_of_work import Opens
from app.domain.documents.errors import DocumentNotFound
from app.domain.documents.model import Document, DocumentType, Export
from app.domain.documents.naming import file_name
from app.domain.documents.ports import Format, Layout, Paper
from app.domain.jobs.errors import JobNotFound
from app.domain.shared.ids import DocumentId, UserId
from app.domain.shared.storage import FileMissing
from app.domain.shared.time import Now

_KIND_IN_NAME = {DocumentType.COVER_LETTER: "Cover letter"}


@dataclass(frozen=True, slots=True)
class Download:
    """An export, and what it is called where it arrives."""

    export: Export
    name: str


class Exporter:
    """The files of documents: made when they are first wanted, and kept."""

    def __init__(self, *, work: Opens[IDocumentWork], press: Press, apart: Apart, now: Now) -> None:
        self._work = work
        self._press = press
        self._apart = apart
        self._now = now

    async def export(
        self, document_id: DocumentId, *, owner: UserId, format: Format, paper: Paper | None = None
    ) -> Download:
        """Make a file of it, or find the one that was made. Raises ClaimsUnsupported."""
        async with self._work(readonly=True) as work:
            document = await work.documents.get(document_id, owner=owner)
            document.require_faithful()
            layout = replace(document.layout, paper=paper or document.layout.paper)
            known = await work.documents.find_export(document_id, format=format, layout=layout)
            name = await name_of(work, document)
        return Download(known or await self._make(document, format, layout), name)

    async def print_anew(self, document: Document) -> Download:
        """The PDF as its template looks now; of what is frozen, the one that was sent.

        Raises ClaimsUnsupported.
        """
        owner, of_it = document.user_id, DocumentId(document.id)
        if document.frozen:
            return await self.export(of_it, owner=owner, format=Format.PDF)
        document.require_faithful()
        export = await self._make(document, Format.PDF, document.layout, afresh=True)
        async with self._work(readonly=True) as work:
            return Download(export, await name_of(work, document))

    async def fetch(self, export: Export, *, owner: UserId) -> bytes:
        """The file's bytes; a file that got lost is made again, as it was.

        Raises FileMissing where what was sent would come out otherwise.
        """
        try:
            return await self._press.fetch(export)
        except FileMissing:
            async with self._work(readonly=True) as work:
                document = await work.documents.get(export.document_id, owner=owner)
            rendered = await self._press.render(document.content, export.format, export.layout)
            if document.frozen and sha256(rendered.data).hexdigest() != export.sha256:
                raise
            await self._keep(document, rendered, export.format, export.layout)
            return await self._press.fetch(export)

    async def pressed(self, document: Document) -> Export:
        """The PDF in the document's own look, read back into its receipts. The record is not added yet."""
        pressed = await self._press.press(document.content, document.layout)
        await self._apart(document.read_as, pressed.read_back)
        return await self._press.store_pdf(
            DocumentId(document.id), pressed, layout=document.layout, now=self._now()
        )

    async def stored(self, document: Document, format: Format) -> Export:
        """Any format in the document's own look. The record is not added yet."""
        if format is Format.PDF:
            return await self.pressed(document)
        rendered = await self._press.render(document.content, format, document.layout)
        return await self._press.store(
            DocumentId(document.id), rendered, format=format, layout=document.layout, now=self._now()
        )

    async def _make(
        self, document: Document, format: Format, layout: Layout, *, afresh: bool = False
    ) -> Export:
        rendered = await self._press.render(document.content, format, layout)
        return await self._keep(document, rendered, format, layout, afresh=afresh)

    async def _keep(
        self, document: Document, rendered: Rendered, format: Format, layout: Layout, *, afresh: bool = False
    ) -> Export:
        export = await self._press.store(
            DocumentId(document.id), rendered, format=format, layout=layout, now=self._now()
        )
        try:
            return await self._record(export, owner=document.user_id, afresh=afresh)
        except DocumentNotFound:
            await self._press.discard(export.document_id)
            raise

    async def _record(self, export: Export, *, owner: UserId, afresh: bool) -> Export:
        """Of what was frozen meanwhile, the file that is kept stays the one."""
        async with self._work() as work:
            document = await work.documents.get(export.document_id, owner=owner, lock=True)
            kept = await work.documents.find_export(
                export.document_id, format=export.format, layout=export.layout
            )
            if document.frozen and kept:
                return kept
            if kept and kept.sha256 == export.sha256:
                export.id = kept.id  # the same file: what leads to it still does
            await work.documents.add_export(export)
            own = export.layout == document.layout and (afresh or document.is_better_read_as(export))
            if export.read_back and own:
                document.read_as(export.read_back)
                await work.documents.save(document)
            await work.commit()
        return export


async def name_of(work: IDocumentWork, document: Document) -> str:
    """`Ada-Byron-Staff-Nurse-Acme`, or with the document's title where the job is gone; a letter says so."""
    person, kind = document.content.header.name.text, _KIND_IN_NAME.get(document.document_type)
    try:
        if document.job_id:
            job = await work.jobs.get_visible(document.job_id, reader=document.user_id)
            return file_name(person, kind, job.title, job.company)
    except JobNotFound:
        pass
    return file_name(person, document.title)

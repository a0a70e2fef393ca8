import asyncio
import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from app.application.apart import Apart
from app.application.work.failpoints import AFTER_PUT, BEFORE_DISCARD, Failpoint, pass_by
from app.domain.documents.arranging import Arrangement, arranged, in_capitals
from app.domain.documents.content import DocumentContent
from app.domain.documents.errors import TemplateNotFound
from app.domain.documents.extent import require_extent
from app.domain.documents.model import Export
from app.domain.documents.ports import (
    Format,
    IDocumentRenderer,
    IPDFGenerator,
    ITextExtractor,
    Layout,
    RenderedPDF,
    Template,
)
from app.domain.documents.readback import ReadBackReceipt, read_back
from app.domain.shared.ids import DocumentId
from app.domain.shared.storage import IFileStorage, StorageUnavailable

log = logging.getLogger("jobwise.documents")


@dataclass(frozen=True, slots=True)
class Rendered:
    data: bytes
    pages: int | None = None
    read_back: ReadBackReceipt | None = None


@dataclass(frozen=True, slots=True)
class Pressed:
    """A PDF, and what two readers that know nothing of us make of it."""

    pdf: RenderedPDF
    read_back: ReadBackReceipt

    @property
    def rendered(self) -> Rendered:
        return Rendered(self.pdf.data, self.pdf.pages, self.read_back)


class Press:
    """Makes files of contents, and keeps them. Knows nothing of owners and rows."""

    def __init__(
        self,
        *,
        pdf: IPDFGenerator,
        renderers: Mapping[Format, IDocumentRenderer],
        extractors: Mapping[Format, Sequence[ITextExtractor]],
        storage: IFileStorage,
        apart: Apart,
        failpoint: Failpoint = pass_by,
    ) -> None:
        self._pdf = pdf
        self._renderers = renderers
        self._extractors = extractors
        self._storage = storage
        self._apart = apart
        self._failpoint = failpoint

    @property
    def formats(self) -> tuple[Format, ...]:
        return (Format.PDF, *self._renderers)

    def templates(self) -> tuple[Template, ...]:
        return self._pdf.templates()

    def template(self, template_id: str) -> Template:
        """Raises TemplateNotFound."""
        for template in self.templates():
            if template.id == template_id:
                return template
        raise TemplateNotFound("There is no such template.")

    def picture(self, template_id: str, *, letter: bool = False) -> bytes:
        """A PNG. Raises TemplateNotFound."""
        return self._pdf.picture(template_id, letter=letter)

    async def press(self, content: DocumentContent, layout: Layout) -> Pressed:
        """Raises TemplateNotFound, ContentTooLong, ContentNotRenderable."""
        setting = self._arranged(content, layout, capitals=True)
        pdf = await self._pdf.render(setting.content, layout)
        order = setting.order_in(pdf.order)
        return Pressed(pdf, await self._read(pdf.data, Format.PDF, setting.titled, order))

    async def pages(self, content: DocumentContent, layout: Layout) -> int:
        """How many its PDF has. Raises TemplateNotFound, ContentTooLong, ContentNotRenderable."""
        return (await self._pdf.render(self._arranged(content, layout, capitals=True).content, layout)).pages

    async def render(self, content: DocumentContent, format: Format, layout: Layout) -> Rendered:
        """In any format, read back where readers of it are known.

        Raises TemplateNotFound, ContentTooLong, ContentNotRenderable.
        """
        if format is Format.PDF:
            return (await self.press(content, layout)).rendered
        data = await self.preview(content, format, layout)
        if not self._extractors.get(format):
            return Rendered(data)
        setting = self._arranged(content, layout)
        shown = in_capitals(setting.titled) if format is Format.TEXT else setting.titled
        return Rendered(data, read_back=await self._read(data, format, shown, setting.order))

    async def _read(
        self, data: bytes, format: Format, shown: DocumentContent, order: Sequence[int]
    ) -> ReadBackReceipt:
        texts = await asyncio.gather(*(reader.extract(data) for reader in self._extractors[format]))
        return await self._apart(read_back, shown, texts, order)

    async def preview(self, content: DocumentContent, format: Format, layout: Layout) -> bytes:
        """In any format, not read back; JSON is the content itself, whatever the layout.

        Raises TemplateNotFound, ContentTooLong, ContentNotRenderable.
        """
        if format is Format.PDF:
            shown = self._arranged(content, layout, capitals=True).content
            return (await self._pdf.render(shown, layout)).data
        require_extent(content)
        shown = content if format is Format.JSON else self._arranged(content, layout).content
        return await self._renderers[format].render(shown, layout)

    def _arranged(self, content: DocumentContent, layout: Layout, *, capitals: bool = False) -> Arrangement:
        require_extent(content)
        return arranged(content, layout, self.template(layout.template), capitals=capitals)

    async def store(
        self, document_id: DocumentId, rendered: Rendered, *, format: Format, layout: Layout, now: datetime
    ) -> Export:
        """Keep a file; its record is the caller's to add, and to commit after this."""
        digest = sha256(rendered.data).hexdigest()
        key = f"{_folder(document_id)}/{digest}.{format}"
        await self._storage.put(key, rendered.data)
        self._failpoint(AFTER_PUT)
        return Export(
            document_id=document_id,
            format=format,
            layout=layout,
            storage_key=key,
            sha256=digest,
            size=len(rendered.data),
            pages=rendered.pages,
            read_back=rendered.read_back,
            created_at=now,
        )

    async def store_pdf(
        self, document_id: DocumentId, pressed: Pressed, *, layout: Layout, now: datetime
    ) -> Export:
        """The same of one that is pressed already."""
        return await self.store(document_id, pressed.rendered, format=Format.PDF, layout=layout, now=now)

    async def fetch(self, export: Export) -> bytes:
        """Raises FileMissing."""
        return await self._storage.get(export.storage_key)

    async def discard(self, document_id: DocumentId) -> None:
        """Remove a document's files. What cannot be removed now is left over, and harms nobody."""
        self._failpoint(BEFORE_DISCARD)
        try:
            await self._storage.delete(await self._storage.list(_folder(document_id)))
        except StorageUnavailable:
            log.warning("files of a removed document are left over", extra={"document_id": str(document_id)})


def _folder(document_id: DocumentId) -> str:
    return f"documents/{document_id}"

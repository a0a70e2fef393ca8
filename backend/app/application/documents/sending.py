from collections.abc import Sequence
from dataclasses import dataclass

from app.application.apart import Apart
from app.application.documents.exporting import Exporter
from app.application.documents.press import Press
from app.application.documents.work import IDocumentWork
from app.application.unit_of_work import Opens
from app.domain.documents.model import Document, Export
from app.domain.documents.repository import IDocumentRepository
from app.domain.shared.errors import Stale
from app.domain.shared.ids import DocumentId, UserId
from app.domain.shared.storage import FileMissing
from app.domain.shared.time import Now


@dataclass(frozen=True, slots=True)
class Frozen:
    """A document as it goes out, and those of its files that no record speaks of yet."""

    document: Document
    exports: Sequence[Export]

    async def keep(self, documents: IDocumentRepository) -> None:
        """In the transaction of whoever sends it: until it ends, nobody else releases it. Raises Stale."""
        of_it, owner = DocumentId(self.document.id), self.document.user_id
        kept = await documents.get(of_it, owner=owner, lock=True)
        if kept.version != self.document.version:
            raise Stale("This document was changed by somebody else.")
        if not kept.frozen:
            await documents.save(self.document)
        for export in self.exports:
            await documents.add_export(export)


class SendingService:
    """What goes out with an application stays as it went: to the byte, whatever becomes of the rest.

    Each format is pressed when it goes, and kept: no later template, edit or version has a say in it.
    """

    def __init__(self, *, work: Opens[IDocumentWork], press: Press, apart: Apart, now: Now) -> None:
        self._work = work
        self._press = press
        self._now = now
        self._exporter = Exporter(work=work, press=press, apart=apart, now=now)

    async def freeze(self, document_id: DocumentId, *, owner: UserId) -> Document:
        """Raises ClaimsUnsupported, Stale."""
        frozen = await self.prepare(document_id, owner=owner)
        async with self._work() as work:
            await frozen.keep(work.documents)
            await work.commit()
        return frozen.document

    async def prepare(self, document_id: DocumentId, *, owner: UserId) -> Frozen:
        """Press what is missing. Nothing counts before it is kept. Raises ClaimsUnsupported."""
        async with self._work(readonly=True) as work:
            document = await work.documents.get(document_id, owner=owner)
            made = await work.documents.exports_of(document_id)
        own = [export for export in made if export.layout == document.layout]
        if not document.frozen:  # else what was sent once is not made again, whatever became of it
            own = [export for export in own if await self._is_there(export)]
        document.freeze(now=self._now())
        missing = set(self._press.formats) - {export.format for export in own}
        return Frozen(document, [await self._exporter.stored(document, each) for each in sorted(missing)])

    async def release(self, document_id: DocumentId, *, owner: UserId) -> Document:
        """No application holds it any more: it may be changed and deleted again."""
        async with self._work() as work:
            document = await work.documents.get(document_id, owner=owner, lock=True)
            document.release()
            await work.documents.save(document)
            await work.commit()
        return document

    async def _is_there(self, export: Export) -> bool:
        try:
            await self._press.fetch(export)
        except FileMissing:
            return False
        return True

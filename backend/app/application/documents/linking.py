from dataclasses import dataclass

from app.application.apart import Apart
from app.application.documents.exporting import Download, Exporter, name_of
from app.application.documents.press import Press
from app.application.documents.work import IDocumentWork
from app.application.unit_of_work import Opens
from app.domain.documents.errors import DocumentNotFound, LinkDead
from app.domain.documents.links import FileLinks, SignedLink
from app.domain.documents.model import Export
from app.domain.shared.ids import DocumentId, UserId
from app.domain.shared.time import Now


@dataclass(frozen=True, slots=True)
class Opened:
    download: Download
    owner: UserId


class LinkService:
    """Files by a signed address, for as long as that is good."""

    def __init__(
        self, *, work: Opens[IDocumentWork], press: Press, apart: Apart, links: FileLinks, now: Now
    ) -> None:
        self._work = work
        self._links = links
        self._now = now
        self._exporter = Exporter(work=work, press=press, apart=apart, now=now)

    def sign(self, export: Export, *, owner: UserId) -> SignedLink:
        return self._links.sign(
            document_id=export.document_id, export_id=export.id, owner=owner, now=self._now()
        )

    async def open(self, document_id: DocumentId, link: str, *, visitor: UserId | None) -> Opened:
        """What it leads to; somebody who is signed in must be the owner. Raises LinkDead."""
        found = self._links.read(link, document_id=document_id, now=self._now())
        if visitor not in (None, found.owner):
            raise LinkDead()
        try:
            async with self._work(readonly=True) as work:
                document = await work.documents.get(document_id, owner=found.owner)
                exports = await work.documents.exports_of(document_id)
                name = await name_of(work, document)
        except DocumentNotFound:
            raise LinkDead() from None
        export = next((each for each in exports if each.id == found.export_id), None)
        if export is None or document.open_lines:
            raise LinkDead()
        return Opened(Download(export, name), found.owner)

    async def fetch(self, export: Export, *, owner: UserId) -> bytes:
        """The file's bytes. Raises FileMissing."""
        return await self._exporter.fetch(export, owner=owner)

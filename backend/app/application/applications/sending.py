from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from app.application.documents.sending import Frozen, SendingService
from app.domain.applications.errors import WrongKindOfDocument
from app.domain.applications.model import SentDocument, SentFile
from app.domain.documents.model import Document, DocumentType
from app.domain.documents.repository import IDocumentRepository
from app.domain.shared.errors import Flaw
from app.domain.shared.ids import DocumentId, UserId


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A document to be sent, what it is to be, and where that was said."""

    document_id: DocumentId
    document_type: DocumentType
    field: str

    def require(self, document: Document) -> None:
        """Raises WrongKindOfDocument."""
        if document.document_type is not self.document_type:
            why = f"This is a {_said(document.document_type)}, and a {_said(self.document_type)} is wanted."
            raise WrongKindOfDocument(why, flaws=(Flaw(self.field, "wrong_kind_of_document", why),))


@dataclass(frozen=True, slots=True)
class Outgoing:
    """Pressed, but nothing counts before it is kept."""

    frozen: Frozen

    async def keep(self, documents: IDocumentRepository, *, now: datetime) -> SentDocument:
        """In the transaction of the application that sends it. Raises Stale."""
        await self.frozen.keep(documents)
        document = self.frozen.document
        made = await documents.exports_of(DocumentId(document.id))
        files = (
            SentFile(format=each.format, sha256=each.sha256, size=each.size)
            for each in made
            if each.layout == document.layout
        )
        return SentDocument(
            document_id=DocumentId(document.id),
            document_type=document.document_type,
            title=document.title,
            version_number=document.version_number,
            files=tuple(files),
            at=now,
        )


class Outbox:
    """Presses what is to go out."""

    def __init__(self, *, sending: SendingService) -> None:
        self._sending = sending

    async def press(self, documents: Sequence[Wanted], *, owner: UserId) -> Sequence[Outgoing]:
        """In the order in which others lock them too. Raises ClaimsUnsupported, DocumentNotFound."""
        ids = sorted((wanted.document_id for wanted in documents), key=str)
        return [Outgoing(await self._sending.prepare(each, owner=owner)) for each in ids]


def _said(kind: DocumentType) -> str:
    return kind.value.replace("_", " ")

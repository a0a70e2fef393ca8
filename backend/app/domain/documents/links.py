"""Addresses that open one file for a while to whoever holds them: a phone's browser bears no token."""

import hmac
import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from uuid import UUID

from app.domain.documents.errors import LinkDead
from app.domain.shared.ids import DocumentId, UserId

_PURPOSE = b"jobwise: links to files, 1"
"""So that the key signs nothing else, and nothing else that the secret signs passes for a link."""
_ID, _MOMENT, _SIGNATURE = 16, 8, 32
_FORM = re.compile(r"[A-Za-z0-9_-]{96}", re.ASCII)
"""72 bytes and no spare bits: one link, one spelling."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileLink:
    """Leads to one file of one document."""

    document_id: DocumentId
    export_id: UUID
    owner: UserId
    expires_at: datetime

    @property
    def said(self) -> bytes:
        """All of it but the document, which its address names."""
        moment = int(self.expires_at.timestamp()).to_bytes(_MOMENT)
        return self.owner.bytes + self.export_id.bytes + moment


@dataclass(frozen=True, slots=True)
class SignedLink:
    text: str
    expires_at: datetime


class FileLinks:
    """Signs links, and knows its own: also those that a key of before has signed."""

    def __init__(self, *, secret: str, life: timedelta, previous: Sequence[str] = ()) -> None:
        self._keys = [hmac.digest(known.encode(), _PURPOSE, sha256) for known in (secret, *previous)]
        self._life = life

    def sign(self, *, document_id: DocumentId, export_id: UUID, owner: UserId, now: datetime) -> SignedLink:
        until = (now + self._life).replace(microsecond=0)
        link = FileLink(document_id=document_id, export_id=export_id, owner=owner, expires_at=until)
        signature = _signature(self._keys[0], document_id, link.said)
        return SignedLink(urlsafe_b64encode(link.said + signature).decode(), until)

    def read(self, text: str, *, document_id: DocumentId, now: datetime) -> FileLink:
        """Raises LinkDead, whatever is wrong with it."""
        if not _FORM.fullmatch(text):
            raise LinkDead()
        data = urlsafe_b64decode(text)
        said, signature = data[:-_SIGNATURE], data[-_SIGNATURE:]
        ours = [hmac.compare_digest(signature, _signature(key, document_id, said)) for key in self._keys]
        if not any(ours):
            raise LinkDead()
        expires = int.from_bytes(said[2 * _ID :])
        if now.timestamp() >= expires:
            raise LinkDead()
        return FileLink(
            document_id=document_id,
            export_id=UUID(bytes=said[_ID : 2 * _ID]),
            owner=UserId(UUID(bytes=said[:_ID])),
            expires_at=datetime.fromtimestamp(expires, UTC),
        )


def _signature(key: bytes, document_id: DocumentId, said: bytes) -> bytes:
    return hmac.digest(key, document_id.bytes + said, sha256)

"""Mails that say what was done with an account: nothing in them opens anything."""

from abc import abstractmethod
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from app.domain.mail.ports import Language
from app.domain.shared.entity import Entity
from app.domain.shared.ids import NoticeId, UserId


class NoticeKind(StrEnum):
    ADDRESS_CHANGED = "address_changed"
    """Goes to the address that the account had before."""
    PASSWORD_CHANGED = "password_changed"
    """By whoever knew the old one, by a mailed link, or by the host."""


@dataclass(slots=True, kw_only=True, eq=False)
class Notice(Entity):
    kind: NoticeKind
    email: str
    """Where the mail goes. Empty as soon as it was sent, or was not to be sent."""
    language: Language
    user_id: UserId
    """Whose account it is about."""
    created_at: datetime
    """When it was done."""
    sent_at: datetime | None = None


class INotices(Protocol):
    @abstractmethod
    async def add(self, notice: Notice) -> None: ...

    @abstractmethod
    async def find(self, notice_id: NoticeId) -> Notice | None: ...

    @abstractmethod
    async def settle(self, notice_id: NoticeId, *, sent_at: datetime | None) -> None:
        """Its mail was sent, or was not to be: the address goes."""

    @abstractmethod
    async def drop_before(self, moment: datetime) -> int:
        """Those that were ordered before it."""

"""Mail that the house sends, whoever carries it."""

from abc import abstractmethod
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from app.domain.shared.errors import Conflict, Invalid, Unavailable


class MailRefused(Invalid):
    """This mail is not taken, and would not be taken later either."""


class MailUnavailable(Unavailable):
    """It was surely not taken; it may be, later."""


class MailUncertain(Conflict):
    """It was handed over, and nobody said whether it was taken: it may be on its way."""


class MailNotConfigured(Unavailable):
    """The host has not said how mail is to be sent."""


class Language(StrEnum):
    """That mails are written in."""

    ENGLISH = "en"
    GERMAN = "de"
    FRENCH = "fr"
    SPANISH = "es"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    """One mail to one mailbox, ready to be sent."""

    id: str
    """The same for the same mail, however often it is tried: its Message-ID is made of it."""
    to: str
    subject: str
    text: str
    html: str


class IMailer(Protocol):
    @abstractmethod
    async def send(self, mail: Mail) -> None:
        """Returns when the other side has taken it, within seconds.

        Raises MailRefused, MailUnavailable, MailUncertain, whose words name no address.
        """

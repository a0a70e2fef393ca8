"""Mails that prove a mailbox, or say what was done: ordered with what they are about, sent afterwards."""

from abc import abstractmethod
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from app.application.identity.work import IIdentityWork
from app.application.work.ports import IDoorbell, Signal
from app.domain.identity.challenges import LIFETIME, PER_MAILBOX, Challenge, IChallengeSecrets, Purpose
from app.domain.identity.model import User
from app.domain.identity.notices import Notice, NoticeKind
from app.domain.mail.ports import Language, MailNotConfigured
from app.domain.shared.ids import UserId, WorkId
from app.domain.shared.time import Now
from app.domain.shared.work import Order, Priority

KIND = "mail"
NOTICE = "notice"
MOST_AT_ONCE = 64
"""A mail does not wait for the other work of its user."""


@dataclass(frozen=True, slots=True)
class Wording:
    subject: str
    text: str
    html: str


class ILetters(Protocol):
    @abstractmethod
    def write(self, purpose: Purpose, language: Language, *, secret: str, good_for: timedelta) -> Wording: ...

    @abstractmethod
    def tell(self, kind: NoticeKind, language: Language, *, at: datetime) -> Wording:
        """What was done, and when."""


class Mailroom:
    """Takes orders for mails, inside the transaction of what they are about."""

    def __init__(self, *, secrets: IChallengeSecrets, bell: IDoorbell, is_configured: bool, now: Now) -> None:
        self.secrets = secrets
        self._bell = bell
        self._is_configured = is_configured
        self._now = now

    def require(self) -> None:
        """Raises MailNotConfigured."""
        if not self._is_configured:
            raise MailNotConfigured("This server is not set up to send mail.")

    async def order(
        self,
        work: IIdentityWork,
        purpose: Purpose,
        email: str,
        *,
        language: Language,
        user_id: UserId | None = None,
    ) -> Challenge:
        """Those before it for the same purpose and mailbox are good no more."""
        now = self._now()
        challenge = self._challenge(purpose, email, language, now)
        challenge.user_id = user_id
        await work.challenges.close(purpose, self.secrets.blinds(email), now=now)
        await work.challenges.add(challenge)
        await work.queue.add(_order(KIND, challenge), now=now)
        return challenge

    async def ask_to_verify(self, work: IIdentityWork, user: User, language: Language) -> Challenge | None:
        """Where mail can be sent at all, and the mailbox has had no more than it may: an account is opened
        without it."""
        if not self._is_configured or not await self._has_room(work, Purpose.VERIFY_EMAIL, user.email):
            return None
        return await self.order(
            work,
            Purpose.VERIFY_EMAIL,
            user.email,
            language=user.language or language,
            user_id=UserId(user.id),
        )

    async def tell(
        self, work: IIdentityWork, kind: NoticeKind, user: User, *, language: Language, email: str = ""
    ) -> Notice | None:
        """What was just done with an account, to the address that it has or, with `email`, had.

        A mailbox gets no more of them than of other mails.
        """
        if not self._is_configured:
            return None
        now, email = self._now(), email or user.email
        if not await self._has_room(work, NOTICE, email):
            return None
        notice = Notice(
            kind=kind,
            email=email,
            language=user.language or language,
            user_id=UserId(user.id),
            created_at=now,
        )
        await work.notices.add(notice)
        await work.queue.add(_order(NOTICE, notice), now=now)
        return notice

    async def _has_room(self, work: IIdentityWork, what: str, email: str) -> bool:
        """Whoever moves an account to and fro, or registers others, fills nobody's mailbox."""
        mailbox, now = self.secrets.blind(email)[:40], self._now()
        for allowance in PER_MAILBOX:
            if await work.allowances.take(f"mail:{what}:{mailbox}:{allowance.seconds}", allowance, now=now):
                return False
        return True

    async def forget(self, work: IIdentityWork, email: str, *purposes: Purpose) -> None:
        """What was mailed there is good no more. Before the account is locked, as everywhere."""
        for purpose in purposes:
            await work.challenges.close(purpose, self.secrets.blinds(email), now=self._now())

    def ring(self, *ordered: Challenge | Notice | None) -> None:
        """After the commit."""
        for each in ordered:
            if each:
                self._bell.ring(Signal.WORK, WorkId(each.id))

    def _challenge(self, purpose: Purpose, email: str, language: Language, now: datetime) -> Challenge:
        challenge = Challenge(
            purpose=purpose,
            mailbox=self.secrets.blind(email),
            email=email,
            language=language,
            digest="",
            created_at=now,
            expires_at=now + LIFETIME[purpose],
        )
        challenge.digest = self.secrets.digest(challenge, self.secrets.secret_of(challenge))
        return challenge


def _order(kind: str, about: Challenge | Notice) -> Order:
    """A mail is sent by one work, which is called after what it is about."""
    return Order(
        id=WorkId(about.id),
        kind=kind,
        subject_id=about.id,
        user_id=about.user_id,
        dedupe_key=f"{kind}:{about.id}",
        priority=Priority.HIGH,
        at_once=MOST_AT_ONCE,
    )

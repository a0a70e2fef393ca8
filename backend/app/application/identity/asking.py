"""Asking for a mail by an address, of which nothing is looked up here: who asks cannot tell whether anybody
has it."""

from dataclasses import dataclass

from app.application.identity.mailing import Mailroom
from app.application.identity.work import IIdentityWork
from app.application.limits import network_of
from app.application.unit_of_work import Opens
from app.domain.identity.challenges import LIFETIME, PER_MAILBOX, Allowance, Purpose, take_or_refuse
from app.domain.identity.model import Origin, canonical_email
from app.domain.mail.ports import Language
from app.domain.shared.time import Now


@dataclass(frozen=True, slots=True)
class AskingLimits:
    """Mails of all purposes in an hour."""

    per_network: int
    in_all: int


class AskingService:
    def __init__(
        self, *, work: Opens[IIdentityWork], mailroom: Mailroom, limits: AskingLimits, now: Now
    ) -> None:
        self._work = work
        self._mailroom = mailroom
        self._per_network = Allowance(limits.per_network, 3_600)
        self._in_all = Allowance(limits.in_all, 3_600)
        self._now = now

    async def ask(self, purpose: Purpose, email: str, *, language: Language, origin: Origin) -> int:
        """For how many seconds what is mailed is good; whether it is mailed shows when it is sent.

        Raises MailNotConfigured, TooManyMails.
        """
        self._mailroom.require()
        email = canonical_email(email)
        async with self._work() as work:
            await self._count(work, purpose, email, origin)
            challenge = await self._mailroom.order(work, purpose, email, language=language)
            await work.commit()
        self._mailroom.ring(challenge)
        return int(LIFETIME[purpose].total_seconds())

    async def _count(self, work: IIdentityWork, purpose: Purpose, email: str, origin: Origin) -> None:
        """One after the other for the same mailbox: the first count holds up whoever else asks for it."""
        blind, now = self._mailroom.secrets.blind, self._now()
        mailbox, network = blind(email)[:40], blind(network_of(origin.address))[:40]
        for allowance in PER_MAILBOX:
            await take_or_refuse(work.allowances, f"mail:{purpose}:{mailbox}", allowance, now=now)
        await take_or_refuse(work.allowances, f"mail:network:{network}", self._per_network, now=now)
        await take_or_refuse(work.allowances, "mail:all", self._in_all, now=now)

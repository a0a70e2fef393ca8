"""Sending what was ordered, at most once.

Before a mail is handed to the mailer that is recorded, in a transaction of its own. Whoever takes the work
over finds the record and cannot know what became of the mail: it is not sent again. What the mailer surely
did not take is tried again later.
"""

import logging
from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import partial

from app.application.identity.mailing import KIND, ILetters
from app.application.identity.work import IIdentityWork
from app.application.unit_of_work import Opens
from app.application.work.failpoints import Failpoint, of_steps, pass_by
from app.application.work.kind import IWorkKind
from app.application.work.run import Apply, Run
from app.domain.identity.challenges import LIFETIME, Challenge, IChallengeSecrets, Purpose
from app.domain.identity.model import User
from app.domain.identity.security import SecurityEvent, SecurityEventKind
from app.domain.mail.ports import IMailer, Mail, MailUnavailable, MailUncertain
from app.domain.shared.ids import ChallengeId, UserId
from app.domain.shared.time import Now
from app.domain.shared.work import END, News, Output, Patience, Step, Work

log = logging.getLogger("jobwise.mail")

PATIENCE = Patience(failures=6, first_delay=5.0, longest_delay=80.0)
"""Five tries within two or three minutes after the first: a code is good for ten."""
AFTER_SEND = "mail.after_send"
"""The other side has it, and nobody has written so down."""


class Outcome(StrEnum):
    SENT = "sent"
    NOT_WANTED = "not_wanted"
    """Nobody's address, a closed account, or too late: only the house knows."""
    UNCERTAIN = "uncertain"
    """It was handed over, and nobody knows what became of it."""


@dataclass(frozen=True, slots=True)
class HandOver:
    epoch: int
    """Of the claim under which it was begun."""


@dataclass(frozen=True, slots=True)
class Delivery:
    outcome: Outcome


SEND = Step("send", Delivery)


def hand_over(attempt: int) -> Step[HandOver]:
    return Step(f"hand_over_{attempt}", HandOver)


def not_taken(attempt: int) -> Step[HandOver]:
    """After this, and only then, there is another attempt."""
    return Step(f"not_taken_{attempt}", HandOver)


FAILPOINTS = (*of_steps([hand_over(0).name]), AFTER_SEND, *of_steps([SEND.name]))


class Posting(IWorkKind[IIdentityWork]):
    """What sending has in common, whatever the mail is about."""

    name: str
    patience: Patience

    def __init__(
        self,
        *,
        work: Opens[IIdentityWork],
        mailer: IMailer,
        letters: ILetters,
        now: Now,
        failpoint: Failpoint = pass_by,
    ) -> None:
        self.lasting = ()
        self.opens = work
        self._mailer = mailer
        self._letters = letters
        self._now = now
        self._failpoint = failpoint

    @abstractmethod
    async def settle(self, unit: IIdentityWork, work: Work, *, sent_at: datetime | None) -> None:
        """It was sent, or was not to be: the address goes."""

    async def begin(self, unit: IIdentityWork, work: Work) -> Sequence[News]:
        return ()

    async def give_up(self, unit: IIdentityWork, work: Work, reason: str) -> Sequence[News]:
        """The dead letter is the failed work."""
        log.error("a mail was given up", extra={"mail": str(work.id), "why": reason})
        await self.settle(unit, work, sent_at=None)
        return [News(END, {"outcome": "failed"})]

    async def _hand_over(
        self, run: Run[IIdentityWork], mail: Mail, begun: Apply[IIdentityWork, HandOver]
    ) -> Outcome:
        """`begun`: written down with that it is handed over. Raises MailUnavailable, MailRefused."""
        attempt, epoch = await self._attempt(run.work), run.work.epoch
        noted = await run.step(hand_over(attempt), partial(_noted, epoch), begun)
        if noted.epoch != epoch:
            log.warning("nobody knows whether a mail was sent", extra={"mail": mail.id})
            return Outcome.UNCERTAIN
        try:
            await self._mailer.send(mail)
        except MailUncertain as error:
            log.warning("nobody knows whether a mail was sent", extra={"mail": mail.id, "why": str(error)})
            return Outcome.UNCERTAIN
        except MailUnavailable:
            await run.step(not_taken(attempt), partial(_noted, epoch), nothing_more)
            raise
        self._failpoint(AFTER_SEND)
        return Outcome.SENT

    async def _attempt(self, work: Work) -> int:
        """How often the mail was surely not taken."""
        async with self.opens(readonly=True) as unit:
            for attempt in range(self.patience.failures):
                if await unit.queue.recall(work.id, not_taken(attempt)) is None:
                    return attempt
        return self.patience.failures

    async def _end(self, run: Run[IIdentityWork], outcome: Outcome, owner: UserId | None) -> None:
        """`owner`: of whom there is a word in the log of security, where it was sent."""

        async def known() -> Output[Delivery]:
            return Output(Delivery(outcome))

        await run.step(SEND, known, partial(self._record, run.work, owner), ends=True)

    async def _record(
        self, work: Work, owner: UserId | None, unit: IIdentityWork, output: Output[Delivery]
    ) -> Sequence[News]:
        outcome, now = output.value.outcome, self._now()
        sent_at = now if outcome is Outcome.SENT else None
        await self.settle(unit, work, sent_at=sent_at)
        if owner and sent_at:
            event = SecurityEventKind.CODE_SENT
            await unit.security.add(SecurityEvent.of(event, at=now, user_id=owner, note=KIND))
        return [News(END, {"outcome": outcome.value})]


class Delivering(Posting):
    """Of what shows that a mailbox is somebody's."""

    name = KIND
    patience = PATIENCE

    def __init__(
        self,
        *,
        work: Opens[IIdentityWork],
        mailer: IMailer,
        letters: ILetters,
        secrets: IChallengeSecrets,
        now: Now,
        failpoint: Failpoint = pass_by,
    ) -> None:
        super().__init__(work=work, mailer=mailer, letters=letters, now=now, failpoint=failpoint)
        self._secrets = secrets

    async def settle(self, unit: IIdentityWork, work: Work, *, sent_at: datetime | None) -> None:
        await unit.challenges.settle(ChallengeId(work.subject_id), sent_at=sent_at)

    async def perform(self, run: Run[IIdentityWork]) -> None:
        challenge, user = await self._load(run.work)
        if challenge is None:
            await self._end(run, Outcome.NOT_WANTED, None)
            return
        mail = self._written(challenge)
        if user is None:
            await self._end(run, Outcome.NOT_WANTED, None)
            return
        owner = UserId(user.id)
        bound = partial(_bind, ChallengeId(run.work.subject_id), owner)
        await self._end(run, await self._hand_over(run, mail, bound), owner)

    async def _load(self, work: Work) -> tuple[Challenge | None, User | None]:
        """And whose account it is, if a mail is wanted there."""
        async with self.opens(readonly=True) as unit:
            challenge = await unit.challenges.find(ChallengeId(work.subject_id))
            if challenge is None or not challenge.email or not challenge.is_open(self._now()):
                return None, None
            user = await unit.users.find_by_email(challenge.email)
        strange = user is None or (challenge.user_id is not None and user.id != challenge.user_id)
        needless = user is not None and user.is_verified and challenge.purpose is Purpose.VERIFY_EMAIL
        if user is None or strange or needless or not user.is_active:
            return challenge, None
        return challenge, user

    def _written(self, challenge: Challenge) -> Mail:
        """Also where it is not sent then: how long this takes tells nobody who has an account."""
        secret, good_for = self._secrets.secret_of(challenge), LIFETIME[challenge.purpose]
        said = self._letters.write(challenge.purpose, challenge.language, secret=secret, good_for=good_for)
        return Mail(
            id=f"{challenge.purpose}.{challenge.id.hex}",
            to=challenge.email,
            subject=said.subject,
            text=said.text,
            html=said.html,
        )


async def _noted(epoch: int) -> Output[HandOver]:
    return Output(HandOver(epoch))


async def _bind(
    challenge_id: ChallengeId, owner: UserId, unit: IIdentityWork, _: Output[HandOver]
) -> Sequence[News]:
    await unit.challenges.bind(challenge_id, user_id=owner)
    return ()


async def nothing_more(_: IIdentityWork, __: Output[HandOver]) -> Sequence[News]:
    return ()

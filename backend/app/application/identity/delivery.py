"""Sending what was ordered, at most once.

Before a mail is handed to the mailer that is recorded, in a transaction of its own. Whoever takes the work
over finds the record and cannot know what became of the mail: it is not sent again. What the mailer surely
did not take is tried again later.
"""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

from app.application.identity.mailing import KIND, ILetters
from app.application.identity.work import IIdentityWork
from app.application.unit_of_work import Opens
from app.application.work.failpoints import Failpoint, of_steps, pass_by
from app.application.work.kind import IWorkKind
from app.application.work.run import Run
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


class Delivering(IWorkKind[IIdentityWork]):
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
        self.name = KIND
        self.lasting = ()
        self.patience = PATIENCE
        self.opens = work
        self._mailer = mailer
        self._letters = letters
        self._secrets = secrets
        self._now = now
        self._failpoint = failpoint

    async def begin(self, unit: IIdentityWork, work: Work) -> Sequence[News]:
        return ()

    async def give_up(self, unit: IIdentityWork, work: Work, reason: str) -> Sequence[News]:
        """The dead letter is the failed work; the address goes with the challenge's use."""
        log.error("a mail was given up", extra={"mail": str(work.id), "why": reason})
        await unit.challenges.settle(ChallengeId(work.subject_id), sent_at=None)
        return [News(END, {"outcome": "failed"})]

    async def perform(self, run: Run[IIdentityWork]) -> None:
        challenge, user = await self._load(run.work)
        if challenge is None:
            await self._end(run, Outcome.NOT_WANTED, None)
            return
        mail = self._written(challenge)
        if user is None:
            await self._end(run, Outcome.NOT_WANTED, None)
            return
        outcome = await self._hand_over(run, mail, UserId(user.id))
        await self._end(run, outcome, user)

    async def _hand_over(self, run: Run[IIdentityWork], mail: Mail, owner: UserId) -> Outcome:
        """Raises MailUnavailable, MailRefused."""
        attempt, epoch = await self._attempt(run.work), run.work.epoch
        bound = partial(_bind, ChallengeId(run.work.subject_id), owner)
        begun = await run.step(hand_over(attempt), partial(_noted, epoch), bound)
        if begun.epoch != epoch:
            log.warning("nobody knows whether a mail was sent", extra={"mail": mail.id})
            return Outcome.UNCERTAIN
        try:
            await self._mailer.send(mail)
        except MailUncertain as error:
            log.warning("nobody knows whether a mail was sent", extra={"mail": mail.id, "why": str(error)})
            return Outcome.UNCERTAIN
        except MailUnavailable:
            await run.step(not_taken(attempt), partial(_noted, epoch), _nothing)
            raise
        self._failpoint(AFTER_SEND)
        return Outcome.SENT

    async def _attempt(self, work: Work) -> int:
        """How often the mail was surely not taken."""
        async with self.opens(readonly=True) as unit:
            for attempt in range(PATIENCE.failures):
                if await unit.queue.recall(work.id, not_taken(attempt)) is None:
                    return attempt
        return PATIENCE.failures

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

    async def _record(
        self, work: Work, user: User | None, unit: IIdentityWork, output: Output[Delivery]
    ) -> Sequence[News]:
        outcome, now = output.value.outcome, self._now()
        sent_at = now if outcome is Outcome.SENT else None
        await unit.challenges.settle(ChallengeId(work.subject_id), sent_at=sent_at)
        if user and sent_at:
            event = SecurityEventKind.CODE_SENT
            await unit.security.add(SecurityEvent.of(event, at=now, user_id=UserId(user.id), note=KIND))
        return [News(END, {"outcome": outcome.value})]

    async def _end(self, run: Run[IIdentityWork], outcome: Outcome, user: User | None) -> None:
        async def known() -> Output[Delivery]:
            return Output(Delivery(outcome))

        await run.step(SEND, known, partial(self._record, run.work, user), ends=True)


async def _noted(epoch: int) -> Output[HandOver]:
    return Output(HandOver(epoch))


async def _bind(
    challenge_id: ChallengeId, owner: UserId, unit: IIdentityWork, _: Output[HandOver]
) -> Sequence[News]:
    await unit.challenges.bind(challenge_id, user_id=owner)
    return ()


async def _nothing(_: IIdentityWork, __: Output[HandOver]) -> Sequence[News]:
    return ()

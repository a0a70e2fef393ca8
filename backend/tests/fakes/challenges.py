from collections.abc import Sequence
from datetime import datetime, timedelta
from math import ceil

from app.domain.identity.challenges import MOST_TRIES, Allowance, Challenge, IAllowances, IChallenges, Purpose
from app.domain.shared.ids import ChallengeId, UserId
from tests.fakes.memory import MemoryUnitOfWork, Shelf


class MemoryChallenges(Shelf[Challenge], IChallenges):
    async def find(self, challenge_id: ChallengeId) -> Challenge | None:
        return self.by_id(challenge_id)

    async def newest(self, purpose: Purpose, mailboxes: Sequence[str]) -> Challenge | None:
        unspent = [c for c in self._at(purpose, mailboxes) if c.spent_at is None]
        return max(unspent, key=lambda c: (c.created_at, str(c.id)), default=None)

    async def take_try(self, challenge_id: ChallengeId, *, now: datetime) -> bool:
        found = self.by_id(challenge_id)
        if found is None or found.spent_at or now >= found.expires_at or found.tries >= MOST_TRIES:
            return False
        found.tries += 1
        self._put(found)
        return True

    async def spend(self, challenge_id: ChallengeId, *, now: datetime) -> bool:
        found = self.by_id(challenge_id)
        if found is None or found.spent_at or now >= found.expires_at:
            return False
        found.spent_at = now
        self._put(found)
        return True

    async def close(self, purpose: Purpose, mailboxes: Sequence[str], *, now: datetime) -> None:
        for challenge in self._at(purpose, mailboxes):
            challenge.spent_at = challenge.spent_at or now
            self._put(challenge)

    async def bind(self, challenge_id: ChallengeId, *, user_id: UserId) -> None:
        if found := self.by_id(challenge_id):
            found.user_id = user_id
            self._put(found)

    async def settle(self, challenge_id: ChallengeId, *, sent_at: datetime | None) -> None:
        if found := self.by_id(challenge_id):
            found.email, found.sent_at = "", sent_at
            self._put(found)

    async def drop_expired(self, *, before: datetime) -> int:
        old = [each.id for each in self.all() if each.expires_at < before]
        for each in old:
            del self._work.entities[each]
        return len(old)

    def _at(self, purpose: Purpose, mailboxes: Sequence[str]) -> list[Challenge]:
        return [c for c in self.all() if c.purpose is purpose and c.mailbox in mailboxes]


class MemoryAllowances(IAllowances):
    def __init__(self, work: MemoryUnitOfWork) -> None:
        self._rows: dict[str, tuple[datetime, int]] = work.rest.setdefault("allowances", {})

    async def take(self, name: str, allowance: Allowance, *, now: datetime) -> int:
        lasts = timedelta(seconds=allowance.seconds)
        began, count = self._rows.get(name, (now, 0))
        if now >= began + lasts:
            began, count = now, 0
        if count >= allowance.limit:
            return max(1, ceil((began + lasts - now).total_seconds()))
        self._rows[name] = (began, count + 1)
        return 0

    async def drop_before(self, moment: datetime) -> int:
        old = [name for name, (began, _) in self._rows.items() if began < moment]
        for name in old:
            del self._rows[name]
        return len(old)

from dataclasses import dataclass
from datetime import datetime

from app.application.generation.work import IGenerationWork
from app.application.unit_of_work import Opens
from app.domain.generation.usage import Allowances, MonthlyUsage, Spent, end_of, month_of
from app.domain.identity.model import Tier
from app.domain.jobs.ports import IHelpBooks
from app.domain.shared.ids import UserId
from app.domain.shared.llm import LLMUsage
from app.domain.shared.time import Now


@dataclass(frozen=True, slots=True, kw_only=True)
class Usage:
    """What a user has used of this month."""

    tier: Tier
    limit: int
    month: MonthlyUsage
    resets_at: datetime
    currency: str


class HelpBooks(IHelpBooks):
    """Counts what is paid for outside of generations to the same month."""

    def __init__(self, *, work: Opens[IGenerationWork], now: Now) -> None:
        self._work = work
        self._now = now

    async def book(self, user_id: UserId, usage: LLMUsage) -> None:
        spent = Spent(tokens=usage.tokens, cost_micros=usage.cost_micros)
        async with self._work() as work:
            await work.usage.spend(user_id, month_of(self._now()), spent)
            await work.commit()


class UsageService:
    def __init__(self, *, work: Opens[IGenerationWork], allowances: Allowances, now: Now) -> None:
        self._work = work
        self._allowances = allowances
        self._now = now

    async def of(self, user_id: UserId) -> Usage:
        month = month_of(self._now())
        async with self._work(readonly=True) as work:
            user = await work.users.get(user_id)
            used = await work.usage.of(user_id, month)
        return Usage(
            tier=user.subscription_tier,
            limit=self._allowances.of(user.subscription_tier).generations,
            month=used,
            resets_at=end_of(month),
            currency=self._allowances.currency,
        )

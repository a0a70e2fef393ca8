from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from app.application.generation.work import IGenerationWork
from app.application.unit_of_work import Opens
from app.domain.generation.calls import LLMCall, ModelUsage
from app.domain.generation.usage import Allowances, MonthlyUsage, end_of, month_of
from app.domain.identity.model import Tier
from app.domain.shared.ids import UserId
from app.domain.shared.page import Page, Slice
from app.domain.shared.time import Now


@dataclass(frozen=True, slots=True, kw_only=True)
class Usage:
    """What a user has used of this month."""

    tier: Tier
    limit: int
    month: MonthlyUsage
    month_cost_limit: int | None
    """In millionths of the currency. None: no bound."""
    models: Sequence[ModelUsage]
    resets_at: datetime
    currency: str


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
            models = await work.calls.by_model(user_id, month)
        allowance = self._allowances.of(user.subscription_tier)
        return Usage(
            tier=user.subscription_tier,
            limit=allowance.generations,
            month=used,
            month_cost_limit=allowance.month_cost_micros,
            models=models,
            resets_at=end_of(month),
            currency=self._allowances.currency,
        )

    async def calls(self, user_id: UserId, part: Slice) -> Page[LLMCall]:
        """What was asked of language models for this user, the newest first."""
        async with self._work(readonly=True) as work:
            return await work.calls.page(user_id, part)

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from app.application.generation.work import IGenerationWork
from app.application.unit_of_work import Opens
from app.domain.generation.calls import HELP, LLMCall, ModelUsage
from app.domain.generation.errors import ConsentNeeded
from app.domain.generation.usage import NOTHING, Allowances, MonthlyUsage, Spent, end_of, month_of
from app.domain.identity.model import Tier
from app.domain.jobs.ports import HelpCall, IHelpBooks
from app.domain.shared.ids import UserId
from app.domain.shared.llm import LLMUsage
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


class HelpBooks(IHelpBooks):
    """Pays for what is asked outside of generations, out of the same months."""

    def __init__(self, *, work: Opens[IGenerationWork], allowances: Allowances, now: Now) -> None:
        self._work = work
        self._allowances = allowances
        self._now = now

    async def set_aside(self, user_id: UserId, most: LLMUsage) -> date | None:
        month = month_of(self._now())
        async with self._work() as work:
            user = await work.users.get(user_id)
            if not user.llm_allowed:
                raise ConsentNeeded(
                    "Your account does not allow that a language model is asked. PATCH /users/me with "
                    '{"llm_allowed": true} allows it.'
                )
            limit = self._allowances.of(user.subscription_tier).month_cost_micros
            if not await work.usage.reserve(user_id, month, most.cost_micros, limit=limit):
                return None
            limit = self._allowances.month_cost_micros
            if not await work.usage.reserve_for_all(month, most.cost_micros, limit=limit):
                return None
            await work.commit()
        return month

    async def book(self, user_id: UserId, month: date, most: LLMUsage, call: HelpCall | None) -> None:
        spent = Spent(tokens=call.usage.tokens, cost_micros=call.usage.cost_micros) if call else NOTHING
        aside = Spent(tokens=most.tokens, cost_micros=most.cost_micros)
        async with self._work() as work:
            await work.usage.settle(user_id, month, aside, spent)
            if call:
                await work.calls.add(self._entry(user_id, month, call))
            await work.commit()

    def _entry(self, user_id: UserId, month: date, call: HelpCall) -> LLMCall:
        return LLMCall(
            user_id=user_id,
            generation_id=None,
            month=month,
            step=HELP,
            prompt=call.prompt,
            provider=call.provider,
            model=call.model,
            outcome=call.outcome,
            input_tokens=call.usage.input_tokens,
            output_tokens=call.usage.output_tokens,
            cost_micros=call.usage.cost_micros,
            seconds=call.seconds,
            at=self._now(),
        )


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

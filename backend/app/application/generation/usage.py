from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from app.application.generation import months
from app.application.generation.consent import require_leave
from app.application.generation.work import IGenerationWork
from app.application.unit_of_work import Opens
from app.domain.generation.calls import CACHED, HELP, LLMCall, ModelUsage
from app.domain.generation.errors import BudgetExhausted, OwnKeyGone
from app.domain.generation.usage import NOTHING, Allowances, MonthlyUsage, Spent, end_of, month_of
from app.domain.identity.model import Tier
from app.domain.jobs.ports import HelpCall, IHelpBooks, KeptAnswer, SetAside
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
    own_key: MonthlyUsage
    """What was paid with a key of the user's own, apart from the rest."""
    own_key_limit: int | None
    models: Sequence[ModelUsage]
    resets_at: datetime
    currency: str


class HelpBooks(IHelpBooks):
    """Pays for what is asked outside of generations, out of the same months."""

    def __init__(self, *, work: Opens[IGenerationWork], allowances: Allowances, now: Now) -> None:
        self._work = work
        self._allowances = allowances
        self._now = now

    async def remembered(self, user_id: UserId, prompt: str, digest: str) -> KeptAnswer | None:
        now = self._now()
        async with self._work(readonly=True) as work:
            require_leave(await work.users.get(user_id))
            kept = await work.answers.find(user_id, digest, now=now)
        if kept is None:
            return None
        call = HelpCall(
            prompt=prompt, provider=kept.provider, model=kept.model, outcome=CACHED, usage=LLMUsage()
        )
        async with self._work() as work:
            await work.calls.add(self._entry(user_id, month_of(now), call))
            await work.commit()
        return kept

    async def set_aside(self, user_id: UserId, most: LLMUsage, *, own_key: bool = False) -> SetAside | None:
        month = month_of(self._now())
        async with self._work() as work:
            user = await work.users.get(user_id)
            try:
                await months.reserve(work, user, month, most.cost_micros, self._allowances, own_key=own_key)
            except (BudgetExhausted, OwnKeyGone):
                return None
            await work.commit()
        return SetAside(month=month, most=most, own_key=own_key)

    async def book(
        self, user_id: UserId, aside: SetAside, call: HelpCall | None, *, answer: KeptAnswer | None = None
    ) -> None:
        spent = Spent(tokens=call.usage.tokens, cost_micros=call.usage.cost_micros) if call else NOTHING
        most = Spent(tokens=aside.most.tokens, cost_micros=aside.most.cost_micros)
        async with self._work() as work:
            await months.settle(work, user_id, aside.month, most, spent, own_key=aside.own_key)
            if call:
                await work.calls.add(self._entry(user_id, aside.month, call, own_key=aside.own_key))
            if answer:
                await work.answers.keep(user_id, answer, now=self._now())
            await work.commit()

    def _entry(self, user_id: UserId, month: date, call: HelpCall, *, own_key: bool = False) -> LLMCall:
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
            own_key=own_key,
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
            own, key = await work.usage.own(user_id, month), await work.llm_keys.find(user_id)
        allowance = self._allowances.of(user.subscription_tier)
        return Usage(
            tier=user.subscription_tier,
            limit=allowance.generations,
            month=used,
            month_cost_limit=allowance.month_cost_micros,
            own_key=own,
            own_key_limit=key.month_limit_micros if key else None,
            models=models,
            resets_at=end_of(month),
            currency=self._allowances.currency,
        )

    async def calls(self, user_id: UserId, part: Slice) -> Page[LLMCall]:
        """What was asked of language models for this user, the newest first."""
        async with self._work(readonly=True) as work:
            return await work.calls.page(user_id, part)

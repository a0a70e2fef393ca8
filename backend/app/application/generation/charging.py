"""A month's generations: charged when they are asked for, given back when nothing comes of them."""

from collections.abc import Iterable
from datetime import datetime

from app.application.generation import months
from app.application.generation.work import IGenerationWork
from app.domain.generation.calls import LOST, LLMCall, lost
from app.domain.generation.errors import QuotaExceeded
from app.domain.generation.model import Generation
from app.domain.generation.parts import WriterCall
from app.domain.generation.usage import OWN_RUN, Allowance, Allowances, Charge, end_of
from app.domain.shared.ids import GenerationId


async def charge(
    unit: IGenerationWork, generation: Generation, allowances: Allowances, *, now: datetime
) -> Allowance:
    """Count it against its owner's month, and give it the budget of their tier. Raises QuotaExceeded."""
    user_id, month = generation.user_id, generation.month
    allowance = allowances.of((await unit.users.get(user_id)).subscription_tier)
    if not await unit.usage.charge(user_id, month, limit=allowance.generations):
        raise _exceeded(allowance.generations, resets_at=end_of(month), now=now)
    if generation.options.use_llm and (key := await unit.llm_keys.find(user_id)):
        generation.own_key = key.provider in allowances.own_keys
    generation.charge = Charge.CHARGED
    generation.budget = OWN_RUN if generation.own_key else allowance.budget
    return allowance


async def give_back(unit: IGenerationWork, generation: Generation, *, now: datetime) -> None:
    """Once, whoever asks and how often: the generation itself knows, and its save or removal is fenced."""
    await write_off(unit, generation, now=now)
    if generation.refund():
        await unit.usage.refund(generation.user_id, generation.month)


async def write_off(unit: IGenerationWork, generation: Generation, *, now: datetime) -> None:
    """Whoever had paid calls under way is not there any more: they are entered at their most."""
    if left := generation.write_off():
        owner, own_key = generation.user_id, generation.own_key
        await months.settle(unit, owner, generation.month, left, left, own_key=own_key)
        await enter(unit, generation, [lost(left)], step=LOST, now=now)


async def enter(
    unit: IGenerationWork, generation: Generation, calls: Iterable[WriterCall], *, step: str, now: datetime
) -> None:
    """In the books, in the transaction that records what came of them."""
    for call in calls:
        entry = LLMCall.of(
            call,
            user_id=generation.user_id,
            generation_id=GenerationId(generation.id),
            month=generation.month,
            step=step,
            at=now,
        )
        entry.own_key = generation.own_key
        await unit.calls.add(entry)


def _exceeded(limit: int, *, resets_at: datetime, now: datetime) -> QuotaExceeded:
    seconds = -(-(resets_at - now).total_seconds() // 1)
    return QuotaExceeded(
        f"All {limit} generations of this month are used.",
        limit=limit,
        seconds=max(1, int(seconds)),
        details={"limit": limit, "resets_at": resets_at.isoformat().replace("+00:00", "Z")},
    )

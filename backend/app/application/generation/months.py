"""What paid calls come to in a month: whose money it is decides which books it stands in."""

from datetime import date

from app.application.generation.consent import require_leave
from app.application.generation.work import IGenerationWork
from app.domain.generation.errors import Budget, BudgetExhausted, OwnKeyGone
from app.domain.generation.usage import Allowances, Spent
from app.domain.identity.model import User
from app.domain.shared.ids import UserId


async def reserve(
    unit: IGenerationWork, user: User, month: date, cost_micros: int, allowances: Allowances, *, own_key: bool
) -> None:
    """Out of every budget, or of none: who is refused leaves the unit of work. In this order, lest two wait
    for each other. With a key of the user's own, out of their own budget alone.

    Raises ConsentNeeded, BudgetExhausted, OwnKeyGone.
    """
    require_leave(user)
    user_id = UserId(user.id)
    if own_key:
        key = await unit.llm_keys.find(user_id)
        if key is None:
            raise OwnKeyGone("The key is not there any more with which this was to be asked.")
        limit = key.month_limit_micros
        if not await unit.usage.reserve_own(user_id, month, cost_micros, limit=limit):
            raise _short(Budget.OWN_MONTH)
        return
    limit = allowances.of(user.subscription_tier).month_cost_micros
    if not await unit.usage.reserve(user_id, month, cost_micros, limit=limit):
        raise _short(Budget.USER_MONTH)
    limit = allowances.month_cost_micros
    if not await unit.usage.reserve_for_all(month, cost_micros, limit=limit):
        raise _short(Budget.INSTALLATION_MONTH)


async def settle(
    unit: IGenerationWork, user_id: UserId, month: date, most: Spent, spent: Spent, *, own_key: bool
) -> None:
    """A call for which so much was set aside came to that."""
    booked = unit.usage.settle_own if own_key else unit.usage.settle
    await booked(user_id, month, most, spent)


def _short(budget: Budget) -> BudgetExhausted:
    return BudgetExhausted("What may be spent this month does not suffice.", budget)

from datetime import datetime

from pydantic import Field

from app.domain.identity.model import Tier
from app.presentation.api.generations.services import Usages
from app.presentation.dependencies import CurrentUser
from app.presentation.routing import Access, area, rules
from app.presentation.schemas import Out

router = area("/users", "users")


class UsageOut(Out):
    subscription_tier: Tier
    generations_used: int = Field(description="This month; what failed or was cancelled does not count")
    generations_limit: int
    generations_remaining: int
    resets_at: datetime
    token_usage: int = Field(description="Of this month's generations")
    cost_micros: int = Field(description="Of this month's generations, in millionths of `currency`")
    currency: str


@router.get("/me/usage", **rules(Access.USER))
async def get_my_usage(user_id: CurrentUser, usages: Usages) -> UsageOut:
    """What you have used of this month, and when the next one begins. Months are UTC's."""
    usage = await usages.of(user_id)
    return UsageOut(
        subscription_tier=usage.tier,
        generations_used=usage.month.used,
        generations_limit=usage.limit,
        generations_remaining=max(0, usage.limit - usage.month.used),
        resets_at=usage.resets_at,
        token_usage=usage.month.tokens,
        cost_micros=usage.month.cost_micros,
        currency=usage.currency,
    )

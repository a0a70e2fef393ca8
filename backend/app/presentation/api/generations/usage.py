from datetime import datetime
from typing import Literal
from uuid import UUID

from pydantic import Field

from app.domain.generation.calls import LLMCall
from app.domain.identity.model import Tier
from app.domain.shared.page import Page
from app.presentation.api.generations.services import Usages
from app.presentation.dependencies import CurrentUser, Part
from app.presentation.routing import Access, area, rules
from app.presentation.schemas import Out, PageOut

router = area("/users", "users")


class ModelUsageOut(Out):
    provider: str
    model: str
    calls: int
    input_tokens: int
    output_tokens: int
    cost_micros: int
    own_key: bool = Field(description="With a key of your own")


class OwnKeyUsageOut(Out):
    token_usage: int
    cost_micros: int
    reserved_micros: int = Field(description="Set aside for paid calls under way")
    month_limit_micros: int | None = Field(description="As you set it; null: no bound, or no key")


class UsageOut(Out):
    subscription_tier: Tier
    generations_used: int = Field(description="This month; what failed or was cancelled does not count")
    generations_limit: int
    generations_remaining: int
    resets_at: datetime
    token_usage: int = Field(description="Of this month, without what your own key paid")
    cost_micros: int = Field(
        description="Of this month, without what your own key paid, in millionths of `currency`"
    )
    reserved_micros: int = Field(
        description="Set aside for paid calls under way, at the most that they can cost; in millionths of "
        "`currency`"
    )
    month_cost_limit_micros: int | None = Field(
        description="The most that your paid calls may come to in a month; null: no bound"
    )
    own_key: OwnKeyUsageOut = Field(description="What your own key paid this month")
    models: list[ModelUsageOut] = Field(
        description="Of `token_usage` and `cost_micros`, and of `own_key`, what each language model's calls "
        "came to, the dearest first. Without a name: calls that nobody knows the end of, at their most"
    )
    currency: str


class LLMCallOut(Out):
    """One paid call: what it was for and what it cost. What was asked and said is not kept with it."""

    id: UUID
    generation_id: UUID | None = Field(description="Null when it was deleted since")
    step: str = Field(description="`lost`: the process died, and nobody knows what came of it")
    prompt: str = Field(description="Which instructions, with their version")
    provider: str
    model: str
    outcome: Literal["answered", "unusable", "uncertain", "cached"] = Field(
        description="`cached`: the same was asked before, and cost nothing this time"
    )
    input_tokens: int
    output_tokens: int
    cost_micros: int
    seconds: float
    at: datetime
    own_key: bool = Field(description="Whether it was made with a key of your own, and paid by you")


class LLMCallPageOut(PageOut[LLMCallOut]): ...


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
        reserved_micros=usage.month.reserved_micros,
        month_cost_limit_micros=usage.month_cost_limit,
        own_key=OwnKeyUsageOut(
            token_usage=usage.own_key.tokens,
            cost_micros=usage.own_key.cost_micros,
            reserved_micros=usage.own_key.reserved_micros,
            month_limit_micros=usage.own_key_limit,
        ),
        models=[ModelUsageOut.model_validate(each) for each in usage.models],
        currency=usage.currency,
    )


@router.get("/me/llm-calls", response_model=LLMCallPageOut, **rules(Access.USER))
async def list_my_llm_calls(user_id: CurrentUser, part: Part, usages: Usages) -> Page[LLMCall]:
    """What language models were asked for you and what it cost, the newest first."""
    return await usages.calls(user_id, part)

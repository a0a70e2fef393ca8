"""A key of one's own to a provider of language models."""

from datetime import datetime
from typing import Annotated, Literal

from fastapi import Body, Depends
from pydantic import Field, StringConstraints

from app.application.identity.llm_keys import LLMKeyService
from app.domain.identity.llm_keys import LLMKey
from app.presentation.dependencies import CurrentOrigin, CurrentUser, service
from app.presentation.routing import Access, area, rules
from app.presentation.schemas import In, Out

router = area("/users/me/llm-key", "users")
LLMKeys = Annotated[LLMKeyService, Depends(service(lambda services: services.llm_keys))]
Secret = Annotated[str, StringConstraints(min_length=12, max_length=400, pattern=r"^[\x21-\x7E]+$")]
EXAMPLE = {
    "openai": {
        "value": {"provider": "openai", "key": "sk-not-a-key-of-anybody", "month_limit_micros": 5_000_000}
    }
}


class LLMKeyIn(In):
    provider: Literal["openai", "openrouter", "anthropic", "gemini"]
    key: Secret = Field(description="Kept encrypted, and never shown again")
    month_limit_micros: Annotated[int, Field(ge=0, le=1_000_000_000_000)] | None = Field(
        None,
        description="The most that your calls with it may come to in a month, in millionths of the currency "
        "that `/users/me/usage` names; null: no bound",
    )


class LLMKeyOut(Out):
    provider: str
    last_four: str = Field(description="The end of the key, to know it by", examples=["body"])
    month_limit_micros: int | None
    updated_at: datetime


class LLMKeyStandingOut(Out):
    providers: list[str] = Field(
        description="Whose keys this installation lets you bring; none where it does not want it"
    )
    key: LLMKeyOut | None = Field(description="Yours; null where there is none")


@router.get("", **rules(Access.USER))
async def get_my_llm_key(user_id: CurrentUser, keys: LLMKeys) -> LLMKeyStandingOut:
    """Whether you brought a key, and whose you may bring. The key itself is never shown."""
    return _standing(keys, await keys.find(user_id))


@router.put("", **rules(Access.USER, 403, 422, session_only=True))
async def put_my_llm_key(
    body: Annotated[LLMKeyIn, Body(openapi_examples=EXAMPLE)],
    user_id: CurrentUser,
    origin: CurrentOrigin,
    keys: LLMKeys,
) -> LLMKeyStandingOut:
    """Have language models asked with a key of your own, in place of the one that there is: what you ask
    for with `use_llm` is then paid by you, out of the bound that you set, and counts in no budget of this
    installation. That your account allows it at all (`llm_allowed`) is a setting of its own."""
    key = await keys.put(
        user_id,
        provider=body.provider,
        secret=body.key,
        month_limit_micros=body.month_limit_micros,
        origin=origin,
    )
    return _standing(keys, key)


@router.delete("", status_code=204, **rules(Access.USER, session_only=True))
async def delete_my_llm_key(user_id: CurrentUser, origin: CurrentOrigin, keys: LLMKeys) -> None:
    """Forget it. Runs under way ask nothing more with it, and nobody else pays for them instead."""
    await keys.remove(user_id, origin=origin)


def _standing(keys: LLMKeyService, key: LLMKey | None) -> LLMKeyStandingOut:
    shown = LLMKeyOut.model_validate(key) if key else None
    return LLMKeyStandingOut(providers=list(keys.providers), key=shown)

"""Personal access tokens: for scripts of one's own."""

from datetime import datetime, timedelta
from typing import Annotated
from uuid import UUID

from fastapi import Body, Request, Response
from pydantic import Field

from app.domain.identity.access_tokens import LONGEST_LIFE, PREFIX, TokenScope
from app.domain.shared.ids import SessionId
from app.presentation.api.identity.schemas import AccessTokens
from app.presentation.dependencies import CurrentOrigin, CurrentUser, CurrentVisitor, Part
from app.presentation.routing import Access, area, rules
from app.presentation.schemas import In, Name, Out, PageOut

router = area("/users/me/access-tokens", "auth")
EXAMPLE = {"reader": {"value": {"name": "Nightly backup", "scopes": ["read"], "expires_in_days": 90}}}


class NewAccessToken(In):
    name: Name = Field(description="What it is for", examples=["Nightly backup"])
    scopes: Annotated[list[TokenScope], Field(min_length=1, max_length=len(TokenScope))] = Field(
        description="`read` is for GET, `write` for all other methods; `admin`, beside them, for what only "
        "admins may"
    )
    expires_in_days: int = Field(ge=1, le=LONGEST_LIFE.days)


class AccessTokenOut(Out):
    id: UUID
    name: str
    scopes: list[TokenScope]
    created_at: datetime
    expires_at: datetime
    last_used_at: datetime | None = Field(description="To the minute")


class MadeAccessTokenOut(AccessTokenOut):
    access_token: str = Field(
        description="Shown this once", examples=[f"{PREFIX}tVq0Z7h3c9Jm2xW4n8Kb5sRd1Lf6yP0gG1p2"]
    )


class AccessTokenPageOut(PageOut[AccessTokenOut]): ...


@router.get("", **rules(Access.USER))
async def list_access_tokens(user_id: CurrentUser, part: Part, tokens: AccessTokens) -> AccessTokenPageOut:
    """Your own that are good, the newest first; not the tokens themselves, which nobody knows but you."""
    page = part.of(await tokens.live(user_id))
    items = [AccessTokenOut.model_validate(token) for token in page.items]
    return AccessTokenPageOut(items=items, total=page.total, limit=page.limit, offset=page.offset)


@router.post("", status_code=201, **rules(Access.USER, 403, 409))
async def create_access_token(
    body: Annotated[NewAccessToken, Body(openapi_examples=EXAMPLE)],
    response: Response,
    visitor: CurrentVisitor,
    origin: CurrentOrigin,
    tokens: AccessTokens,
) -> MadeAccessTokenOut:
    """A token that acts as you, within its scopes, until it expires or you revoke it. It never signs in,
    makes other tokens, or erases the account."""
    token, secret = await tokens.make(
        visitor.user_id,
        via=visitor.session_id,
        name=body.name,
        scopes=body.scopes,
        life=timedelta(days=body.expires_in_days),
        origin=origin,
    )
    response.headers["Location"] = f"/api/v1/users/me/access-tokens/{token.id}"
    shown = AccessTokenOut.model_validate(token)
    return MadeAccessTokenOut(**shown.model_dump(), access_token=secret)


@router.delete("/{token_id}", status_code=204, **rules(Access.USER, 404))
async def revoke_access_token(
    token_id: UUID, request: Request, user_id: CurrentUser, origin: CurrentOrigin, tokens: AccessTokens
) -> None:
    """It is refused from now on."""
    await tokens.revoke(token_id, owner=user_id, origin=origin)
    request.app.state.doorman.forget(SessionId(token_id))

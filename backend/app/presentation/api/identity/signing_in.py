from typing import Annotated, Literal

from fastapi import Body, Cookie, Form, Request, Response
from pydantic import Field

from app.application.identity.pairs import TokenPair
from app.domain.identity.errors import InvalidToken
from app.presentation.api.identity.delivery import COOKIE, Delivery, drop_cookie
from app.presentation.api.identity.languages import CurrentCaller, CurrentLanguage
from app.presentation.api.identity.schemas import (
    Accounts,
    Identity,
    KnownAddress,
    NewAddress,
    NewPassword,
    OwnOut,
    Password,
    PasswordChange,
    PersonName,
    Token,
    TokenPairOut,
)
from app.presentation.dependencies import CurrentOrigin, CurrentUser, CurrentVisitor
from app.presentation.limits import count_account
from app.presentation.routing import Access, Rate, area, rules
from app.presentation.schemas import In, Short

router = area("/auth", "auth")
REFRESH = {"by body": {"value": {"refresh_token": "the refresh_token that you were given"}}}


class Registration(In):
    email: NewAddress
    password: NewPassword = Field(examples=["Correct-Horse-7"])
    full_name: PersonName = Field(examples=["Ada Byron"])


class Credentials(In):
    email: KnownAddress = Field(examples=["ada@example.com"])
    password: Password = Field(examples=["Correct-Horse-7"])


class PasswordForm(In):
    """OAuth2's password grant. There are no clients or scopes here: what is said of them is not read."""

    grant_type: Literal["password"] | None = None
    username: KnownAddress = Field(description="The e-mail address", examples=["ada@example.com"])
    password: Password = Field(examples=["Correct-Horse-7"])
    scope: Short = ""
    client_id: Short | None = None
    client_secret: Short | None = None


class Refresh(In):
    refresh_token: Token | None = Field(
        None,
        description="Left out when it is in the cookie",
        examples=["the refresh_token that you were given"],
    )


@router.post(
    "/register",
    status_code=201,
    response_model=TokenPairOut,
    **rules(Access.PUBLIC, 403, 409, 422, rate=Rate.REGISTER),
)
async def register_user(
    body: Registration,
    response: Response,
    origin: CurrentOrigin,
    language: CurrentLanguage,
    identity: Identity,
    delivery: Delivery,
) -> TokenPair:
    """Make an account; the answer signs in to it, and a mail asks to confirm the address."""
    pair = await identity.register(
        email=body.email,
        password=body.password,
        full_name=body.full_name,
        origin=origin,
        language=language,
    )
    response.headers["Location"] = "/api/v1/auth/me"
    return delivery.of(pair, response)


@router.post("/login", response_model=TokenPairOut, **rules(Access.PUBLIC, 401, 403, rate=Rate.SIGN_IN))
async def log_in(
    body: Credentials,
    request: Request,
    response: Response,
    origin: CurrentOrigin,
    identity: Identity,
    delivery: Delivery,
) -> TokenPair:
    await count_account(request, body.email)
    pair = await identity.login(email=body.email, password=body.password, origin=origin)
    return delivery.of(pair, response)


@router.post("/token", response_model=TokenPairOut, **rules(Access.PUBLIC, 401, 403, rate=Rate.SIGN_IN))
async def create_token(
    form: Annotated[PasswordForm, Form()],
    request: Request,
    response: Response,
    origin: CurrentOrigin,
    identity: Identity,
    delivery: Delivery,
) -> TokenPair:
    """Log in by OAuth2's password form, as Swagger UI's Authorize button does."""
    await count_account(request, form.username)
    pair = await identity.login(email=form.username, password=form.password, origin=origin)
    return delivery.of(pair, response)


@router.post("/refresh", response_model=TokenPairOut, **rules(Access.PUBLIC, 401, 403, rate=Rate.REFRESH))
async def refresh_tokens(
    response: Response,
    origin: CurrentOrigin,
    identity: Identity,
    delivery: Delivery,
    body: Annotated[Refresh | None, Body(openapi_examples=REFRESH)] = None,
    kept: Annotated[str | None, Cookie(alias=COOKIE, max_length=2_000)] = None,
) -> TokenPair:
    """Trade a refresh token for a new pair. Whoever did not hear the answer may ask again within ten
    seconds, and gets the same; using one later than that ends its session."""
    given = body.refresh_token if body else None
    if given is None and delivery.by_cookie:
        given = kept
    if not given:
        raise InvalidToken("A refresh token is needed.")
    return delivery.of(await identity.refresh(given, origin=origin), response)


@router.post("/logout", status_code=204, **rules(Access.USER))
async def log_out(visitor: CurrentVisitor, request: Request, response: Response, identity: Identity) -> None:
    """End this session: its access and refresh tokens are refused from now on."""
    await identity.logout(visitor.session_id, owner=visitor.user_id)
    drop_cookie(request, response)
    request.app.state.doorman.forget(visitor.session_id)


@router.post("/change-password", status_code=204, **rules(Access.USER, 403, 409, 422, rate=Rate.PASSWORD))
async def change_password(
    body: PasswordChange,
    visitor: CurrentVisitor,
    request: Request,
    caller: CurrentCaller,
    accounts: Accounts,
) -> None:
    """Every other session of yours ends with it, and so does every personal access token, unless you keep
    them: whoever knew the old password may have made one. This session stays. A mail says what was done."""
    await accounts.change_password(
        visitor.user_id,
        via=visitor.session_id,
        current_password=body.current_password,
        new_password=body.new_password,
        keep_access_tokens=body.keep_access_tokens,
        origin=caller.origin,
        language=caller.language,
    )
    request.app.state.doorman.forget_user(visitor.user_id)


@router.get("/me", **rules(Access.USER))
async def get_me(user_id: CurrentUser, accounts: Accounts) -> OwnOut:
    return OwnOut.of(*await accounts.own(user_id))

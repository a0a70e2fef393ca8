from typing import Annotated, Literal

from fastapi import Form, Request, Response
from pydantic import Field

from app.application.identity.service import TokenPair
from app.domain.identity.model import User
from app.presentation.api.identity.schemas import (
    Accounts,
    Identity,
    KnownAddress,
    NewAddress,
    Password,
    PasswordChange,
    Token,
    UserOut,
)
from app.presentation.dependencies import CurrentOrigin, CurrentUser, CurrentVisitor
from app.presentation.limits import count_account
from app.presentation.routing import Access, Rate, area, rules
from app.presentation.schemas import In, Name, Out, Short

router = area("/auth", "auth")


class Registration(In):
    email: NewAddress
    password: Password = Field(examples=["Correct-Horse-7"])
    full_name: Name = Field(examples=["Ada Byron"])


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
    refresh_token: Token = Field(examples=["the refresh_token that you were given"])


class TokenPairOut(Out):
    access_token: str
    refresh_token: str
    token_type: str = "bearer"
    expires_in: int
    user: UserOut


@router.post(
    "/register",
    status_code=201,
    response_model=TokenPairOut,
    **rules(Access.PUBLIC, 409, 422, rate=Rate.REGISTER),
)
async def register_user(
    body: Registration, response: Response, origin: CurrentOrigin, identity: Identity
) -> TokenPair:
    """Make an account; the answer signs in to it."""
    response.headers["Location"] = "/api/v1/auth/me"
    return await identity.register(
        email=body.email, password=body.password, full_name=body.full_name, origin=origin
    )


@router.post("/login", response_model=TokenPairOut, **rules(Access.PUBLIC, 401, rate=Rate.SIGN_IN))
async def log_in(body: Credentials, request: Request, origin: CurrentOrigin, identity: Identity) -> TokenPair:
    await count_account(request, body.email)
    return await identity.login(email=body.email, password=body.password, origin=origin)


@router.post("/token", response_model=TokenPairOut, **rules(Access.PUBLIC, 401, rate=Rate.SIGN_IN))
async def create_token(
    form: Annotated[PasswordForm, Form()], request: Request, origin: CurrentOrigin, identity: Identity
) -> TokenPair:
    """Log in by OAuth2's password form, as Swagger UI's Authorize button does."""
    await count_account(request, form.username)
    return await identity.login(email=form.username, password=form.password, origin=origin)


@router.post("/refresh", response_model=TokenPairOut, **rules(Access.PUBLIC, 401, rate=Rate.REFRESH))
async def refresh_tokens(body: Refresh, origin: CurrentOrigin, identity: Identity) -> TokenPair:
    """Trade a refresh token for a new pair. Using one twice ends its session."""
    return await identity.refresh(body.refresh_token, origin=origin)


@router.post("/logout", status_code=204, **rules(Access.USER))
async def log_out(visitor: CurrentVisitor, request: Request, identity: Identity) -> None:
    """End this session: its access and refresh tokens are refused from now on."""
    await identity.logout(visitor.session_id)
    request.app.state.doorman.forget(visitor.session_id)


@router.post("/change-password", status_code=204, **rules(Access.USER, 403, 409, 422, rate=Rate.PASSWORD))
async def change_password(
    body: PasswordChange, visitor: CurrentVisitor, request: Request, accounts: Accounts
) -> None:
    """Every other session of yours ends with it; this one stays."""
    await accounts.change_password(
        visitor.user_id,
        via=visitor.session_id,
        current_password=body.current_password,
        new_password=body.new_password,
    )
    request.app.state.doorman.forget_user(visitor.user_id)


@router.get("/me", response_model=UserOut, **rules(Access.USER))
async def get_me(user_id: CurrentUser, accounts: Accounts) -> User:
    return await accounts.get(user_id)

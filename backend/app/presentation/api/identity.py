from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from email_validator import EmailNotValidError, validate_email
from fastapi import Depends, Form, Request, Response
from pydantic import AfterValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError

from app.application.identity.service import IdentityService, TokenPair
from app.domain.identity.model import Role, Tier, User, canonical_email
from app.presentation.dependencies import CurrentUser, CurrentVisitor, service
from app.presentation.routing import Access, area, rules
from app.presentation.schemas import In, Name, NoControl, Out, Short, senseless

router = area("/auth", "auth")
Identity = Annotated[IdentityService, Depends(service(lambda services: services.identity))]


def _is_address(value: str) -> str:
    try:
        return validate_email(canonical_email(value), check_deliverability=False).normalized
    except EmailNotValidError as error:
        raise senseless(str(error)) from error


def _maybe_address(value: str) -> str:
    """Spelled as at registration; what is no address at all is nobody's."""
    try:
        return _is_address(value)
    except PydanticCustomError:
        return value


Address = Annotated[
    str,
    StringConstraints(max_length=254, pattern=r"^[^@\s]+@[^@\s]+\.[^@\s]+$"),
    Field(json_schema_extra={"format": "email"}, examples=["ada@example.com"]),
]
NewAddress = Annotated[Address, AfterValidator(_is_address)]
KnownAddress = Annotated[
    str, StringConstraints(min_length=1, max_length=320), NoControl, AfterValidator(_maybe_address)
]
Password = Annotated[str, StringConstraints(min_length=1, max_length=200), NoControl]
Token = Annotated[str, StringConstraints(min_length=1, max_length=2_000), NoControl]


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


class UserOut(Out):
    id: UUID
    email: str
    full_name: str
    role: Role
    subscription_tier: Tier
    is_active: bool
    is_verified: bool
    created_at: datetime
    updated_at: datetime


class TokenPairOut(Out):
    access_token: str
    refresh_token: str
    token_type: str = "bearer"
    expires_in: int
    user: UserOut


@router.post("/register", status_code=201, response_model=TokenPairOut, **rules(Access.PUBLIC, 409, 422))
async def register_user(body: Registration, response: Response, identity: Identity) -> TokenPair:
    """Make an account; the answer signs in to it."""
    response.headers["Location"] = "/api/v1/auth/me"
    return await identity.register(email=body.email, password=body.password, full_name=body.full_name)


@router.post("/login", response_model=TokenPairOut, **rules(Access.PUBLIC, 401))
async def log_in(body: Credentials, identity: Identity) -> TokenPair:
    return await identity.login(email=body.email, password=body.password)


@router.post("/token", response_model=TokenPairOut, **rules(Access.PUBLIC, 401))
async def create_token(form: Annotated[PasswordForm, Form()], identity: Identity) -> TokenPair:
    """Log in by OAuth2's password form, as Swagger UI's Authorize button does."""
    return await identity.login(email=form.username, password=form.password)


@router.post("/refresh", response_model=TokenPairOut, **rules(Access.PUBLIC, 401))
async def refresh_tokens(body: Refresh, identity: Identity) -> TokenPair:
    """Trade a refresh token for a new pair. Using one twice ends its session."""
    return await identity.refresh(body.refresh_token)


@router.post("/logout", status_code=204, **rules(Access.USER))
async def log_out(visitor: CurrentVisitor, request: Request, identity: Identity) -> None:
    """End this session: its access and refresh tokens are refused from now on."""
    await identity.logout(visitor.session_id)
    request.app.state.doorman.forget(visitor.session_id)


@router.get("/me", response_model=UserOut, **rules(Access.USER))
async def get_me(user_id: CurrentUser, identity: Identity) -> User:
    return await identity.get(user_id)

import re
from collections.abc import Sequence
from datetime import datetime
from typing import Annotated
from uuid import UUID

from email_validator import EmailNotValidError, validate_email
from fastapi import Depends
from pydantic import AfterValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError

from app.application.identity.access_tokens import AccessTokenService
from app.application.identity.accounts import AccountService
from app.application.identity.provider_sign_in import ProviderSignInService
from app.application.identity.service import IdentityService
from app.application.identity.sessions import SessionService
from app.domain.identity.model import NO_PASSWORD, Role, Tier, User, canonical_email
from app.domain.identity.passwords import LONGEST_PASSWORD
from app.domain.identity.providers import LinkedIdentity
from app.domain.mail.ports import Language
from app.presentation.dependencies import service
from app.presentation.schemas import In, Name, NoControl, Out, PageOut, Patch, senseless

Identity = Annotated[IdentityService, Depends(service(lambda services: services.identity))]
AccessTokens = Annotated[AccessTokenService, Depends(service(lambda services: services.access_tokens))]
Google = Annotated[ProviderSignInService, Depends(service(lambda services: services.google))]
Accounts = Annotated[AccountService, Depends(service(lambda services: services.accounts))]
Sessions = Annotated[SessionService, Depends(service(lambda services: services.sessions))]


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
_TURNS = re.compile("[\u202a-\u202e\u2066-\u2069]")


def _straight(name: str) -> str:
    """Others read it: in a list it must not turn round what stands beside it."""
    if _TURNS.search(name):
        raise senseless("Marks that turn the direction of what follows are not allowed in a name.")
    return name


PersonName = Annotated[Name, AfterValidator(_straight)]
Password = Annotated[str, StringConstraints(min_length=1, max_length=200), NoControl]
NewPassword = Annotated[str, StringConstraints(min_length=1, max_length=LONGEST_PASSWORD), NoControl]
Token = Annotated[str, StringConstraints(min_length=1, max_length=2_000), NoControl]


class UserOut(Out):
    id: UUID
    email: str
    full_name: str
    role: Role
    subscription_tier: Tier
    is_active: bool
    is_verified: bool
    llm_allowed: bool = Field(
        description="Whether a language model may be asked for this account, where a request says `use_llm`"
    )
    language: Language | None = Field(
        description="That mails are written in: at first that of the registration. Null: that of whoever "
        "causes a mail"
    )
    created_at: datetime
    updated_at: datetime


class LinkedOut(Out):
    provider: str = Field(examples=["google"])
    created_at: datetime = Field(description="When it was linked")


class OwnOut(UserOut):
    has_password: bool = Field(description="False for who has only ever signed in by mail or with Google")
    identities: list[LinkedOut] = Field(
        description="Of providers, that open the account; a password reset ends them, until the next sign-in "
        "with one whose address is proven to be this account's"
    )

    @classmethod
    def of(cls, user: User, linked: Sequence[LinkedIdentity]) -> "OwnOut":
        known = UserOut.model_validate(user).model_dump()
        identities = [LinkedOut.model_validate(each) for each in linked]
        return cls(**known, has_password=user.hashed_password != NO_PASSWORD, identities=identities)


class TokenPairOut(Out):
    access_token: str
    refresh_token: str = Field(description="Empty when it went into a cookie")
    token_type: str = "bearer"
    expires_in: int
    user: UserOut


class PublicUserOut(Out):
    """What anybody may know of somebody whose id they know."""

    id: UUID
    full_name: str
    created_at: datetime


class UserPageOut(PageOut[UserOut]): ...


class OwnIn(In):
    full_name: PersonName = Field(examples=["Ada Lovelace"])


class OwnPatch(Patch):
    full_name: PersonName = Field("", examples=["Ada Lovelace"])
    email: NewAddress = ""
    llm_allowed: bool = Field(
        False, description="Allow that requests with `use_llm` are sent to the language model, or no longer"
    )
    language: Language = Field(Language.ENGLISH, description="That mails to you are to be written in")
    current_password: Password = Field("", description="Needed for another e-mail address")


class PasswordChange(In):
    current_password: Password = Field(examples=["Correct-Horse-7"])
    new_password: NewPassword = Field(examples=["Better-Battery-8"])
    keep_access_tokens: bool = Field(
        False, description="Leave your personal access tokens as they are: when nobody else knew the password"
    )


class NewUser(In):
    email: NewAddress
    password: NewPassword = Field(examples=["Correct-Horse-7"])
    full_name: PersonName = Field(examples=["Grace Hopper"])
    role: Role = Role.USER
    subscription_tier: Tier = Tier.FREE


class UserPatch(Patch):
    full_name: PersonName = ""
    email: NewAddress = ""
    role: Role = Role.USER
    subscription_tier: Tier = Tier.FREE
    is_active: bool = True


class SessionOut(Out):
    id: UUID
    device: str = Field(description="What the client called itself", examples=["JobWise/2.1 (iPhone)"])
    address: str = Field(description="The IP address that it last came from")
    current: bool = Field(description="Whether it is the one that asks")
    created_at: datetime
    last_used_at: datetime = Field(description="When it last signed in or refreshed its tokens")
    expires_at: datetime


class SessionPageOut(PageOut[SessionOut]): ...

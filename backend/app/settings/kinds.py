"""What settings are made of."""

from enum import StrEnum
from typing import Annotated

from limits import parse
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from app.application.limits import Limit

OFF = "off"
HostName = Annotated[str, StringConstraints(pattern=r"^(\*\.)?[A-Za-z0-9._:\[\]-]+$", to_lower=True)]


def _limit(given: object) -> object:
    if given == OFF:
        return None
    if not isinstance(given, str):
        return given
    try:
        limit = parse(given)
    except ValueError:
        raise ValueError(f"{given!r} is neither like 10/minute or 5 per 15 minutes nor {OFF}") from None
    if limit.amount < 1:
        raise ValueError(f"{given!r} lets nobody in: {OFF} lets everybody in")
    return Limit(limit.amount, limit.get_expiry())


Rate = Annotated[Limit | None, BeforeValidator(_limit)]


class Environment(StrEnum):
    DEVELOPMENT = "development"
    TEST = "test"
    PRODUCTION = "production"


class TierSettings(BaseModel):
    """What a tier gives. As JSON, of which what is not said stays as it is."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    generations: int = Field(ge=0, le=1_000_000)
    """A month."""
    tokens: int = Field(ge=0, le=100_000_000)
    """That one generation may spend on paid calls."""
    cost_micros: int = Field(ge=0, le=1_000_000_000)
    """The same in millionths of `currency`."""
    month_cost_micros: int = Field(ge=0, le=1_000_000_000_000)
    """That all of a user's paid calls may come to in a month."""
    at_once: int = Field(ge=1, le=64)
    """Runs of one user."""


class LLMProvider(StrEnum):
    OPENAI = "openai"
    OPENROUTER = "openrouter"
    OLLAMA = "ollama"
    ANTHROPIC = "anthropic"
    GEMINI = "gemini"


class TokenPrice(BaseModel):
    """Of a million tokens."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    input: float = Field(ge=0, le=10_000)
    output: float = Field(ge=0, le=10_000)
    cached: float | None = Field(None, ge=0, le=10_000)


class RateSettings(BaseModel):
    """How often somebody may ask, by what for. As JSON, of which what is not said stays as it is."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    usual: Rate = Limit(100, 60)
    """By user; by address for those who are not signed in. So are the others, where nothing else is said."""
    generate: Rate = Limit(10, 3_600)
    upload: Rate = Limit(60, 3_600)
    password: Rate = Limit(10, 900)
    """With a password of one's own to be said again."""
    sign_in: Rate = Limit(30, 60)
    """By address, whoever asks; as registration and renewal."""
    account: Rate = Limit(10, 900)
    """Sign-ins to one account, wherever from."""
    registration: Rate = Limit(20, 3_600)
    refresh: Rate = Limit(60, 60)

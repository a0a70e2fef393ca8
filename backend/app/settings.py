"""What the host decides. Every setting is an environment variable, or a line of `.env`, with this prefix."""

import os
import re
from difflib import get_close_matches
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Literal, Self

from dotenv import dotenv_values
from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    SecretStr,
    StringConstraints,
    ValidationError,
    ValidationInfo,
    field_validator,
    model_validator,
)
from pydantic_core import ErrorDetails
from pydantic_settings import BaseSettings, SettingsConfigDict, SettingsError

PREFIX = "JOBWISE_"
DEVELOPMENT_SECRET = "a-development-secret-that-production-refuses"
SHORTEST_SECRET = 32
DATABASES = ("sqlite+aiosqlite:///", "postgresql+asyncpg://")
EMBEDDED_SLOTS = 2
STORES = ("s3://", "gs://", "az://", "file:///")
REDIS = ("redis://", "rediss://", "unix://")
WebOrigin = Annotated[str, StringConstraints(pattern=r"^(\*|https?://[^/\s]+)$")]


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


class Settings(BaseSettings):
    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_file=".env", extra="ignore", hide_input_in_errors=True
    )

    environment: Environment = Environment.DEVELOPMENT
    data_dir: Path = Path("var")
    """Where the embedded database, the exported files and the lock live."""
    database_url: str = ""
    """Empty: SQLite in `data_dir`. PostgreSQL: `postgresql+asyncpg://user:password@host/name`."""
    database_pool: int = Field(20, ge=2, le=200)
    """Connections that this process may hold to PostgreSQL."""
    storage_url: str = ""
    """Empty: files in `data_dir`. Else `s3://bucket/folder`, or `file:///a/shared/folder`."""
    storage_endpoint: str = ""
    """Of an S3 that is not Amazon's. Empty: what `AWS_ENDPOINT_URL_S3` or `AWS_ENDPOINT_URL` says."""
    storage_seconds: float = Field(10, ge=0.1, le=120)
    """How long one file may take to be written or read, with all retries."""
    redis_url: str = ""
    """Empty: one process, or many that look now and then. Else their doorbell."""
    secret_key: SecretStr = SecretStr(DEVELOPMENT_SECRET)
    """Signs the tokens. At least 32 characters outside development."""
    link_seconds: int = Field(900, ge=1, le=604_800)
    """How long the address of an exported file opens it without a token."""
    cpu_seconds: float = Field(20, ge=1, le=600)
    """Of a processor, that one rendering, reading or judging may take."""
    bcrypt_cost: int = Field(12, ge=4, le=16)
    host: str = "127.0.0.1"
    port: int = Field(8000, ge=0, le=65535)
    cors_origins: list[WebOrigin] = []
    """A JSON list, such as `["https://app.example.com"]`."""
    docs: bool = True
    """Swagger UI at /docs, the schema at /openapi.json."""
    metrics: bool = True
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    log_json: bool = False
    work_slots: int | None = Field(None, ge=0, le=64)
    """Runs at once in this process; 0 leaves them to `jobwise worker`. By itself 2, and 0 with a Redis."""
    work_lease_seconds: float = Field(15, gt=0, le=600)
    work_sweep_seconds: float = Field(1, gt=0, le=60)
    worker_metrics_port: int = Field(0, ge=0, le=65535)
    """Where a `jobwise worker` answers Prometheus; 0 for nowhere."""
    housekeeping: bool = True
    """Once a day, by whichever process is first: old runs, expired replies and files of nobody go."""
    streams_per_user: int = Field(30, ge=1, le=10_000)
    """Event streams at once, in one process."""
    tier_free: TierSettings = TierSettings(
        generations=50, tokens=60_000, cost_micros=100_000, month_cost_micros=2_000_000, at_once=2
    )
    """`{"generations": 20}` changes that alone."""
    tier_premium: TierSettings = TierSettings(
        generations=500, tokens=120_000, cost_micros=500_000, month_cost_micros=25_000_000, at_once=4
    )
    tier_enterprise: TierSettings = TierSettings(
        generations=5_000, tokens=240_000, cost_micros=2_000_000, month_cost_micros=250_000_000, at_once=8
    )
    llm_provider: LLMProvider | None = None
    """Who words resumes for those who ask for it. Without one nothing leaves the machine. Its key comes from
    `OPENAI_API_KEY`, `OPENROUTER_API_KEY`, `ANTHROPIC_API_KEY` or `GEMINI_API_KEY`."""
    llm_base_url: str = ""
    """Where another server speaks the protocol of the provider: vLLM, a gateway. Of Ollama also
    `OLLAMA_BASE_URL`."""
    llm_model_writing: str = ""
    """Empty: the provider's usual one, where there is one."""
    llm_model_analysis: str = ""
    llm_fallback: list[Annotated[str, StringConstraints(min_length=1, max_length=120)]] = []
    """A JSON list of models of the same provider, asked in turn when the first does not take a call."""
    llm_prices: dict[str, TokenPrice] = {}
    """What a million tokens cost, as JSON: `{"some-model": {"input": 0.5, "output": 2}}`, in `currency`."""
    llm_seconds: float = Field(60, ge=1, le=600)
    """The most that one call may take."""
    llm_month_cost_micros: int | None = Field(None, ge=0, le=1_000_000_000_000_000)
    """The most that all paid calls of everybody may come to in a month, in millionths of `currency`."""
    currency: Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")] = "USD"
    """ISO 4217, of what paid calls cost."""
    max_body_bytes: int = Field(4 * 1024 * 1024, ge=1024)
    shutdown_seconds: int = Field(5, ge=1, le=60)

    @property
    def slots(self) -> int:
        """Runs at once in this process."""
        return self.work_slots or 0

    @field_validator("database_url")
    @classmethod
    def _one_of_two_databases(cls, url: str) -> str:
        if url and not url.startswith(DATABASES):
            raise ValueError(f"must begin with {' or '.join(DATABASES)}")
        return url

    @field_validator("storage_url")
    @classmethod
    def _a_store(cls, url: str) -> str:
        if url and not url.startswith(STORES):
            raise ValueError(f"must begin with {', '.join(STORES)}")
        return url

    @field_validator("storage_endpoint")
    @classmethod
    def _an_endpoint(cls, url: str) -> str:
        if url and not url.startswith(("http://", "https://")):
            raise ValueError("must begin with http:// or https://")
        return url

    @field_validator("redis_url")
    @classmethod
    def _a_redis(cls, url: str) -> str:
        if url and not url.startswith(REDIS):
            raise ValueError(f"must begin with {', '.join(REDIS)}")
        return url

    @field_validator("tier_free", "tier_premium", "tier_enterprise", mode="before")
    @classmethod
    def _with_the_rest(cls, given: object, info: ValidationInfo) -> object:
        usual = cls.model_fields[info.field_name or ""].default
        return usual.model_dump() | given if isinstance(given, dict) else given

    @field_validator("llm_provider", "llm_month_cost_micros", mode="before")
    @classmethod
    def _nobody(cls, given: object) -> object:
        """What is left empty is not said. Nought is a bound."""
        return None if given == "" else given

    @field_validator("log_level", mode="before")
    @classmethod
    def _in_capitals(cls, level: object) -> object:
        return level.upper() if isinstance(level, str) else level

    @model_validator(mode="after")
    def _complete(self) -> Self:
        if self.work_slots is None:
            self.work_slots = 0 if self.redis_url else EMBEDDED_SLOTS
        if not self.database_url:
            self.database_url = f"sqlite+aiosqlite:///{self.data_dir / 'jobwise.db'}"
        secret = self.secret_key.get_secret_value()
        if self.environment is Environment.PRODUCTION and (
            secret == DEVELOPMENT_SECRET or len(secret) < SHORTEST_SECRET
        ):
            raise ValueError(
                f"{PREFIX}SECRET_KEY must be set to {SHORTEST_SECRET} random characters or more: "
                "try `openssl rand -hex 32`"
            )
        return self


class SettingsRefused(ValueError):
    """A setting that makes no sense; or that nobody reads, and would be silently without effect."""


def load_settings(**given: object) -> Settings:
    """Settings from the environment. Raises SettingsRefused, which names the variable and the reason."""
    names = {PREFIX + name.upper() for name in Settings.model_fields}
    present = {*os.environ, *dotenv_values(".env")}
    strays = sorted(
        name for name in present if name.upper().startswith(PREFIX) and name.upper() not in names | TEST_ONLY
    )
    if strays:
        raise SettingsRefused("; ".join(_advice(stray, names) for stray in strays))
    try:
        return Settings(**given)  # type: ignore[arg-type]
    except ValidationError as error:
        raise SettingsRefused("; ".join(_complaint(flaw) for flaw in error.errors())) from None
    except SettingsError as error:
        name = re.search(r'field "(\w+)"', str(error))
        raise SettingsRefused(f"{PREFIX}{name[1].upper() if name else ''}: must be JSON") from None


TEST_ONLY = {PREFIX + "TEST_POSTGRES", PREFIX + "FAILPOINT"}


def _complaint(flaw: ErrorDetails) -> str:
    message = flaw["msg"].removeprefix("Value error, ")
    return f"{PREFIX}{str(flaw['loc'][0]).upper()}: {message}" if flaw["loc"] else message


def _advice(stray: str, names: set[str]) -> str:
    bare = [name.removeprefix(PREFIX) for name in names]
    near = get_close_matches(stray.upper().removeprefix(PREFIX), bare, n=1)
    return f"unknown setting {stray}" + (f" (did you mean {PREFIX}{near[0]}?)" if near else "")

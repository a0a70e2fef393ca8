"""Every setting is an environment variable, or a line of `.env`, with this prefix."""

from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import (
    Field,
    IPvAnyNetwork,
    SecretStr,
    StringConstraints,
    ValidationInfo,
    field_validator,
    model_validator,
)
from pydantic_settings import BaseSettings, SettingsConfigDict

from app.settings.addresses import (
    CONSOLE,
    SENDGRID,
    DatabaseUrl,
    Endpoint,
    Mailbox,
    MailUrl,
    ProviderUrl,
    RedisUrl,
    ReturnAddress,
    SafeUrl,
    StorageUrl,
    WebAddress,
    WebOrigin,
)
from app.settings.kinds import (
    Environment,
    HostName,
    LLMProvider,
    RateSettings,
    TierSettings,
    TokenPrice,
)

PREFIX = "JOBWISE_"
DEVELOPMENT_SECRET = "a-development-secret-that-production-refuses"
SHORTEST_SECRET = 32
EMBEDDED_SLOTS = 2
LOOPBACK = ("127.0.0.1", "::1", "localhost")


class Settings(BaseSettings):
    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_file=".env", extra="ignore", hide_input_in_errors=True
    )

    environment: Environment = Environment.DEVELOPMENT
    data_dir: Path = Path("var")
    """Where the embedded database, the exported files and the lock live."""
    database_url: DatabaseUrl = ""
    """Empty: SQLite in `data_dir`. PostgreSQL: `postgresql+asyncpg://user:password@host/name`."""
    database_pool: int = Field(20, ge=2, le=200)
    """Connections that this process may hold to PostgreSQL."""
    database_seconds: float = Field(2, ge=0.5, le=60)
    """How long a request waits for a connection to PostgreSQL, or for a lock; a quarter longer for a
    statement."""
    storage_url: StorageUrl = ""
    """Empty: files in `data_dir`. Else `s3://bucket/folder`, or `file:///a/shared/folder`."""
    storage_endpoint: Endpoint = ""
    """Of an S3 that is not Amazon's. Empty: what `AWS_ENDPOINT_URL_S3` or `AWS_ENDPOINT_URL` says."""
    storage_seconds: float = Field(10, ge=0.1, le=120)
    """How long one file may take to be written or read, with all retries."""
    redis_url: RedisUrl = ""
    """Empty: one process, or many that look now and then. Else their doorbell."""
    mail_url: MailUrl = SecretStr("")
    """`smtp://user:password@host:587` (STARTTLS), `smtps://` (TLS), `smtp+plain://`, `sendgrid` or `console`.
    Empty: the console, and in production none."""
    mail_from: Mailbox = Field("JobWise <jobwise@localhost>", max_length=320)
    mail_seconds: float = Field(10, ge=0.1, le=120)
    """How long the other side may take for one mail."""
    sendgrid_key: SecretStr = SecretStr("")
    sendgrid_url: WebAddress = "https://api.sendgrid.com"
    public_url: WebAddress = "http://127.0.0.1:8000"
    """Of the web application that links in mails lead to."""
    mails_per_network: int = Field(60, ge=1, le=1_000_000)
    """That one IP address, or IPv6 network, may ask for in an hour."""
    mails_in_all: int = Field(2_000, ge=1, le=100_000_000)
    """That everybody together may ask for in an hour."""
    secret_key: SecretStr = SecretStr(DEVELOPMENT_SECRET)
    """Signs the tokens, and makes what is mailed. At least 32 characters outside development."""
    previous_secret_keys: list[SecretStr] = Field([], max_length=10)
    """What was signed or mailed with one of these stays good for its time. A JSON list; a key that is taken
    out of it is dead."""
    google_client_id: str = ""
    """Empty: nobody signs in with Google."""
    google_client_secret: SecretStr = SecretStr("")
    google_callback_url: SafeUrl = ""
    """This API's `/api/v1/oauth/google/callback`, as browsers and Google know it."""
    google_discovery_url: SafeUrl = "https://accounts.google.com/.well-known/openid-configuration"
    sign_in_returns: list[ReturnAddress] = []
    """Where a browser may be sent after it has signed in, each to the letter. A JSON list."""
    link_seconds: int = Field(900, ge=1, le=604_800)
    """How long the address of an exported file opens it without a token."""
    cpu_seconds: float = Field(20, ge=1, le=600)
    """Of a processor, that one rendering, reading or judging may take."""
    bcrypt_cost: int = Field(12, ge=4, le=16)
    host: str = "127.0.0.1"
    port: int = Field(8000, ge=0, le=65535)
    single_user: bool = False
    """No token is needed, and all is one local user's: at this machine's own address alone."""
    cors_origins: list[WebOrigin] = []
    """A JSON list, such as `["https://app.example.com"]`."""
    hosts: list[HostName] = []
    """The names that it is asked by, as a JSON list; `*.example.com` for all below. Empty: any."""
    trusted_proxies: list[IPvAnyNetwork] = []
    """Whose X-Forwarded-For and X-Forwarded-Proto are believed: a JSON list of networks. Empty: nobody's."""
    rate_limits: RateSettings = RateSettings()
    """`{"usual": "200/minute", "generate": "off"}` changes those alone."""
    docs: bool | None = None
    """Swagger UI at /docs, the schema at /openapi.json. By itself not in production."""
    metrics: bool | None = None
    """At /metrics. By itself not in production, unless there is a token for it."""
    metrics_token: SecretStr = SecretStr("")
    """Empty: /metrics asks for none."""
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
    security_days: int = Field(400, ge=1, le=10_000)
    """How long it is kept what happened to accounts and their locks."""
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
    llm_base_url: ProviderUrl = ""
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
    llm_own_keys: dict[LLMProvider, ProviderUrl] = {}
    """Whose keys people may bring, to be asked with for themselves: a JSON list, such as `["openai"]`, or an
    object that names another server that speaks the provider's protocol. Empty: nobody's."""
    currency: Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")] = "USD"
    """ISO 4217, of what paid calls cost."""
    resume_files: int = Field(20, ge=1, le=1_000)
    """Uploaded resumes that one person may keep."""
    resume_bytes: int = Field(50 * 1024 * 1024, ge=1024, le=10_000_000_000)
    """The same in bytes, all of them together."""
    ocr: Annotated[str, StringConstraints(min_length=1, max_length=400)] = "auto"
    """Who recognises the letters of scans: `auto` is Tesseract where it is installed, `off` nobody, else the
    program's path."""
    max_body_bytes: int = Field(4 * 1024 * 1024, ge=1024)
    shutdown_seconds: int = Field(5, ge=1, le=60)

    @property
    def slots(self) -> int:
        """Runs at once in this process."""
        return self.work_slots or 0

    @property
    def mail_transport(self) -> str:
        """Nothing where mail cannot be sent."""
        by_itself = "" if self.environment is Environment.PRODUCTION else CONSOLE
        return self.mail_url.get_secret_value() or by_itself

    @property
    def signing_keys(self) -> list[str]:
        """The one that signs, and those that did before."""
        return [key.get_secret_value() for key in (self.secret_key, *self.previous_secret_keys)]

    @field_validator("tier_free", "tier_premium", "tier_enterprise", mode="before")
    @classmethod
    def _with_the_rest(cls, given: object, info: ValidationInfo) -> object:
        usual = cls.model_fields[info.field_name or ""].default
        return usual.model_dump() | given if isinstance(given, dict) else given

    @field_validator("llm_own_keys", mode="before")
    @classmethod
    def _where_they_are_themselves(cls, given: object) -> object:
        return dict.fromkeys(given, "") if isinstance(given, list) else given

    @field_validator("llm_own_keys")
    @classmethod
    def _providers(cls, given: dict[LLMProvider, str]) -> dict[LLMProvider, str]:
        if LLMProvider.OLLAMA in given:
            raise ValueError("ollama asks for no key")
        return given

    @field_validator("llm_provider", "llm_month_cost_micros", mode="before")
    @classmethod
    def _nobody(cls, given: object) -> object:
        """What is left empty is not said. Nought is a bound."""
        return None if given == "" else given

    @field_validator("rate_limits", mode="before")
    @classmethod
    def _with_the_other_rates(cls, given: object) -> object:
        return dict(RateSettings()) | given if isinstance(given, dict) else given

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
        outside = self.environment is not Environment.PRODUCTION
        self.docs = outside if self.docs is None else self.docs
        if self.metrics is None:
            self.metrics = outside or bool(self.metrics_token.get_secret_value())
        if self.single_user:
            self._require_local()
        self._require_whole_mail()
        if self.google_client_id and not (
            self.google_callback_url and self.google_client_secret.get_secret_value()
        ):
            raise ValueError(
                f"{PREFIX}GOOGLE_CLIENT_ID needs {PREFIX}GOOGLE_CLIENT_SECRET and {PREFIX}GOOGLE_CALLBACK_URL"
            )
        if self.environment is Environment.PRODUCTION and any(map(_is_weak, self.signing_keys)):
            raise ValueError(
                f"{PREFIX}SECRET_KEY must be set to {SHORTEST_SECRET} random characters or more, and so must "
                "each of the previous ones: try `openssl rand -hex 32`"
            )
        return self

    def _require_whole_mail(self) -> None:
        transport, production = self.mail_transport, self.environment is Environment.PRODUCTION
        if transport == SENDGRID and not self.sendgrid_key.get_secret_value():
            raise ValueError(f"{PREFIX}SENDGRID_KEY must be set where {PREFIX}MAIL_URL is {SENDGRID}")
        if production and transport == CONSOLE:
            raise ValueError(
                f"{PREFIX}MAIL_URL must not be {CONSOLE} in production: its log would hold codes"
            )
        missing = {"mail_from", "public_url"} - self.model_fields_set
        if production and transport and missing:
            names = " and ".join(PREFIX + name.upper() for name in sorted(missing))
            raise ValueError(f"{names} must be set where {PREFIX}MAIL_URL is")

    def _require_local(self) -> None:
        if self.host not in LOOPBACK:
            raise ValueError(f"{PREFIX}SINGLE_USER wants a {PREFIX}HOST that is {', '.join(LOOPBACK)}")
        if "*" in self.cors_origins:
            raise ValueError(f"{PREFIX}SINGLE_USER wants {PREFIX}CORS_ORIGINS by name, not *")


def _is_weak(secret: str) -> bool:
    return secret == DEVELOPMENT_SECRET or len(secret) < SHORTEST_SECRET

"""What happened to accounts and their locks, for those who look after them. Written once, never changed."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.domain.identity.model import NOWHERE, Origin
from app.domain.shared.entity import Entity
from app.domain.shared.ids import UserId


class SecurityEventKind(StrEnum):
    REGISTERED = "registered"
    SIGNED_IN = "signed_in"
    SIGN_IN_FAILED = "sign_in_failed"
    SIGNED_OUT = "signed_out"
    TOKEN_REUSED = "token_reused"
    """A spent refresh token came again: its session was ended."""
    SESSION_REVOKED = "session_revoked"
    PASSWORD_CHANGED = "password_changed"
    PASSWORD_RESET = "password_reset"
    EMAIL_CHANGED = "email_changed"
    EMAIL_VERIFIED = "email_verified"
    CODE_SENT = "code_sent"
    CODE_REFUSED = "code_refused"
    IDENTITY_LINKED = "identity_linked"
    ACCESS_TOKEN_MADE = "access_token_made"
    ACCESS_TOKEN_REVOKED = "access_token_revoked"
    LLM_KEY_PUT = "llm_key_put"
    LLM_KEY_REMOVED = "llm_key_removed"
    ROLE_CHANGED = "role_changed"
    TIER_CHANGED = "tier_changed"
    ACCOUNT_CREATED = "account_created"
    ACCOUNT_CLOSED = "account_closed"
    ACCOUNT_REOPENED = "account_reopened"
    ACCOUNT_ERASED = "account_erased"
    ACCOUNT_EXPORTED = "account_exported"
    LIMIT_REACHED = "limit_reached"


@dataclass(slots=True, kw_only=True, eq=False)
class SecurityEvent(Entity):
    kind: SecurityEventKind
    at: datetime
    user_id: UserId | None = None
    """Whose account; no foreign key, and forgotten when the account is erased."""
    actor_id: UserId | None = None
    """Who did it, where it was somebody else."""
    address: str = ""
    device: str = ""
    note: str = ""
    """A word or two of our own, such as `password` or `free -> premium`: never what somebody typed."""

    @classmethod
    def of(
        cls,
        kind: SecurityEventKind,
        *,
        at: datetime,
        user_id: UserId | None = None,
        actor_id: UserId | None = None,
        origin: Origin = NOWHERE,
        note: str = "",
    ) -> "SecurityEvent":
        return cls(
            kind=kind,
            at=at,
            user_id=user_id,
            actor_id=actor_id,
            address=origin.address,
            device=origin.device,
            note=note,
        )

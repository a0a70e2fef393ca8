from dataclasses import dataclass
from datetime import datetime
from math import ceil

from app.domain.identity.model import ACCESS_LIFETIME, Session, User
from app.domain.identity.ports import Claims, ITokens, TokenKind
from app.domain.shared.ids import SessionId, UserId


@dataclass(frozen=True, slots=True)
class TokenPair:
    access_token: str
    refresh_token: str
    expires_in: int
    """Seconds that the access token is good for."""
    user: User


class Pairs:
    """Issues what a session gives at its present turn: nothing but the session decides what it is, so that
    the same turn gives the same pair however often it is asked."""

    def __init__(self, tokens: ITokens) -> None:
        self._tokens = tokens

    def of(self, user: User, session: Session, *, now: datetime) -> TokenPair:
        issued = session.last_used_at
        access_ends = issued + ACCESS_LIFETIME

        def token(kind: TokenKind, expires_at: datetime) -> str:
            who, via = UserId(user.id), SessionId(session.id)
            return self._tokens.issue(Claims(kind, who, via, session.turn, issued, expires_at))

        return TokenPair(
            access_token=token(TokenKind.ACCESS, access_ends),
            refresh_token=token(TokenKind.REFRESH, session.expires_at),
            expires_in=ceil((access_ends - now).total_seconds()),
            user=user,
        )

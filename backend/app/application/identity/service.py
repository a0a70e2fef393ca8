from dataclasses import dataclass
from datetime import datetime

from app.application.identity.opening import NewAccount
from app.application.identity.work import IIdentityWork
from app.application.unit_of_work import Opens
from app.domain.identity.errors import InvalidCredentials, InvalidToken
from app.domain.identity.model import (
    ACCESS_LIFETIME,
    NO_SESSION,
    NOWHERE,
    Origin,
    Session,
    User,
    canonical_email,
)
from app.domain.identity.ports import Claims, IPasswordHasher, ITokens, TokenKind, Visitor
from app.domain.shared.ids import SessionId, UserId
from app.domain.shared.time import Now


@dataclass(frozen=True, slots=True)
class TokenPair:
    access_token: str
    refresh_token: str
    expires_in: int
    """Seconds that the access token is good for."""
    user: User


class IdentityService:
    """Signing in and out, and what proves that somebody did."""

    def __init__(
        self, *, work: Opens[IIdentityWork], passwords: IPasswordHasher, tokens: ITokens, now: Now
    ) -> None:
        self._work = work
        self._passwords = passwords
        self._tokens = tokens
        self._now = now

    async def register(
        self, *, email: str, password: str, full_name: str, origin: Origin = NOWHERE
    ) -> TokenPair:
        """Make an account and sign in to it. Raises EmailTaken, PasswordTooWeak."""
        new = NewAccount(email=email, password=password, full_name=full_name)
        user = await new.open(self._passwords, now=self._now)
        session = Session.begin(user_id=UserId(user.id), origin=origin, now=user.created_at)
        async with self._work() as work:
            await work.users.add(user)
            await work.sessions.add(session)
            await work.commit()
        return self._pair(user, session)

    async def login(self, *, email: str, password: str, origin: Origin = NOWHERE) -> TokenPair:
        """Open a session. Raises InvalidCredentials, and takes as long whatever was wrong."""
        async with self._work(readonly=True) as work:
            user = await work.users.find_by_email(canonical_email(email))
        matches = await self._passwords.matches(password, user.hashed_password if user else None)
        if user is None or not matches or not user.is_active:
            raise InvalidCredentials("The e-mail address or the password is wrong.")
        session = Session.begin(user_id=UserId(user.id), origin=origin, now=self._now())
        async with self._work() as work:
            await work.sessions.add(session)
            await work.commit()
        return self._pair(user, session)

    async def refresh(self, refresh_token: str, *, origin: Origin = NOWHERE) -> TokenPair:
        """Trade a refresh token for a new pair, once. One that was spent before ends its session."""
        now = self._now()
        claims = self._tokens.read(refresh_token, TokenKind.REFRESH, now=now)
        async with self._work() as work:
            session = await work.sessions.find(claims.session_id, owner=claims.user_id, lock=True)
            if session is None:
                raise InvalidToken("The token is not valid.")
            rotated = session.rotate(claims.turn, origin=origin, now=now)
            user = await work.users.get(session.user_id)
            await work.sessions.save(session)
            await work.commit()
        if not rotated or not user.is_active:
            raise InvalidToken("The token is not valid.")
        return self._pair(user, session)

    async def logout(self, session_id: SessionId, *, owner: UserId) -> None:
        """Raises InvalidToken where it has ended. Who never signed in has nothing to end."""
        if session_id == NO_SESSION:
            return
        async with self._work() as work:
            session = await work.sessions.find(session_id, owner=owner, lock=True)
            if session is None:
                raise InvalidToken("This session has ended.")
            session.revoke(now=self._now())
            await work.sessions.save(session)
            await work.commit()

    async def visitor(self, access_token: str) -> tuple[Visitor, datetime]:
        """Who bears this token, and until when it is good. Raises InvalidToken."""
        now = self._now()
        claims = self._tokens.read(access_token, TokenKind.ACCESS, now=now)
        async with self._work(readonly=True) as work:
            visitor = await work.sessions.visitor(claims.session_id, now=now)
        if visitor is None or visitor.user_id != claims.user_id:
            raise InvalidToken("The token is not valid.")
        return visitor, claims.expires_at

    def _pair(self, user: User, session: Session) -> TokenPair:
        now = self._now()

        def token(kind: TokenKind, expires_at: datetime) -> str:
            who, via = UserId(user.id), SessionId(session.id)
            return self._tokens.issue(Claims(kind, who, via, session.turn, now, expires_at))

        return TokenPair(
            access_token=token(TokenKind.ACCESS, now + ACCESS_LIFETIME),
            refresh_token=token(TokenKind.REFRESH, session.expires_at),
            expires_in=int(ACCESS_LIFETIME.total_seconds()),
            user=user,
        )

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from app.application.identity.work import IIdentityWork
from app.application.unit_of_work import Opens
from app.domain.identity.errors import InvalidCredentials, InvalidToken, UserNotFound
from app.domain.identity.model import (
    ACCESS_LIFETIME,
    Role,
    Session,
    Tier,
    User,
    canonical_email,
    require_strong,
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
    """Who is who: accounts, and the sessions that prove them."""

    def __init__(
        self, *, work: Opens[IIdentityWork], passwords: IPasswordHasher, tokens: ITokens, now: Now
    ) -> None:
        self._work = work
        self._passwords = passwords
        self._tokens = tokens
        self._now = now

    async def register(self, *, email: str, password: str, full_name: str) -> TokenPair:
        """Make an account and sign in to it. Raises EmailTaken, PasswordTooWeak."""
        user = await self._new_user(email=email, password=password, full_name=full_name, role=Role.USER)
        session = Session.begin(user_id=UserId(user.id), now=user.created_at)
        async with self._work() as work:
            await work.users.add(user)
            await work.sessions.add(session)
            await work.commit()
        return self._pair(user, session)

    async def create_user(self, *, email: str, password: str, full_name: str, role: Role) -> User:
        user = await self._new_user(email=email, password=password, full_name=full_name, role=role)
        async with self._work() as work:
            await work.users.add(user)
            await work.commit()
        return user

    async def login(self, *, email: str, password: str) -> TokenPair:
        """Open a session. Raises InvalidCredentials, and takes as long whatever was wrong."""
        async with self._work(readonly=True) as work:
            user = await work.users.find_by_email(canonical_email(email))
        matches = await self._passwords.matches(password, user.hashed_password if user else None)
        if user is None or not matches or not user.is_active:
            raise InvalidCredentials("The e-mail address or the password is wrong.")
        session = Session.begin(user_id=UserId(user.id), now=self._now())
        async with self._work() as work:
            await work.sessions.add(session)
            await work.commit()
        return self._pair(user, session)

    async def refresh(self, refresh_token: str) -> TokenPair:
        """Trade a refresh token for a new pair, once. One that was spent before ends its session."""
        now = self._now()
        claims = self._tokens.read(refresh_token, TokenKind.REFRESH, now=now)
        async with self._work() as work:
            session = await work.sessions.find(claims.session_id, lock=True)
            if session is None or session.user_id != claims.user_id:
                raise InvalidToken("The token is not valid.")
            rotated = session.rotate(claims.turn, now=now)
            user = await work.users.get(session.user_id)
            await work.sessions.save(session)
            await work.commit()
        if not rotated or not user.is_active:
            raise InvalidToken("The token is not valid.")
        return self._pair(user, session)

    async def logout(self, session_id: SessionId) -> None:
        async with self._work() as work:
            session = await work.sessions.find(session_id, lock=True)
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

    async def get(self, user_id: UserId) -> User:
        async with self._work(readonly=True) as work:
            return await work.users.get(user_id)

    async def oldest(self, *, limit: int) -> Sequence[User]:
        async with self._work(readonly=True) as work:
            return await work.users.oldest(limit=limit)

    async def set_role(self, *, email: str, role: Role) -> User:
        return await self._change(email, role=role)

    async def set_tier(self, *, email: str, tier: Tier) -> User:
        """What was used of this month stays used."""
        return await self._change(email, subscription_tier=tier)

    async def _change(self, email: str, **values: Role | Tier) -> User:
        async with self._work() as work:
            user = await work.users.find_by_email(canonical_email(email))
            if user is None:
                raise UserNotFound("There is no user with this e-mail address.")
            for name, value in values.items():
                setattr(user, name, value)
            user.updated_at = self._now()
            await work.users.save(user)
            await work.commit()
        return user

    async def _new_user(self, *, email: str, password: str, full_name: str, role: Role) -> User:
        require_strong(password)
        hashed = await self._passwords.hash(password)
        now = self._now()
        return User(
            email=canonical_email(email),
            hashed_password=hashed,
            full_name=full_name,
            role=role,
            created_at=now,
            updated_at=now,
        )

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

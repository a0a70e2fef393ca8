from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from app.application.identity.work import IIdentityWork
from app.application.unit_of_work import Opens
from app.domain.identity.access_tokens import MOST, AccessToken, TokenScope, is_well_formed
from app.domain.identity.errors import (
    AccessTokenNotFound,
    InvalidToken,
    RoleRequired,
    TooManyAccessTokens,
)
from app.domain.identity.model import NO_SESSION, NOWHERE, Origin, Role
from app.domain.identity.ports import Visitor
from app.domain.identity.security import SecurityEvent, SecurityEventKind
from app.domain.identity.tickets import digest_of
from app.domain.shared.ids import SessionId, UserId
from app.domain.shared.time import Now


class AccessTokenService:
    """Tokens of one's own making, for scripts."""

    def __init__(self, *, work: Opens[IIdentityWork], now: Now) -> None:
        self._work = work
        self._now = now

    async def live(self, owner: UserId) -> Sequence[AccessToken]:
        async with self._work(readonly=True) as work:
            return await work.access_tokens.live(owner, now=self._now())

    async def make(
        self,
        owner: UserId,
        *,
        via: SessionId,
        name: str,
        scopes: Collection[TokenScope],
        life: timedelta,
        origin: Origin = NOWHERE,
    ) -> tuple[AccessToken, str]:
        """And the token itself, which nobody can tell again. The session is looked at again under the lock:
        one that a new password has just ended makes none.

        Raises InvalidToken, RoleRequired, TooManyAccessTokens."""
        now = self._now()
        async with self._work() as work:
            user = await work.users.get(owner, lock=True)
            session = await work.sessions.find(via, owner=owner)
            if via != NO_SESSION and (session is None or not session.is_live(now)):
                raise InvalidToken("This session has ended.")
            if TokenScope.ADMIN in scopes and not user.is_admin:
                raise RoleRequired("Only an admin may make a token for what admins do.")
            await work.access_tokens.drop_dead(owner, now=now)
            if len(await work.access_tokens.live(owner, now=now)) >= MOST:
                raise TooManyAccessTokens(f"You have {MOST} tokens already. Revoke one that you do not use.")
            token, secret = AccessToken.make(user, name=name, scopes=scopes, life=life, now=now)
            await work.access_tokens.add(token)
            await self._note(work, SecurityEventKind.ACCESS_TOKEN_MADE, owner, origin, now, token)
            await work.commit()
        return token, secret

    async def revoke(self, token_id: UUID, *, owner: UserId, origin: Origin = NOWHERE) -> None:
        """Raises AccessTokenNotFound, also for one that is over or somebody else's."""
        now = self._now()
        async with self._work() as work:
            await work.users.get(owner, lock=True)
            live = await work.access_tokens.live(owner, now=now)
            token = next((token for token in live if token.id == token_id), None)
            if token is None:
                raise AccessTokenNotFound("There is no such access token.")
            await work.access_tokens.remove(token)
            await self._note(work, SecurityEventKind.ACCESS_TOKEN_REVOKED, owner, origin, now, token)
            await work.commit()

    async def visitor(self, secret: str) -> tuple[Visitor, datetime]:
        """Who bears this token, and until when it is good. Raises InvalidToken."""
        now = self._now()
        found = None
        if is_well_formed(secret):
            async with self._work(readonly=True) as work:
                found = await work.access_tokens.bearer(digest_of(secret), now=now)
        if found is None:
            raise InvalidToken("The token is not valid.")
        token, role = found
        if token.is_to_be_noted(now):
            async with self._work() as work:
                await work.access_tokens.note_use(token, now=now)
                await work.commit()
        acts_as = role if TokenScope.ADMIN in token.scopes else Role.USER
        visitor = Visitor(token.user_id, SessionId(token.id), acts_as, frozenset(token.scopes))
        return visitor, token.expires_at

    @staticmethod
    async def _note(
        work: IIdentityWork,
        kind: SecurityEventKind,
        owner: UserId,
        origin: Origin,
        now: datetime,
        token: AccessToken,
    ) -> None:
        scopes = " ".join(token.scopes)
        await work.security.add(SecurityEvent.of(kind, at=now, user_id=owner, origin=origin, note=scopes))

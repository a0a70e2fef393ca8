from collections.abc import Sequence

from app.application.identity.work import IIdentityWork
from app.application.unit_of_work import Opens
from app.domain.identity.errors import SessionNotFound
from app.domain.identity.model import NOWHERE, Origin, Session
from app.domain.identity.security import SecurityEvent, SecurityEventKind
from app.domain.shared.ids import SessionId, UserId
from app.domain.shared.time import Now


class SessionService:
    """The devices that somebody is signed in on."""

    def __init__(self, *, work: Opens[IIdentityWork], now: Now) -> None:
        self._work = work
        self._now = now

    async def live(self, owner: UserId) -> Sequence[Session]:
        """The one used last first."""
        async with self._work(readonly=True) as work:
            return await work.sessions.live(owner, now=self._now())

    async def revoke(self, session_id: SessionId, *, owner: UserId, origin: Origin = NOWHERE) -> None:
        """Raises SessionNotFound, also for one that has ended or is somebody else's."""
        now = self._now()
        async with self._work() as work:
            session = await work.sessions.find(session_id, owner=owner, lock=True)
            if session is None or not session.is_live(now):
                raise SessionNotFound("There is no such session.")
            session.revoke(now=now)
            await work.sessions.save(session)
            kind = SecurityEventKind.SESSION_REVOKED
            await work.security.add(SecurityEvent.of(kind, at=now, user_id=owner, origin=origin))
            await work.commit()

from app.application.identity.mailing import Mailroom
from app.application.identity.pairs import TokenPair
from app.application.identity.service import IdentityService
from app.application.identity.work import IIdentityWork
from app.application.unit_of_work import Opens
from app.domain.identity.challenges import Challenge, Purpose
from app.domain.identity.errors import CodeRefused
from app.domain.identity.model import NOWHERE, Origin, Session, User, canonical_email
from app.domain.identity.security import SecurityEvent, SecurityEventKind
from app.domain.shared.ids import ChallengeId, UserId
from app.domain.shared.time import Now

BY_CODE = "code"


class CodeService:
    """Signing in by a code that was mailed."""

    def __init__(
        self, *, work: Opens[IIdentityWork], identity: IdentityService, mailroom: Mailroom, now: Now
    ) -> None:
        self._work = work
        self._identity = identity
        self._mailroom = mailroom
        self._now = now

    async def sign_in(self, *, email: str, code: str, origin: Origin = NOWHERE) -> TokenPair:
        """A new session; the address is proven by it. Raises CodeRefused, whatever is wrong."""
        email, now = canonical_email(email), self._now()
        async with self._work() as work:
            challenge = await work.challenges.newest(Purpose.SIGN_IN, self._mailroom.secrets.blinds(email))
            user = await self._opened(work, challenge, email, code) if challenge else None
            if user is None:
                owner = challenge.user_id if challenge else None
                event = SecurityEventKind.CODE_REFUSED
                await work.security.add(SecurityEvent.of(event, at=now, user_id=owner, origin=origin))
                await work.commit()
                raise CodeRefused("The code is not the one that was sent last, or is good no more.")
            session = Session.begin(user_id=UserId(user.id), origin=origin, now=now)
            await self._claim(work, user, origin)
            await work.sessions.add(session)
            event = SecurityEventKind.SIGNED_IN
            await work.security.add(
                SecurityEvent.of(event, at=now, user_id=UserId(user.id), origin=origin, note=BY_CODE)
            )
            await work.commit()
        return self._identity.pair(user, session)

    async def _opened(self, work: IIdentityWork, challenge: Challenge, email: str, code: str) -> User | None:
        """Whose account this is the code of. A try is counted before the code is looked at."""
        challenge_id, now = ChallengeId(challenge.id), self._now()
        tried = await work.challenges.take_try(challenge_id, now=now)
        opens = self._mailroom.secrets.opens(challenge, code)
        if not tried or not opens or challenge.user_id is None:
            return None
        if not await work.challenges.spend(challenge_id, now=now):
            return None
        user = await work.users.get(challenge.user_id, lock=True)
        return user if user.is_active and user.email == email else None

    async def _claim(self, work: IIdentityWork, user: User, origin: Origin) -> None:
        """Whoever opened the account without showing this is out."""
        now = self._now()
        if user.claim_by_proof(now):
            await work.sessions.revoke_all(UserId(user.id), now=now)
            await work.users.save(user)
            event = SecurityEventKind.EMAIL_VERIFIED
            await work.security.add(
                SecurityEvent.of(event, at=now, user_id=UserId(user.id), origin=origin, note=BY_CODE)
            )

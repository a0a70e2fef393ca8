from app.application.identity.mailing import Mailroom
from app.application.identity.work import IIdentityWork
from app.application.unit_of_work import Opens
from app.domain.identity.challenges import Challenge, Purpose
from app.domain.identity.errors import InvalidToken
from app.domain.identity.model import NOWHERE, Origin, User
from app.domain.identity.notices import NoticeKind
from app.domain.identity.passwords import require_strong
from app.domain.identity.ports import IPasswordHasher
from app.domain.identity.security import SecurityEvent, SecurityEventKind
from app.domain.mail.ports import Language
from app.domain.shared.ids import ChallengeId, UserId
from app.domain.shared.time import Now


class RecoveryService:
    """What the links that are mailed are for: confirming an address, setting a new password."""

    def __init__(
        self, *, work: Opens[IIdentityWork], passwords: IPasswordHasher, mailroom: Mailroom, now: Now
    ) -> None:
        self._work = work
        self._passwords = passwords
        self._mailroom = mailroom
        self._now = now

    async def verify_email(self, token: str, *, origin: Origin = NOWHERE) -> None:
        """The address is its account's: sessions and password stay. Raises InvalidToken."""
        now = self._now()
        async with self._work() as work:
            user = await self._spend(work, Purpose.VERIFY_EMAIL, token)
            user.confirm_address(now)
            await work.users.save(user)
            await self._note(work, SecurityEventKind.EMAIL_VERIFIED, user, origin)
            await work.commit()

    async def reset_password(
        self,
        token: str,
        new_password: str,
        *,
        origin: Origin = NOWHERE,
        language: Language = Language.ENGLISH,
    ) -> UserId:
        """Every session ends, and a mail says so. Raises InvalidToken, PasswordTooWeak."""
        require_strong(new_password)
        async with self._work(readonly=True) as work:
            await self._challenge(work, Purpose.RESET_PASSWORD, token)  # hashing is not for everybody
        hashed = await self._passwords.hash(new_password)
        now = self._now()
        async with self._work() as work:
            user = await self._spend(work, Purpose.RESET_PASSWORD, token, Purpose.SIGN_IN)
            user_id = UserId(user.id)
            was_unproven = user.claim_by_proof(now)
            user.lock_anew(hashed, now)
            await work.users.save(user)
            await work.sessions.revoke_all(user_id, now=now)
            told = await self._mailroom.tell(work, NoticeKind.PASSWORD_CHANGED, user, language=language)
            await self._note(work, SecurityEventKind.PASSWORD_RESET, user, origin)
            if was_unproven:
                await self._note(work, SecurityEventKind.EMAIL_VERIFIED, user, origin)
            await work.commit()
        self._mailroom.ring(told)
        return user_id

    async def _challenge(self, work: IIdentityWork, purpose: Purpose, token: str) -> Challenge:
        secrets, now = self._mailroom.secrets, self._now()
        named = secrets.challenge_of(token)
        found = await work.challenges.find(named) if named else None
        if found is None or found.purpose is not purpose or not found.is_open(now):
            raise InvalidToken("The link is not valid, or not any more.")
        if not secrets.opens(found, token):
            raise InvalidToken("The link is not valid, or not any more.")
        return found

    async def _spend(self, work: IIdentityWork, purpose: Purpose, token: str, *others: Purpose) -> User:
        """Whose it is, of an account that still has the address.

        What else was mailed for the same, or for the other purposes, is good no more.
        """
        challenge = await self._challenge(work, purpose, token)
        spent = await work.challenges.spend(ChallengeId(challenge.id), now=self._now())
        if not spent or challenge.user_id is None:
            raise InvalidToken("The link is not valid, or not any more.")
        address = (await work.users.get(challenge.user_id)).email
        await self._mailroom.forget(work, address, purpose, *others)
        user = await work.users.get(challenge.user_id, lock=True)
        if not user.is_active or challenge.mailbox not in self._mailroom.secrets.blinds(user.email):
            raise InvalidToken("The link is not valid, or not any more.")
        return user

    async def _note(self, work: IIdentityWork, kind: SecurityEventKind, user: User, origin: Origin) -> None:
        await work.security.add(
            SecurityEvent.of(kind, at=self._now(), user_id=UserId(user.id), origin=origin, note="mail")
        )

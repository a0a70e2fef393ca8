from datetime import datetime

from app.application.identity.mailing import Mailroom
from app.application.identity.opening import NewAccount
from app.application.identity.pairs import Pairs, TokenPair
from app.application.identity.work import IIdentityWork
from app.application.unit_of_work import Opens
from app.application.work.failpoints import AFTER_REFRESH, Failpoint, pass_by
from app.domain.identity.errors import InvalidCredentials, InvalidToken
from app.domain.identity.model import (
    NO_SESSION,
    NOWHERE,
    Origin,
    Rotation,
    Session,
    User,
    canonical_email,
)
from app.domain.identity.ports import IPasswordHasher, ITokens, TokenKind, Visitor
from app.domain.identity.security import SecurityEvent, SecurityEventKind
from app.domain.mail.ports import Language
from app.domain.shared.ids import SessionId, UserId
from app.domain.shared.time import Now


class IdentityService:
    """Signing in and out, and what proves that somebody did."""

    def __init__(
        self,
        *,
        work: Opens[IIdentityWork],
        passwords: IPasswordHasher,
        tokens: ITokens,
        mailroom: Mailroom,
        now: Now,
        failpoint: Failpoint = pass_by,
    ) -> None:
        self._work = work
        self._passwords = passwords
        self._tokens = tokens
        self._mailroom = mailroom
        self._pairs = Pairs(tokens)
        self._now = now
        self._failpoint = failpoint

    async def register(
        self,
        *,
        email: str,
        password: str,
        full_name: str,
        origin: Origin = NOWHERE,
        language: Language = Language.ENGLISH,
    ) -> TokenPair:
        """Make an account and sign in to it; a mail asks to confirm the address.

        Raises EmailTaken, PasswordTooWeak.
        """
        new = NewAccount(email=email, password=password, full_name=full_name)
        user = await new.open(self._passwords, now=self._now)
        user.language = language
        session = Session.begin(user_id=UserId(user.id), origin=origin, now=user.created_at)
        async with self._work() as work:
            await work.users.add(user)
            await work.sessions.add(session)
            asked = await self._mailroom.ask_to_verify(work, user, language)
            await work.security.add(_event(SecurityEventKind.REGISTERED, session, user.created_at))
            await work.commit()
        self._mailroom.ring(asked)
        return self.pair(user, session)

    async def login(self, *, email: str, password: str, origin: Origin = NOWHERE) -> TokenPair:
        """Open a session. Raises InvalidCredentials, and takes as long whatever was wrong."""
        async with self._work(readonly=True) as work:
            user = await work.users.find_by_email(canonical_email(email))
        matches = await self._passwords.matches(password, user.hashed_password if user else None)
        now = self._now()
        if user is None or not matches or not user.is_active:
            failed = SecurityEventKind.SIGN_IN_FAILED
            owner = UserId(user.id) if user else None
            async with self._work() as work:
                await work.security.add(SecurityEvent.of(failed, at=now, user_id=owner, origin=origin))
                await work.commit()
            raise InvalidCredentials("The e-mail address or the password is wrong.")
        anew = await self._passwords.hash(password) if self._passwords.is_dated(user.hashed_password) else ""
        session = Session.begin(user_id=UserId(user.id), origin=origin, now=now)
        async with self._work() as work:
            user = await self._still_opened(work, user, anew)
            await work.sessions.add(session)
            await work.security.add(_event(SecurityEventKind.SIGNED_IN, session, now, note="password"))
            await work.commit()
        return self.pair(user, session)

    async def _still_opened(self, work: IIdentityWork, opened: User, anew: str) -> User:
        """The account as it is now; hashed anew where the hash was dated.

        Whoever changed or took the password meanwhile has shut out whoever used the old one.
        """
        user = await work.users.get(UserId(opened.id), lock=True)
        if user.hashed_password != opened.hashed_password or not user.is_active:
            raise InvalidCredentials("The e-mail address or the password is wrong.")
        if anew:
            user.hashed_password = anew
            await work.users.save(user)
        return user

    async def refresh(self, refresh_token: str, *, origin: Origin = NOWHERE) -> TokenPair:
        """Trade a refresh token for a new pair. Within seconds the same one gives the same pair again, to
        who did not hear the answer; later it ends its session."""
        now = self._now()
        claims = self._tokens.read(refresh_token, TokenKind.REFRESH, now=now)
        async with self._work() as work:
            session = await work.sessions.find(claims.session_id, owner=claims.user_id, lock=True)
            if session is None:
                raise InvalidToken("The token is not valid.")
            rotation = session.rotate(claims.turn, origin=origin, now=now)
            user = await work.users.get(session.user_id)
            if rotation is not Rotation.AGAIN:
                await work.sessions.save(session)
            if rotation is Rotation.REUSED:
                reused, whose = SecurityEventKind.TOKEN_REUSED, session.user_id
                await work.security.add(SecurityEvent.of(reused, at=now, user_id=whose, origin=origin))
            await work.commit()
        self._failpoint(AFTER_REFRESH)
        if rotation is Rotation.REUSED or not user.is_active:
            raise InvalidToken("The token is not valid.")
        return self._pairs.of(user, session, now=now)

    async def logout(self, session_id: SessionId, *, owner: UserId) -> None:
        """Raises InvalidToken where it has ended. Who never signed in has nothing to end."""
        if session_id == NO_SESSION:
            return
        async with self._work() as work:
            session = await work.sessions.find(session_id, owner=owner, lock=True)
            if session is None:
                raise InvalidToken("This session has ended.")
            now = self._now()
            session.revoke(now=now)
            await work.sessions.save(session)
            await work.security.add(_event(SecurityEventKind.SIGNED_OUT, session, now))
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

    def pair(self, user: User, session: Session) -> TokenPair:
        """What whoever has just signed in is given."""
        return self._pairs.of(user, session, now=self._now())


def _event(kind: SecurityEventKind, session: Session, at: datetime, note: str = "") -> SecurityEvent:
    """Of a session: from where it is used."""
    origin = Origin(session.device, session.address)
    return SecurityEvent.of(kind, at=at, user_id=session.user_id, origin=origin, note=note)

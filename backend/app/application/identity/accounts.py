from collections.abc import Mapping, Sequence
from typing import Any

from app.application.identity.mailing import Mailroom
from app.application.identity.opening import NewAccount
from app.application.identity.security import Rights, changes
from app.application.identity.work import IIdentityWork
from app.application.unit_of_work import Opens
from app.application.versions import require_version
from app.domain.identity.challenges import Purpose
from app.domain.identity.errors import LastAdmin, PasswordWrong, UserNotFound
from app.domain.identity.model import NOWHERE, Origin, Role, Tier, User, canonical_email
from app.domain.identity.notices import NoticeKind
from app.domain.identity.passwords import require_strong
from app.domain.identity.ports import IPasswordHasher, UserSearch, UserSort
from app.domain.identity.providers import LinkedIdentity
from app.domain.identity.security import SecurityEvent, SecurityEventKind
from app.domain.mail.ports import Language
from app.domain.shared.ids import SessionId, UserId
from app.domain.shared.page import Page, Slice
from app.domain.shared.time import Now

SIGNED_IN = "while signed in"
MOVED, RELOCKED = NoticeKind.ADDRESS_CHANGED, NoticeKind.PASSWORD_CHANGED


class AccountService:
    """Accounts: one's own, and for admins everybody's."""

    def __init__(
        self, *, work: Opens[IIdentityWork], passwords: IPasswordHasher, mailroom: Mailroom, now: Now
    ) -> None:
        self._work = work
        self._passwords = passwords
        self._mailroom = mailroom
        self._now = now

    async def get(self, user_id: UserId) -> User:
        """Raises UserNotFound."""
        async with self._work(readonly=True) as work:
            return await work.users.get(user_id)

    async def own(self, user_id: UserId) -> tuple[User, Sequence[LinkedIdentity]]:
        """And what opens it beside a password. Raises UserNotFound."""
        async with self._work(readonly=True) as work:
            user = await work.users.get(user_id)
            linked = await work.identities.of(user_id)
        return user, [identity for identity in linked if identity.opens(user)]

    async def look_up(self, user_id: UserId, *, as_admin: bool) -> User:
        """Of those who are closed only an admin hears. Raises UserNotFound."""
        user = await self.get(user_id)
        if not user.is_active and not as_admin:
            raise UserNotFound("There is no such user.")
        return user

    async def update(
        self,
        user_id: UserId,
        *,
        facts: Mapping[str, Any],
        current_password: str | None = None,
        expected: int | None = None,
        origin: Origin = NOWHERE,
        language: Language = Language.ENGLISH,
    ) -> User:
        """One's own name and address; another address only with the password. Then a mail asks to confirm it,
        and another says so where mails went before.

        Raises PasswordWrong, EmailTaken, PreconditionFailed.
        """
        user = await self.get(user_id)
        require_version(user, expected)
        moves = "email" in facts and canonical_email(facts["email"]) != user.email
        if moves and not await self._passwords.matches(current_password or "", user.hashed_password):
            await self._refused(user_id, origin)
            raise PasswordWrong("To change the e-mail address, say the current password too.")
        old = user.email
        self._tell(user, facts)
        asked = told = None
        async with self._work() as work:
            if moves:
                await self._mailroom.forget(work, old, *Purpose)
            await work.users.save(user)
            if moves:
                asked = await self._mailroom.ask_to_verify(work, user, language)
                told = await self._mailroom.tell(work, MOVED, user, language=language, email=old)
                await self._note(work, SecurityEventKind.EMAIL_CHANGED, user_id, origin)
            await work.commit()
        self._mailroom.ring(asked, told)
        return user

    async def change_password(  # noqa: PLR0913  each is said by whoever asks
        self,
        user_id: UserId,
        *,
        via: SessionId,
        current_password: str,
        new_password: str,
        keep_access_tokens: bool = False,
        origin: Origin = NOWHERE,
        language: Language = Language.ENGLISH,
    ) -> None:
        """The other sessions end, and the access tokens, which whoever knew the old one may have made; a mail
        says so. Raises PasswordWrong, PasswordTooWeak."""
        user = await self.get(user_id)
        if not await self._passwords.matches(current_password, user.hashed_password):
            await self._refused(user_id, origin)
            raise PasswordWrong("The current password is another.")
        require_strong(new_password)
        user.hashed_password = await self._passwords.hash(new_password)
        user.updated_at = self._now()
        async with self._work() as work:
            await self._mailroom.forget(work, user.email, Purpose.RESET_PASSWORD)
            await work.users.save(user)
            await work.sessions.revoke_others(user_id, kept=via, now=user.updated_at)
            if not keep_access_tokens:
                await self._end_access_tokens(work, user_id, origin)
            told = None
            if new_password != current_password:
                told = await self._mailroom.tell(work, RELOCKED, user, language=language)
            await self._note(work, SecurityEventKind.PASSWORD_CHANGED, user_id, origin)
            await work.commit()
        self._mailroom.ring(told)

    async def page(self, search: UserSearch, *, sort: UserSort, part: Slice) -> Page[User]:
        async with self._work(readonly=True) as work:
            return await work.users.page(search, sort=sort, part=part)

    async def oldest(self, *, limit: int) -> Sequence[User]:
        async with self._work(readonly=True) as work:
            return await work.users.oldest(limit=limit)

    async def create(self, new: NewAccount, *, actor: UserId | None = None, origin: Origin = NOWHERE) -> User:
        """`actor`: who does so; nobody but the host has no account. Raises EmailTaken, PasswordTooWeak."""
        user = await new.open(self._passwords, now=self._now)
        made = SecurityEvent.of(
            SecurityEventKind.ACCOUNT_CREATED,
            at=user.created_at,
            user_id=UserId(user.id),
            actor_id=actor,
            origin=origin,
            note=user.role,
        )
        async with self._work() as work:
            await work.users.add(user)
            await work.security.add(made)
            await work.commit()
        return user

    async def change(
        self,
        user_id: UserId,
        *,
        facts: Mapping[str, Any],
        expected: int | None = None,
        actor: UserId | None = None,
        origin: Origin = NOWHERE,
        language: Language = Language.ENGLISH,
    ) -> User:
        """Anybody's, by an admin; or by the host, who is no `actor`. The last admin stays one, and active.
        Where mails went before, one says that the address is another.

        Raises UserNotFound, LastAdmin, EmailTaken, PreconditionFailed.
        """
        async with self._work() as work:
            if "email" in facts:
                old = (await work.users.get(user_id)).email
                await self._mailroom.forget(work, old, *Purpose)
            last = await work.users.is_last_admin(user_id)
            user = await work.users.get(user_id, lock=True)
            require_version(user, expected)
            before = Rights.of(user)
            self._tell(user, facts)
            if last and not user.is_admin:
                raise LastAdmin("The last admin cannot be made anything else.")
            await work.users.save(user)
            for event in changes(before, user, at=user.updated_at, actor=actor, origin=origin):
                await work.security.add(event)
            told = None
            if before.email != user.email:
                told = await self._mailroom.tell(work, MOVED, user, language=language, email=before.email)
            await work.commit()
        self._mailroom.ring(told)
        return user

    async def set_role(self, *, email: str, role: Role, origin: Origin = NOWHERE) -> User:
        """Raises UserNotFound, LastAdmin."""
        return await self._change_by_email(email, {"role": role}, origin)

    async def set_password(self, *, email: str, password: str, origin: Origin = NOWHERE) -> User:
        """By the host, who may do so without the old one. Every session ends.

        Raises UserNotFound, PasswordTooWeak.
        """
        require_strong(password)
        hashed, now = await self._passwords.hash(password), self._now()
        async with self._work() as work:
            found = await work.users.find_by_email(canonical_email(email))
            if found is None:
                raise UserNotFound("There is no user with this e-mail address.")
            await self._mailroom.forget(work, found.email, *Purpose)
            user = await work.users.get(UserId(found.id), lock=True)
            user.lock_anew(hashed, now)
            await work.users.save(user)
            await work.sessions.revoke_all(UserId(user.id), now=now)
            told = await self._mailroom.tell(work, RELOCKED, user, language=Language.ENGLISH)
            await self._note(work, SecurityEventKind.PASSWORD_CHANGED, UserId(user.id), origin)
            await work.commit()
        self._mailroom.ring(told)
        return user

    async def set_tier(self, *, email: str, tier: Tier, origin: Origin = NOWHERE) -> User:
        """What was used of this month stays used. Raises UserNotFound."""
        return await self._change_by_email(email, {"subscription_tier": tier}, origin)

    async def _change_by_email(self, email: str, facts: Mapping[str, Any], origin: Origin) -> User:
        async with self._work(readonly=True) as work:
            user = await work.users.find_by_email(canonical_email(email))
        if user is None:
            raise UserNotFound("There is no user with this e-mail address.")
        return await self.change(UserId(user.id), facts=facts, origin=origin)

    async def _refused(self, user_id: UserId, origin: Origin) -> None:
        """Somebody who is signed in does not know the password."""
        kind = SecurityEventKind.SIGN_IN_FAILED
        async with self._work() as work:
            event = SecurityEvent.of(kind, at=self._now(), user_id=user_id, origin=origin, note=SIGNED_IN)
            await work.security.add(event)
            await work.commit()

    async def _end_access_tokens(self, work: IIdentityWork, owner: UserId, origin: Origin) -> None:
        now, revoked = self._now(), SecurityEventKind.ACCESS_TOKEN_REVOKED
        for token in await work.access_tokens.live(owner, now=now):
            await work.access_tokens.remove(token)
            scopes = " ".join(token.scopes)
            await work.security.add(
                SecurityEvent.of(revoked, at=now, user_id=owner, origin=origin, note=scopes)
            )

    async def _note(
        self, work: IIdentityWork, kind: SecurityEventKind, user_id: UserId, origin: Origin = NOWHERE
    ) -> None:
        await work.security.add(SecurityEvent.of(kind, at=self._now(), user_id=user_id, origin=origin))

    def _tell(self, user: User, facts: Mapping[str, Any]) -> None:
        for name, value in facts.items():
            if name == "email":
                user.readdress(value)
            else:
                setattr(user, name, value)
        user.updated_at = self._now()

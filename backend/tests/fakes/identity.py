from collections.abc import Collection, Sequence
from datetime import datetime

from app.application.identity.work import IIdentityWork
from app.domain.identity.access_tokens import AccessToken
from app.domain.identity.avatars import Avatar, IAvatarRepository
from app.domain.identity.challenges import Challenge
from app.domain.identity.errors import EmailTaken, UserNotFound
from app.domain.identity.llm_keys import ILLMKeys, LLMKey
from app.domain.identity.model import MOST_SESSIONS, Session, User
from app.domain.identity.notices import Notice
from app.domain.identity.ports import (
    IPasswordHasher,
    ISecurityEvents,
    ISessionRepository,
    IUserRepository,
    SecurityEventSearch,
    UserSearch,
    UserSort,
    Visitor,
)
from app.domain.identity.providers import LinkedIdentity, ProviderSignIn
from app.domain.identity.security import SecurityEvent
from app.domain.shared.ids import SessionId, UserId
from app.domain.shared.page import Page, Slice
from tests.fakes.challenges import MemoryAllowances, MemoryChallenges
from tests.fakes.memory import MemoryUnitOfWork, Shelf
from tests.fakes.notices import MemoryNotices
from tests.fakes.sign_in import MemoryAccessTokens, MemoryLinkedIdentities, MemoryProviderSignIns
from tests.fakes.work import MemoryWorkQueue


class MemoryUsers(Shelf[User], IUserRepository):
    async def add(self, user: User) -> None:
        self._require_free(user)
        await super().add(user)

    async def save(self, user: User) -> None:
        self._require_free(user)
        await super().save(user)

    def _require_free(self, user: User) -> None:
        if self.first(lambda u: u.email == user.email and u.id != user.id):
            raise EmailTaken("There is an account with this e-mail address already.")

    async def get(self, user_id: UserId, *, lock: bool = False) -> User:
        if found := self.by_id(user_id):
            return found
        raise UserNotFound("There is no such user.")

    async def find_by_email(self, email: str) -> User | None:
        return self.first(lambda u: u.email == email)

    async def oldest(self, *, limit: int) -> Sequence[User]:
        return sorted(self.all(), key=lambda u: (u.created_at, str(u.id)))[:limit]

    # `page` of Shelf is what it takes to keep it: this one has filters.
    async def page(  # type: ignore[override]
        self, search: UserSearch, *, sort: UserSort, part: Slice
    ) -> Page[User]:
        found = sorted((u for u in self.all() if _fits(u, search)), key=lambda u: str(u.id))
        found.sort(key=lambda u: getattr(u, sort.removeprefix("-")), reverse=sort.startswith("-"))
        return super().page(found, part)

    async def is_last_admin(self, user_id: UserId) -> bool:
        return [u.id for u in self.all() if u.is_admin] == [user_id]

    async def remove(self, user_id: UserId) -> None:
        await self.get(user_id)
        del self._work.entities[user_id]
        for entity in list(self._work.entities.values()):
            if isinstance(entity, CASCADING) and entity.user_id == user_id:
                del self._work.entities[entity.id]


CASCADING = (Session, Challenge, Notice, Avatar, LinkedIdentity, AccessToken, LLMKey, ProviderSignIn)


def _fits(user: User, search: UserSearch) -> bool:
    said = search.q is None or any(search.q.lower() in text.lower() for text in (user.email, user.full_name))
    asked = {"role": search.role, "subscription_tier": search.tier, "is_active": search.is_active}
    return said and all(value is None or getattr(user, name) == value for name, value in asked.items())


class MemorySessions(Shelf[Session], ISessionRepository):
    async def add(self, session: Session) -> None:
        live = await self.live(session.user_id, now=session.created_at)
        for oldest in live[MOST_SESSIONS - 1 :]:
            oldest.revoke(now=session.created_at)
            await self.save(oldest)
        await super().add(session)

    async def find(self, session_id: SessionId, *, owner: UserId, lock: bool = False) -> Session | None:
        return self.first(lambda s: s.id == session_id and s.user_id == owner)

    async def live(self, user_id: UserId, *, now: datetime) -> Sequence[Session]:
        theirs = [s for s in self.all() if s.user_id == user_id and s.is_live(now)]
        return sorted(theirs, key=lambda s: (-s.last_used_at.timestamp(), str(s.id)))

    async def revoke_others(self, user_id: UserId, *, kept: SessionId, now: datetime) -> None:
        for session in self.all():
            if session.user_id == user_id and session.id != kept and session.revoked_at is None:
                session.revoke(now=now)
                await self.save(session)

    async def revoke_all(self, user_id: UserId, *, now: datetime) -> None:
        await self.revoke_others(user_id, kept=SessionId(user_id), now=now)

    async def visitor(self, session_id: SessionId, *, now: datetime) -> Visitor | None:
        session = self.by_id(session_id)
        if session is None or not session.is_live(now):
            return None
        user = self._work.entities.get(session.user_id)
        if not isinstance(user, User) or not user.is_active:
            return None
        return Visitor(UserId(user.id), SessionId(session.id), user.role)


class MemoryAvatars(Shelf[Avatar], IAvatarRepository):
    async def find_shown(self, user_id: UserId) -> Avatar | None:
        user = MemoryUsers(self._work, User).by_id(user_id)
        return self._of(user_id) if user and user.is_active else None

    def _of(self, user_id: UserId) -> Avatar | None:
        return self.first(lambda a: a.user_id == user_id)

    async def put(self, avatar: Avatar) -> str | None:
        await MemoryUsers(self._work, User).get(avatar.user_id)
        replaced = await self.remove(avatar.user_id)
        await self.add(avatar)
        return replaced

    async def remove(self, user_id: UserId) -> str | None:
        found = self._of(user_id)
        if found is None:
            return None
        del self._work.entities[found.id]
        return found.storage_key

    async def recorded(self, storage_keys: Collection[str]) -> Collection[str]:
        return {a.storage_key for a in self.all()} & set(storage_keys)

    async def storage_keys_of(self, owner: UserId) -> Sequence[str]:
        return [a.storage_key for a in self.all() if a.user_id == owner]


class MemorySecurityEvents(Shelf[SecurityEvent], ISecurityEvents):
    # As with users: this page has filters.
    async def page(  # type: ignore[override]
        self, search: SecurityEventSearch, part: Slice
    ) -> Page[SecurityEvent]:
        found = sorted((e for e in self.all() if _wanted(e, search)), key=lambda e: (e.at, str(e.id)))
        return super().page(found[::-1], part)

    async def forget(self, user_id: UserId) -> None:
        for event in self.all():
            if user_id in (event.user_id, event.actor_id):
                event.user_id = None if event.user_id == user_id else event.user_id
                event.actor_id = None if event.actor_id == user_id else event.actor_id
                event.address = event.device = ""
                await self.save(event)

    async def drop_before(self, moment: datetime) -> int:
        old = [event.id for event in self.all() if event.at < moment]
        for each in old:
            del self._work.entities[each]
        return len(old)


def _wanted(event: SecurityEvent, search: SecurityEventSearch) -> bool:
    return (
        (search.user_id is None or search.user_id in (event.user_id, event.actor_id))
        and (search.kind is None or event.kind == search.kind)
        and (search.since is None or event.at >= search.since)
        and (search.until is None or event.at < search.until)
    )


class MemoryIdentityWork(MemoryUnitOfWork, IIdentityWork):
    @property
    def users(self) -> MemoryUsers:
        return MemoryUsers(self, User)

    @property
    def sessions(self) -> MemorySessions:
        return MemorySessions(self, Session)

    @property
    def avatars(self) -> MemoryAvatars:
        return MemoryAvatars(self, Avatar)

    @property
    def security(self) -> MemorySecurityEvents:
        return MemorySecurityEvents(self, SecurityEvent)

    @property
    def challenges(self) -> MemoryChallenges:
        return MemoryChallenges(self, Challenge)

    @property
    def notices(self) -> MemoryNotices:
        return MemoryNotices(self, Notice)

    @property
    def allowances(self) -> MemoryAllowances:
        return MemoryAllowances(self)

    @property
    def queue(self) -> MemoryWorkQueue:
        return MemoryWorkQueue(self)

    @property
    def identities(self) -> MemoryLinkedIdentities:
        return MemoryLinkedIdentities(self, LinkedIdentity)

    @property
    def access_tokens(self) -> MemoryAccessTokens:
        return MemoryAccessTokens(self, AccessToken)

    @property
    def sign_ins(self) -> MemoryProviderSignIns:
        return MemoryProviderSignIns(self, ProviderSignIn)

    @property
    def llm_keys(self) -> "MemoryLLMKeys":
        return MemoryLLMKeys(self, LLMKey)


class MemoryLLMKeys(Shelf[LLMKey], ILLMKeys):
    async def find(self, owner: UserId) -> LLMKey | None:
        return self.first(lambda key: key.user_id == owner)

    async def remove(self, owner: UserId) -> bool:
        found = self.first(lambda key: key.user_id == owner)
        if found:
            del self._work.entities[found.id]
        return found is not None


class PlainPasswords(IPasswordHasher):
    async def hash(self, password: str) -> str:
        return f"hashed {password}"

    async def matches(self, password: str, hashed: str | None) -> bool:
        return hashed in {f"hashed {password}", f"hashed of old {password}"}

    def is_dated(self, hashed: str) -> bool:
        return hashed.startswith("hashed of old ")

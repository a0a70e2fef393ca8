"""What opens accounts beside a password, in memory; and a provider that vouches for whom it is told."""

from collections.abc import Sequence
from datetime import datetime

from app.domain.identity.access_tokens import AccessToken, IAccessTokens
from app.domain.identity.errors import IdentityTaken, ProviderUnavailable, SignInRefused
from app.domain.identity.model import Role, User
from app.domain.identity.providers import (
    IIdentityProvider,
    ILinkedIdentities,
    IProviderSignIns,
    LinkedIdentity,
    ProvenIdentity,
    ProviderSignIn,
)
from app.domain.identity.tickets import Ticket, refused
from app.domain.shared.ids import UserId
from tests.fakes.memory import Shelf


class MemoryLinkedIdentities(Shelf[LinkedIdentity], ILinkedIdentities):
    async def add(self, identity: LinkedIdentity) -> None:
        if self.first(lambda i: i.provider == identity.provider and _same(i, identity)):
            raise IdentityTaken("This identity was linked at the same moment. Please try again.")
        await super().add(identity)

    async def find(self, provider: str, subject: str) -> LinkedIdentity | None:
        return self.first(lambda i: (i.provider, i.subject) == (provider, subject))

    async def of(self, user_id: UserId) -> Sequence[LinkedIdentity]:
        return sorted((i for i in self.all() if i.user_id == user_id), key=lambda i: i.provider)

    async def remove(self, identity: LinkedIdentity) -> None:
        self._work.entities.pop(identity.id, None)


def _same(one: LinkedIdentity, other: LinkedIdentity) -> bool:
    return one.subject == other.subject or one.user_id == other.user_id


class MemoryAccessTokens(Shelf[AccessToken], IAccessTokens):
    async def live(self, user_id: UserId, *, now: datetime) -> Sequence[AccessToken]:
        theirs = [t for t in self.all() if t.user_id == user_id and self._owner(t, now)]
        return sorted(theirs, key=lambda t: (-t.created_at.timestamp(), str(t.id)))

    async def bearer(self, digest: str, *, now: datetime) -> tuple[AccessToken, Role] | None:
        token = self.first(lambda t: t.digest == digest)
        user = self._owner(token, now) if token else None
        return (token, user.role) if token and user else None

    async def note_use(self, token: AccessToken, *, now: datetime) -> None:
        kept = self.by_id(token.id)
        if kept and kept.is_to_be_noted(now):
            kept.last_used_at = now
            self._put(kept)

    async def remove(self, token: AccessToken) -> None:
        self._work.entities.pop(token.id, None)

    async def drop_dead(self, user_id: UserId, *, now: datetime) -> None:
        for token in self.all():
            if token.user_id == user_id and token.expires_at <= now:
                await self.remove(token)

    def _owner(self, token: AccessToken, now: datetime) -> User | None:
        user = self._work.entities.get(token.user_id)
        live = isinstance(user, User) and user.is_active and user.era == token.era
        return user if isinstance(user, User) and live and now < token.expires_at else None


class MemoryProviderSignIns(Shelf[ProviderSignIn], IProviderSignIns):
    async def add(self, sign_in: ProviderSignIn) -> None:
        if self.first(lambda s: s.state_digest == sign_in.state_digest):
            raise IdentityTaken("Somebody has returned with this state already.")
        await super().add(sign_in)

    async def get(self, state_digest: str) -> ProviderSignIn:
        found = self.first(lambda s: s.state_digest == state_digest)
        if found is None:
            raise refused()
        return found

    async def find_by_code(self, code_digest: str) -> ProviderSignIn | None:
        return self.first(lambda s: s.code_digest == code_digest)

    async def drop_before(self, moment: datetime) -> None:
        for sign_in in self.all():
            if sign_in.expires_at <= moment:
                del self._work.entities[sign_in.id]


class MemoryProvider(IIdentityProvider):
    """Gives a code for whoever `approve` names, good once and for the ticket it was given to."""

    def __init__(self) -> None:
        self.is_down = False
        self._codes: dict[str, tuple[str, ProvenIdentity]] = {}

    @property
    def name(self) -> str:
        return "google"

    async def address(self, ticket: Ticket) -> str:
        if self.is_down:
            raise ProviderUnavailable("down")
        return f"https://provider.example/authorize?state={ticket.state}&nonce={ticket.nonce}"

    def approve(self, ticket: Ticket, **about: object) -> str:
        facts: dict[str, object] = {
            "provider": self.name,
            "subject": "ada at the provider",
            "email": "ada@example.com",
            "email_verified": True,
            "full_name": "Ada Byron",
        }
        code = f"code {len(self._codes)}"
        self._codes[code] = (ticket.state, ProvenIdentity(**facts | about))  # type: ignore[arg-type]
        return code

    async def identity(self, code: str, ticket: Ticket) -> ProvenIdentity:
        if self.is_down:
            raise ProviderUnavailable("down")
        state, identity = self._codes.pop(code, ("", None))
        if identity is None or state != ticket.state:
            raise SignInRefused("no such code")
        return identity

"""Signing in through an identity provider: there, back, and who it is then."""

from datetime import datetime

from app.application.identity.pairs import Pairs, TokenPair
from app.application.identity.work import IIdentityWork
from app.application.unit_of_work import Opens
from app.domain.identity.errors import (
    EmailTaken,
    IdentityConflict,
    IdentityTaken,
    SignInCancelled,
    SignInNotOffered,
    SignInRefused,
)
from app.domain.identity.model import NO_PASSWORD, NOWHERE, Origin, Session, User
from app.domain.identity.ports import ITokens
from app.domain.identity.providers import (
    CODE_LIFE,
    IIdentityProvider,
    LinkedIdentity,
    ProvenIdentity,
    ProviderSignIn,
)
from app.domain.identity.security import SecurityEvent, SecurityEventKind
from app.domain.identity.tickets import Ticket, Tickets, digest_of, new_code, refused
from app.domain.shared.errors import Stale
from app.domain.shared.ids import UserId
from app.domain.shared.time import Now

TRIES = 3
"""Two first sign-ins of one person at once: the later one finds what the earlier one has made."""


class ProviderSignInService:
    def __init__(
        self,
        *,
        work: Opens[IIdentityWork],
        provider: IIdentityProvider | None,
        tickets: Tickets,
        tokens: ITokens,
        now: Now,
    ) -> None:
        """`provider`: None where the host has set none up."""
        self._work = work
        self._provider = provider
        self._tickets = tickets
        self._pairs = Pairs(tokens)
        self._now = now

    def require_offered(self) -> None:
        """Raises SignInNotOffered."""
        self._offered()

    async def begin(self, *, return_to: str = "", challenge: str = "") -> tuple[str, str]:
        """Where the browser is to go, and the ticket that it is to keep meanwhile.

        Raises SignInNotOffered, ProviderUnavailable.
        """
        ticket, text = self._tickets.issue(return_to=return_to, challenge=challenge, now=self._now())
        return await self._offered().address(ticket), text

    def returned(self, text: str, *, state: str) -> Ticket:
        """Whether it is this browser that has come back. Raises SignInNotOffered, SignInRefused."""
        self._offered()
        return self._tickets.read(text, state=state, now=self._now())

    async def cancel(self, ticket: Ticket) -> None:
        """The provider has no code for us. Raises SignInCancelled."""
        await self._spend(ticket)
        raise SignInCancelled("The sign-in was cancelled, or the provider refused it.")

    async def sign_in(self, ticket: Ticket, code: str, *, origin: Origin = NOWHERE) -> TokenPair:
        """Raises SignInRefused, IdentityConflict, ProviderUnavailable."""
        user_id = await self._settle(ticket, code, origin=origin)
        async with self._work() as work:
            return await self._open(work, user_id, origin)

    async def hand_over(self, ticket: Ticket, code: str, *, origin: Origin = NOWHERE) -> str:
        """A code for the client, which it trades for tokens within a minute. Raises as `sign_in` does."""
        ours = new_code()
        await self._settle(ticket, code, origin=origin, ours=ours)
        return ours

    async def redeem(self, code: str, *, verifier: str, origin: Origin = NOWHERE) -> TokenPair:
        """Once, and only for the client that began. Raises SignInNotOffered, SignInRefused."""
        self._offered()
        async with self._work() as work:
            sign_in = await work.sign_ins.find_by_code(digest_of(code))
            if sign_in is None:
                raise refused()
            user_id = sign_in.redeem(verifier, now=self._now())
            await work.sign_ins.save(sign_in)
            if user_id is not None:
                return await self._open(work, user_id, origin)
            await work.commit()
        raise refused()

    def _offered(self) -> IIdentityProvider:
        if self._provider is None:
            raise SignInNotOffered("Signing in with Google is not set up here.")
        return self._provider

    async def _spend(self, ticket: Ticket) -> None:
        """Before anything else is done with it: whoever comes second with this state is refused."""
        try:
            async with self._work() as work:
                await work.sign_ins.drop_before(self._now() - CODE_LIFE)
                await work.sign_ins.add(ProviderSignIn.of(ticket))
                await work.commit()
        except IdentityTaken as error:
            raise refused() from error

    async def _settle(self, ticket: Ticket, code: str, *, origin: Origin, ours: str | None = None) -> UserId:
        """Whose account it is, with a code of ours for it where one is wanted."""
        await self._spend(ticket)
        proven = await self._offered().identity(code, ticket)
        for tried in range(1, TRIES + 1):
            try:
                return await self._tried(ticket, proven, origin, ours)
            except (EmailTaken, IdentityTaken, Stale):
                if tried == TRIES:
                    raise
        raise AssertionError("unreachable")

    async def _tried(
        self, ticket: Ticket, proven: ProvenIdentity, origin: Origin, ours: str | None
    ) -> UserId:
        now = self._now()
        async with self._work() as work:
            user_id = await _Welcome(work, proven, origin, now).user_id()
            if ours is not None:
                sign_in = await work.sign_ins.get(digest_of(ticket.state))
                sign_in.hand_over(user_id, ours, now=now)
                await work.sign_ins.save(sign_in)
            await work.commit()
        return user_id

    async def _open(self, work: IIdentityWork, user_id: UserId, origin: Origin) -> TokenPair:
        now = self._now()
        user = await work.users.get(user_id)
        if not user.is_active:
            raise closed()
        session = Session.begin(user_id=user_id, origin=origin, now=now)
        await work.sessions.add(session)
        signed_in = SecurityEventKind.SIGNED_IN
        note = self._offered().name
        event = SecurityEvent.of(signed_in, at=now, user_id=user_id, origin=origin, note=note)
        await work.security.add(event)
        await work.commit()
        return self._pairs.of(user, session, now=now)


class _Welcome:
    """Finds or makes the account of somebody that a provider vouches for."""

    def __init__(self, work: IIdentityWork, proven: ProvenIdentity, origin: Origin, now: datetime) -> None:
        self._work = work
        self._proven = proven
        self._origin = origin
        self._now = now

    async def user_id(self) -> UserId:
        """By the provider's own id first: an address may come to belong to another."""
        known = await self._work.identities.find(self._proven.provider, self._proven.subject)
        if known is not None:
            if known.opens(await self._work.users.get(known.user_id)):
                return known.user_id
            await self._work.identities.remove(known)
        if not self._proven.email_verified:
            raise SignInRefused("The provider does not vouch for your e-mail address.")
        user = await self._work.users.find_by_email(self._proven.email)
        if user is None:
            return await self._new()
        return await self._claimed(UserId(user.id))

    async def _new(self) -> UserId:
        user = User(
            email=self._proven.email,
            hashed_password=NO_PASSWORD,
            full_name=self._proven.full_name,
            is_verified=True,
            created_at=self._now,
            updated_at=self._now,
        )
        await self._work.users.add(user)
        await self._note(SecurityEventKind.REGISTERED, UserId(user.id))
        return await self._link(user)

    async def _claimed(self, user_id: UserId) -> UserId:
        """The account that has this address: linked, when nobody else of this provider's is."""
        user = await self._work.users.get(user_id, lock=True)
        if user.email != self._proven.email:
            raise Stale("This account was changed by somebody else.")
        if not user.is_active:
            raise closed()
        if user.claim_by_proof(self._now):
            await self._work.users.save(user)
            await self._work.sessions.revoke_all(user_id, now=self._now)
            await self._note(SecurityEventKind.EMAIL_VERIFIED, user_id)
        for identity in await self._work.identities.of(user_id):
            if identity.provider != self._proven.provider:
                continue
            if identity.opens(user):
                raise IdentityConflict(
                    "The account with this e-mail address is linked to another identity of this provider."
                )
            await self._work.identities.remove(identity)
        return await self._link(user)

    async def _link(self, user: User) -> UserId:
        provider, subject, user_id = self._proven.provider, self._proven.subject, UserId(user.id)
        await self._work.identities.add(
            LinkedIdentity(
                user_id=user_id, provider=provider, subject=subject, era=user.era, created_at=self._now
            )
        )
        await self._note(SecurityEventKind.IDENTITY_LINKED, user_id)
        return user_id

    async def _note(self, kind: SecurityEventKind, user_id: UserId) -> None:
        note = self._proven.provider
        event = SecurityEvent.of(kind, at=self._now, user_id=user_id, origin=self._origin, note=note)
        await self._work.security.add(event)


def closed() -> SignInRefused:
    return SignInRefused("This account is closed.")

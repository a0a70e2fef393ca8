"""What every IIdentityProvider promises: the fake, and OpenID Connect with a server on this machine."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Protocol

import pytest

from app.domain.identity.errors import ProviderUnavailable, SignInRefused
from app.domain.identity.providers import IIdentityProvider, ProvenIdentity
from app.domain.identity.tickets import Ticket, Tickets
from app.infrastructure.security.openid.provider import Client, OpenIdProvider
from app.infrastructure.security.openid.web import Web
from tests.fakes.sign_in import MemoryProvider
from tests.identity_provider import CLIENT_ID, CLIENT_SECRET, IdentityProvider, broken, identity_provider

ADA = ProvenIdentity(
    provider="google",
    subject="1138",
    email="ada@example.com",
    email_verified=True,
    full_name="Ada Byron",
)


class Place(Protocol):
    """A provider, and a person there."""

    @property
    def ours(self) -> IIdentityProvider: ...

    async def consents(self, ticket: Ticket) -> str:
        """The code that the browser comes back with."""

    def goes_down(self) -> None: ...


class InMemory:
    def __init__(self) -> None:
        self.ours = MemoryProvider()

    async def consents(self, ticket: Ticket) -> str:
        await self.ours.address(ticket)
        return self.ours.approve(ticket, subject=ADA.subject)

    def goes_down(self) -> None:
        self.ours.is_down = True


class OnLoopback:
    def __init__(self, server: IdentityProvider, ours: OpenIdProvider) -> None:
        self.server = server
        self.ours = ours

    async def consents(self, ticket: Ticket) -> str:
        back = self.server.approve(await self.ours.address(ticket))
        return str(back.partition("code=")[2].partition("&")[0])

    def goes_down(self) -> None:
        self.server.faults |= dict.fromkeys(("/.well-known/openid-configuration", "/token"), broken)


@pytest.fixture(params=["memory", "loopback"])
async def place(request: pytest.FixtureRequest) -> AsyncIterator[Place]:
    if request.param == "memory":
        yield InMemory()
        return
    async with identity_provider() as server:
        web = Web()
        client = Client(CLIENT_ID, CLIENT_SECRET, "http://127.0.0.1/back")
        ours = OpenIdProvider(
            name="google",
            discovery=server.discovery_url,
            client=client,
            web=web,
            now=lambda: datetime.now(UTC),
        )
        yield OnLoopback(server, ours)
        await web.close()


def a_ticket() -> Ticket:
    return Tickets(keys=["a key"]).issue(return_to="", challenge="", now=datetime.now(UTC))[0]


async def test_the_browser_goes_there_with_state_and_nonce(place: Place) -> None:
    ticket = a_ticket()

    address = await place.ours.address(ticket)

    assert ticket.state in address
    assert ticket.nonce in address
    assert ticket.verifier not in address


async def test_who_consented_is_told(place: Place) -> None:
    ticket = a_ticket()

    assert await place.ours.identity(await place.consents(ticket), ticket) == ADA


async def test_a_code_is_good_once(place: Place) -> None:
    ticket = a_ticket()
    code = await place.consents(ticket)
    await place.ours.identity(code, ticket)

    with pytest.raises(SignInRefused):
        await place.ours.identity(code, ticket)


async def test_a_code_is_of_no_use_for_another_sign_in(place: Place) -> None:
    code = await place.consents(a_ticket())

    with pytest.raises(SignInRefused):
        await place.ours.identity(code, a_ticket())


async def test_what_is_no_code_is_refused(place: Place) -> None:
    for code in ("", "no code of theirs", "\u00e9" * 500, "a&b=c"):
        with pytest.raises(SignInRefused):
            await place.ours.identity(code, a_ticket())


async def test_a_provider_that_is_down_is_said_to_be(place: Place) -> None:
    place.goes_down()

    with pytest.raises(ProviderUnavailable):
        await place.ours.address(a_ticket())
    with pytest.raises(ProviderUnavailable):
        await place.ours.identity("a code", a_ticket())

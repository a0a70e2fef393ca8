"""What an identity provider may get wrong, and that nobody comes in by it."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import Any

import pytest
from starlette.responses import JSONResponse, PlainTextResponse

from app.domain.identity.errors import ProviderUnavailable, SignInRefused
from app.domain.identity.providers import ProvenIdentity
from app.domain.identity.tickets import Ticket, Tickets
from app.infrastructure.security.openid.provider import Client, OpenIdProvider
from app.infrastructure.security.openid.remembered import FLOOR, LASTS
from app.infrastructure.security.openid.web import Web
from tests.builders.tokens import decoded, encoded, signed
from tests.identity_provider import (
    CLIENT_ID,
    CLIENT_SECRET,
    IdentityProvider,
    Key,
    broken,
    compressed,
    dripping,
    elsewhere,
    endless,
    identity_provider,
    silent,
)

DISCOVERY, KEYS, TOKEN = "/.well-known/openid-configuration", "/keys", "/token"
OTHER = Key()


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


class Place:
    def __init__(self, server: IdentityProvider, web: Web) -> None:
        self.server = server
        self.clock = Clock()
        self.ours = OpenIdProvider(
            name="google",
            discovery=server.discovery_url,
            client=Client(CLIENT_ID, CLIENT_SECRET, "http://127.0.0.1/back"),
            web=web,
            now=lambda: datetime.now(UTC),
            clock=self.clock,
        )

    async def sign_in(self) -> ProvenIdentity:
        ticket = a_ticket()
        back = self.server.approve(await self.ours.address(ticket))
        return await self.ours.identity(back.partition("code=")[2].partition("&")[0], ticket)


@asynccontextmanager
async def opened(patience: float = 10) -> AsyncIterator[Place]:
    async with identity_provider() as server:
        web = Web(patience=patience)
        yield Place(server, web)
        await web.close()


@pytest.fixture
async def place() -> AsyncIterator[Place]:
    async with opened() as place:
        yield place


def a_ticket() -> Ticket:
    return Tickets(keys=["a key"]).issue(return_to="", challenge="", now=datetime.now(UTC))[0]


def saying(**about: Any) -> Callable[[dict[str, Any]], dict[str, Any]]:
    return lambda claims: {k: v for k, v in (claims | about).items() if v is not ...}


def moved(name: str, seconds: int) -> Callable[[dict[str, Any]], dict[str, Any]]:
    """From now: claims are made at the moment that the token is asked for."""
    return lambda claims: claims | {name: int(datetime.now(UTC).timestamp()) + seconds}


WRONG_CLAIMS: dict[str, Callable[[dict[str, Any]], dict[str, Any]]] = {
    "wrong iss": saying(iss="https://accounts.example"),
    "no iss": saying(iss=...),
    "iss in a list": saying(iss=["https://accounts.example"]),
    "wrong aud": saying(aud="another client"),
    "no aud": saying(aud=...),
    "aud of others too, and no azp": saying(aud=[CLIENT_ID, "another client"], azp=...),
    "aud of others alone": saying(aud=["another client"]),
    "azp another": saying(azp="another client"),
    "wrong nonce": saying(nonce="another"),
    "no nonce": saying(nonce=...),
    "nonce null": saying(nonce=None),
    "expired": moved("exp", -90),
    "no exp": saying(exp=...),
    "exp in words": saying(exp="tomorrow"),
    "exp endless": saying(exp=float("inf")),
    "exp true": saying(exp=True),
    "iat in the future": moved("iat", 90),
    "no iat": saying(iat=...),
    "nbf in the future": moved("nbf", 90),
    "no sub": saying(sub=...),
    "sub number": saying(sub=1138),
    "sub empty": saying(sub=""),
    "sub of 256 letters": saying(sub="x" * 256),
    "sub with a NUL": saying(sub="a\0b"),
    "no email": saying(email=...),
    "email no address": saying(email="ada"),
    "email with a second line": saying(email="ada@example.com\nbcc: ben@example.com"),
    "email a list": saying(email=["ada@example.com"]),
}


@pytest.mark.parametrize("wrong", sorted(WRONG_CLAIMS))
async def test_a_token_that_says_something_wrong_is_refused(place: Place, wrong: str) -> None:
    place.server.claims = WRONG_CLAIMS[wrong]

    with pytest.raises(SignInRefused):
        await place.sign_in()


def with_header(**about: object) -> Callable[[IdentityProvider], Callable[[str], str]]:
    def made(server: IdentityProvider) -> Callable[[str], str]:
        return lambda token: server.key.sign(decoded(token.split(".")[1]), **about)

    return made


def unsigned(token: str) -> str:
    head, body, _ = token.split(".")
    return f"{encoded(decoded(head) | {'alg': 'none'})}.{body}."


def by_hmac(server: IdentityProvider) -> Callable[[str], str]:
    """With what everybody knows as the secret: the provider's public key."""

    def made(token: str) -> str:
        head, body, _ = token.split(".")
        return signed(decoded(head) | {"alg": "HS256"}, decoded(body), server.key.published["n"])

    return made


def changed(token: str) -> str:
    head, body, signature = token.split(".")
    return f"{head}.{encoded(decoded(body) | {'sub': 'somebody else'})}.{signature}"


WRONG_TOKENS: dict[str, Callable[[IdentityProvider], Callable[[str], str]]] = {
    "unsigned": lambda _: unsigned,
    "signed with the public key": by_hmac,
    "claims changed": lambda _: changed,
    "signed by another under this kid": lambda server: (
        lambda token: OTHER.sign(decoded(token.split(".")[1]), kid=server.key.kid)
    ),
    "signed by another": lambda _: lambda token: OTHER.sign(decoded(token.split(".")[1])),
    "signed by another who says where": with_header(kid="x", jku="https://evil.example/keys"),
    "kid missing": with_header(kid=None),
    "kid a path": with_header(kid="../../keys"),
    "crit": with_header(crit=["exp"]),
    "b64": with_header(b64=False),
    "cut off": lambda _: lambda token: token[:-4],
    "nothing": lambda _: lambda _: "",
    "not a token": lambda _: lambda _: "a.b.c",
    "20 kB": lambda _: lambda token: token + "A" * 20_000,
    "claims a list": lambda server: lambda _: server.key.sign(b"[]"),
    "claims no JSON": lambda server: lambda _: server.key.sign(b"{"),
    "claims nested deep": lambda server: lambda _: server.key.sign(b"[" * 10_000),
}


@pytest.mark.parametrize("wrong", sorted(WRONG_TOKENS))
async def test_a_token_that_is_made_wrong_is_refused(place: Place, wrong: str) -> None:
    place.server.token = WRONG_TOKENS[wrong](place.server)

    with pytest.raises(SignInRefused):
        await place.sign_in()

    place.server.token = str
    place.clock.now += FLOOR
    assert (await place.sign_in()).subject == "1138"


@pytest.mark.parametrize(
    "claims", [saying(aud=[CLIENT_ID]), saying(azp=...), moved("exp", -50), moved("iat", 50)]
)
async def test_what_is_allowed_to_differ_is_let_in(
    place: Place, claims: Callable[[dict[str, Any]], dict[str, Any]]
) -> None:
    place.server.claims = claims

    assert (await place.sign_in()).email == "ada@example.com"


async def test_only_a_true_true_verifies_an_address(place: Place) -> None:
    for said in (False, "true", 1, None, ...):
        place.server.claims = saying(email_verified=said)
        assert not (await place.sign_in()).email_verified


async def test_an_address_and_a_name_are_taken_in_the_form_that_we_keep(place: Place) -> None:
    place.server.person |= {"email": "Ada@EXAMPLE.com", "name": "  Ada\nByron\x1b " + "x" * 300}

    proven = await place.sign_in()

    assert proven.email == "ada@example.com"
    assert proven.full_name.startswith("Ada Byron x")
    assert len(proven.full_name) == 200
    place.server.person |= {"name": "\n"}
    assert (await place.sign_in()).full_name == "ada"


WRONG_ANSWERS: dict[str, Callable[[], Any]] = {
    "500": broken,
    "no JSON": lambda: PlainTextResponse("<html>"),
    "a list": lambda: JSONResponse([]),
    "nothing in it": lambda: JSONResponse({}),
    "nested deep": lambda: PlainTextResponse("[" * 200_000),
}


@pytest.mark.parametrize("path", [DISCOVERY, KEYS, TOKEN])
@pytest.mark.parametrize("wrong", sorted(WRONG_ANSWERS))
async def test_a_provider_that_answers_wrong_lets_nobody_in_and_is_asked_again(
    place: Place, path: str, wrong: str
) -> None:
    place.server.faults[path] = WRONG_ANSWERS[wrong]
    nothing_told = wrong == "nothing in it" and path == TOKEN

    with pytest.raises(SignInRefused if nothing_told else ProviderUnavailable):
        await place.sign_in()

    place.server.faults.clear()
    place.clock.now += FLOOR
    assert (await place.sign_in()).subject == "1138"


@pytest.mark.parametrize("path", [DISCOVERY, KEYS, TOKEN])
@pytest.mark.parametrize("how", ["10 MB", "compressed", "elsewhere"])
async def test_a_good_answer_that_comes_in_a_way_we_do_not_take_lets_nobody_in(
    place: Place, path: str, how: str
) -> None:
    place.server.spoilt[path] = {"10 MB": endless, "compressed": compressed, "elsewhere": elsewhere(path)}[
        how
    ]

    with pytest.raises(ProviderUnavailable):
        await place.sign_in()


@pytest.mark.parametrize("path", [DISCOVERY, KEYS, TOKEN])
@pytest.mark.parametrize("how", [silent, dripping])
async def test_a_provider_that_does_not_come_to_an_end_is_not_waited_for(
    path: str, how: Callable[[], Any]
) -> None:
    async with opened(patience=0.5) as place:
        place.server.faults[path] = how

        with pytest.raises(ProviderUnavailable):
            async with asyncio.timeout(15):
                await place.sign_in()


@pytest.mark.parametrize(
    "about",
    [
        {"issuer": "https://accounts.example"},
        {"issuer": 1},
        {"token_endpoint": "ftp://127.0.0.1/token"},
        {"jwks_uri": "/keys"},
        {"authorization_endpoint": "javascript:alert(1)"},
        {"authorization_endpoint": "http://[::1"},
    ],
)
async def test_a_description_that_is_not_of_this_provider_is_not_believed(
    place: Place, about: dict[str, Any]
) -> None:
    place.server.discovery = lambda said: said | about

    with pytest.raises(ProviderUnavailable):
        await place.ours.address(a_ticket())


async def test_keys_are_fetched_once_and_anew_for_one_that_is_unknown(place: Place) -> None:
    for _ in range(3):
        await place.sign_in()
    assert (place.server.asked.count(KEYS), place.server.asked.count(DISCOVERY)) == (1, 1)

    place.clock.now += FLOOR
    place.server.rotate()
    await place.sign_in()

    assert place.server.asked.count(KEYS) == 2


async def test_whoever_invents_keys_makes_us_ask_no_more_often_than_the_floor(place: Place) -> None:
    await place.sign_in()
    place.server.token = lambda token: OTHER.sign(decoded(token.split(".")[1]))

    for _ in range(5):
        with pytest.raises(SignInRefused):
            await place.sign_in()
    assert place.server.asked.count(KEYS) == 1
    place.clock.now += FLOOR
    for _ in range(5):
        with pytest.raises(SignInRefused):
            await place.sign_in()

    assert place.server.asked.count(KEYS) == 2


async def test_a_key_that_was_withdrawn_is_believed_for_an_hour_at_most(place: Place) -> None:
    await place.sign_in()
    old = place.server.rotate()
    place.server.token = lambda token: old.sign(decoded(token.split(".")[1]))
    await place.sign_in()

    place.clock.now += LASTS
    with pytest.raises(SignInRefused):
        await place.sign_in()


async def test_a_failure_is_remembered_for_seconds_only(place: Place) -> None:
    place.server.faults[DISCOVERY] = broken
    for _ in range(5):
        with pytest.raises(ProviderUnavailable):
            await place.ours.address(a_ticket())
    assert place.server.asked.count(DISCOVERY) == 1
    assert FLOOR <= 60

    place.server.faults.clear()
    place.clock.now += FLOOR
    await place.ours.address(a_ticket())


@pytest.mark.parametrize(
    "about",
    [
        {"use": "enc"},
        {"alg": "RS512"},
        {"kty": "EC"},
        {"n": "AQAB"},
        {"n": "A" * 20_000},
        {"e": "A" * 100},
        {"n": 7},
        {"kid": 7},
    ],
)
async def test_a_key_that_is_not_for_this_opens_nothing(place: Place, about: dict[str, Any]) -> None:
    place.server.extra_keys = [OTHER.published | about]
    place.server.token = lambda token: OTHER.sign(decoded(token.split(".")[1]))

    with pytest.raises(SignInRefused):
        await place.sign_in()


async def test_the_exchange_proves_that_it_is_us_and_that_it_is_this_sign_in(place: Place) -> None:
    await place.sign_in()

    [form] = place.server.forms
    assert (form["client_id"], form["client_secret"]) == (CLIENT_ID, CLIENT_SECRET)
    assert 43 <= len(form["code_verifier"]) <= 128

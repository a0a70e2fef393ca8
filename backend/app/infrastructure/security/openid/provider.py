"""OpenID Connect's authorization code flow, with PKCE."""

import re
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode, urlsplit

from email_validator import EmailNotValidError, validate_email

from app.domain.identity.model import canonical_email
from app.domain.identity.providers import IIdentityProvider, ProvenIdentity
from app.domain.identity.tickets import Ticket
from app.domain.shared.time import Now
from app.infrastructure.security.openid.id_token import Expected, Keys, claims_of, keys_of, kid_of, refused
from app.infrastructure.security.openid.remembered import Remembered
from app.infrastructure.security.openid.web import Web, unavailable

WELL_KNOWN = "/.well-known/openid-configuration"
GOOGLE = "https://accounts.google.com"
LONGEST_NAME = 200
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]+")


@dataclass(frozen=True, slots=True)
class Client:
    """What we are to the provider."""

    id: str
    secret: str
    callback: str
    """Where it sends browsers back to."""


@dataclass(frozen=True, slots=True)
class _Endpoints:
    issuer: str
    authorization: str
    token: str
    keys: str


class OpenIdProvider(IIdentityProvider):
    def __init__(
        self,
        *,
        name: str,
        discovery: str,
        client: Client,
        web: Web,
        now: Now,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """`clock` says how old is what was fetched; `now`, whether a token is in time."""
        self._name = name
        self._discovery = discovery
        self._client = client
        self._web = web
        self._now = now
        self._endpoints = Remembered(self._discover, clock=clock)
        self._keys = Remembered(self._fetch_keys, clock=clock)

    @property
    def name(self) -> str:
        return self._name

    async def address(self, ticket: Ticket) -> str:
        asked = {
            "response_type": "code",
            "client_id": self._client.id,
            "redirect_uri": self._client.callback,
            "scope": "openid email profile",
            "state": ticket.state,
            "nonce": ticket.nonce,
            "code_challenge": ticket.provider_challenge,
            "code_challenge_method": "S256",
        }
        where = (await self._endpoints.get()).authorization
        return f"{where}{'&' if '?' in where else '?'}{urlencode(asked)}"

    async def identity(self, code: str, ticket: Ticket) -> ProvenIdentity:
        endpoints = await self._endpoints.get()
        answer = await self._web.post(
            endpoints.token,
            {
                "grant_type": "authorization_code",
                "code": code,
                "redirect_uri": self._client.callback,
                "client_id": self._client.id,
                "client_secret": self._client.secret,
                "code_verifier": ticket.verifier,
            },
        )
        if answer is None:
            raise refused()
        token = answer.get("id_token")
        kid = kid_of(token)
        keys = await self._keys.get(satisfies=lambda known: kid in known)
        expected = Expected(_spellings(endpoints.issuer), self._client.id, ticket.nonce)
        return self._proven(claims_of(str(token), keys, expected, now=self._now().timestamp()))

    def _proven(self, claims: Mapping[str, Any]) -> ProvenIdentity:
        subject, email = claims.get("sub"), claims.get("email")
        if not isinstance(subject, str) or not 1 <= len(subject) <= 255 or "\0" in subject:
            raise refused()
        address = _address(email)
        return ProvenIdentity(
            provider=self._name,
            subject=subject,
            email=address,
            email_verified=claims.get("email_verified") is True,
            full_name=_full_name(claims.get("name")) or address.partition("@")[0],
        )

    async def _discover(self) -> _Endpoints:
        said = await self._web.get(self._discovery)
        names = ("issuer", "authorization_endpoint", "token_endpoint", "jwks_uri")
        found = [said.get(name) for name in names]
        if not all(isinstance(value, str) and self._is_as_safe(value) for value in found):
            raise unavailable()
        endpoints = _Endpoints(*map(str, found))
        if endpoints.issuer.rstrip("/") + WELL_KNOWN != self._discovery:
            raise unavailable()
        return endpoints

    def _is_as_safe(self, url: str) -> bool:
        """Not by plain HTTP, unless the host chose so for the provider as a whole."""
        try:
            parts = urlsplit(url)
        except ValueError:
            return False
        return bool(parts.hostname) and parts.scheme in {"https", urlsplit(self._discovery).scheme}

    async def _fetch_keys(self) -> Keys:
        keys = keys_of(await self._web.get((await self._endpoints.get()).keys))
        if not keys:
            raise unavailable()
        return keys


def _spellings(issuer: str) -> frozenset[str]:
    """Google's documents allow it to leave out the scheme."""
    return frozenset({issuer, issuer.removeprefix("https://")} if issuer == GOOGLE else {issuer})


def _address(email: object) -> str:
    if not isinstance(email, str) or len(email) > 320:
        raise refused()
    try:
        return validate_email(canonical_email(email), check_deliverability=False).normalized
    except EmailNotValidError as error:
        raise refused() from error


def _full_name(name: object) -> str:
    words = _UNPRINTABLE.sub(" ", name).split() if isinstance(name, str) else ()
    return " ".join(words)[:LONGEST_NAME].strip()

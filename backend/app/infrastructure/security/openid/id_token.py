"""Whether an ID token is one that this provider made for us, for this sign-in, just now."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from jose import JOSEError, jws

from app.domain.identity.errors import SignInRefused

ALGORITHM = "RS256"
"""The one that OpenID Connect has every provider speak. The token has no say in it."""
SKEW = 60
"""Seconds that the provider's clock may differ from ours."""
LONGEST = 16_000
_FORM = re.compile(r"[\w-]+\.[\w-]+\.[\w-]+", re.ASCII)
_NUMBER = re.compile(r"[\w-]{342,1024}", re.ASCII)
"""Of 2048 bits at least; and not of a million, which would take minutes to check against."""
_EXPONENT = re.compile(r"[\w-]{1,6}", re.ASCII)
MOST_KEYS = 50

Keys = Mapping[str, Mapping[str, str]]
"""By kid."""


@dataclass(frozen=True, slots=True)
class Expected:
    issuers: frozenset[str]
    client_id: str
    nonce: str


def keys_of(published: Mapping[str, Any]) -> Keys | None:
    """The RSA keys of a JWKS that are for signing; None when it is none."""
    keys = published.get("keys")
    if not isinstance(keys, list) or len(keys) > MOST_KEYS:
        return None
    fit = [key for key in keys if isinstance(key, dict) and _is_fit(key)]
    return {key["kid"]: {"kty": "RSA", "alg": ALGORITHM, "n": key["n"], "e": key["e"]} for key in fit}


def _is_fit(key: Mapping[str, Any]) -> bool:
    kid, n, e = key.get("kid"), key.get("n"), key.get("e")
    return (
        key.get("kty") == "RSA"
        and key.get("use", "sig") == "sig"
        and key.get("alg", ALGORITHM) == ALGORITHM
        and isinstance(kid, str)
        and isinstance(n, str)
        and isinstance(e, str)
        and _NUMBER.fullmatch(n) is not None
        and _EXPONENT.fullmatch(e) is not None
    )


def kid_of(token: object) -> str:
    """Raises SignInRefused."""
    if not isinstance(token, str) or len(token) > LONGEST or not _FORM.fullmatch(token):
        raise refused()
    try:
        header = jws.get_unverified_header(token)
    except (JOSEError, ValueError, RecursionError) as error:
        raise refused() from error
    kid = header.get("kid")
    if header.get("alg") != ALGORITHM or "crit" in header or "b64" in header or not isinstance(kid, str):
        raise refused()
    return kid


def claims_of(token: str, keys: Keys, expected: Expected, *, now: float) -> Mapping[str, Any]:
    """Raises SignInRefused."""
    key = keys.get(kid_of(token))
    if key is None:
        raise refused()
    try:
        claims = json.loads(jws.verify(token, dict(key), ALGORITHM))
    except (JOSEError, ValueError, TypeError, RecursionError) as error:
        raise refused() from error
    if not isinstance(claims, dict) or not _are_ours(claims, expected) or not _is_in_time(claims, now):
        raise refused()
    return claims


def _are_ours(claims: Mapping[str, Any], expected: Expected) -> bool:
    issuer, audience, party = claims.get("iss"), claims.get("aud"), claims.get("azp")
    if isinstance(audience, list):
        meant = expected.client_id in audience and party == expected.client_id
    else:
        meant = audience == expected.client_id and party in (None, expected.client_id)
    return (
        isinstance(issuer, str)
        and issuer in expected.issuers
        and meant
        and claims.get("nonce") == expected.nonce
    )


def _is_in_time(claims: Mapping[str, Any], now: float) -> bool:
    issued, expires = claims.get("iat"), claims.get("exp")
    if type(issued) is not int or type(expires) is not int:
        return False
    begins = claims.get("nbf", issued)
    return type(begins) is int and max(issued, begins) - SKEW <= now < expires + SKEW


def refused() -> SignInRefused:
    return SignInRefused("The provider's answer does not prove who you are. Please begin again.")

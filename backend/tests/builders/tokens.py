"""Access tokens as a forger would write them: each differs in one thing from a good one."""

import base64
import hmac
import json
from collections.abc import Mapping
from hashlib import sha256, sha384, sha512
from typing import Any
from uuid import uuid4

HASHES = {"HS256": sha256, "HS384": sha384, "HS512": sha512}


def encoded(part: object) -> str:
    raw = part if isinstance(part, bytes) else json.dumps(part).encode()
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def decoded(part: str) -> Any:
    return json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))


def signed(header: object, payload: object, secret: str, hashed: str = "HS256") -> str:
    text = f"{encoded(header)}.{encoded(payload)}"
    return f"{text}.{encoded(hmac.digest(secret.encode(), text.encode(), HASHES[hashed]))}"


def forgeries(good: str, refresh: str, secret: str) -> Mapping[str, str]:
    """By the trick they try. Those that are signed are signed with the true secret."""
    head, body, signature = good.split(".")
    header, payload = decoded(head), decoded(body)
    now = payload["iat"]

    def with_header(**about: object) -> str:
        return signed(header | about, payload, secret)

    def with_claims(**about: object) -> str:
        return signed(header, {k: v for k, v in (payload | about).items() if v is not ...}, secret)

    def unsigned(algorithm: str, tail: str = "") -> str:
        return f"{encoded(header | {'alg': algorithm})}.{body}.{tail}"

    return {
        "alg none": unsigned("none"),
        "alg None": unsigned("None"),
        "alg NONE, old signature": unsigned("NONE", signature),
        "alg empty": with_header(alg=""),
        "alg null": with_header(alg=None),
        "alg missing": signed({k: v for k, v in header.items() if k != "alg"}, payload, secret),
        "alg list": with_header(alg=["HS256"]),
        "alg HS384": signed(header | {"alg": "HS384"}, payload, secret, "HS384"),
        "alg HS512": signed(header | {"alg": "HS512"}, payload, secret, "HS512"),
        "alg RS256 signed with the secret": with_header(alg="RS256"),
        "alg ES256": with_header(alg="ES256"),
        "alg in lower case": with_header(alg="hs256"),
        "jku": with_header(jku="https://evil.example/keys"),
        "jwk": with_header(jwk={"kty": "oct", "k": encoded(b"mine")}),
        "x5u": with_header(x5u="https://evil.example/cert"),
        "x5c": with_header(x5c=["AAAA"]),
        "kid traversal": with_header(kid="../../../../dev/null"),
        "kid SQL": with_header(kid="' UNION SELECT 'secret' --"),
        "kid missing": signed({k: v for k, v in header.items() if k != "kid"}, payload, secret),
        "kid of no key": with_header(kid="0" * 16),
        "kid null": with_header(kid=None),
        "kid list": with_header(kid=[header["kid"]]),
        "kid empty": with_header(kid=""),
        "kid in capitals": with_header(kid=header["kid"].upper() + " "),
        "crit": with_header(crit=["exp"]),
        "b64 false": with_header(b64=False, crit=["b64"]),
        "zip": with_header(zip="DEF"),
        "typ missing": signed({k: v for k, v in header.items() if k != "typ"}, payload, secret),
        "typ other": with_header(typ="at+jwt"),
        "header array": signed([], payload, secret),
        "header not JSON": f"{encoded(b'nope')}.{body}.{signature}",
        "no exp": with_claims(exp=...),
        "no aud": with_claims(aud=...),
        "no iss": with_claims(iss=...),
        "no sub": with_claims(sub=...),
        "no sid": with_claims(sid=...),
        "no iat": with_claims(iat=...),
        "no kind": with_claims(typ=...),
        "a claim more": with_claims(role="admin"),
        "wrong iss": with_claims(iss="somebody"),
        "wrong aud": with_claims(aud="another-api"),
        "aud list": with_claims(aud=["jobwise-api"]),
        "nbf in the future": with_claims(nbf=now + 3600),
        "iat in the future": with_claims(iat=now + 3600),
        "expired": with_claims(iat=now - 7200, exp=now - 3600),
        "exp as text": with_claims(exp=str(now + 3600)),
        "exp as float": with_claims(exp=now + 3600.5),
        "exp 1e18": with_claims(exp=1e18),
        "exp past every calendar": with_claims(exp=10**18),
        "exp true": with_claims(exp=True),
        "exp null": with_claims(exp=None),
        "sub number": with_claims(sub=1),
        "sub not an id": with_claims(sub="ada@example.com"),
        "sub another's": with_claims(sub=str(uuid4())),
        "sid unknown": with_claims(sid=str(uuid4())),
        "sid not an id": with_claims(sid="' OR 1=1 --"),
        "wrong kind": with_claims(typ="verify"),
        "kind list": with_claims(typ=["access"]),
        "refresh token": refresh,
        "payload array": signed(header, [payload], secret),
        "payload text": signed(header, "access", secret),
        "payload not JSON": signed(header, b"{", secret),
        "payload empty": signed(header, b"", secret),
        "payload nested deep": signed(header, b"[" * 900, secret),
        "another secret": signed(header, payload, secret + "x"),
        "no secret": signed(header, payload, ""),
        "signature cut off": f"{head}.{body}.{signature[:-2]}",
        "signature of other claims": f"{head}.{encoded(payload | {'turn': 7})}.{signature}",
        "no signature": f"{head}.{body}",
        "four parts": f"{good}.{signature}",
        "dots": "..",
        "not a token": "nonsense",
        "100 kB": f"{head}.{body}{'A' * 100_000}.{signature}",
        "a letter after the end": good + "\u00e9",
        "a space within": f"{head}.{body[:9]} {body[9:]}.{signature}",
        "padding": good + "=",
        "the signature in another spelling": good[:-1] + chr(ord(good[-1]) + 1),
    }

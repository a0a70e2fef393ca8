import hmac
import re
from collections.abc import Sequence
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any
from uuid import UUID

from jose import JWTError, jwt

from app.domain.identity.errors import InvalidToken
from app.domain.identity.ports import Claims, ITokens, TokenKind
from app.domain.shared.ids import SessionId, UserId

ALGORITHM = "HS256"
ISSUER = "jobwise"
AUDIENCE = "jobwise-api"
LONGEST = 2_000
FORM = re.compile(r"[\w-]+\.[\w-]+\.[\w-]{42}[AEIMQUYcgkosw048]", re.ASCII)
"""The library skips what is not base64, and the spare bits of the last letter: one token, many spellings."""
_KID = b"jobwise: name of a signing key, 1"
CLAIMS = {"sub": str, "sid": str, "typ": str, "turn": int, "iss": str, "aud": str, "iat": int, "exp": int}


class JoseTokens(ITokens):
    """Signed tokens of exactly the form that we write ourselves. Whatever differs is refused.

    `previous`: keys that signed before this one, and still open what they have signed.
    """

    def __init__(self, *, secret: str, previous: Sequence[str] = ()) -> None:
        self._kid = kid_of(secret)
        self._secrets = {kid_of(known): known for known in (secret, *previous)}

    def issue(self, claims: Claims) -> str:
        payload = {
            "sub": str(claims.user_id),
            "sid": str(claims.session_id),
            "typ": claims.kind.value,
            "turn": claims.turn,
            "iss": ISSUER,
            "aud": AUDIENCE,
            "iat": int(claims.issued_at.timestamp()),
            "exp": int(claims.expires_at.timestamp()),
        }
        secret, named = self._secrets[self._kid], {"kid": self._kid}
        return str(jwt.encode(payload, secret, algorithm=ALGORITHM, headers=named))

    def read(self, token: str, kind: TokenKind, *, now: datetime) -> Claims:
        payload = self._verified(token)
        if {name: type(value) for name, value in payload.items()} != CLAIMS:
            raise _refused()
        issued, expires = payload["iat"], payload["exp"]
        right = payload["typ"] == kind and payload["iss"] == ISSUER and payload["aud"] == AUDIENCE
        if not right or not issued - 60 <= now.timestamp() < expires:
            raise _refused()
        try:
            return Claims(
                kind,
                UserId(UUID(payload["sub"])),
                SessionId(UUID(payload["sid"])),
                payload["turn"],
                datetime.fromtimestamp(issued, UTC),
                datetime.fromtimestamp(expires, UTC),
            )
        except (ValueError, OverflowError, OSError) as error:
            raise _refused() from error

    def _verified(self, token: str) -> dict[str, Any]:
        """The payload, its signature checked. Time is checked by our own clock, not the library's."""
        if len(token) > LONGEST or not FORM.fullmatch(token):
            raise _refused()
        try:
            header = jwt.get_unverified_header(token)
            kid = header.get("kid")
            secret = self._secrets.get(kid) if isinstance(kid, str) else None
            if secret is None or header != {"alg": ALGORITHM, "typ": "JWT", "kid": kid}:
                raise _refused()
            options = {"verify_exp": False, "verify_iat": False, "verify_nbf": False, "verify_aud": False}
            payload = jwt.decode(token, secret, algorithms=[ALGORITHM], options=options)
        except (JWTError, ValueError, TypeError, RecursionError) as error:
            raise _refused() from error
        return dict(payload)


def kid_of(secret: str) -> str:
    """What names a key in a token. It does not tell the key, and is only ever looked up among ours."""
    return hmac.digest(secret.encode(), _KID, sha256).hex()[:16]


def _refused() -> InvalidToken:
    return InvalidToken("The token is not valid.")

"""What a browser keeps while it is away at an identity provider."""

import hmac
import json
import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256

from app.domain.identity.errors import SignInRefused

LIFE = timedelta(minutes=10)
LONGEST = 3_000
_PURPOSE = b"jobwise: sign-in tickets, 1"
_SEED, _SIGNATURE = 32, 32


@dataclass(frozen=True, slots=True)
class Ticket:
    """State, nonce and verifier of one sign-in. They follow from its seed and our key: what the browser
    keeps does not tell them."""

    state: str
    nonce: str
    verifier: str
    """PKCE, between us and the provider."""
    return_to: str
    """Where the browser is to go in the end. Empty: nowhere, the tokens are the answer."""
    challenge: str
    """PKCE, between the client and us."""
    expires_at: datetime

    @property
    def provider_challenge(self) -> str:
        return challenge_of(self.verifier)


class Tickets:
    """Signs them, and knows its own. The first key signs, all of them are known."""

    def __init__(self, *, keys: Sequence[str]) -> None:
        self._keys = [hmac.digest(key.encode(), _PURPOSE, sha256) for key in keys]

    def issue(self, *, return_to: str, challenge: str, now: datetime) -> tuple[Ticket, str]:
        """And as text, for a cookie."""
        until = int((now + LIFE).timestamp())
        about = json.dumps([until, return_to, challenge]).encode()
        said = secrets.token_bytes(_SEED) + about
        return self._ticket(said, self._keys[0]), _encoded(said + _derived(self._keys[0], b"sign", said))

    def read(self, text: str, *, state: str, now: datetime) -> Ticket:
        """Raises SignInRefused, whatever is wrong with it; also when the state is another's."""
        try:
            data = urlsafe_b64decode(text + "=" * (-len(text) % 4)) if len(text) <= LONGEST else b""
        except ValueError:
            data = b""
        said, signature = data[:-_SIGNATURE], data[-_SIGNATURE:]
        for key in self._keys:
            if len(said) > _SEED and hmac.compare_digest(signature, _derived(key, b"sign", said)):
                ticket = self._ticket(said, key)
                if now < ticket.expires_at and hmac.compare_digest(state.encode(), ticket.state.encode()):
                    return ticket
        raise refused()

    @staticmethod
    def _ticket(said: bytes, key: bytes) -> Ticket:
        until, return_to, challenge = json.loads(said[_SEED:])
        state, nonce, verifier = (
            _encoded(_derived(key, word, said)) for word in (b"state", b"nonce", b"pkce")
        )
        return Ticket(state, nonce, verifier, return_to, challenge, datetime.fromtimestamp(until, UTC))


def refused() -> SignInRefused:
    return SignInRefused("This sign-in was not begun in this browser, or it is over. Please begin again.")


def challenge_of(verifier: str) -> str:
    """S256 of RFC 7636."""
    return _encoded(sha256(verifier.encode()).digest())


def matches_challenge(verifier: str, challenge: str) -> bool:
    return hmac.compare_digest(challenge_of(verifier).encode(), challenge.encode())


def digest_of(secret: str) -> str:
    return sha256(secret.encode()).hexdigest()


def new_code() -> str:
    return secrets.token_urlsafe(32)


def _derived(key: bytes, purpose: bytes, said: bytes) -> bytes:
    return hmac.digest(key, purpose + b"\0" + said, sha256)


def _encoded(data: bytes) -> str:
    return urlsafe_b64encode(data).rstrip(b"=").decode()

import hmac
import re
from collections.abc import Sequence
from hashlib import sha256
from uuid import UUID

from app.domain.identity.challenges import CODE_DIGITS, Challenge, IChallengeSecrets, Purpose
from app.domain.shared.ids import ChallengeId

KEY = b"jobwise: what is mailed"
"""Another key for each use: what is signed here is no token of a session's, nor the other way round."""
TOKEN = re.compile(r"([0-9a-f]{32})[0-9a-f]{40}", re.ASCII)


class HmacSecrets(IChallengeSecrets):
    """Codes and tokens that follow from a challenge's id, which is random, and a key that no row holds."""

    def __init__(self, *, secret: str, previous: Sequence[str] = ()) -> None:
        """`previous`: what was made by one of them is good as long as it would have been."""
        self._keys = [hmac.digest(each.encode(), KEY, sha256) for each in (secret, *previous)]

    def secret_of(self, challenge: Challenge) -> str:
        """By the key that its row was made by; of one that has no digest yet, by the present one."""
        secrets = [self._secret(key, challenge) for key in self._keys]
        pairs = zip(self._keys, secrets, strict=True)
        made = (secret for key, secret in pairs if self._digest(key, challenge, secret) == challenge.digest)
        return next(made, secrets[0])

    def digest(self, challenge: Challenge, secret: str) -> str:
        return self._digest(self._keys[0], challenge, secret)

    def opens(self, challenge: Challenge, secret: str) -> bool:
        digests = [self._digest(key, challenge, secret) for key in self._keys]
        return any([hmac.compare_digest(digest, challenge.digest) for digest in digests])

    def challenge_of(self, token: str) -> ChallengeId | None:
        found = TOKEN.fullmatch(token)
        return ChallengeId(UUID(found[1])) if found else None

    def blind(self, text: str) -> str:
        return _mac(self._keys[0], "blind", text)

    def blinds(self, text: str) -> Sequence[str]:
        return [_mac(key, "blind", text) for key in self._keys]

    @staticmethod
    def _secret(key: bytes, challenge: Challenge) -> str:
        drawn = _mac(key, "secret", challenge.purpose, challenge.id.hex)
        if challenge.purpose is Purpose.SIGN_IN:
            return f"{int(drawn[:32], 16) % 10**CODE_DIGITS:0{CODE_DIGITS}d}"
        return challenge.id.hex + drawn[:40]

    @staticmethod
    def _digest(key: bytes, challenge: Challenge, secret: str) -> str:
        return _mac(key, "digest", challenge.purpose, challenge.id.hex, challenge.mailbox, secret)


def _mac(key: bytes, *parts: str) -> str:
    said = "\0".join(parts).encode("utf-8", "surrogatepass")
    return hmac.new(key, said, sha256).hexdigest()

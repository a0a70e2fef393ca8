import hmac
import re
from hashlib import sha256
from uuid import UUID

from app.domain.identity.challenges import CODE_DIGITS, Challenge, IChallengeSecrets, Purpose
from app.domain.shared.ids import ChallengeId

KEY = b"jobwise: what is mailed"
"""Another key for each use: what is signed here is no token of a session's, nor the other way round."""
TOKEN = re.compile(r"([0-9a-f]{32})[0-9a-f]{40}", re.ASCII)


class HmacSecrets(IChallengeSecrets):
    """Codes and tokens that follow from a challenge's id, which is random, and a key that no row holds."""

    def __init__(self, *, secret: str) -> None:
        self._key = hmac.digest(secret.encode(), KEY, sha256)

    def secret_of(self, challenge: Challenge) -> str:
        drawn = self._mac("secret", challenge.purpose, challenge.id.hex)
        if challenge.purpose is Purpose.SIGN_IN:
            return f"{int(drawn[:32], 16) % 10**CODE_DIGITS:0{CODE_DIGITS}d}"
        return challenge.id.hex + drawn[:40]

    def digest(self, challenge: Challenge, secret: str) -> str:
        return self._mac("digest", challenge.purpose, challenge.id.hex, challenge.mailbox, secret)

    def opens(self, challenge: Challenge, secret: str) -> bool:
        return hmac.compare_digest(self.digest(challenge, secret), challenge.digest)

    def challenge_of(self, token: str) -> ChallengeId | None:
        found = TOKEN.fullmatch(token)
        return ChallengeId(UUID(found[1])) if found else None

    def blind(self, text: str) -> str:
        return self._mac("blind", text)

    def _mac(self, *parts: str) -> str:
        said = "\0".join(parts).encode("utf-8", "surrogatepass")
        return hmac.new(self._key, said, sha256).hexdigest()

import hmac
from base64 import urlsafe_b64encode
from collections.abc import Sequence
from hashlib import sha256

from cryptography.fernet import Fernet, InvalidToken, MultiFernet

from app.domain.identity.llm_keys import IKeySeal, KeyUnreadable
from app.domain.shared.ids import UserId

KEY = b"jobwise: keys to language models\0"
"""Another key for each use, and here for each owner: what is moved to somebody else's row does not open."""


class FernetSeal(IKeySeal):
    """AES in CBC mode with an HMAC, under keys that follow from the host's secrets."""

    def __init__(self, *, secrets: Sequence[str]) -> None:
        """The first one seals; what any of them has sealed is opened."""
        self._secrets = tuple(secret.encode() for secret in secrets)

    def seal(self, secret: str, *, owner: UserId) -> str:
        return self._of(owner).encrypt(secret.encode()).decode()

    def open(self, sealed: str, *, owner: UserId) -> str:
        try:
            return self._of(owner).decrypt(sealed.encode()).decode()
        except (InvalidToken, UnicodeError):
            raise KeyUnreadable("No secret of this installation opens it.") from None

    def _of(self, owner: UserId) -> MultiFernet:
        return MultiFernet(
            [
                Fernet(urlsafe_b64encode(hmac.digest(secret, KEY + owner.bytes, sha256)))
                for secret in self._secrets
            ]
        )

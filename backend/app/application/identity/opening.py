from dataclasses import dataclass

from app.domain.identity.model import Role, Tier, User, canonical_email
from app.domain.identity.passwords import require_strong
from app.domain.identity.ports import IPasswordHasher
from app.domain.shared.time import Now


@dataclass(frozen=True, slots=True, kw_only=True)
class NewAccount:
    """What somebody says who wants one."""

    email: str
    password: str
    full_name: str
    role: Role = Role.USER
    tier: Tier = Tier.FREE

    async def open(self, passwords: IPasswordHasher, *, now: Now) -> User:
        """Hashing takes its time: before any transaction. Raises PasswordTooWeak."""
        require_strong(self.password)
        hashed = await passwords.hash(self.password)
        opened = now()
        return User(
            email=canonical_email(self.email),
            hashed_password=hashed,
            full_name=self.full_name,
            role=self.role,
            subscription_tier=self.tier,
            created_at=opened,
            updated_at=opened,
        )

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Self

from app.application.identity.work import IIdentityWork
from app.application.unit_of_work import Opens
from app.domain.identity.model import NOWHERE, Origin, Role, Tier, User
from app.domain.identity.ports import SecurityEventSearch
from app.domain.identity.security import SecurityEvent, SecurityEventKind
from app.domain.shared.ids import UserId
from app.domain.shared.page import Page, Slice
from app.domain.shared.time import Now


class SecurityService:
    """What happened to accounts and their locks."""

    def __init__(self, *, work: Opens[IIdentityWork], now: Now) -> None:
        self._work = work
        self._now = now

    async def page(self, search: SecurityEventSearch, part: Slice) -> Page[SecurityEvent]:
        """The newest first."""
        async with self._work(readonly=True) as work:
            return await work.security.page(search, part)

    async def limit_reached(
        self, *, origin: Origin, note: str, user_id: UserId | None = None, email: str | None = None
    ) -> None:
        """Somebody tries too often; `email` is the canonical address of the account that they try."""
        async with self._work() as work:
            if email is not None:
                user = await work.users.find_by_email(email)
                user_id = UserId(user.id) if user else None
            await work.security.add(
                SecurityEvent.of(
                    SecurityEventKind.LIMIT_REACHED, at=self._now(), user_id=user_id, origin=origin, note=note
                )
            )
            await work.commit()


@dataclass(frozen=True, slots=True)
class Rights:
    """What an account may do, at a moment."""

    role: Role
    subscription_tier: Tier
    is_active: bool
    email: str

    @classmethod
    def of(cls, user: User) -> Self:
        return cls(user.role, user.subscription_tier, user.is_active, user.email)


def changes(
    before: Rights, after: User, *, at: datetime, actor: UserId | None, origin: Origin = NOWHERE
) -> Iterator[SecurityEvent]:
    """What of a change of somebody's account has to be told."""
    told: list[tuple[SecurityEventKind, str]] = []
    if before.role is not after.role:
        told.append((SecurityEventKind.ROLE_CHANGED, f"{before.role} -> {after.role}"))
    if before.subscription_tier is not after.subscription_tier:
        told.append(
            (SecurityEventKind.TIER_CHANGED, f"{before.subscription_tier} -> {after.subscription_tier}")
        )
    if before.is_active is not after.is_active:
        kind = SecurityEventKind.ACCOUNT_REOPENED if after.is_active else SecurityEventKind.ACCOUNT_CLOSED
        told.append((kind, ""))
    if before.email != after.email:
        told.append((SecurityEventKind.EMAIL_CHANGED, ""))
    for kind, note in told:
        yield SecurityEvent.of(
            kind, at=at, user_id=UserId(after.id), actor_id=actor, origin=origin, note=note
        )

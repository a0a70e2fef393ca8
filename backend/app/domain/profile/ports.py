from abc import abstractmethod
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from app.domain.profile.job_profile import JobProfile
from app.domain.profile.model import Profile
from app.domain.shared.ids import JobProfileId, ProfileId, UserId
from app.domain.shared.page import Page, Slice


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfileCard:
    """A profile in a list: who, and how new, without the career."""

    id: ProfileId
    user_id: UserId
    full_name: str
    headline: str | None
    email: str | None
    phone: str | None
    location: str | None
    is_default: bool
    is_active: bool
    version: int
    created_at: datetime
    updated_at: datetime


class IProfileRepository(Protocol):
    """Whole profiles, components and all."""

    @abstractmethod
    async def add(self, profile: Profile) -> None: ...

    @abstractmethod
    async def save(self, profile: Profile) -> None:
        """Raises Stale."""

    @abstractmethod
    async def remove(self, profile: Profile) -> None:
        """With its components. Raises Stale."""

    @abstractmethod
    async def get(self, profile_id: ProfileId, *, owner: UserId, lock: bool = False) -> Profile:
        """Raises ProfileNotFound, for one that is somebody else's too."""

    @abstractmethod
    async def find_default(self, owner: UserId, *, lock: bool = False) -> Profile | None: ...

    @abstractmethod
    async def find_oldest(self, owner: UserId) -> Profile | None: ...

    @abstractmethod
    async def count(self, owner: UserId, *, lock: bool = False) -> int:
        """With `lock`, whoever else counts this owner's profiles so waits until this transaction ends."""

    @abstractmethod
    async def page(self, owner: UserId, part: Slice) -> Page[ProfileCard]:
        """The newest first; a fixed number of statements."""


class IJobProfileRepository(Protocol):
    @abstractmethod
    async def add(self, job_profile: JobProfile) -> None: ...

    @abstractmethod
    async def save(self, job_profile: JobProfile) -> None:
        """Raises Stale."""

    @abstractmethod
    async def remove(self, job_profile: JobProfile) -> None:
        """Raises Stale."""

    @abstractmethod
    async def get(self, job_profile_id: JobProfileId, *, owner: UserId, lock: bool = False) -> JobProfile:
        """Raises JobProfileNotFound, for one that is somebody else's too."""

    @abstractmethod
    async def find_default(self, owner: UserId, *, lock: bool = False) -> JobProfile | None: ...

    @abstractmethod
    async def find_oldest(self, owner: UserId) -> JobProfile | None: ...

    @abstractmethod
    async def count(self, owner: UserId, *, lock: bool = False) -> int:
        """With `lock`, whoever else counts this owner's so waits until this transaction ends."""

    @abstractmethod
    async def page(self, owner: UserId, part: Slice) -> Page[JobProfile]:
        """The newest first."""

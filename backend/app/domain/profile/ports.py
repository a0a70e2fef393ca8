from abc import abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from app.domain.profile.history import Edition, EditionCard
from app.domain.profile.job_profile import JobProfile
from app.domain.profile.lines import HeldAchievement
from app.domain.profile.model import Profile
from app.domain.profile.proposals import Proposal, ProposalStatus
from app.domain.shared.ids import ItemId, JobProfileId, ProfileId, ProposalId, UserId
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
    """Whole profiles, components and all. Every save leaves an edition in the profile's history."""

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
    async def find_holding(
        self, kind: type[Any], item_id: ItemId, *, owner: UserId, lock: bool = False
    ) -> Profile | None:
        """Whichever of the owner's profiles has this component; an achievement may stand anywhere in it."""

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

    @abstractmethod
    async def achievements(self, owner: UserId, part: Slice) -> Page[HeldAchievement]:
        """Of all the owner's profiles, the default first; in each, those that stand alone first."""

    @abstractmethod
    async def touched(self, profile_id: ProfileId, *, owner: UserId) -> Mapping[ItemId, datetime]:
        """When each component was last written: one statement."""


class IProfileHistory(Protocol):
    """Written by whoever saves profiles; the newest `MOST_EDITIONS` of each profile are kept."""

    @abstractmethod
    async def page(self, profile_id: ProfileId, *, owner: UserId, part: Slice) -> Page[EditionCard]:
        """The newest first."""

    @abstractmethod
    async def between(
        self, profile_id: ProfileId, *, owner: UserId, after: int, until: int
    ) -> Sequence[Edition]:
        """Those of the versions after the one and up to the other, the newest first."""


class IProposalRepository(Protocol):
    @abstractmethod
    async def add(self, proposal: Proposal) -> None: ...

    @abstractmethod
    async def save(self, proposal: Proposal) -> None:
        """Raises Stale."""

    @abstractmethod
    async def remove(self, proposal: Proposal) -> None:
        """Raises Stale."""

    @abstractmethod
    async def get(self, proposal_id: ProposalId, *, owner: UserId, lock: bool = False) -> Proposal:
        """Raises ProposalNotFound, for one that is somebody else's too."""

    @abstractmethod
    async def page(
        self, experience_id: ItemId, *, owner: UserId, status: ProposalStatus | None, part: Slice
    ) -> Page[Proposal]:
        """The newest first."""

    @abstractmethod
    async def pending(self, experience_id: ItemId, *, owner: UserId) -> Sequence[Proposal]:
        """Those that nobody has decided on."""

    @abstractmethod
    async def rebase(self, ids: Sequence[ProposalId], base: Mapping[str, str]) -> None:
        """These now speak of the experience as it is; they stay at their version."""


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

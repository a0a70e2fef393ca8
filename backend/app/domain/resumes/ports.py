from abc import abstractmethod
from collections.abc import Collection, Sequence
from typing import Protocol

from app.domain.resumes.model import Kept, Resume, ResumeCard
from app.domain.shared.ids import ResumeId, UserId
from app.domain.shared.page import Page, Slice


class IResumeRepository(Protocol):
    @abstractmethod
    async def add(self, resume: Resume) -> None:
        """Raises ResumeExists, PrimaryTaken."""

    @abstractmethod
    async def save(self, resume: Resume) -> None:
        """Raises Stale, PrimaryTaken."""

    @abstractmethod
    async def remove(self, resume: Resume) -> None:
        """Raises Stale."""

    @abstractmethod
    async def get(self, resume_id: ResumeId, *, owner: UserId, lock: bool = False) -> Resume:
        """Raises ResumeNotFound, for one that is somebody else's too."""

    @abstractmethod
    async def find_same(self, sha256: str, *, owner: UserId) -> Resume | None:
        """The one with the same content."""

    @abstractmethod
    async def find_primary(self, owner: UserId) -> Resume | None: ...

    @abstractmethod
    async def find_newest(self, owner: UserId) -> Resume | None: ...

    @abstractmethod
    async def kept(self, owner: UserId, *, lock: bool = False) -> Kept:
        """With `lock`, whoever else counts this owner's files so waits until this transaction ends."""

    @abstractmethod
    async def page(self, owner: UserId, part: Slice) -> Page[ResumeCard]:
        """The newest first, without what they say; two statements."""

    @abstractmethod
    async def recorded(self, storage_keys: Collection[str]) -> Collection[str]:
        """Those of the keys that a resume has."""

    @abstractmethod
    async def storage_keys_of(self, owner: UserId) -> Sequence[str]: ...

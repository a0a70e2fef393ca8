"""Which rows stand for which files: what is swept up, and what goes with an account, is asked of them."""

from abc import abstractmethod
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Protocol

from app.domain.documents.repository import IDocumentRepository
from app.domain.identity import avatars
from app.domain.identity.avatars import IAvatarRepository
from app.domain.resumes.ports import IResumeRepository
from app.domain.shared.ids import UserId


class IFileRecords(Protocol):
    @abstractmethod
    async def recorded(self, storage_keys: Collection[str]) -> Collection[str]:
        """Those that a row stands for."""

    @abstractmethod
    async def storage_keys_of(self, owner: UserId) -> Sequence[str]: ...


class IShelves(Protocol):
    @property
    @abstractmethod
    def documents(self) -> IDocumentRepository: ...

    @property
    @abstractmethod
    def resumes(self) -> IResumeRepository: ...

    @property
    @abstractmethod
    def avatars(self) -> IAvatarRepository: ...


SHELVES: Mapping[str, Callable[[IShelves], IFileRecords]] = {
    "documents": lambda unit: unit.documents,
    "resumes": lambda unit: unit.resumes,
    avatars.FOLDER: lambda unit: unit.avatars,
}
"""Every folder of the storage, and the rows without which nothing is to lie there."""


async def keys_of(unit: IShelves, owner: UserId) -> list[str]:
    """Where all their files are kept."""
    return [key for records in SHELVES.values() for key in await records(unit).storage_keys_of(owner)]

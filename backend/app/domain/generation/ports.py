from abc import abstractmethod
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from app.domain.documents.model import DocumentType
from app.domain.generation.model import Generation, GenerationStatus
from app.domain.shared.ids import GenerationId, JobId, ProfileId, UserId
from app.domain.shared.page import Page, Slice


class GenerationSort(StrEnum):
    """What a list of generations may be ordered by; `-` turns it round."""

    NEWEST = "-created_at"
    OLDEST = "created_at"
    LAST_CHANGED = "-updated_at"
    FIRST_CHANGED = "updated_at"


@dataclass(frozen=True, slots=True, kw_only=True)
class GenerationSearch:
    """Which generations are wanted: every value given must fit."""

    owner: UserId
    job_id: JobId | None = None
    profile_id: ProfileId | None = None
    status: GenerationStatus | None = None
    document_type: DocumentType | None = None


class IGenerationRepository(Protocol):
    @abstractmethod
    async def add(self, generation: Generation) -> None: ...

    @abstractmethod
    async def save(self, generation: Generation) -> None:
        """Raises Stale."""

    @abstractmethod
    async def get(self, generation_id: GenerationId, *, owner: UserId, lock: bool = False) -> Generation:
        """Raises GenerationNotFound, also for somebody else's."""

    @abstractmethod
    async def page(
        self, search: GenerationSearch, *, sort: GenerationSort, part: Slice
    ) -> Page[Generation]: ...

    @abstractmethod
    async def remove(self, generation: Generation) -> None:
        """Raises Stale when somebody saved it since it was read."""

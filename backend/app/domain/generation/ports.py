from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol

from app.domain.documents.model import DocumentType
from app.domain.generation.calls import LLMCall, ModelUsage
from app.domain.generation.model import Generation, GenerationStatus
from app.domain.generation.parts import Objection, PartBrief, WrittenPart
from app.domain.generation.usage import MonthlyUsage, Spent
from app.domain.shared.ids import GenerationId, JobId, ProfileId, UserId
from app.domain.shared.page import Page, Slice
from app.domain.shared.work import Output


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
    parent_id: GenerationId | None = None


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
    async def recent_seconds(self, owner: UserId, *, limit: int) -> Sequence[float]:
        """How long the owner's last completed ones took, the newest first."""

    @abstractmethod
    async def page(
        self, search: GenerationSearch, *, sort: GenerationSort, part: Slice
    ) -> Page[Generation]: ...

    @abstractmethod
    async def remove(self, generation: Generation) -> None:
        """Raises Stale when somebody saved it since it was read."""


class IUsageLedger(Protocol):
    """What each user's months come to. Each method is one statement, so that no two can pass each other."""

    @abstractmethod
    async def charge(self, user_id: UserId, month: date, *, limit: int) -> bool:
        """Count one more generation. False, and nothing is counted, when the limit is reached."""

    @abstractmethod
    async def refund(self, user_id: UserId, month: date) -> None:
        """Give one back to the month that it was charged to. A month never falls below zero."""

    @abstractmethod
    async def reserve(self, user_id: UserId, month: date, cost_micros: int, *, limit: int | None) -> bool:
        """Set aside before a paid call. False, and nothing is, when it and all that is spent or set aside
        could together go beyond the limit."""

    @abstractmethod
    async def reserve_for_all(self, month: date, cost_micros: int, *, limit: int | None) -> bool:
        """The same for everybody's calls together."""

    @abstractmethod
    async def settle(self, user_id: UserId, month: date, most: Spent, spent: Spent) -> None:
        """A call for which so much was set aside, for its user and for all, came to that."""

    @abstractmethod
    async def reserve_own(self, user_id: UserId, month: date, cost_micros: int, *, limit: int | None) -> bool:
        """As `reserve`, for a call with the user's own key: out of no budget but their own."""

    @abstractmethod
    async def settle_own(self, user_id: UserId, month: date, most: Spent, spent: Spent) -> None:
        """As `settle`, for such a call."""

    @abstractmethod
    async def own(self, user_id: UserId, month: date) -> MonthlyUsage:
        """Cost and what is set aside, with keys of their own."""

    @abstractmethod
    async def spent_by_all(self, month: date) -> MonthlyUsage:
        """Cost and what is set aside, of everybody."""

    @abstractmethod
    async def of(self, user_id: UserId, month: date) -> MonthlyUsage:
        """Nothing at all for a month without a row."""


class ILLMCalls(Protocol):
    """The books of paid calls: written once, and erased with their user."""

    @abstractmethod
    async def add(self, call: LLMCall) -> None: ...

    @abstractmethod
    async def page(self, owner: UserId, part: Slice) -> Page[LLMCall]:
        """The newest first."""

    @abstractmethod
    async def by_model(self, owner: UserId, month: date) -> Sequence[ModelUsage]:
        """What the month came to, the dearest model first."""


class IPartWriter(Protocol):
    """Words one part of a resume, from what the person said themselves. It may be slow, foreign and paid."""

    @abstractmethod
    def most(self, brief: PartBrief, objections: Sequence[Objection] = ()) -> Spent:
        """The most that writing it can cost. It is set aside before the call, which is not made without."""

    @abstractmethod
    async def write(self, brief: PartBrief, objections: Sequence[Objection] = ()) -> Output[WrittenPart]:
        """Sections of that part alone, each line with the sources of the draft that it rests on.

        `objections`: what the fact gate said of it as it was written before. The usage is what it cost:
        `Spent.usage`. Raises WriterUnavailable when the call was not taken, and so is not charged; what
        else is raised counts as having cost the most that it can.
        """

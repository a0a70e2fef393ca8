"""Background work: what is to be done for whom, how far it is, and what it told on the way."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import IntEnum, StrEnum
from typing import Any, Generic, TypeVar
from uuid import UUID

from app.domain.shared.errors import Conflict
from app.domain.shared.ids import UserId, WorkId

T = TypeVar("T")
END = "end"
"""The kind of the last event of any work."""
AT_ONCE = 2
"""So much of one user's work goes at once, where nothing else is said."""


class WorkState(StrEnum):
    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"

    @property
    def has_ended(self) -> bool:
        return self in {WorkState.DONE, WorkState.FAILED, WorkState.CANCELLED}


class Priority(IntEnum):
    """Whose turn comes first: the head start in seconds over what was due at the same moment.

    It is a head start and no rank, so that whoever has waited longer than that comes first after all.
    """

    LOW = -600
    """What nobody waits for."""
    NORMAL = 0
    HIGH = 300
    """What somebody pays for."""


class LeaseLost(Conflict):
    """Somebody else does this work now, or nobody is to do it any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """Work to be done: once for one `dedupe_key`, however often it is asked for."""

    id: WorkId
    kind: str
    subject_id: UUID
    """What it is about, such as the generation."""
    user_id: UserId | None
    """None for the house's own work."""
    dedupe_key: str
    priority: Priority = Priority.NORMAL
    at_once: int = AT_ONCE
    """So much of its user's work may go at once, this included."""
    not_before: datetime | None = None
    """The moment when it is due; at once if None or past."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """An order's present state. Who claims it gets the next `epoch`: an older one may write nothing."""

    id: WorkId
    kind: str
    subject_id: UUID
    user_id: UserId | None
    priority: int
    """Seconds."""
    state: WorkState
    epoch: int
    failures: int
    takeovers: int
    """How often its lease ran out: whoever held it was killed, or stuck."""
    last_event: int
    error: str | None

    @property
    def owner(self) -> UserId:
        """Of work that is somebody's."""
        if self.user_id is None:
            raise ValueError(f"{self.kind} {self.id} is the house's own")
        return self.user_id


class Condition(StrEnum):
    DUE = "due"
    LATER = "later"
    """Scheduled, or to be tried again."""
    RUNNING = "running"
    ABANDONED = "abandoned"
    """Its lease ran out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Backlog:
    """How much work of one kind is in one condition."""

    kind: str
    condition: str
    count: int = 0
    oldest: float = 0.0
    """Seconds that the one which waits longest could have been begun already; 0 when none waits."""


@dataclass(frozen=True, slots=True)
class Step(Generic[T]):
    """A part of the work whose result is recorded, so that it is never done again."""

    name: str
    kind: type[T]
    """Of the result: a value object that can be written down as JSON."""


@dataclass(frozen=True, slots=True)
class Output(Generic[T]):
    """What a step came to, and what it cost."""

    value: T
    usage: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class News:
    """Something worth telling those who watch."""

    kind: str
    data: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Event:
    """News as it was told. `seq` counts from 1 without a gap, for each work by itself."""

    seq: int
    kind: str
    data: Mapping[str, Any]
    created_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """How long to hold on to work, and how often to try again."""

    lease: float = 15.0
    """Seconds that a claim holds without a sign of life."""
    failures: int = 4
    """The last of so many tries ends the work."""
    takeovers: int = 5
    """Work that has brought down more processes than this is poisoned."""
    first_delay: float = 1.0
    longest_delay: float = 60.0

    def delay(self, failures: int, chance: float) -> float:
        """Seconds until the next try: twice as long each time, less up to half by `chance` in [0, 1)."""
        whole = min(self.longest_delay, self.first_delay * 2.0 ** max(0, failures - 1))
        return whole * (1 - chance / 2)

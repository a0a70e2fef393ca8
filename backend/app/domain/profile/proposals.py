"""A change to an experience that somebody proposes, and that its owner decides on."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import datetime
from enum import StrEnum
from hashlib import sha256
from typing import Any

from app.domain.profile.errors import ComponentNotFound, ExperienceChanged, NothingProposed, ProposalDecided
from app.domain.profile.model import Achievement, Experience, amended
from app.domain.shared.entity import Entity
from app.domain.shared.ids import ItemId, UserId
from app.domain.shared.time import PartialDate

MOST_PENDING = 50
"""Undecided ones for one experience."""
MOST_PROPOSALS = 500
"""For one experience, whatever was decided."""
_DATES = frozenset({"start_date", "end_date", "date"})
_FIELDS = {"title": "text"}
"""What an achievement calls it that is told of under another name."""
_PRINT_LENGTH = 16

Told = Mapping[str, str | None]
"""Fields by name. A date is written as `2019-03`; None empties a field."""


class ProposalStatus(StrEnum):
    PENDING = "pending"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


class ProposedBy(StrEnum):
    USER = "user"
    ASSISTANT = "assistant"
    IMPORT = "import"


@dataclass(slots=True, kw_only=True, eq=False)
class Proposal(Entity):
    user_id: UserId
    experience_id: ItemId
    changes: Told = field(default_factory=dict)
    """Of the experience's own fields."""
    achievements: tuple[Told, ...] = ()
    """Each changes the one that its `id` names; without an `id` it is a new one."""
    reason: str
    proposed_by: ProposedBy
    said_in: str | None = None
    """Where it was said: what the caller calls the conversation."""
    base: Mapping[str, str]
    """A short hash of each field of the experience, as it was when this was proposed."""
    status: ProposalStatus = ProposalStatus.PENDING
    created_at: datetime
    decided_at: datetime | None = None

    def accept(self, experience: Experience, *, over_changes: bool, now: datetime) -> Experience:
        """The experience with the change in it. Raises ProposalDecided, ExperienceChanged."""
        self._decide(ProposalStatus.ACCEPTED, now=now)
        if not over_changes and (since := changed_since(self.base, experience)):
            raise ExperienceChanged(
                f"The experience has changed since this was proposed: {', '.join(since)}. "
                "Look at it again, then propose anew or accept with over_changes=true.",
                details={"changed": since},
            )
        try:
            return self.applied_to(experience)
        except ComponentNotFound as gone:
            raise ExperienceChanged(
                "An achievement that this would change is gone.", details={"changed": ["achievements"]}
            ) from gone

    def reject(self, *, now: datetime) -> None:
        """Raises ProposalDecided."""
        self._decide(ProposalStatus.REJECTED, now=now)

    def applied_to(self, experience: Experience) -> Experience:
        """Raises NothingProposed, ComponentNotFound, DatesReversed."""
        if not self.changes and not self.achievements:
            raise NothingProposed("A proposal names at least one change.")
        lines = {line.id: line for line in experience.achievements}
        for told in self.achievements:
            line = _line(told, lines)
            lines[line.id] = line
        return amended(experience, _facts(self.changes) | {"achievements": tuple(lines.values())})

    def touches(self) -> frozenset[str]:
        """What it changes of what there is: two that share none of it can both be accepted."""
        return frozenset(self.changes) | {str(told["id"]) for told in self.achievements if told.get("id")}

    def _decide(self, status: ProposalStatus, *, now: datetime) -> None:
        if self.status is not ProposalStatus.PENDING:
            raise ProposalDecided(f"This proposal is {self.status} already.", details={"status": self.status})
        self.status, self.decided_at = status, now


def prints_of_experience(experience: Experience) -> Mapping[str, str]:
    return dict(_prints(experience))


def changed_since(base: Mapping[str, str], experience: Experience) -> list[str]:
    """The fields that say something else now."""
    return [name for name, now in _prints(experience) if base.get(name, now) != now]


def _prints(experience: Experience) -> Iterator[tuple[str, str]]:
    for each in fields(experience):
        if each.name != "id":
            said = repr(_plain(getattr(experience, each.name)))
            yield each.name, sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:_PRINT_LENGTH]


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if isinstance(value, Achievement):
        return [str(getattr(value, f.name)) for f in fields(value)]
    return str(value)


def _line(told: Told, lines: Mapping[ItemId, Achievement]) -> Achievement:
    facts = _facts({_FIELDS.get(name, name): value for name, value in told.items() if name != "id"})
    if not told.get("id"):
        return Achievement(**facts)
    before = next((line for pk, line in lines.items() if str(pk) == told["id"]), None)
    if before is None:
        raise ComponentNotFound("There is no such achievement under this experience.")
    return replace(before, **facts)


def _facts(told: Told) -> dict[str, Any]:
    return {
        name: PartialDate.parse(value) if name in _DATES and value is not None else value
        for name, value in told.items()
    }

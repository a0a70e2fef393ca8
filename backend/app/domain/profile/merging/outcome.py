"""What a joining did, or would do."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from app.domain.profile.json_resume.records import excerpt
from app.domain.profile.model import (
    HELD,
    PERSON,
    Achievement,
    Component,
    Education,
    Experience,
    Profile,
    Project,
    Skill,
)

MOST_TOLD = 1_000
"""Things of each kind that are named."""


@dataclass(frozen=True, slots=True)
class Item:
    part: str
    """The profile's field that it stands in, such as `experiences`."""
    what: str
    fields: tuple[str, ...] = ()
    """What it gained, when it was there already."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """The file says something else than the profile, which stays as it is."""

    part: str
    what: str
    field: str
    yours: str
    theirs: str


@dataclass(slots=True)
class Outcome:
    added: list[Item] = field(default_factory=list)
    merged: list[Item] = field(default_factory=list)
    unchanged: list[Item] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    left: list[Item] = field(default_factory=list)
    """What is new, and more than a profile holds."""

    @property
    def changes(self) -> bool:
        return bool(self.added or self.merged)

    def tell(self, kind: list[Any], what: Item | Conflict) -> None:
        if len(kind) < MOST_TOLD:
            kind.append(what)

    def conflict(self, part: str, what: str, name: str, *, yours: Any, theirs: Any) -> None:
        told = Conflict(part, what, name, _shown(yours), _shown(theirs))
        self.tell(self.conflicts, told)


def all_new(profile: Profile) -> Outcome:
    """Of a profile that there was not."""
    outcome = Outcome()
    for item in _items(profile):
        outcome.tell(outcome.added, item)
    return outcome


def called(component: Component) -> str:
    """How a person would name it."""
    parts: tuple[str | None, ...]
    match component:
        case Experience():
            parts = (component.title, component.company)
        case Education():
            parts = (component.degree or component.field_of_study, component.institution)
        case Project() | Skill():
            parts = (component.name,)
        case Achievement():
            parts = (component.text,)
    return excerpt(", ".join(part for part in parts if part))


def _items(profile: Profile) -> Iterator[Item]:
    yield from (Item(name, name) for name in PERSON if getattr(profile, name))
    yield from (Item("links", excerpt(link.label)) for link in profile.links)
    yield from (Item("custom_fields", excerpt(name)) for name in profile.custom_fields)
    for part, _ in HELD.values():
        yield from (Item(part, called(component)) for component in getattr(profile, part))


def _shown(value: Any) -> str:
    return excerpt(value if isinstance(value, str | list | dict) or value is None else str(value))

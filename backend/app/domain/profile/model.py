"""Who a person is at work: what every document about them draws from."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import Any, Self, TypeVar
from uuid import uuid4

from app.domain.profile import custom_fields as custom
from app.domain.profile.errors import (
    ComponentNotFound,
    ComponentRepeated,
    DatesReversed,
    DefaultProfileNeeded,
    TooManyComponents,
)
from app.domain.shared.entity import Entity
from app.domain.shared.ids import ItemId, UserId
from app.domain.shared.time import PartialDate

MOST_PROFILES = 50
MOST_LINES = 50
"""Achievements under one experience."""
MOST_YEARS = 80
"""Of using one skill."""


def new_item_id() -> ItemId:
    return ItemId(uuid4())


class SkillCategory(StrEnum):
    TECHNICAL = "technical"
    SOFT = "soft"
    LANGUAGE = "language"
    CERTIFICATION = "certification"


@dataclass(frozen=True, slots=True)
class Link:
    label: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Achievement:
    """One thing done: a line under an experience, or an award standing alone."""

    id: ItemId = field(default_factory=new_item_id)
    text: str
    """What was done. For one that stands alone, its title."""
    description: str | None = None
    icon: str | None = None
    """A name or a sign that an app shows beside it."""
    awarder: str | None = None
    date: PartialDate | None = None

    @property
    def title(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True, kw_only=True)
class Experience:
    id: ItemId = field(default_factory=new_item_id)
    title: str
    company: str
    employment: str | None = None
    """Positions that share it were held in one stay with one employer."""
    location: str | None = None
    start_date: PartialDate | None = None
    end_date: PartialDate | None = None
    """None while it lasts (or when no date is known at all)."""
    description: str | None = None
    url: str | None = None
    achievements: tuple[Achievement, ...] = ()

    @property
    def is_current(self) -> bool:
        return self.start_date is not None and self.end_date is None

    @property
    def achievement_ids(self) -> tuple[ItemId, ...]:
        return tuple(achievement.id for achievement in self.achievements)

    def keeping_lines_of(self, before: Self) -> Self:
        """A line whose text is unchanged stays the line that documents cite; so does one named by its id."""
        named = {line.id for line in self.achievements}
        known: dict[str, list[Achievement]] = {}
        for line in reversed(before.achievements):
            if line.id not in named:
                known.setdefault(line.text, []).append(line)
        held = set(before.achievement_ids)
        lines = (
            known[new.text].pop() if new.id not in held and known.get(new.text) else new
            for new in self.achievements
        )
        return replace(self, achievements=tuple(lines))


@dataclass(frozen=True, slots=True, kw_only=True)
class Education:
    id: ItemId = field(default_factory=new_item_id)
    institution: str
    degree: str | None = None
    field_of_study: str | None = None
    location: str | None = None
    start_date: PartialDate | None = None
    end_date: PartialDate | None = None
    gpa: str | None = None
    honors: tuple[str, ...] = ()
    courses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    id: ItemId = field(default_factory=new_item_id)
    name: str
    description: str | None = None
    highlights: tuple[str, ...] = ()
    technologies: tuple[str, ...] = ()
    role: str | None = None
    url: str | None = None
    start_date: PartialDate | None = None
    end_date: PartialDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Skill:
    id: ItemId = field(default_factory=new_item_id)
    category: SkillCategory
    name: str
    group: str | None = None
    """The heading that the person keeps it under, such as `Databases`."""
    proficiency: str | None = None
    years: float | None = None
    """For how long it has been used, by the person's own word."""
    issuer: str | None = None
    date_obtained: PartialDate | None = None
    date_expires: PartialDate | None = None
    credential_id: str | None = None
    credential_url: str | None = None


Component = Experience | Education | Project | Skill | Achievement
C = TypeVar("C", bound=Component)
HELD: Mapping[type[object], tuple[str, int]] = {
    Experience: ("experiences", 100),
    Education: ("education", 50),
    Project: ("projects", 100),
    Skill: ("skills", 300),
    Achievement: ("achievements", 100),
}
"""Where a profile keeps each kind of component, and how many at most."""
PERSON = (
    "full_name",
    "headline",
    "email",
    "phone",
    "location",
    "website",
    "linkedin",
    "github",
    "professional_summary",
)
"""The lines that say who somebody is."""
_SPANS = (("start_date", "end_date"), ("date_obtained", "date_expires"))


@dataclass(slots=True, kw_only=True, eq=False)
class Profile(Entity):
    """A master profile: the full career. `version` counts every change to it or to a component."""

    user_id: UserId
    full_name: str
    headline: str | None = None
    email: str | None = None
    phone: str | None = None
    location: str | None = None
    website: str | None = None
    linkedin: str | None = None
    github: str | None = None
    links: tuple[Link, ...] = ()
    professional_summary: str | None = None
    custom_fields: Mapping[str, Any] = field(default_factory=dict)
    """JSON of the person's own making: interests, publications, volunteering ..."""
    is_default: bool = False
    is_active: bool = True
    created_at: datetime
    updated_at: datetime
    experiences: tuple[Experience, ...] = ()
    education: tuple[Education, ...] = ()
    projects: tuple[Project, ...] = ()
    skills: tuple[Skill, ...] = ()
    achievements: tuple[Achievement, ...] = ()
    """Those that stand alone: awards, prizes, records."""

    def describe(self, *, now: datetime, **facts: Any) -> None:
        """Say other things about the person: any of the fields that are not components."""
        if "custom_fields" in facts:
            custom.require_sound(facts["custom_fields"])
        for name, fact in facts.items():
            setattr(self, name, fact)
        self.updated_at = now

    def become_default(self, wanted: bool, *, now: datetime) -> None:
        """A user's default can only be handed on: to leave none is refused."""
        if self.is_default and not wanted:
            raise DefaultProfileNeeded("To change the default, make another profile the default.")
        if wanted != self.is_default:
            self.is_default, self.updated_at = wanted, now

    def step_down(self, *, now: datetime) -> None:
        """Another profile is the default from now on."""
        self.is_default, self.updated_at = False, now

    def components(self, kind: type[C]) -> tuple[C, ...]:
        held: tuple[C, ...] = getattr(self, HELD[kind][0])
        return held

    def component(self, kind: type[C], item_id: ItemId) -> C:
        """Raises ComponentNotFound."""
        for held in self.components(kind):
            if held.id == item_id:
                return held
        raise _missing(kind)

    def add(self, kind: type[C], new: Sequence[C], *, now: datetime) -> None:
        """All of them or, when they are too many, none."""
        self._hold(kind, (*self.components(kind), *new), now=now)

    def change(self, kind: type[C], changed: Sequence[C], *, now: datetime) -> None:
        """Each takes the place of the one with its id: all of them, or none."""
        _require_distinct(c.id for c in changed)
        waiting: dict[ItemId, C] = {c.id: c for c in changed}
        held = tuple(
            _succeeding(c, waiting.pop(c.id)) if c.id in waiting else c for c in self.components(kind)
        )
        if waiting:
            raise _missing(kind)
        self._hold(kind, held, now=now)

    def remove(self, kind: type[C], ids: Sequence[ItemId], *, now: datetime) -> None:
        """All of them, or none."""
        _require_distinct(ids)
        held = self.components(kind)
        left = tuple(c for c in held if c.id not in set(ids))
        if len(left) != len(held) - len(ids):
            raise _missing(kind)
        self._hold(kind, left, now=now)

    def _hold(self, kind: type[C], components: tuple[C, ...], *, now: datetime) -> None:
        name, most = HELD[kind]
        if len(components) > most:
            raise TooManyComponents(f"A profile holds at most {most} {name}.")
        if any(isinstance(c, Experience) and len(c.achievements) > MOST_LINES for c in components):
            raise TooManyComponents(f"An experience holds at most {MOST_LINES} achievements.")
        setattr(self, name, components)
        self.updated_at = now


def amended(component: C, facts: Mapping[str, Any]) -> C:
    """With these facts in the place of those of the same names. Raises DatesReversed."""
    changed: C = replace(component, **facts)
    for first, last in _SPANS:
        begin, end = getattr(changed, first, None), getattr(changed, last, None)
        if begin and end and end.is_surely_before(begin):
            raise DatesReversed("The end is before the start.")
    return changed


def _succeeding(before: C, after: C) -> C:
    if isinstance(before, Experience) and isinstance(after, Experience):
        return after.keeping_lines_of(before)
    return after


def _require_distinct(ids: Iterable[ItemId]) -> None:
    ids = tuple(ids)
    if len(set(ids)) != len(ids):
        raise ComponentRepeated("The list names one of them twice.")


def _missing(kind: type[object]) -> ComponentNotFound:
    return ComponentNotFound(f"There is no such {kind.__name__.lower()} in this profile.")

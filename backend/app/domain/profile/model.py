"""Who a person is at work: what every document about them draws from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import uuid4

from app.domain.shared.entity import Entity
from app.domain.shared.ids import ItemId, UserId
from app.domain.shared.time import PartialDate


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
    date: PartialDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Experience:
    id: ItemId = field(default_factory=new_item_id)
    title: str
    company: str
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
    issuer: str | None = None
    date_obtained: PartialDate | None = None
    credential_id: str | None = None


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

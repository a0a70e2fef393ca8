"""What an uploaded resume says, each value with where it says so and how sure the reading is."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from app.domain.shared.time import PartialDate

T = TypeVar("T")

CERTAIN = 1.0
LIKELY = 0.8
GUESSED = 0.5
"""How sure: a shape that nothing else has; the usual place and words; the best of what is left."""


@dataclass(frozen=True, slots=True)
class Read(Generic[T]):
    """A value out of the characters [start, end) of the text, and how sure that is, 0 to 1."""

    value: T
    start: int
    end: int
    sureness: float


Text = Read[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadExperience:
    title: Text | None = None
    company: Text | None = None
    location: Text | None = None
    start: Read[PartialDate] | None = None
    end: Read[PartialDate] | None = None
    current: bool = False
    description: Text | None = None
    bullets: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadEducation:
    school: Text | None = None
    degree: Text | None = None
    field: Text | None = None
    location: Text | None = None
    start: Read[PartialDate] | None = None
    end: Read[PartialDate] | None = None
    gpa: Text | None = None
    notes: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadSkill:
    name: Text
    group: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadLanguage:
    name: Text
    level: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadCertificate:
    name: Text
    issuer: str | None = None
    date: PartialDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadProject:
    name: Text
    start: PartialDate | None = None
    end: PartialDate | None = None
    bullets: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadPart:
    """A section that a profile has no fields for, under its own heading."""

    heading: str
    texts: tuple[Text, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadResume:
    language: str
    """ISO 639-1."""
    name: Text | None = None
    headline: Text | None = None
    email: Text | None = None
    phone: Text | None = None
    """As it is written."""
    phone_e164: str | None = None
    """As machines dial it; None where its country cannot be told."""
    location: Text | None = None
    links: tuple[Text, ...] = ()
    summary: Text | None = None
    experiences: tuple[ReadExperience, ...] = ()
    education: tuple[ReadEducation, ...] = ()
    skills: tuple[ReadSkill, ...] = ()
    languages: tuple[ReadLanguage, ...] = ()
    certificates: tuple[ReadCertificate, ...] = ()
    projects: tuple[ReadProject, ...] = ()
    awards: tuple[Text, ...] = ()
    others: tuple[ReadPart, ...] = ()
    """Everything that found no place above: nothing of the text is lost."""

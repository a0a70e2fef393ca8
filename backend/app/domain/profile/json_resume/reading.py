from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from app.domain.profile.errors import JsonResumeInvalid
from app.domain.profile.json_resume.basics import read_basics
from app.domain.profile.json_resume.careers import (
    read_awards,
    read_certificates,
    read_education,
    read_languages,
    read_projects,
    read_skills,
    read_work,
)
from app.domain.profile.json_resume.records import Findings, Record, Unplaced
from app.domain.profile.model import HELD, Achievement, Education, Experience, Link, Project, Skill
from app.domain.shared.errors import Flaw

KEPT_AS_THEY_ARE = ("volunteer", "publications", "interests", "references")
OWN_FIELDS = "customFields"
"""Where our own export puts the custom fields that JSON Resume has no name for: in its `meta`, the one part
of a file that may hold any; earlier at the root."""
ABOUT_THE_FILE = "meta"
_MOST_KEPT = 500
"""Entries of each part that is kept as it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a JSON Resume says, in a profile's words, and what of it has no place there."""

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
    experiences: tuple[Experience, ...] = ()
    education: tuple[Education, ...] = ()
    projects: tuple[Project, ...] = ()
    skills: tuple[Skill, ...] = ()
    achievements: tuple[Achievement, ...] = ()
    unplaced: tuple[Unplaced, ...] = ()


def read_json_resume(data: Mapping[str, Any]) -> Reading:
    """Raises JsonResumeInvalid, with a flaw for each thing that is wrong."""
    findings = Findings()
    if not isinstance(data, Mapping):
        findings.wrong_type("", data, "an object")
        data = {}
    root = Record(data, "", findings)
    basics = read_basics(root)
    components: dict[str, Any] = {
        "experiences": tuple(read_work(root)),
        "education": tuple(read_education(root)),
        "projects": tuple(read_projects(root)),
        "skills": (*read_skills(root), *read_languages(root), *read_certificates(root)),
        "achievements": tuple(read_awards(root)),
    }
    custom = {**basics.pop("custom_fields"), **dict(_own_in_meta(root)), **dict(_kept(root))}
    root.take("$schema")
    root.finish("JSON Resume knows no such part.")
    findings.flaws.extend(_too_many(components))
    if findings.flaws:
        raise JsonResumeInvalid("This is not a JSON Resume as it should be.", flaws=tuple(findings.flaws))
    return Reading(**basics, **components, custom_fields=custom, unplaced=tuple(findings.unplaced))


def _own_in_meta(root: Record) -> Iterator[tuple[str, Any]]:
    """Our own; what else stands there is left over."""
    meta = root.take(ABOUT_THE_FILE)
    if isinstance(meta, Mapping) and OWN_FIELDS in meta:
        yield from _own(Record(meta, root.pointer(ABOUT_THE_FILE), root.findings))
        meta = {name: value for name, value in meta.items() if name != OWN_FIELDS}
    if meta:
        why = "It is about the file, not about the person."
        root.findings.leave(root.pointer(ABOUT_THE_FILE), why, meta)


def _own(record: Record) -> Iterator[tuple[str, Any]]:
    own = record.json(OWN_FIELDS)
    if isinstance(own, Mapping):
        yield from own.items()
    elif own is not None:
        record.findings.wrong_type(record.pointer(OWN_FIELDS), own, "an object")


def _kept(root: Record) -> Iterator[tuple[str, Any]]:
    yield from _own(root)
    for name in KEPT_AS_THEY_ARE:
        value = root.json(name)
        root.items(name, most=_MOST_KEPT)
        if value and isinstance(value, list | tuple):
            yield name, value


def _too_many(components: Mapping[str, tuple[Any, ...]]) -> Iterator[Flaw]:
    """Several parts of a file may come together in one kind of component."""
    for name, most in HELD.values():
        if len(components[name]) > most:
            yield Flaw("", "too_many", f"A profile holds at most {most} {name}; this one has more.")

"""A profile, piece by piece: every text in it beside the source that a line would cite for it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from app.domain.documents.content import Source, SourceKind
from app.domain.profile.model import Achievement, Education, Experience, Profile, Project, Skill
from app.domain.shared.ids import ItemId
from app.domain.shared.time import PartialDate

_MOST_CUSTOM = 500
"""Pieces taken from the person's own fields: they are free JSON, and may be endless."""


@dataclass(frozen=True, slots=True)
class Passage:
    source: Source
    text: str
    parent: ItemId | None = None
    """The experience that an achievement stands under."""


def passages_of(profile: Profile) -> tuple[Passage, ...]:
    return tuple(passage for passage in _all(profile) if passage.text.strip())


def _all(profile: Profile) -> Iterator[Passage]:
    yield from _person(profile)
    for experience in profile.experiences:
        yield from _experience(experience)
    for degree in profile.education:
        yield from _education(degree)
    for project in profile.projects:
        yield from _project(project)
    for skill in profile.skills:
        yield from _skill(skill)
    for award in profile.achievements:
        yield from _achievement(award, parent=None)
    yield from _custom(profile)


def _person(profile: Profile) -> Iterator[Passage]:
    at = ItemId(profile.id)
    names = [
        "full_name",
        "headline",
        "email",
        "phone",
        "location",
        "website",
        "linkedin",
        "github",
        "professional_summary",
    ]
    yield from _fields(SourceKind.PROFILE, at, profile, names)
    for n, link in enumerate(profile.links):
        yield Passage(Source(SourceKind.PROFILE, at, f"links.{n}"), f"{link.label} {link.url}")


def _experience(experience: Experience) -> Iterator[Passage]:
    names = ["title", "company", "location", "description", "url", "start_date", "end_date"]
    yield from _fields(SourceKind.EXPERIENCE, experience.id, experience, names)
    for achievement in experience.achievements:
        yield from _achievement(achievement, parent=experience.id)


def _achievement(achievement: Achievement, *, parent: ItemId | None) -> Iterator[Passage]:
    names = ["text", "awarder", "description", "date"]
    yield from _fields(SourceKind.ACHIEVEMENT, achievement.id, achievement, names, parent)


def _education(degree: Education) -> Iterator[Passage]:
    names = [
        "institution",
        "degree",
        "field_of_study",
        "location",
        "gpa",
        "start_date",
        "end_date",
        "honors",
        "courses",
    ]
    yield from _fields(SourceKind.EDUCATION, degree.id, degree, names)


def _project(project: Project) -> Iterator[Passage]:
    names = ["name", "role", "description", "highlights", "technologies", "url", "start_date", "end_date"]
    yield from _fields(SourceKind.PROJECT, project.id, project, names)


def _skill(skill: Skill) -> Iterator[Passage]:
    names = ["name", "group", "proficiency", "issuer", "date_obtained", "credential_id"]
    yield from _fields(SourceKind.SKILL, skill.id, skill, names)


def _fields(
    kind: SourceKind, at: ItemId, item: object, names: list[str], parent: ItemId | None = None
) -> Iterator[Passage]:
    for name in names:
        value = getattr(item, name)
        if isinstance(value, tuple):
            for n, text in enumerate(value):
                yield Passage(Source(kind, at, f"{name}.{n}"), text, parent)
        elif isinstance(value, str | PartialDate):
            yield Passage(Source(kind, at, name), str(value), parent)


def _custom(profile: Profile) -> Iterator[Passage]:
    at = ItemId(profile.id)
    leaves = _leaves(profile.custom_fields, "custom_fields")
    for (path, text), _ in zip(leaves, range(_MOST_CUSTOM), strict=False):
        yield Passage(Source(SourceKind.PROFILE, at, path), text)


def _leaves(value: Any, path: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, Mapping):
        for key in value:
            yield from _leaves(value[key], f"{path}.{key}")
    elif isinstance(value, list | tuple):
        for n, each in enumerate(value):
            yield from _leaves(each, f"{path}.{n}")
    elif isinstance(value, str | int | float) and not isinstance(value, bool):
        yield path, str(value)

"""Out and in again: what a format has no place for is lost, and nothing else."""

import json
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from app.domain.profile.formats import CareerFormat, profile_from_reading, read_file, write_rendercv
from app.domain.profile.formats.carried import CARRIED
from app.domain.profile.json_resume import Reading, write_json_resume
from app.domain.profile.model import (
    Achievement,
    Education,
    Experience,
    Profile,
    Project,
    Skill,
    SkillCategory,
)
from app.presentation.strict_yaml import read_yaml, write_yaml
from tests.builders.any_profile import SWIFT, profiles
from tests.builders.identity import ADA, NOON
from tests.builders.json_resumes import EVERY_JSON_RESUME
from tests.builders.profile import a_profile

DOCS = Path(__file__).parents[5] / "docs" / "formats.md"
KINDS = {SkillCategory.LANGUAGE: "languages", SkillCategory.CERTIFICATION: "certificates"}
ORDER = (CareerFormat.JSON_RESUME, CareerFormat.RENDERCV, CareerFormat.REACTIVE_RESUME, CareerFormat.LINKEDIN)


def through(profile: Profile, kind: CareerFormat) -> Profile:
    """Written to a file's bytes, and read from them."""
    if kind is CareerFormat.RENDERCV:
        document = read_yaml(write_yaml(write_rendercv(profile)).encode())
    else:
        document = json.loads(json.dumps(write_json_resume(profile)))
    found = read_file(document)
    assert found.format is kind
    assert found.reading.unplaced == ()
    return profile_from_reading(found.reading, user_id=ADA, now=NOON)


def lost_in(kind: CareerFormat) -> frozenset[str]:
    """The fields that a file of this format has no place for."""
    return frozenset(row.field for row in CARRIED if not row.places[kind])


def said(profile: Profile, kind: CareerFormat) -> dict[str, Any]:
    """Everything that this format carries; skills by their kind."""
    lost = lost_in(kind)
    told: dict[str, Any] = {}
    for part in (f.name for f in fields(Reading) if f.name not in ("unplaced", "custom_fields", "links")):
        value = getattr(profile, part)
        if part == "skills":
            for skill in value:
                held = KINDS.get(skill.category, "skills")
                told.setdefault(held, []).append(facts(skill, held, lost))
        elif isinstance(value, tuple):
            told[part] = [facts(each, part, lost) for each in value]
        elif part not in lost:
            told[part] = value
    return told | {"links": profile.links}


def facts(component: Any, part: str, lost: frozenset[str]) -> dict[str, Any]:
    told = {f.name: getattr(component, f.name) for f in fields(component) if f.name != "id"}
    told = {name: fact for name, fact in told.items() if f"{part}.{name}" not in lost}
    if isinstance(component, Experience):
        told["achievements"] = [facts(a, "experiences.achievements", lost) for a in component.achievements]
    return told


def test_every_field_of_a_profile_has_its_row() -> None:
    """A new field says where it goes, or that it does not."""
    known = {f.name for f in fields(Reading)} - {"unplaced"}
    parts = {"experiences": Experience, "education": Education, "projects": Project, "skills": Skill}
    parts |= {"achievements": Achievement, "experiences.achievements": Achievement}
    known -= parts.keys()
    known |= {f"{part}.{f.name}" for part, kind in parts.items() for f in fields(kind)}
    known |= {f"{part}.{f.name}" for part in KINDS.values() for f in fields(Skill) if f.name != "category"}
    known = {name for name in known if not name.endswith(".id")} - {"experiences.achievements"}

    assert {row.field for row in CARRIED} == known
    assert len(CARRIED) == len(known)


def test_the_page_on_formats_says_the_same_as_the_code() -> None:
    page = DOCS.read_text(encoding="utf-8")
    cells = [[f"`{row.field}`", *(row.places[kind] or "-" for kind in ORDER)] for row in CARRIED]
    rows = [f"| {' | '.join(row)} |" for row in cells]

    assert "\n".join(rows) in page
    assert all(f"`{kind}`" in page for kind in CareerFormat)


@pytest.mark.parametrize("kind", [CareerFormat.JSON_RESUME, CareerFormat.RENDERCV])
@settings(max_examples=25, deadline=None, phases=SWIFT)
@given(profile=profiles)
def test_any_profile_comes_back_with_all_that_the_format_carries(
    kind: CareerFormat, profile: Profile
) -> None:
    again = through(profile, kind)

    assert said(again, kind) == said(profile, kind)


@settings(max_examples=5, deadline=None, phases=SWIFT)
@given(profile=profiles)
def test_the_same_profile_gives_the_same_bytes(profile: Profile) -> None:
    assert write_yaml(write_rendercv(profile)) == write_yaml(write_rendercv(profile))
    again = through(profile, CareerFormat.RENDERCV)
    assert write_rendercv(through(again, CareerFormat.RENDERCV)) == write_rendercv(again)


@pytest.mark.parametrize("name", EVERY_JSON_RESUME)
def test_kept_lists_go_through_rendercv(name: str) -> None:
    reading = read_file(EVERY_JSON_RESUME[name]).reading
    profile = profile_from_reading(reading, user_id=ADA, now=NOON)

    again = through(profile, CareerFormat.RENDERCV)

    lists = {n: held for n, held in profile.custom_fields.items() if isinstance(held, list)}
    assert dict(again.custom_fields) == lists


def test_lists_of_texts_go_under_their_own_titles_and_other_fields_are_lost() -> None:
    custom = {"Talks": ["Rain", "Sun *again*"], "shoe size": 38, "Skills": ["no section twice"]}

    again = through(a_profile(custom_fields=custom), CareerFormat.RENDERCV)

    assert again.custom_fields == {"Talks": ["Rain", "Sun *again*"]}

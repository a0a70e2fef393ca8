"""A file joined to a profile: nothing twice, nothing replaced, and nothing at all the second time."""

from copy import deepcopy
from dataclasses import fields, replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings

from app.domain.profile.formats import read_file
from app.domain.profile.json_resume import Reading
from app.domain.profile.merging import Outcome, merge
from app.domain.profile.model import HELD, MOST_LINES, Experience, Link, Profile, Skill, SkillCategory
from app.domain.shared.time import PartialDate
from tests.builders.any_profile import SWIFT, alike
from tests.builders.identity import NOON
from tests.builders.json_resumes import EVERY_JSON_RESUME
from tests.builders.profile import (
    a_certificate,
    a_degree,
    a_profile,
    a_project,
    a_skill,
    an_award,
    an_experience,
)
from tests.builders.transfers import REACTIVE_3, REACTIVE_4, REACTIVE_5, RENDERCV, a_zip

LATER = NOON + timedelta(days=1)
FILES: dict[str, Any] = EVERY_JSON_RESUME | {"3": REACTIVE_3, "4": REACTIVE_4, "5": REACTIVE_5}
FILES |= {"rendercv": RENDERCV, "linkedin": a_zip()}


def reading_of(profile: Profile) -> Reading:
    return Reading(**{f.name: getattr(profile, f.name) for f in fields(Reading) if f.name != "unplaced"})


def joined(profile: Profile, **told: Any) -> Outcome:
    return merge(profile, Reading(**({"full_name": profile.full_name} | told)), now=LATER)


def state(profile: Profile) -> list[Any]:
    return [getattr(profile, f.name) for f in fields(profile)]


@pytest.mark.parametrize("name", FILES)
def test_the_same_file_a_second_time_changes_nothing(name: str) -> None:
    profile, reading = a_profile(), read_file(FILES[name]).reading

    first = merge(profile, reading, now=LATER)
    before = deepcopy(state(profile))
    second = merge(profile, read_file(FILES[name]).reading, now=LATER + timedelta(days=1))

    assert first.changes
    assert not second.changes
    assert state(profile) == before


@settings(max_examples=30, deadline=None, phases=SWIFT)
@given(mine=alike, theirs=alike)
def test_any_file_a_second_time_changes_nothing_and_no_word_of_mine_is_gone(
    mine: Profile, theirs: Profile
) -> None:
    before = deepcopy(mine)
    merge(mine, reading_of(theirs), now=LATER)
    after_one = deepcopy(state(mine))

    second = merge(mine, reading_of(deepcopy(theirs)), now=LATER)

    assert not second.changes
    assert state(mine) == after_one
    for part, _ in HELD.values():
        kept = getattr(mine, part)[: len(getattr(before, part))]
        assert [c.id for c in kept] == [c.id for c in getattr(before, part)]
        for old, new in zip(getattr(before, part), kept, strict=True):
            assert says_all_of(new, old)


def says_all_of(new: Any, old: Any) -> bool:
    said = [(getattr(old, f.name), getattr(new, f.name)) for f in fields(old)]
    return all(
        now == was or not was or (isinstance(was, tuple) and now[: len(was)] == was) for was, now in said
    )


def test_a_profile_joined_with_itself_stays_as_it_is() -> None:
    profile = a_profile()

    outcome = merge(profile, reading_of(a_profile()), now=LATER)

    assert not outcome.changes
    assert outcome.conflicts == []
    assert profile.updated_at == NOON


def test_what_is_empty_is_filled_and_what_differs_stays_and_is_told() -> None:
    profile = a_profile(headline=None, location="Bristol, UK")

    outcome = joined(
        profile, headline="Matron", location="Cardiff", phone="+44 (117) 4960000", email="b@b.example"
    )

    assert profile.headline == "Matron"
    assert (profile.location, profile.email) == ("Bristol, UK", "ada@example.com")
    assert [item.what for item in outcome.added] == ["headline"]
    assert [(c.field, c.yours, c.theirs) for c in outcome.conflicts] == [
        ("email", "ada@example.com", "b@b.example"),
        ("location", "Bristol, UK", "Cardiff"),
    ]
    assert "phone" in [item.what for item in outcome.unchanged]


@pytest.mark.parametrize(
    ("theirs", "is_one"),
    [
        (an_experience(company="HARBOUR STREET CLINIC LTD.", title="ward nurse"), True),
        (an_experience(start_date=None, end_date=None), True),
        (an_experience(start_date=PartialDate(2018), end_date=PartialDate(2020)), True),
        (an_experience(start_date=PartialDate(2020), end_date=None), False),
        (an_experience(title="Sister"), False),
        (an_experience(company="Hill Street Clinic"), False),
    ],
)
def test_experiences_are_one_by_employer_title_and_overlapping_dates(
    theirs: Experience, is_one: bool
) -> None:
    profile = a_profile(experiences=(an_experience(),))

    joined(profile, experiences=(theirs,))

    assert (len(profile.experiences) == 1) is is_one


def test_an_experience_gains_lines_and_empty_fields_but_keeps_its_words() -> None:
    mine = an_experience(
        "Ward Nurse", "Cut falls by a third in a year.", description=None, url="https://mine.example"
    )
    profile = a_profile(experiences=(mine,))
    lines = ("cut falls by a third in a year", "Wrote the rota.")
    theirs = an_experience("Ward Nurse", *lines, end_date=PartialDate(2021), url="https://theirs.example")

    outcome = joined(profile, experiences=(theirs,))

    [now] = profile.experiences
    assert now.id == mine.id
    assert [line.text for line in now.achievements] == ["Cut falls by a third in a year.", "Wrote the rota."]
    assert now.achievements[0].id == mine.achievements[0].id
    assert (now.description, now.url, now.end_date) == (theirs.description, mine.url, mine.end_date)
    assert [item.fields for item in outcome.merged] == [("description", "achievements")]
    assert [(c.field, c.yours, c.theirs) for c in outcome.conflicts] == [
        ("end_date", "2019", "2021"),
        ("url", "https://mine.example", "https://theirs.example"),
    ]


def test_a_post_that_lasts_is_not_ended_by_a_file() -> None:
    profile = a_profile(experiences=(an_experience(end_date=None),))

    outcome = joined(profile, experiences=(an_experience(end_date=PartialDate(2019)),))

    assert profile.experiences[0].is_current
    assert [(c.field, c.yours, c.theirs) for c in outcome.conflicts] == [("end_date", "present", "2019")]


def test_a_degree_is_one_by_school_and_degree_or_its_level_with_the_same_subject() -> None:
    spelled, master = replace(a_degree(), degree="Bachelor of Science"), replace(a_degree(), degree="MSc")

    profile = a_profile(education=(a_degree(),))
    joined(profile, education=(spelled, master))

    assert [each.degree for each in profile.education] == ["BSc", "MSc"]


def test_skills_are_one_by_the_lexicon_and_keep_the_group_that_they_stand_under() -> None:
    mine = replace(a_skill("Kubernetes"), proficiency=None)
    profile = a_profile(skills=(mine, a_certificate()))
    theirs = (
        Skill(category=SkillCategory.SOFT, name="k8s", group="Ops", proficiency="Expert"),
        Skill(category=SkillCategory.CERTIFICATION, name="immediate life support"),
        Skill(category=SkillCategory.CERTIFICATION, name="Immediate Life Support", issuer="Red Cross"),
        Skill(category=SkillCategory.LANGUAGE, name="Kubernetes"),
    )

    joined(profile, skills=theirs)

    assert [(s.name, s.group, s.proficiency, s.issuer) for s in profile.skills] == [
        ("Kubernetes", "Clinical", "Expert", None),
        ("Immediate Life Support", None, None, "Resuscitation Trust"),
        ("Immediate Life Support", None, None, "Red Cross"),
        ("Kubernetes", None, None, None),
    ]


def test_projects_awards_and_links_are_one_by_name_text_and_address() -> None:
    profile = a_profile()
    award, project = (
        replace(an_award(), text="NURSE of the Year!"),
        replace(a_project(), name="Handover Sheet."),
    )

    joined(
        profile,
        projects=(project,),
        achievements=(award,),
        links=(Link("Other", "social.example/@ada/"), Link("Site", "https://www.ada.example")),
    )

    assert (len(profile.projects), len(profile.achievements), len(profile.links)) == (1, 1, 1)


def test_lists_among_the_custom_fields_are_joined() -> None:
    mine = {"interests": [{"name": "Rowing"}], "shoe size": 38, "Talks": ["Rain"]}
    profile = a_profile(custom_fields=mine)
    theirs = {"interests": [{"name": "rowing", "keywords": ["sculls"]}, {"name": "Chess"}], "shoe size": 40}

    outcome = joined(profile, custom_fields=theirs | {"Talks": ["rain", "Sun"]})

    assert profile.custom_fields == {
        "interests": [{"name": "Rowing", "keywords": ["sculls"]}, {"name": "Chess"}],
        "shoe size": 38,
        "Talks": ["Rain", "Sun"],
    }
    assert mine["interests"] == [{"name": "Rowing"}]
    assert [(c.what, c.yours, c.theirs) for c in outcome.conflicts] == [("shoe size", "38", "40")]


def test_what_is_more_than_a_profile_holds_is_told() -> None:
    _, most = HELD[Skill]
    profile = a_profile(
        skills=tuple(a_skill(f"Skill {n}") for n in range(most)),
        experiences=(an_experience("Ward Nurse", *(f"Line {n}" for n in range(MOST_LINES))),),
    )

    outcome = joined(
        profile,
        skills=(a_skill("One more"), a_skill("Skill 7")),
        experiences=(an_experience("Ward Nurse", "Line too many"),),
        custom_fields={"novel": "x" * 250_001},
    )

    assert [(item.part, item.what) for item in outcome.left] == [
        ("custom_fields", "novel"),
        ("experiences", "Line too many"),
        ("skills", "One more"),
    ]
    assert len(profile.skills) == most
    assert not outcome.changes


def test_a_doubled_entry_within_a_file_is_added_once() -> None:
    profile = a_profile(experiences=(), skills=())

    joined(
        profile,
        experiences=(an_experience(), an_experience()),
        skills=(a_skill("k8s"), a_skill("Kubernetes")),
    )

    assert (len(profile.experiences), len(profile.skills)) == (1, 1)

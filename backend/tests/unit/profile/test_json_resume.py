import json
from dataclasses import fields, replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.profile.errors import CustomFieldsRefused, JsonResumeInvalid
from app.domain.profile.json_resume import Reading, read_json_resume, write_json_resume
from app.domain.profile.json_resume.dates import read_date
from app.domain.profile.model import Link, Profile, SkillCategory
from app.domain.shared.time import PartialDate
from tests.builders.json_resumes import EVERY_JSON_RESUME, PASTRY_COOK, WELDER, career_in
from tests.builders.profile import a_profile

Body = dict[str, Any]


def profile_of(data: Body) -> Profile:
    return career_in(data)[0]


def said(profile: Profile) -> Any:
    """Everything but ids and times."""
    reading = {f.name: getattr(profile, f.name) for f in fields(Reading) if f.name != "unplaced"}
    return without_ids(json.loads(json.dumps(reading, default=plain)))


def plain(value: Any) -> Any:
    slots = getattr(value, "__dataclass_fields__", None)
    return {name: getattr(value, name) for name in slots} if slots else str(value)


def without_ids(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: without_ids(each) for name, each in value.items() if name != "id"}
    return [without_ids(each) for each in value] if isinstance(value, list) else value


def test_a_file_in_the_standards_own_form_loses_nothing() -> None:
    assert read_json_resume(WELDER).unplaced == ()
    assert write_json_resume(profile_of(WELDER)) == WELDER


def test_each_part_finds_its_place() -> None:
    profile = profile_of(WELDER)

    assert profile.location == "Galway, Connacht, IE"
    assert profile.linkedin == "https://linkedin.com/in/siobhan-welds"
    assert profile.links == (Link("Instagram", "https://instagram.com/siobhan.welds"),)
    assert profile.experiences[0].is_current
    assert profile.experiences[0].start_date == PartialDate(2018, 3, 5)
    assert profile.experiences[1].start_date == PartialDate(2012)
    assert [line.text for line in profile.experiences[1].achievements] == [
        "Hyperbaric stand-by, 40 days a year."
    ]
    assert [(s.category, s.group, s.name, s.proficiency, s.issuer) for s in profile.skills] == [
        (SkillCategory.TECHNICAL, "Processes", "TIG", "Expert", None),
        (SkillCategory.TECHNICAL, "Processes", "MMA", "Expert", None),
        (SkillCategory.TECHNICAL, "Processes", "Orbital", "Expert", None),
        (SkillCategory.TECHNICAL, None, "Rigging", "Competent", None),
        (SkillCategory.LANGUAGE, None, "Irish", "Native", None),
        (SkillCategory.LANGUAGE, None, "Norsk", "B1", None),
        (SkillCategory.CERTIFICATION, None, "EN ISO 9606-1 135 P BW", None, "Weld Institute"),
    ]
    assert [(a.text, a.awarder, a.description) for a in profile.achievements] == [
        ("Apprentice of the year", "Guild of Metal Trades", "For a spiral stair."),
        ("Safety cup", "Corrib Fabrication", None),
    ]
    assert profile.projects[0].role == "Design, Welding"
    assert profile.custom_fields == {
        "location": WELDER["basics"]["location"],
        "image": WELDER["basics"]["image"],
    } | {name: WELDER[name] for name in ("volunteer", "publications", "interests", "references")}


def test_what_people_really_write_is_understood() -> None:
    profile = profile_of(PASTRY_COOK)

    assert profile.full_name == "Yūna 佐藤"
    assert (profile.phone, profile.website) == ("493055501", "yuna-bakes.example")
    assert profile.location == "Berlin, Deutschland"
    assert profile.github == "https://github.com/yuna-bakes"
    cook, hotel, cafe = profile.experiences
    assert (cook.company, cook.title, cook.url) == (
        "Konditorei Morgenrot",
        "Pâtissière",
        "https://morgenrot.example",
    )
    assert (cook.start_date, cook.end_date, cook.description) == (
        PartialDate(2019, 3),
        None,
        "Torten und Entremets.",
    )
    assert [line.text for line in cook.achievements] == ["Leitet ein Team von 4."]
    assert (hotel.title, hotel.start_date, hotel.end_date) == ("", PartialDate(2014), None)
    assert (cafe.start_date, cafe.end_date) == (None, None)
    assert (profile.education[0].gpa, profile.education[0].end_date) == ("1.7", PartialDate(2013, 6))
    assert [(s.name, s.proficiency) for s in profile.skills] == [
        ("Laminieren", None),
        ("Zucker", None),
        ("Deutsch", None),
        ("日本語", "Muttersprache"),
        ("HACCP", None),
    ]


def test_what_has_no_place_is_said() -> None:
    unplaced = {each.field: each.why for each in read_json_resume(PASTRY_COOK).unplaced}

    assert unplaced == {
        "/basics/profiles/1/network": "It has no web address.",
        "/work/0/isRemote": "There is no place for it in a profile.",
        "/work/2/startDate": "The entry names neither a position nor a company.",
        "/work/2/highlights": "The entry names neither a position nor a company.",
        "/work/3/endDate": "The end cannot be read: no dates were kept.",
        "/education/0/website": "There is no place for it in a profile.",
        "/skills/2/level": "It belongs to no skill.",
        "/certifications/0/date": "It is not a date that we can read.",
        "/awards/0/date": "The award has no title.",
        "/projects/0/description": "The project has no name.",
        "/meta": "It is about the file, not about the person.",
    }


@pytest.mark.parametrize("name", EVERY_JSON_RESUME)
def test_what_was_exported_says_the_same_when_it_is_read_again(name: str) -> None:
    profile = profile_of(EVERY_JSON_RESUME[name])

    exported = write_json_resume(profile)

    assert read_json_resume(exported).unplaced == ()
    assert said(profile_of(exported)) == said(profile)
    assert write_json_resume(profile_of(exported)) == exported


def test_a_profile_of_our_own_survives_export_and_import() -> None:
    profile = a_profile(location="Bristol, UK")
    profile.skills = (*profile.skills, replace(profile.skills[0], category=SkillCategory.SOFT, group=None))

    line = replace(profile.experiences[0].achievements[1], icon="star", date=PartialDate(2018, 5))
    told = (profile.experiences[0].achievements[0], line)
    profile.experiences = (replace(profile.experiences[0], achievements=told), *profile.experiences[1:])

    again = profile_of(json.loads(json.dumps(write_json_resume(profile))))

    assert said(again) | {"skills": None} == said(profile) | {"skills": None}
    assert sorted(s["name"] for s in said(again)["skills"]) == sorted(
        s["name"] for s in said(profile)["skills"]
    )
    assert SkillCategory.SOFT in {skill.category for skill in again.skills}


@pytest.mark.parametrize(
    ("flawed", "field", "code"),
    [
        ({"basics": {}}, "/basics/name", "missing"),
        ({"basics": "Ada"}, "/basics", "wrong_type"),
        ({"basics": {"name": 42}}, "/basics/name", "wrong_type"),
        ({"work": {"name": "x"}}, "/work", "wrong_type"),
        ({"work": ["x"]}, "/work/0", "wrong_type"),
        ({"work": [{"name": "x", "highlights": "y"}]}, "/work/0/highlights", "wrong_type"),
        ({"work": [{"name": "x", "highlights": [["y"]]}]}, "/work/0/highlights/0", "wrong_type"),
        ({"work": [{"name": "x", "startDate": {}}]}, "/work/0/startDate", "wrong_type"),
        ({"work": [{"name": "x" * 201}]}, "/work/0/name", "too_long"),
        ({"work": [{"name": "x", "summary": "y" * 20_001}]}, "/work/0/summary", "too_long"),
        ({"work": [{"name": "x"}] * 10_000}, "/work", "too_many"),
        ({"skills": [{"name": "x", "keywords": ["y"] * 10_000}]}, "/skills/0/keywords", "too_many"),
        ({"skills": [{"name": "x", "keywords": ["y"] * 300}] * 2}, "", "too_many"),
        ({"interests": [{"name": "x"}] * 10_000}, "/interests", "too_many"),
        ({"references": [{"name": "x" * 250_000}]}, "/references", "too_long"),
        ({"volunteer": "x"}, "/volunteer", "wrong_type"),
        ({"basics": {"name": "A\x00da"}}, "/basics/name", "control_character"),
        ({"basics": {"name": "A\ud800da"}}, "/basics/name", "control_character"),
        (
            {"work": [{"name": "x", "isCurrent\x00": 1, "highlights": ["\x00"]}]},
            "/work/0/highlights/0",
            "control_character",
        ),
        ({"interests": [{"a": [[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]}]}, "/interests/0/a" + "/0" * 14, "too_deep"),
        ({"customFields": [1]}, "/customFields", "wrong_type"),
        ({"basics": {"name": "x", "phone": True}}, "/basics/phone", "wrong_type"),
        ({"education": [{"institution": "x", "score": float("inf")}]}, "/education/0/score", "wrong_type"),
    ],
)
def test_what_is_wrong_is_told_where(flawed: Body, field: str, code: str) -> None:
    with pytest.raises(JsonResumeInvalid) as refused:
        read_json_resume({"basics": {"name": "Ada"}} | flawed)

    assert [(flaw.field, flaw.code) for flaw in refused.value.flaws] == [(field, code)]


def test_what_is_no_object_is_no_json_resume() -> None:
    nothing: Any = ["x"]
    with pytest.raises(JsonResumeInvalid):
        read_json_resume(nothing)


def test_parts_that_are_sound_alone_may_be_too_much_together() -> None:
    parts = {name: [{"name": "x" * 100_000}] for name in ("volunteer", "interests", "references")}

    with pytest.raises(CustomFieldsRefused):
        profile_of({"basics": {"name": "Ada"}} | parts)


def test_a_thousand_strange_names_make_a_short_answer() -> None:
    reading = read_json_resume({"basics": {"name": "Ada"}} | {f"strange {n}": n for n in range(1, 1_000)})

    assert len(reading.unplaced) == 101
    assert reading.unplaced[-1].field == ""


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2014", "2014"),
        ("2014-06", "2014-06"),
        ("2014-6", "2014-06"),
        ("2014-06-01", "2014-06-01"),
        ("2014-06-01T10:00:00.000Z", "2014-06-01"),
        ("2014-00-00", "2014"),
        ("2014/06", "2014-06"),
        ("06/2014", "2014-06"),
        ("06.2014", "2014-06"),
        ("Jun 2014", "2014-06"),
        ("Sept. 2014", "2014-09"),
        ("June 3, 2014", "2014-06-03"),
        ("3 June 2014", "2014-06-03"),
    ],
)
def test_a_date_is_read_as_exactly_as_it_was_written(written: str, meant: str) -> None:
    assert str(read_date(written)) == meant


@pytest.mark.parametrize(
    "written", ["", "summer", "2014-13", "2014-02-30", "01/02/2014", "ma 2014x", "20144"]
)
def test_what_is_no_date_is_not_guessed(written: str) -> None:
    assert read_date(written) is None


lines = st.text(
    st.characters(
        codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp", "Zs", "Cn"], exclude_characters=","
    ),
    min_size=1,
    max_size=12,
)
years = st.integers(1950, 2030)
dates = st.one_of(
    st.none(),
    years.map(str),
    st.builds("{:04d}-{:02d}".format, years, st.integers(1, 12)),
    st.builds("{:04d}-{:02d}-{:02d}".format, years, st.integers(1, 12), st.integers(1, 28)),
)
texts = st.lists(lines, max_size=3)
maybe = st.none() | lines


def entry(**parts: Any) -> st.SearchStrategy[Body]:
    """An object with any of these; the first is always there."""
    return st.fixed_dictionaries(parts).map(lambda e: {k: v for k, v in e.items() if v not in (None, [], {})})


resumes = entry(
    basics=entry(
        name=lines, label=maybe, phone=maybe, summary=maybe, location=entry(city=lines, region=maybe)
    ),
    work=st.lists(
        entry(name=lines, position=maybe, summary=maybe, startDate=dates, endDate=dates, highlights=texts),
        max_size=3,
    ),
    education=st.lists(
        entry(institution=lines, area=maybe, studyType=maybe, score=maybe, endDate=dates, courses=texts),
        max_size=2,
    ),
    projects=st.lists(entry(name=lines, description=maybe, keywords=texts, roles=texts), max_size=2),
    skills=st.lists(
        entry(name=lines, level=maybe, keywords=texts), max_size=2, unique_by=lambda s: s["name"]
    ),
    languages=st.lists(entry(language=lines, fluency=maybe), max_size=2),
    certificates=st.lists(entry(name=lines, issuer=maybe, date=dates), max_size=2),
    awards=st.lists(entry(title=lines, awarder=maybe, summary=maybe, date=dates), max_size=2),
    interests=st.lists(entry(name=lines, keywords=texts), max_size=2),
)


@settings(max_examples=30, deadline=None)
@given(resumes)
def test_any_resume_in_the_standards_form_comes_back_whole(resume: Body) -> None:
    reading = read_json_resume(resume)

    assert reading.unplaced == ()
    written = write_json_resume(profile_of(resume))
    del written["$schema"]
    assert written == resume


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)
PARTS = (
    "basics",
    "work",
    "education",
    "projects",
    "skills",
    "languages",
    "certificates",
    "awards",
    "volunteer",
)
FIELDS = (
    "name",
    "title",
    "location",
    "highlights",
    "keywords",
    "startDate",
    "endDate",
    "profiles",
    "url",
    "level",
)


@settings(max_examples=100, deadline=None)
@given(
    st.dictionaries(
        st.sampled_from(PARTS),
        anything
        | st.dictionaries(st.sampled_from(FIELDS), anything, max_size=4)
        | st.lists(st.dictionaries(st.sampled_from(FIELDS), anything, max_size=4), max_size=2),
        max_size=4,
    )
)
def test_whatever_comes_is_read_or_refused_in_words(data: Body) -> None:
    """No other error gets out, and what is read can be kept."""
    try:
        profile, unplaced = career_in({"basics": {"name": "Ada"}} | data)
    except (JsonResumeInvalid, CustomFieldsRefused) as refused:
        told = json.dumps([[flaw.field, flaw.message] for flaw in refused.flaws], ensure_ascii=False)
    else:
        told = json.dumps([[each.field, each.why] for each in unplaced], ensure_ascii=False)
        json.dumps(write_json_resume(profile), ensure_ascii=False, allow_nan=False).encode()
    told.encode()

"""What other programs' files say, and what of them has no place."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.profile.errors import CustomFieldsRefused, JsonResumeInvalid, ProfileFileInvalid
from app.domain.profile.formats import CareerFormat, profile_from_reading, read_file
from app.domain.profile.formats.markup import escaped, plain, told_in
from app.domain.profile.formats.periods import read_period
from app.domain.profile.json_resume import Reading
from app.domain.profile.model import Link, SkillCategory
from app.domain.shared.time import PartialDate
from app.presentation.strict_yaml import read_yaml, write_yaml
from tests.builders.any_profile import words
from tests.builders.identity import ADA, NOON
from tests.builders.json_resumes import EVERY_JSON_RESUME, WELDER
from tests.builders.transfers import REACTIVE_3, REACTIVE_4, REACTIVE_5, RENDERCV, a_zip


def read(document: Any) -> Reading:
    return read_file(document).reading


def left(document: Any) -> dict[str, str]:
    return {each.field: each.value for each in read(document).unplaced}


@pytest.mark.parametrize(
    ("document", "kind"),
    [
        (WELDER, CareerFormat.JSON_RESUME),
        ({"basics": {"name": "Ada"}}, CareerFormat.JSON_RESUME),
        (REACTIVE_3, CareerFormat.REACTIVE_RESUME),
        (REACTIVE_4, CareerFormat.REACTIVE_RESUME),
        (REACTIVE_5, CareerFormat.REACTIVE_RESUME),
        ({"data": REACTIVE_5}, CareerFormat.REACTIVE_RESUME),
        (RENDERCV, CareerFormat.RENDERCV),
        (a_zip(), CareerFormat.LINKEDIN),
    ],
)
def test_a_file_is_known_by_what_stands_in_it(document: Any, kind: CareerFormat) -> None:
    assert read_file(document).format is kind


def test_a_stated_format_is_what_the_file_is_read_as() -> None:
    with pytest.raises(ProfileFileInvalid):
        read_file(WELDER, CareerFormat.LINKEDIN)
    with pytest.raises(ProfileFileInvalid):
        read_file(a_zip(), CareerFormat.JSON_RESUME)
    with pytest.raises(JsonResumeInvalid):
        read_file(RENDERCV, CareerFormat.JSON_RESUME)


def test_version_3_of_reactive_resume_is_read() -> None:
    reading = read(REACTIVE_3)

    assert (reading.full_name, reading.location, reading.github) == (
        "Noor van Dijk",
        "Amsterdam, NL",
        "https://github.com/noor",
    )
    assert reading.professional_summary == "Bread since 1999.\nSourdough first"
    [post] = reading.experiences
    assert (post.start_date, post.end_date, post.description) == (
        PartialDate(2015, 3, 1),
        None,
        "Runs the ovens.",
    )
    assert [line.text for line in post.achievements] == ["Bakes 400 loaves a night", "Leads three bakers"]
    assert [(s.name, s.group, s.proficiency) for s in reading.skills] == [
        ("Rye", "Dough", "Expert"),
        ("Spelt", "Dough", "Expert"),
        ("Dutch", None, "Native"),
    ]
    assert reading.custom_fields["references"] == [{"name": "P. Bakker", "reference": "Never late."}]
    assert left(REACTIVE_3)["/basics/birthdate"] == "1980-01-02"
    assert left(REACTIVE_3)["/sections/references/items/0/phone"] == "020 555 0100"


def test_version_4_of_reactive_resume_is_read() -> None:
    reading = read(REACTIVE_4)

    assert reading.professional_summary == "Keeps hospitals lit & safe."
    assert reading.links == (Link("Shop", "https://shop.example"),)
    site, helper = reading.experiences
    assert (site.start_date, site.end_date, site.url) == (PartialDate(2019, 1), None, "https://luz.example")
    assert site.description == "Hospital wards."
    assert [line.text for line in site.achievements] == [
        "Rewired 12 wards in one year.",
        "See the wards (https://luz.example/wards).",
    ]
    assert (helper.start_date, helper.end_date) == (None, None)
    assert (reading.education[0].start_date, reading.education[0].end_date) == (None, PartialDate(2012))
    [roof] = reading.projects
    assert (roof.description, roof.highlights, roof.technologies) == (
        "Lead\nA school roof.",
        ("40 panels",),
        ("PV",),
    )
    certificate = reading.skills[-1]
    assert (certificate.category, certificate.date_obtained) == (
        SkillCategory.CERTIFICATION,
        PartialDate(2014, 5),
    )
    assert reading.custom_fields["header"] == [{"name": "Licence", "text": "B"}]
    assert reading.custom_fields["Tools"] == [{"name": "Megger", "date": "2016", "description": "Owned"}]
    assert left(REACTIVE_4) == {
        "/basics/picture": '{"url": "https://tomas.example/me.jpg", "size": 120}',
        "/sections/experience/items/1/date": "some day",
        "/sections/education/items/0/summary": "<p>Night school.</p>",
        "/sections/skills/items/1/level": "3",
        "/metadata": '{"template": "glalie", "notes": ""}',
    }


def test_version_5_of_reactive_resume_is_read() -> None:
    reading = read(REACTIVE_5)

    assert [(e.title, e.company, str(e.start_date), e.end_date) for e in reading.experiences] == [
        ("Lead", "Havn A/S", "2020", None),
        ("Surveyor", "Havn A/S", "2016", PartialDate(2020)),
        ("Waiter", "Isbar", "2010", PartialDate(2010)),
    ]
    assert (reading.education[0].degree, reading.education[0].gpa) == ("MSc", "10")
    assert reading.professional_summary == "Measures harbours."
    assert reading.custom_fields["header"] == ["Driving licence B"]


def test_every_type_of_rendercvs_entries_is_read() -> None:
    reading = read(RENDERCV)

    assert reading.professional_summary == "Ten years of data.\n\nLikes dbt (https://getdbt.com)."
    bank, shop = reading.experiences
    assert (str(bank.start_date), bank.end_date, bank.url) == ("2018-05", None, "https://bank.example")
    assert [line.text for line in bank.achievements] == ["Moved 9 systems", "Halved costs"]
    assert (shop.start_date, shop.end_date) == (PartialDate(2012), PartialDate(2012))
    assert reading.education[0].honors == ("Dean's list",)
    assert [(s.name, s.group, s.proficiency, s.issuer) for s in reading.skills] == [
        ("Python", "Languages", None, None),
        ("SQL (Postgres, DuckDB)", "Languages", None, None),
        ("Rust", "Languages", None, None),
        ("Twi", None, "Native", None),
        ("CKA", None, None, "CNCF"),
    ]
    assert [award.text for award in reading.achievements] == ["Maths prize", "Hackathon winner", "Best talk"]
    assert reading.linkedin == "https://linkedin.com/in/kofi-m"
    assert reading.links == (Link("Mastodon", "https://social.example/@kofi"),)
    assert reading.custom_fields == {
        "Welcome to my CV!": ["I build pipelines."],
        "publications": [
            {
                "name": "Rain",
                "authors": ["Kofi Mensah", "A. Other"],
                "publisher": "Water",
                "doi": "10.1000/rain",
                "releaseDate": "2020-07",
            }
        ],
        "volunteer": [{"organization": "Code club", "position": "Mentor", "startDate": "2019"}],
        "Any Other Title": [{"label": "Boat", "details": "Licence"}],
        "Talks": ["Rain, 2021", "Sun, 2022"],
    }
    assert left(RENDERCV) == {
        "/cv/photo": "me.jpg",
        "/cv/sections/projects/0/date": "Fall 2023",
        "/design": '{"theme": "classic"}',
        "/locale": '{"language": "en"}',
    }


def test_a_file_that_names_nobody_makes_no_profile() -> None:
    with pytest.raises(ProfileFileInvalid) as refused:
        profile_from_reading(read({"cv": {"location": "Accra"}}), user_id=ADA, now=NOON)

    assert [flaw.code for flaw in refused.value.flaws] == ["missing"]


def test_what_is_wrong_in_a_file_of_another_program_is_left_and_the_rest_is_taken() -> None:
    flawed = {
        "cv": {"name": "Kofi", "headline": "x" * 201, "sections": {"experience": [{"company": 7}, "y"]}}
    }

    reading = read(flawed)

    assert (reading.full_name, reading.headline, reading.experiences) == ("Kofi", None, ())
    assert {"/cv/headline", "/cv/sections/experience/0/company"} <= {each.field for each in reading.unplaced}


@pytest.mark.parametrize(
    ("written", "start", "end"),
    [
        ("January 2019 to Present", "2019-01", "None"),
        ("Aug 2012 - May 2016", "2012-08", "2016-05"),
        ("2012-2016", "2012", "2016"),
        ("März 2012 – heute", "2012-03", "None"),  # noqa: RUF001
        ("mayo de 2014 hasta junio de 2015", "2014-05", "2015-06"),
        ("2020", "2020", "2020"),
        ("03/2020 – 04/2021", "2020-03", "2021-04"),  # noqa: RUF001
    ],
)
def test_a_stretch_of_time_is_read_as_people_write_it(written: str, start: str, end: str) -> None:
    found = read_period(written)

    assert found
    assert (str(found.start), str(found.end)) == (start, end)


@pytest.mark.parametrize(
    "written", ["", "some day", "since 2019", "Present", "2019 to some day", "x" * 10_000]
)
def test_what_names_no_dates_is_not_guessed(written: str) -> None:
    assert read_period(written) is None


@given(words)
def test_text_that_was_escaped_says_the_same(text: str) -> None:
    assert plain(escaped(text)) == text


def test_markup_becomes_words_and_does_nothing() -> None:
    nested = "<ul><li>one</li><li>two<ul><li>three</li></ul></li></ul>"
    told = told_in(f"<p>A &lt;b&gt; <b>c</b></p><style>p{{}}</style>{nested}")

    assert (told.prose, told.points) == ("A <b> c", ("one", "two", "three"))
    assert told_in("• one\n2) two\nthree\n- four").points == ("one", "two", "four")
    assert told_in("3 < 4 and 5 > 2").prose == "3 < 4 and 5 > 2"


@pytest.mark.parametrize("sign", ["<", "<a ", "<p>", "*a", "_a ", "[", "[a](", "`a", "<script>", "&#"])
def test_text_made_to_be_slow_is_read(sign: str) -> None:
    told_in(sign * (20_000 // len(sign)))


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)
FIELDS = (
    "name",
    "company",
    "institution",
    "label",
    "details",
    "date",
    "url",
    "summary",
    "level",
    "highlights",
    "items",
)
entries = st.lists(st.dictionaries(st.sampled_from(FIELDS), anything, max_size=4) | anything, max_size=2)


@settings(max_examples=60, deadline=None)
@given(
    st.dictionaries(
        st.sampled_from(["skills", "experience", "Languages", "awards", "x"]), entries | anything, max_size=3
    ),
    st.booleans(),
)
def test_whatever_comes_is_read_or_refused_in_words(sections: dict[str, Any], is_rendercv: bool) -> None:
    """No other error gets out."""
    inner: dict[str, Any] = {"cv": {"name": "Ada", "sections": sections}}
    if not is_rendercv:
        inner = {
            "basics": {"name": "Ada"},
            "sections": {name: {"items": held} for name, held in sections.items()},
        }
    try:
        reading = read(inner)
    except CustomFieldsRefused:
        return
    assert reading.full_name == "Ada"


@pytest.mark.parametrize("name", EVERY_JSON_RESUME)
def test_a_json_resume_in_yaml_says_the_same(name: str) -> None:
    again = read(read_yaml(write_yaml(EVERY_JSON_RESUME[name]).encode()))

    assert again.full_name == read(EVERY_JSON_RESUME[name]).full_name
    assert len(again.experiences) == len(read(EVERY_JSON_RESUME[name]).experiences)

"""Profiles of every shape that the API lets in, for properties."""

from datetime import date
from typing import Any

from hypothesis import Phase
from hypothesis import strategies as st

from app.domain.profile.model import (
    Achievement,
    Education,
    Experience,
    Link,
    Profile,
    Project,
    Skill,
    SkillCategory,
)
from app.domain.shared.time import PartialDate
from tests.builders.identity import ADA, NOON

SWIFT = (Phase.explicit, Phase.reuse, Phase.generate)
"""To make a whole career smaller takes minutes, and tells little."""
_ALPHABET = st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn", "Zl", "Zp", "Zs"])
_MISLEADING = (
    *("yes", "null", "~", "2014", "1e3", "0x1F", "- a", "# b", "a: b", "*b*", "_c_", "<p>d</p>"),
    *("[x](https://a.example)", "a, b", "C (x, y)"),
)
words = st.one_of(
    st.text(_ALPHABET | st.sampled_from(" *_`[]()\\#-.,;:<>&'\"|"), min_size=1, max_size=16),
    st.sampled_from(_MISLEADING),
).map(lambda text: " ".join(text.split()))
lines = words.filter(bool)
addresses = st.sampled_from(
    [None, "https://a.example", "http://b.example/x_y/_z_?q=1", "https://c.example/a*b*"]
)


networks = ("linkedin", "github")


@st.composite
def days(draw: Any, years: tuple[int, int]) -> PartialDate | None:
    day = draw(st.none() | st.dates(date(years[0], 1, 1), date(years[1], 1, 1)))
    exact = draw(st.integers(1, 3))
    return PartialDate(*(day.year, day.month, day.day)[:exact]) if day else None


def profiles_saying(
    lines: st.SearchStrategy[str], years: tuple[int, int] = (1900, 2100)
) -> st.SearchStrategy[Profile]:
    maybe, day = st.none() | lines, days(years)
    prose = st.none() | st.lists(lines, min_size=1, max_size=3).map("\n".join)
    several = st.lists(lines, max_size=3).map(tuple)
    dated: dict[str, Any] = {"start_date": day, "end_date": day}
    awards = st.builds(Achievement, text=lines, description=prose, icon=maybe, awarder=maybe, date=day)
    achievements = st.lists(st.builds(Achievement, text=lines) | awards, max_size=3).map(tuple)
    experiences = st.builds(
        Experience,
        title=lines,
        company=lines,
        location=maybe,
        description=prose,
        url=addresses,
        employment=maybe,
        achievements=achievements,
        **dated,
    )
    education = st.builds(
        Education,
        institution=lines,
        degree=maybe,
        field_of_study=maybe,
        location=maybe,
        gpa=maybe,
        honors=several,
        courses=several,
        **dated,
    )
    projects = st.builds(
        Project,
        name=lines,
        description=prose,
        highlights=several,
        technologies=several,
        role=maybe,
        url=addresses,
        **dated,
    )
    skills = st.builds(
        Skill,
        category=st.sampled_from(SkillCategory),
        name=lines,
        group=maybe,
        proficiency=maybe,
        issuer=maybe,
        years=st.none() | st.integers(0, 60),
        date_obtained=day,
        date_expires=day,
        credential_id=maybe,
        credential_url=addresses,
    )
    labels = lines.filter(lambda label: label.casefold() not in networks)
    links = st.builds(Link, label=labels, url=addresses.filter(bool))
    return st.builds(
        Profile,
        user_id=st.just(ADA),
        full_name=lines,
        headline=maybe,
        email=st.sampled_from([None, "a_b_@ada.example", "ada@example.com"]),
        phone=st.sampled_from([None, "+44 117 496 0000", "0117 496 0000"]),
        location=maybe,
        website=st.sampled_from([None, "https://ada.example/x_y_"]),
        linkedin=st.sampled_from([None, "https://linkedin.com/in/ada_b", "https://linkedin.com/company/ada"]),
        github=st.sampled_from([None, "https://github.com/ada-b"]),
        links=st.lists(links, max_size=2).map(tuple),
        professional_summary=prose,
        created_at=st.just(NOON),
        updated_at=st.just(NOON),
        experiences=st.lists(experiences, max_size=3).map(tuple),
        education=st.lists(education, max_size=3).map(tuple),
        projects=st.lists(projects, max_size=2).map(tuple),
        skills=st.lists(skills, max_size=5).map(tuple),
        achievements=st.lists(awards, max_size=2).map(tuple),
    )


profiles = profiles_saying(lines)
alike = profiles_saying(st.sampled_from(["A", "b", "B."]), (2019, 2022))
"""Which say much the same as each other."""

"""The tables that the match reads: what implies what, and which title belongs to which trade."""

from datetime import date

import pytest

from app.domain.generation.matching import Status, match
from app.domain.generation.matching.implied import implied_by, implying
from app.domain.generation.occupations import families_in, families_of_text
from app.domain.generation.tables import rows
from app.domain.profile.model import Profile
from app.domain.shared.skills import is_known
from tests.builders.careers import TECHNICAL, a_certificate, a_position, a_profile, skills
from tests.builders.postings import a_requirement, an_analysis

TODAY = date(2026, 11, 21)


def answered(profile: Profile, text: str) -> Status:
    return match(profile, an_analysis(must=(text,)), TODAY).requirements[0].status


def test_whatever_implies_something_is_a_name_of_the_lexicon_and_stands_once() -> None:
    names = [name for name, _ in rows("implications")]
    assert [name for name in names if not is_known(name)] == []
    assert len(names) == len(set(names))


def test_nothing_implies_itself() -> None:
    assert [name for name, _ in rows("implications") if name in implied_by(name)] == []


@pytest.mark.parametrize("table", ["implications", "occupations"])
def test_every_entry_of_a_table_says_something_and_nothing_twice(table: str) -> None:
    for name, entries in rows(table):
        assert entries, name
        assert len(entries) == len(set(entries)), name


def test_implications_reach_as_far_as_they_go() -> None:
    assert set(implied_by("Nurse Practitioner licence")) >= {"Registered Nurse", "nursing licence"}
    assert "Next.js" in implying("JavaScript")


@pytest.mark.parametrize(
    ("held", "asked"),
    [
        ("CPA", "Professional accounting designation"),
        ("CPA", "Accounting certification required"),
        ("CISSP", "A security certification"),
        ("Registered Nurse", "Current nursing license"),
        ("ACLS", "BLS certification"),
        ("CDL Class A", "Valid driver's license"),
        ("PMP", "Project management certification"),
        ("Master electrician", "Journeyman electrician license"),
    ],
)
def test_a_narrower_credential_answers_for_a_broader_one_and_not_the_other_way(held: str, asked: str) -> None:
    assert answered(a_profile(skills=(a_certificate(held, "Board", "2020"),)), asked) is Status.MET
    other = a_profile(skills=(a_certificate("Food handler certificate", "Board", "2020"),))
    assert answered(other, asked) is Status.MISSING


def test_a_broad_credential_does_not_answer_for_a_narrow_one() -> None:
    assert (
        answered(a_profile(skills=(a_certificate("BLS certification", "Board", "2020"),)), "ACLS required")
        is Status.MISSING
    )


def test_what_is_implied_counts_and_what_is_named_counts_more() -> None:
    analysis = an_analysis(must=("Python",))
    implied = match(a_profile(skills=skills(TECHNICAL, ("Django",))), analysis, TODAY)
    named = match(a_profile(skills=skills(TECHNICAL, ("Django", "Python"))), analysis, TODAY)
    evidence = implied.requirements[0].evidence[0]
    assert implied.requirements[0].status is Status.MET
    assert (evidence.found, evidence.stands_for) == (("Django",), "Python")
    assert named.total > implied.total > 50


@pytest.mark.parametrize(
    ("title", "family"),
    [
        ("Senior Bookkeeper", "accounting"),
        ("Staff Accountant", "accounting"),
        ("Krankenschwester", "nursing"),
        ("RN, Emergency Department", "nursing"),
        ("Développeuse back-end", "software"),
        ("Software development", "software"),
        ("HGV Driver", "driving"),
        ("Attorney at Law", "legal"),
        ("Köchin", "hospitality"),
    ],
)
def test_a_title_is_known_by_its_trade(title: str, family: str) -> None:
    assert family in families_in(title)


def test_a_skill_is_no_trade() -> None:
    assert families_in("Java development") == frozenset()
    assert families_in("Chess") == frozenset()


def test_the_trade_of_a_text_is_the_one_it_speaks_of_most() -> None:
    told = "The nurse cares for patients. Nurses work nights. One driver brings the nurse home."
    assert families_of_text(told) == {"nursing"}
    assert families_of_text("We make tea.") == frozenset()


def test_years_of_a_field_are_the_years_in_its_occupations() -> None:
    position = a_position("Backend Developer", "North", "2016-01/", ("Wrote services in Python",))
    analysis = an_analysis("Backend Developer", must=("Software development",))
    told = match(a_profile(experiences=(position,)), analysis, TODAY).requirements[0]
    assert (told.status, told.evidence[0].found) == (Status.MET, ("Backend Developer",))
    for text in ("5 years of experience in software development", "5+ years in web development"):
        asked = an_analysis("Backend Developer", must=(a_requirement(text, years=5),))
        years = match(a_profile(experiences=(position,)), asked, TODAY).requirements[0].demands[0]
        assert (years.kind, years.credit) == ("years", 1.0), text

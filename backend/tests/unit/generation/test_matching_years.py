"""Years are asked in something: what counts is the positions that were in it."""

from datetime import date

import pytest

from app.domain.generation.matching import RequirementMatch, Status, match
from app.domain.profile.model import Profile
from tests.builders.careers import TECHNICAL, a_position, a_profile, skills
from tests.builders.postings import a_requirement, an_analysis

TODAY = date(2026, 11, 21)


def answered(profile: Profile, text: str, years: float, title: str = "Anything") -> RequirementMatch:
    analysis = an_analysis(title, must=(a_requirement(text, years=years),))
    return match(profile, analysis, TODAY).requirements[0]


def a_fitter() -> Profile:
    return a_profile(
        experiences=(
            a_position("Vorarbeiter Elektroinstallation", "Elektro Brand", "2018-12/"),
            a_position("Elektroinstallateur", "Haus & Strom", "2012-12/2018-11"),
            a_position("Koch", "Gasthof Linde", "2005-01/2009-12"),
        )
    )


def a_paramedic() -> Profile:
    told = ("Answered emergency calls on a front-line ambulance",)
    return a_profile(experiences=(a_position("Paramedic", "Severn Trust", "2019-12/", told),))


@pytest.mark.parametrize(
    "text",
    [
        "5 Jahre Berufserfahrung in der Elektroinstallation",
        "Mindestens 5 Jahre einschl\u00e4gige Erfahrung in der Elektroinstallation",
    ],
)
def test_years_in_a_glued_german_word_are_found_in_titles(text: str) -> None:
    answer = answered(a_fitter(), text, 5)
    assert (answer.status, answer.missing) == (Status.MET, ())
    assert "14 of 5 years" in answer.why


def test_years_of_a_subject_are_found_where_a_position_speaks_of_it() -> None:
    answer = answered(a_paramedic(), "At least 5 years' experience on emergency calls", 5)
    assert answer.status is Status.MET
    assert "7 of 5 years" in answer.why


def test_years_in_the_field_count_in_part_when_no_position_speaks_of_the_subject() -> None:
    answer = answered(a_paramedic(), "5 years of experience in rope rescue", 5, title="Paramedic")
    assert answer.status is Status.PARTIAL
    assert "in the field of the posting" in answer.why
    assert answer.missing == ("5 years of experience in exactly this",)


def test_years_in_another_field_count_for_nothing() -> None:
    answer = answered(a_paramedic(), "5 Jahre Erfahrung in der Elektroinstallation", 5, title="Elektriker")
    assert answer.status is Status.MISSING


def test_years_with_one_language_are_not_years_with_another() -> None:
    profile = a_profile(
        experiences=(a_position("Backend Developer", "North", "2012-01/", ("Wrote services in Python",)),)
    )
    assert answered(profile, "5 years of Java development", 5, "Backend Developer").credit == 0.0


def test_years_in_either_of_two_subjects_are_enough() -> None:
    profile = a_profile(
        experiences=(
            a_position("Distribution Manager", "Cold Store", "2021-12/", ("Ran a distribution centre",)),
            a_position("Warehouse Manager", "Grocer", "2016-12/2021-11"),
        )
    )
    answer = answered(profile, "8+ years of experience in warehouse or distribution operations", 8)
    assert answer.status is Status.MET
    assert "10 of 8 years" in answer.why


def test_years_at_the_back_end_are_not_years_of_java() -> None:
    profile = a_profile(
        experiences=(a_position("Backend Developer", "North", "2012-01/", ("Wrote services in Python",)),)
    )
    assert "0 of 5 years" in answered(profile, "5 years of experience in Java development", 5).why


def test_a_listed_skill_counts_for_the_positions_that_show_it() -> None:
    profile = a_profile(
        skills=skills(TECHNICAL, ("Code review",)),
        experiences=(a_position("Developer", "North", "2016-01/2025-12", ("Reviewed code every day",)),),
    )
    answer = answered(profile, "6 years of code review", 6)
    assert answer.status is Status.MET
    assert "10 of 6 years" in answer.why


def test_almost_enough_years_are_partly_met_and_what_is_missing_is_said() -> None:
    profile = a_profile(
        experiences=(a_position("Developer", "North", "2020-02/", ("Wrote services in Python",)),)
    )
    answer = answered(profile, "8 years of Python", 8)
    assert "6.8 of 8 years" in answer.why
    assert (answer.status, answer.missing) == (Status.PARTIAL, ("8 years of experience",))


def test_what_is_met_misses_nothing() -> None:
    profile = a_profile(
        experiences=(a_position("Developer", "North", "2010-02/", ("Wrote services in Python",)),)
    )
    answer = answered(profile, "8 years of Python", 8)
    assert (answer.status, answer.missing) == (Status.MET, ())

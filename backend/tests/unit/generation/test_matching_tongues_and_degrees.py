"""What German glues together, and degrees that a requirement and a keyword see alike."""

from datetime import date

import pytest

from app.domain.generation.matching import MatchReceipt, Status, match
from app.domain.profile.model import Profile
from tests.builders.careers import TECHNICAL, a_degree, a_language, a_profile, skills
from tests.builders.postings import an_analysis

TODAY = date(2026, 11, 21)


def receipt(profile: Profile, *must: str) -> MatchReceipt:
    return match(profile, an_analysis(must=must), TODAY)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Gute Deutschkenntnisse", ("German",)),
        ("W\u00fcnschenswert: Englischkenntnisse", ("English",)),
        ("Sehr gute Deutsch- und Englischkenntnisse", ("German", "English")),
        ("Bonnes connaissances de l'anglais", ("English",)),
        ("Buen nivel de ingl\u00e9s", ("English",)),
        ("Goda kunskaper i svenska", ("Swedish",)),
        ("Fachkenntnisse", ()),
    ],
)
def test_languages_are_found_however_they_are_asked_for(text: str, asked: tuple[str, ...]) -> None:
    assert set(an_analysis(must=(text,)).requirements[0].skills) == set(asked)


def test_a_language_that_is_spoken_answers_a_glued_word() -> None:
    speaker = a_profile(skills=(a_language("Deutsch", "Muttersprache"), a_language("Englisch", "B2")))
    both = receipt(speaker, "Gute Deutschkenntnisse", "Franz\u00f6sischkenntnisse").requirements
    assert [each.status for each in both] == [Status.MET, Status.MISSING]


@pytest.mark.parametrize(
    ("text", "held", "status"),
    [
        ("Gute Deutschkenntnisse", "Grundkenntnisse", Status.PARTIAL),
        ("Gute Deutschkenntnisse", "B1", Status.MET),
        ("Sehr gute Deutschkenntnisse", "B1", Status.PARTIAL),
        ("Flie\u00dfende Deutschkenntnisse", "B2", Status.PARTIAL),
        ("Verhandlungssichere Deutschkenntnisse", "Muttersprachler", Status.MET),
    ],
)
def test_the_level_is_read_in_every_inflection(text: str, held: str, status: Status) -> None:
    speaker = a_profile(skills=(a_language("Deutsch", held),))
    assert receipt(speaker, text).requirements[0].status is status


@pytest.mark.parametrize("qualifier", ["Sichere", "Fundierte", "Gute", "Sehr gute", "Vertiefte"])
def test_a_qualifier_does_not_hide_what_is_to_be_known(qualifier: str) -> None:
    knows = a_profile(skills=skills(TECHNICAL, ("KNX", "Schaltanlagen")))
    asked = (f"{qualifier} Kenntnisse in KNX", f"{qualifier} Kenntnisse in Schaltanlagen")
    assert [r.status for r in receipt(knows, *asked).requirements] == [Status.MET, Status.MET]
    other = a_profile(skills=skills(TECHNICAL, ("Photovoltaik",)))
    assert [r.status for r in receipt(other, *asked).requirements] == [Status.MISSING, Status.MISSING]


def matched(profile: Profile, *must: str) -> dict[str, bool]:
    return {each.name: each.matched for each in receipt(profile, *must).keywords}


def test_a_degree_that_meets_the_requirement_meets_the_keyword() -> None:
    graduate = a_profile(education=(a_degree("Bachelor of Science", "Physics", "Leeds", "2010/2013"),))
    assert matched(graduate, "Bachelor's degree") == {"Bachelor's degree": True}
    assert matched(graduate, "Master's degree") == {"Master's degree": False}
    assert matched(a_profile(), "Bachelor's degree") == {"Bachelor's degree": False}


def test_an_mba_is_a_masters_degree_and_not_the_other_way_round() -> None:
    manager = a_profile(
        education=(a_degree("Master of Business Administration", "Logistics", "Leeds", "2010/2012"),)
    )
    physicist = a_profile(education=(a_degree("Master of Science", "Physics", "Leeds", "2010/2012"),))
    assert matched(manager, "Master's degree")["Master's degree"]
    assert not matched(physicist, "MBA or master's degree")["MBA"]

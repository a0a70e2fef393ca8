"""What must hold between two matches, whatever the numbers are."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.generation.analysis import JobAnalysis
from app.domain.generation.matching import match
from app.domain.profile.model import Achievement, Profile
from tests.builders.careers import EVERY_CAREER, TECHNICAL, a_backend_engineer, a_position, item_id, skills
from tests.builders.postings import a_platform_posting, a_ward_posting, an_analysis

TODAY = date(2026, 11, 21)
POSTINGS = (a_platform_posting(), a_ward_posting())
WANTED = ("Kafka", "Terraform", "Kubernetes", "PostgreSQL", "Triage", "IV therapy", "Spanish", "Python")
IRRELEVANT = (
    "Grew prize tomatoes on a small balcony",
    "Plays the cello in an amateur quartet",
    "Collects maps of islands",
)


def score(profile: Profile, analysis: JobAnalysis) -> float:
    return match(profile, analysis, TODAY).total


@pytest.mark.parametrize("career", EVERY_CAREER)
@pytest.mark.parametrize("analysis", POSTINGS)
def test_adding_a_matching_skill_never_lowers_the_score(
    career: Callable[[], Profile], analysis: JobAnalysis
) -> None:
    profile = career()
    before = score(profile, analysis)
    for name in WANTED:
        profile.skills = (*profile.skills, *skills(TECHNICAL, (name,)))
        after = score(profile, analysis)
        assert after >= before, name
        before = after


@pytest.mark.parametrize("career", EVERY_CAREER)
@pytest.mark.parametrize("text", IRRELEVANT)
def test_irrelevant_text_never_raises_the_score(career: Callable[[], Profile], text: str) -> None:
    for analysis in POSTINGS:
        profile = career()
        before = score(profile, analysis)
        profile.professional_summary = f"{profile.professional_summary} {text}."
        profile.achievements = (*profile.achievements, Achievement(id=item_id(text), text=text))
        profile.experiences = (
            *profile.experiences,
            a_position("Gardener", "Allotment", "2001/2004", (text,)),
        )
        assert score(profile, analysis) <= before


def test_an_alias_scores_as_the_name_does() -> None:
    def with_name(name: str) -> Profile:
        profile = a_backend_engineer()
        kept = tuple(skill for skill in profile.skills if skill.name != "k8s")
        profile.skills = (*kept, *skills(TECHNICAL, (name,)))
        return profile

    scores = {score(with_name(name), POSTINGS[0]) for name in ("Kubernetes", "kubernetes", "K8s", "k8s")}
    assert len(scores) == 1


@given(st.randoms(use_true_random=False))
@settings(max_examples=15, deadline=None)
def test_the_order_of_components_changes_nothing(random: object) -> None:
    original, shuffled = a_backend_engineer(), a_backend_engineer()
    for name in ("experiences", "education", "projects", "skills", "achievements"):
        parts = list(getattr(shuffled, name))
        random.shuffle(parts)  # type: ignore[attr-defined]
        setattr(shuffled, name, tuple(parts))
    assert match(shuffled, POSTINGS[0], TODAY) == match(original, POSTINGS[0], TODAY)


def test_the_same_input_gives_the_same_receipt_and_other_input_another_hash() -> None:
    receipts = {repr(match(a_backend_engineer(), a_platform_posting(), TODAY)) for _ in range(20)}
    assert len(receipts) == 1
    base = match(a_backend_engineer(), POSTINGS[0], TODAY).inputs_sha256
    assert match(a_backend_engineer(), POSTINGS[0], date(2026, 11, 22)).inputs_sha256 != base
    assert match(a_backend_engineer(), POSTINGS[1], TODAY).inputs_sha256 != base
    other = a_backend_engineer()
    other.headline = "Backend engineer"
    assert match(other, POSTINGS[0], TODAY).inputs_sha256 != base


def test_ids_take_no_part_in_the_hash() -> None:
    other = a_backend_engineer()
    other.skills = tuple(replace(skill, id=item_id(f"other:{skill.name}")) for skill in other.skills)
    assert (
        match(other, POSTINGS[0], TODAY).inputs_sha256
        == match(a_backend_engineer(), POSTINGS[0], TODAY).inputs_sha256
    )


def test_a_longer_career_in_the_trade_never_scores_lower() -> None:
    analysis = a_platform_posting()
    profile = a_backend_engineer()
    before = score(profile, analysis)
    profile.experiences = (
        *profile.experiences,
        a_position("Backend Developer", "Harbourline", "2010-01/2014-12", ("Wrote Python services",)),
    )
    assert score(profile, analysis) >= before


def test_a_must_weighs_more_than_a_wish() -> None:
    profile = a_backend_engineer()
    as_must = score(profile, an_analysis(must=("Python", "Haskell")))
    as_wish = score(profile, an_analysis(must=("Python",), nice=("Haskell",)))
    assert as_wish > as_must

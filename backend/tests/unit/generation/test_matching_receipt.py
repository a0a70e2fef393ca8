"""A receipt alone says why the score is what it is: its numbers can be worked out from one another."""

import json
from collections.abc import Callable
from datetime import date
from math import hypot
from typing import Any

import pytest
from pydantic import TypeAdapter

from app.domain.generation.analysis import JobAnalysis
from app.domain.generation.matching import Band, DemandKind, MatchReceipt, match
from app.domain.generation.matching.scoring import BANDS
from app.domain.jobs.posting import Seniority
from app.domain.profile.model import Profile
from app.domain.shared.bands import band_of
from tests.builders.careers import (
    EVERY_CAREER,
    TECHNICAL,
    a_backend_engineer,
    a_certificate,
    a_degree,
    a_language,
    a_nurse,
    a_position,
    a_profile,
    skills,
)
from tests.builders.postings import a_platform_posting, a_requirement, a_ward_posting, an_analysis

TODAY = date(2026, 11, 21)
RECEIPT = TypeAdapter(MatchReceipt)


def of_everything() -> JobAnalysis:
    """A posting with a demand of every kind."""
    return an_analysis(
        "Senior Backend Engineer",
        must=(
            a_requirement("5 years of Python", years=5),
            "Bachelor's degree in computer science",
            "AWS certification",
            "Fluent in German",
            "Kotlin and Docker",
            "Write short reports about harbours for the board of directors",
        ),
        nice=("Terraform or Pulumi", "Mentoring"),
        duties=("Run payment services and look after invoices",),
        seniority=Seniority.SENIOR,
    )


POSTINGS = (a_platform_posting(), a_ward_posting(), of_everything(), an_analysis("Cook"))


def worked_out(receipt: dict[str, Any]) -> float:
    """The total, from nothing but the receipt as JSON."""
    points = dict.fromkeys((part["name"] for part in receipt["parts"]), 0.0)
    of = {part["name"]: part["of"] for part in receipt["parts"]}
    weights = sum(r["weight"] for r in receipt["requirements"])
    for r in receipt["requirements"]:
        demanded = sum(d["weight"] for d in r["demands"])
        credit = sum(d["weight"] * d["credit"] for d in r["demands"]) / demanded
        points["requirements"] += of["requirements"] * r["weight"] / weights * credit
    asked = sum(k["weight"] for k in receipt["keywords"])
    for k in receipt["keywords"]:
        points["keywords"] += of["keywords"] * k["weight"] / asked * k["credit"]
    if receipt["title"]:
        points["title"] = of["title"] * receipt["title"]["credit"]
    if receipt["vocabulary"]:
        found = sum(word["weight"] for word in receipt["vocabulary"]["found"])
        share = found / (found + sum(word["weight"] for word in receipt["vocabulary"]["not_said"]))
        points["vocabulary"] = of["vocabulary"] * (1 - (1 - share) ** 2)
    if receipt["field"]:
        asked_of, told_of = ({k["kind"]: k["share"] for k in receipt["field"][s]} for s in ("asked", "held"))
        both = sum(share * told_of.get(kind, 0.0) for kind, share in asked_of.items())
        cosine = both / (hypot(*asked_of.values()) * hypot(*told_of.values()) or 1.0)
        points["field"] = of["field"] * max(0.0, cosine - 0.4) / 0.6
    if receipt["seniority"]["asked"]:
        points["seniority"] = of["seniority"] * receipt["seniority"]["credit"]
    limit = receipt["cap"]["limit"] if receipt["cap"] else 100.0
    return sum(points.values()) * limit / 100


def cap_worked_out(receipt: dict[str, Any]) -> float | None:
    if not receipt["requirements"] and not receipt["keywords"]:
        return 50.0
    definite = [
        r for r in receipt["requirements"] if r["need"] == "must" and any(d["definite"] for d in r["demands"])
    ]
    missing = sum(r["status"] == "missing" for r in definite)
    return round(90 - 52 * missing / max(len(definite), 2), 2) if missing else None


@pytest.mark.parametrize("career", EVERY_CAREER)
@pytest.mark.parametrize("analysis", POSTINGS)
def test_the_total_can_be_worked_out_from_the_receipt_alone(
    career: Callable[[], Profile], analysis: JobAnalysis
) -> None:
    receipt = json.loads(RECEIPT.dump_json(match(career(), analysis, TODAY)))
    assert worked_out(receipt) == pytest.approx(receipt["total"], abs=0.01)
    assert cap_worked_out(receipt) == (receipt["cap"] and receipt["cap"]["limit"])


@pytest.mark.parametrize("career", EVERY_CAREER)
@pytest.mark.parametrize("analysis", POSTINGS)
def test_points_add_up_to_the_total_and_what_could_be_earned_to_a_hundred(
    career: Callable[[], Profile], analysis: JobAnalysis
) -> None:
    receipt = match(career(), analysis, TODAY)
    parts = {part.name: part for part in receipt.parts}
    assert sum(part.of for part in receipt.parts) == pytest.approx(100)
    assert sum(part.points for part in receipt.parts) == pytest.approx(receipt.uncapped)
    if receipt.requirements:
        assert sum(r.points for r in receipt.requirements) == pytest.approx(parts["requirements"].points)
        assert sum(r.of for r in receipt.requirements) == pytest.approx(parts["requirements"].of, abs=0.01)
    if receipt.keywords:
        assert sum(k.points for k in receipt.keywords) == pytest.approx(parts["keywords"].points)
    limit = receipt.cap.limit if receipt.cap else 100
    assert receipt.total == pytest.approx(receipt.uncapped * limit / 100, abs=0.001)
    assert 0 <= receipt.total <= 100


def test_every_kind_of_demand_stands_in_the_receipt_with_its_evidence() -> None:
    profile = a_profile(
        headline="Backend Engineer",
        experiences=(a_position("Backend Engineer", "North", "2015-01/", ("Wrote Python services",)),),
        education=(a_degree("BSc", "Computer Science", "Elm College", "2010/2014"),),
        skills=(
            *skills(TECHNICAL, ("Docker",)),
            a_language("German", "Native"),
            a_certificate("AWS Certified Developer", "Amazon", "2024"),
        ),
    )
    receipt = match(profile, of_everything(), TODAY)
    demands = [demand for r in receipt.requirements for demand in r.demands]
    assert {demand.kind for demand in demands} == set(DemandKind)
    for demand in demands:
        assert demand.why
        assert 0 <= demand.credit <= 1
        if demand.kind in {DemandKind.EDUCATION, DemandKind.CERTIFICATE, DemandKind.LANGUAGE}:
            assert (demand.credit, bool(demand.evidence), demand.missing) == (1.0, True, ())


def test_a_missing_must_have_says_by_which_rule_and_how_much_it_costs() -> None:
    receipt = match(a_nurse(), of_everything(), TODAY)
    assert receipt.cap is not None
    assert receipt.cap.rule == "missing must-haves"
    assert 0 < receipt.cap.missing <= receipt.cap.asked
    assert f"{receipt.cap.limit:g}" in receipt.cap.why


def test_partial_credit_says_why() -> None:
    receipt = match(a_backend_engineer(), a_platform_posting(), TODAY)
    partly = [d for r in receipt.requirements for d in r.demands if 0 < d.credit < 1]
    assert all(len(demand.why) > 10 for demand in partly)


def test_the_title_says_which_of_the_persons_titles_came_nearest_and_where_it_stands() -> None:
    receipt = match(a_backend_engineer(), a_platform_posting(), TODAY)
    assert receipt.title is not None
    assert receipt.title.credit == 1.0
    assert receipt.title.held == "Senior Backend Engineer"
    assert receipt.title.source is not None


def test_the_words_of_a_posting_are_found_at_their_places() -> None:
    analysis = an_analysis("Baker", must=("Sourdough proving overnight in baskets",))
    told = ("Kept sourdough proving in baskets",)
    profile = a_profile(experiences=(a_position("Baker", "Mill", "2020/", told),))
    vocabulary = match(profile, analysis, TODAY).vocabulary
    assert vocabulary is not None
    found = {word.term: word.source.id for word in vocabulary.found}
    assert {"sourdough", "proving", "baskets"} <= set(found)
    assert found["baskets"] == profile.experiences[0].achievements[0].id
    assert "overnight" in vocabulary.missing


def test_the_receipt_names_its_algorithm_and_a_hash_of_each_input() -> None:
    one = match(a_nurse(), a_ward_posting(), TODAY)
    other = match(a_nurse(), a_platform_posting(), TODAY)
    assert one.algorithm == "match-3.1"
    assert one.profile_sha256 == other.profile_sha256
    assert one.posting_sha256 != other.posting_sha256
    assert one.inputs_sha256 != other.inputs_sha256
    assert one.day == "2026-11-21"


@pytest.mark.parametrize(
    ("total", "band"),
    [
        (100.0, Band.EXCELLENT),
        (80.0, Band.EXCELLENT),
        (79.999, Band.STRONG),
        (60.0, Band.STRONG),
        (40.0, Band.FAIR),
        (20.0, Band.WEAK),
        (19.999, Band.POOR),
        (0.0, Band.POOR),
    ],
)
def test_five_bands_have_names(total: float, band: Band) -> None:
    assert band_of(total, BANDS) is band


def test_a_receipt_that_was_stored_before_still_reads() -> None:
    stored = json.loads(RECEIPT.dump_json(match(a_nurse(), a_ward_posting(), TODAY)))
    for name in ("title", "vocabulary", "field", "years_in_trade", "profile_sha256", "posting_sha256", "day"):
        del stored[name]
    for requirement in stored["requirements"]:
        for name in ("demands", "points", "of"):
            del requirement[name]
    for keyword in stored["keywords"]:
        for name in ("weight", "credit", "points", "of"):
            del keyword[name]
    for part in stored["parts"]:
        for name in ("points", "of"):
            del part[name]
    assert RECEIPT.validate_json(json.dumps(stored)).requirements


def test_the_gain_of_a_recommendation_is_what_following_it_wins() -> None:
    profile = a_profile(headline="Backend Engineer", skills=skills(TECHNICAL, ("Python",)))
    analysis = an_analysis(must=("Python", "Kotlin", "Redis"))
    before = match(profile, analysis, TODAY)
    first = before.recommendations[0]
    profile.skills = (*profile.skills, *skills(TECHNICAL, first.skills))
    assert match(profile, analysis, TODAY).total == pytest.approx(before.total + first.gain, abs=0.2)

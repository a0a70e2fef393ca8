"""What must hold between two scores, over every career and posting that the tests and the examples have."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from hashlib import sha256
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter

from app.domain.generation.analysis import JobAnalysis, analyse_posting
from app.domain.generation.matching import MatchReceipt, match
from app.domain.jobs.parsing import parse_posting
from app.domain.profile.model import Achievement, Profile
from app.domain.shared.skills import is_known
from app.presentation.cli.careers import profile_of
from tests.builders.careers import (
    EVERY_CAREER,
    TECHNICAL,
    a_backend_engineer,
    a_nurse,
    a_position,
    a_profile,
    item_id,
    skills,
)
from tests.builders.postings import a_platform_posting, a_requirement, a_ward_posting, an_analysis
from tests.builders.trade_postings import DEVELOPER, NURSE, OWN_TRADE

TODAY = date(2026, 11, 21)
BACKEND = Path(__file__).parents[2]
EXAMPLES = BACKEND.parent / "examples"
CAREERS = BACKEND / "tests" / "truth" / "careers"
RECEIPT = TypeAdapter(MatchReceipt)
IRRELEVANT = (
    "Grew prize tomatoes on a small balcony",
    "Plays the cello in an amateur quartet",
    "Collects maps of islands and old stamps",
    "Walks the dog in the hills on Sundays",
    "Ran the marathon of Ghent in four hours",
    "Enjoys chess, baking bread and Portuguese novels",
)
DENIALS = (
    "I have no experience with {}.",
    "Never used {}.",
    "Unlike {} people, I keep things short.",
    "Willing to learn {}.",
    "Without {}.",
    "No {} so far.",
    "Would like to learn {}.",
    "Have not worked with {} yet.",
)


@cache
def postings() -> tuple[JobAnalysis, ...]:
    read = [path.read_text(encoding="utf-8") for path in sorted(EXAMPLES.glob("*/posting.txt"))]
    return (
        a_platform_posting(),
        a_ward_posting(),
        *(analyse_posting(parse_posting(text), text) for text in read),
        *trades().values(),
    )


@cache
def trades() -> Mapping[str, JobAnalysis]:
    return {trade: analyse_posting(parse_posting(text), text) for trade, text in OWN_TRADE.items()}


@cache
def careers() -> tuple[Callable[[], Profile], ...]:
    files = (*sorted(EXAMPLES.glob("*/profile.json")), *sorted(CAREERS.glob("*.json")))
    return (*EVERY_CAREER, *(from_file(path) for path in files))


def from_file(path: Path) -> Callable[[], Profile]:
    read = json.loads(path.read_text(encoding="utf-8"))
    return lambda: profile_of(read.get("resume", read), path)


def score(profile: Profile, analysis: JobAnalysis) -> float:
    return match(profile, analysis, TODAY).total


def with_skill(profile: Profile, name: str) -> Profile:
    return replaced(profile, skills=(*profile.skills, *skills(TECHNICAL, (name,))))


def replaced(profile: Profile, **parts: object) -> Profile:
    for name, value in parts.items():
        setattr(profile, name, value)
    return profile


some_careers = st.sampled_from(range(len(EVERY_CAREER) + 26))
some_postings = st.integers(0, 10_000)


def pair(career: int, posting: int) -> tuple[Callable[[], Profile], JobAnalysis]:
    return careers()[career % len(careers())], postings()[posting % len(postings())]


@given(some_careers, some_postings, st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_a_skill_that_was_missing_raises_the_score_and_one_that_was_there_never_lowers_it(
    career: int, posting: int, random: Random
) -> None:
    person, analysis = pair(career, posting)
    if not analysis.keywords:
        return
    keyword = random.choice(analysis.keywords)
    before = match(person(), analysis, TODAY)
    after = score(with_skill(person(), random.choice((keyword.name, keyword.written))), analysis)
    named = next(k for k in before.keywords if k.name == keyword.name)
    if named.credit < 1:
        assert after > before.total, keyword
    else:
        assert after >= before.total, keyword


@given(some_careers, some_postings, st.randoms(use_true_random=False))
@settings(max_examples=8, deadline=None)
def test_every_further_skill_raises_the_score_until_none_is_missing(
    career: int, posting: int, random: Random
) -> None:
    person, analysis = pair(career, posting)
    names = [k.name for k in match(person(), analysis, TODAY).keywords if k.credit < 1]
    random.shuffle(names)
    profile = person()
    before = match(profile, analysis, TODAY)
    for name in names:
        after = match(with_skill(profile, name), analysis, TODAY)
        was_named = any(k.credit == 1 for k in before.keywords if k.name == name)
        assert after.total >= before.total if was_named else after.total > before.total, name
        before = after


def test_under_a_cap_of_several_missing_musts_each_skill_is_still_seen() -> None:
    analysis = an_analysis(
        must=("Kotlin", "Scala", "Perl", "Haskell", "Erlang", "Clojure"), nice=("Redis", "Kafka")
    )
    profile = a_profile(headline="Backend Engineer")
    scores = [score(profile, analysis)]
    for name in ("Redis", "Kafka", "Kotlin", "Scala", "Perl", "Haskell", "Erlang", "Clojure"):
        scores.append(score(with_skill(profile, name), analysis))
    assert scores == sorted(set(scores))


@pytest.mark.parametrize("name", ["Quixar", "Quixar presses", "Zarnowitz assays", "planning boards"])
def test_a_skill_that_the_lexicon_does_not_know_but_the_posting_names_raises_the_score(name: str) -> None:
    assert not is_known(name)
    analysis = an_analysis(
        "Sheet Press Operator",
        must=(f"You know your way around {name} and can show others", "Docker", "Kotlin"),
        duties=(f"Keep {name} running",),
    )
    for person in EVERY_CAREER:
        assert score(with_skill(person(), name), analysis) > score(person(), analysis)


def test_a_skill_in_the_keywords_alone_raises_the_score_of_a_prose_requirement() -> None:
    analysis = an_analysis(
        must=("You make our releases boring and our nights quiet", "You are at home in our world"),
        skills=("Terraform",),
    )
    assert score(with_skill(a_nurse(), "Terraform"), analysis) > score(a_nurse(), analysis)


@given(some_careers, some_postings, st.sampled_from(IRRELEVANT))
@settings(max_examples=40, deadline=None)
def test_irrelevant_text_never_raises_the_score(career: int, posting: int, text: str) -> None:
    person, analysis = pair(career, posting)
    profile = person()
    before = score(profile, analysis)
    profile.professional_summary = f"{profile.professional_summary or ''} {text}.".strip()
    profile.achievements = (*profile.achievements, Achievement(id=item_id(text), text=text))
    profile.experiences = (*profile.experiences, a_position("Stamp Collector", "Club", "1988/1999", (text,)))
    profile.custom_fields = {**profile.custom_fields, "interests": [text]}
    assert score(profile, analysis) <= before


@given(some_careers, some_postings, st.randoms(use_true_random=False))
@settings(max_examples=20, deadline=None)
def test_the_order_of_sections_and_of_what_stands_in_them_changes_nothing(
    career: int, posting: int, random: Random
) -> None:
    person, analysis = pair(career, posting)
    shuffled = person()
    for name in ("experiences", "education", "projects", "skills", "achievements"):
        parts = list(getattr(shuffled, name))
        random.shuffle(parts)
        setattr(shuffled, name, tuple(parts))
    assert score(shuffled, analysis) == score(person(), analysis)


@pytest.mark.parametrize("saying", DENIALS)
@pytest.mark.parametrize("name", ["Kotlin", "Terraform", "Wound care", "Kubernetes"])
def test_a_skill_that_is_denied_or_only_hoped_for_never_counts(saying: str, name: str) -> None:
    analysis = an_analysis(must=(f"Experience with {name}", "Docker"), nice=(f"More of {name}",))
    bare = a_profile(headline="Backend Engineer", skills=skills(TECHNICAL, ("Docker",)))
    before = score(bare, analysis)
    denial = replaced(bare, professional_summary=saying.format(name))
    receipt = match(denial, analysis, TODAY)
    assert receipt.total <= before
    assert not next(k for k in receipt.keywords if k.name == name).matched


@pytest.mark.parametrize(
    ("name", "alias"),
    [
        ("Kubernetes", "k8s"),
        ("PostgreSQL", "Postgres"),
        ("JavaScript", "JS"),
        ("Machine learning", "ML"),
        ("Registered Nurse", "RN"),
        ("AWS", "Amazon Web Services"),
    ],
)
def test_an_alias_counts_as_the_name_in_the_profile_and_in_the_posting(name: str, alias: str) -> None:
    def the_score(held: str, asked: str) -> float:
        analysis = an_analysis("Expert", must=(f"Four years of {asked}", f"Solid {asked} and Docker"))
        told = (f"Worked with {held} every day",)
        position = a_position("Expert", "North", "2019-01/", told)
        return score(a_profile(experiences=(position,), skills=skills(TECHNICAL, (held,))), analysis)

    scores = {the_score(held, asked) for held in (name, alias) for asked in (name, alias)}
    assert len(scores) == 1
    assert scores.pop() > 50


@pytest.mark.parametrize("career", sorted(OWN_TRADE))
def test_everybody_scores_higher_in_their_own_trade_than_in_any_other(career: str) -> None:
    profile = from_file(CAREERS / f"{career}.json")()
    scores = {trade: score(profile, analysis) for trade, analysis in trades().items()}
    assert max(scores, key=lambda trade: scores[trade]) == career


def test_a_posting_without_a_title_still_knows_its_trade() -> None:
    ward, office = (" ".join(text.split()) for text in (NURSE, DEVELOPER))
    for_nurse, for_developer = (analyse_posting(parse_posting(text), text) for text in (ward, office))
    assert score(a_nurse(), for_nurse) > 2 * score(a_backend_engineer(), for_nurse)
    assert score(a_backend_engineer(), for_developer) > 2 * score(a_nurse(), for_developer)


def test_a_career_told_in_one_long_line_is_found_in_its_own_trade() -> None:
    def in_one_line(profile: Profile) -> Profile:
        told = [profile.headline or "", profile.professional_summary or ""]
        for position in profile.experiences:
            told += [position.title, *(line.text for line in position.achievements)]
        told += [skill.name for skill in profile.skills]
        return a_profile(professional_summary=" ".join(told))

    nurse, engineer = in_one_line(a_nurse()), in_one_line(a_backend_engineer())
    ward, platform = a_ward_posting(), a_platform_posting()
    assert score(nurse, ward) > 2 * score(nurse, platform)
    assert score(engineer, platform) > 2 * score(engineer, ward)


def test_years_that_only_the_person_speaks_of_count_where_no_position_has_a_date() -> None:
    analysis = an_analysis(
        "Payroll Clerk", must=(a_requirement("5 years of experience in payroll", years=5),)
    )
    spoken = a_profile(professional_summary="Payroll clerk with 8 years of experience in payroll.")
    silent = a_profile(professional_summary="Payroll clerk.")
    other = a_profile(professional_summary="Payroll clerk. Gardener for 8 years.")
    assert match(spoken, analysis, TODAY).requirements[0].credit == 1.0
    assert score(spoken, analysis) > score(silent, analysis) == score(other, analysis)


def test_a_thousand_runs_give_the_same_bytes() -> None:
    analysis = an_analysis(must=("Kotlin", "Docker", "Care of ferries"), nice=("Redis",), skills=("AWS",))
    told = ("Cared for ferries with Docker",)
    profile = a_profile(
        experiences=(a_position("Developer", "North", "2019-01/", told),),
        skills=skills(TECHNICAL, ("k8s", "Redis", "Terraform")),
    )
    digests = {sha256(RECEIPT.dump_json(match(profile, analysis, TODAY))).hexdigest() for _ in range(1000)}
    assert len(digests) == 1


_IN_A_PROCESS = """
from datetime import date
from hashlib import sha256
from pydantic import TypeAdapter
from app.domain.generation.matching import MatchReceipt, match
from tests.builders.careers import EVERY_CAREER
from tests.builders.postings import a_platform_posting, a_ward_posting
dump = TypeAdapter(MatchReceipt).dump_json
told = [dump(match(c(), a, date(2026, 11, 21))) for c in EVERY_CAREER
        for a in (a_platform_posting(), a_ward_posting())]
print(sha256(b"".join(told)).hexdigest())
"""


def test_processes_that_hash_differently_give_the_same_bytes() -> None:
    digests = {
        subprocess.run(
            [sys.executable, "-c", _IN_A_PROCESS],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(BACKEND)},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in ("0", "1", "4321")
    }
    assert len(digests) == 1


@given(some_careers, some_postings)
@settings(max_examples=15, deadline=None)
def test_ids_change_no_number(career: int, posting: int) -> None:
    person, analysis = pair(career, posting)
    renamed = person()
    renamed.skills = tuple(replace(s, id=item_id(f"another {s.name}")) for s in renamed.skills)
    assert match(renamed, analysis, TODAY).parts == match(person(), analysis, TODAY).parts


@pytest.mark.parametrize(
    ("saying", "counts"),
    [
        ("Willing to learn Kotlin, Scala and Java.", False),
        ("Eager to learn Kotlin, and good at Docker.", False),
        ("Ich m\u00f6chte Kotlin lernen.", False),
        ("J'ai envie d'apprendre Kotlin.", False),
        ("Quiero aprender Kotlin.", False),
        ("Jag vill l\u00e4ra mig Kotlin.", False),
        ("Willing to learn Scala but at home in Kotlin.", True),
        ("Wrote Kotlin for years. Willing to learn Scala.", True),
    ],
)
def test_a_wish_to_learn_reaches_as_far_as_its_clause(saying: str, counts: bool) -> None:
    receipt = match(a_profile(professional_summary=saying), an_analysis(must=("Kotlin",)), TODAY)
    assert receipt.keywords[0].matched is counts


def test_the_readiness_to_learn_is_a_skill_of_its_own() -> None:
    analysis = an_analysis(must=("Kotlin",), nice=("Willingness to learn",))
    profile = a_profile(headline="Backend Engineer")
    assert score(with_skill(profile, "Willingness to learn"), analysis) > score(
        a_profile(headline="Backend Engineer"), analysis
    )


def test_naming_a_skill_that_was_told_of_in_other_words_raises_the_score() -> None:
    told = ("Mentored four engineers",)
    analysis = replace(an_analysis(skills=("Mentoring",)), title="", trades=(), vocabulary=())

    def receipt(*names: str) -> MatchReceipt:
        position = a_position("Developer", "North", "2019-01/", told)
        return match(a_profile(experiences=(position,), skills=skills(TECHNICAL, names)), analysis, TODAY)

    assert (receipt().keywords[0].matched, receipt().keywords[0].credit) == (True, 0.8)
    assert receipt("Mentoring").total > receipt().total

from dataclasses import replace
from datetime import UTC, datetime

from app.domain.generation.analysis import analyse_job, analyse_posting
from app.domain.jobs.model import Job
from app.domain.jobs.posting import Keyword, Need, Requirement, Seniority, Statement
from tests.builders.postings import a_posting, a_requirement, an_analysis

NOW = datetime(2026, 5, 4, tzinfo=UTC)


def test_a_requirement_keeps_its_key_wherever_it_stands() -> None:
    here = an_analysis(must=("Python in production", "Docker"))
    there = an_analysis(must=("Docker", "  python in   PRODUCTION "))
    assert {r.key for r in here.requirements} == {r.key for r in there.requirements}


def test_what_is_asked_twice_is_asked_once_and_a_must_if_either_says_so() -> None:
    analysis = an_analysis(must=("Docker",), nice=("Docker",))
    assert [r.need for r in analysis.requirements] == [Need.MUST]
    analysis = analyse_posting(
        replace(a_posting(), requirements=(a_requirement("Docker", Need.NICE), a_requirement("Docker")))
    )
    assert [r.need for r in analysis.requirements] == [Need.MUST]


def test_keywords_are_named_once_under_their_usual_name() -> None:
    analysis = an_analysis(
        must=("Experience with k8s",), duties=("Run Kubernetes clusters",), skills=("K8s",)
    )
    assert [k.name for k in analysis.keywords].count("Kubernetes") == 1


def test_a_posting_without_requirements_welcomes_the_skills_it_names() -> None:
    analysis = an_analysis(skills=("Python", "Docker"))
    assert [(r.text, r.need) for r in analysis.requirements] == [("Python", Need.NICE), ("Docker", Need.NICE)]


def test_the_years_asked_are_the_most_that_a_must_asks() -> None:
    analysis = an_analysis(must=(a_requirement("3 years of Go", years=3), a_requirement("6 years", years=6)))
    assert analysis.years == 6


def test_a_nice_to_have_asks_for_no_years_of_the_whole() -> None:
    analysis = analyse_posting(
        replace(a_posting(), requirements=(a_requirement("9 years of COBOL", Need.NICE, years=9),))
    )
    assert analysis.years is None


def test_a_stored_job_is_analysed_from_its_fields() -> None:
    job = Job(
        user_id=None,
        source="text",
        title="Ward Nurse",
        company="Elm Clinic",
        language="sv",
        seniority=Seniority.SENIOR,
        requirements=(Requirement("Triage", Need.MUST, ("Triage",)),),
        responsibilities=(Statement("Care for patients"),),
        skills=(Keyword("Wound care", "wound care"),),
        created_at=NOW,
        updated_at=NOW,
    )
    analysis = analyse_job(job)
    assert (analysis.title, analysis.company, analysis.language) == ("Ward Nurse", "Elm Clinic", "sv")
    assert analysis.seniority is Seniority.SENIOR
    assert [k.name for k in analysis.keywords] == ["Wound care", "Triage"]
    assert analysis.responsibilities == ("Care for patients",)


def test_an_endless_posting_is_taken_in_measure() -> None:
    analysis = an_analysis(must=[f"Requirement number {n} " + "and more " * 200 for n in range(500)])
    assert len(analysis.requirements) <= 80
    assert all(len(r.text) <= 600 for r in analysis.requirements)

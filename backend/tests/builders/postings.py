"""Postings as the parser would read them, said in a line."""

from collections.abc import Sequence

from app.domain.generation.analysis import JobAnalysis, analyse_posting
from app.domain.jobs.posting import Found, Keyword, Need, ParsedPosting, Requirement, Seniority, Statement
from app.domain.shared.skills import mentions


def a_requirement(text: str, need: Need = Need.MUST, years: float | None = None) -> Requirement:
    return Requirement(
        text=text, need=need, skills=tuple(found.name for found in mentions(text)), years=years
    )


def a_posting(
    title: str = "Backend Engineer",
    *,
    must: Sequence[str | Requirement] = (),
    nice: Sequence[str] = (),
    duties: Sequence[str] = (),
    skills: Sequence[str] = (),
    seniority: Seniority | None = None,
    company: str | None = "Harbour Works",
    language: str = "en",
) -> ParsedPosting:
    return ParsedPosting(
        language=language,
        title=Found(title, None, "first line"),
        company=Found(company, None, "first line") if company else None,
        seniority=Found(seniority, None, "title") if seniority else None,
        requirements=(
            *(each if isinstance(each, Requirement) else a_requirement(each) for each in must),
            *(a_requirement(text, Need.NICE) for text in nice),
        ),
        responsibilities=tuple(Statement(text) for text in duties),
        skills=tuple(Keyword(name, name) for name in skills),
    )


def an_analysis(
    title: str = "Backend Engineer",
    *,
    must: Sequence[str | Requirement] = (),
    nice: Sequence[str] = (),
    duties: Sequence[str] = (),
    skills: Sequence[str] = (),
    seniority: Seniority | None = None,
) -> JobAnalysis:
    return analyse_posting(
        a_posting(title, must=must, nice=nice, duties=duties, skills=skills, seniority=seniority)
    )


def a_platform_posting() -> JobAnalysis:
    return an_analysis(
        "Senior Backend Engineer",
        must=(
            a_requirement("5+ years of experience with Python or Go in production", years=5),
            "Solid knowledge of PostgreSQL",
            "Experience running services on Kubernetes",
            "Bachelor's degree in computer science or a related field",
        ),
        nice=("Terraform and AWS", "Experience with Kafka", "You enjoy mentoring engineers"),
        duties=("Design and run payment services", "Review code and mentor engineers"),
        seniority=Seniority.SENIOR,
    )


def a_ward_posting() -> JobAnalysis:
    return an_analysis(
        "Emergency Department Nurse",
        must=(
            "Current Registered Nurse license",
            "ACLS and BLS certification",
            a_requirement("At least 3 years of emergency nursing", years=3),
            "Triage and IV therapy",
        ),
        nice=("Fluent Spanish", "Experience precepting new graduates"),
        duties=("Care for patients from triage to discharge", "Educate families about medication"),
    )

"""What a posting asks for, in the form that a profile can be held against."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from hashlib import sha256

from app.domain.generation.compounds import names_in_compounds
from app.domain.jobs.model import Job
from app.domain.jobs.posting import (
    Keyword,
    Need,
    ParsedPosting,
    Requirement,
    Seniority,
    Span,
    Statement,
)
from app.domain.shared.prose import fold
from app.domain.shared.skills import canonical, mentions

_MOST_REQUIREMENTS = 80
_MOST_KEYWORDS = 120
_LONGEST = 600


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One requirement of the posting."""

    key: str
    """The same for the same words, wherever in the posting they stand."""
    text: str
    need: Need
    skills: tuple[str, ...] = ()
    """Canonical names."""
    years: float | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class JobAnalysis:
    title: str
    company: str | None
    language: str
    requirements: tuple[Asked, ...]
    keywords: tuple[Keyword, ...]
    """Every skill, tool and credential that the posting names, each once."""
    seniority: Seniority | None
    years: float | None
    """The most years that any must-have asks for."""
    responsibilities: tuple[str, ...]


def analyse_posting(parsed: ParsedPosting) -> JobAnalysis:
    return _analysis(
        title=parsed.title.value if parsed.title else "",
        company=parsed.company.value if parsed.company else None,
        language=parsed.language,
        seniority=parsed.seniority.value if parsed.seniority else None,
        said=(parsed.requirements, parsed.responsibilities, parsed.skills),
    )


def analyse_job(job: Job) -> JobAnalysis:
    """From the fields as they are stored: the user may have corrected what was parsed."""
    return _analysis(
        title=job.title,
        company=job.company,
        language=job.language or "en",
        seniority=job.seniority,
        said=(job.requirements, job.responsibilities, job.skills),
    )


_Said = tuple[tuple[Requirement, ...], tuple[Statement, ...], tuple[Keyword, ...]]


def _analysis(
    *, title: str, company: str | None, language: str, seniority: Seniority | None, said: _Said
) -> JobAnalysis:
    stated, statements, skills = said
    requirements = _unique(_asked(r) for r in stated) or _unique(_wanted(k) for k in skills)
    return JobAnalysis(
        title=title,
        company=company,
        language=language,
        requirements=requirements[:_MOST_REQUIREMENTS],
        keywords=_keywords(skills, requirements, statements)[:_MOST_KEYWORDS],
        seniority=seniority,
        years=max((r.years for r in requirements if r.years and r.need is Need.MUST), default=None),
        responsibilities=tuple(statement.text for statement in statements),
    )


def _asked(requirement: Requirement) -> Asked:
    text = " ".join(requirement.text.split())[:_LONGEST]
    named = (*requirement.skills, *(found.name for found in mentions(text)), *names_in_compounds(text))
    return Asked(
        key=_key(text),
        text=text,
        need=requirement.need,
        skills=tuple(dict.fromkeys(canonical(name) for name in named)),
        years=requirement.years,
        span=requirement.span,
    )


def _wanted(keyword: Keyword) -> Asked:
    """A posting without a list of requirements still names skills: each is welcome, none a must."""
    return Asked(
        key=_key(keyword.name),
        text=keyword.written,
        need=Need.NICE,
        skills=(canonical(keyword.name),),
        span=keyword.span,
    )


def _key(text: str) -> str:
    return "r-" + sha256(fold(text).encode()).hexdigest()[:10]


def _unique(asked: Iterable[Asked]) -> tuple[Asked, ...]:
    """Said twice is asked once, and a must if either says so."""
    found: dict[str, Asked] = {}
    for one in asked:
        if not one.text:
            continue
        earlier = found.setdefault(one.key, one)
        if one.need is Need.MUST and earlier.need is Need.NICE:
            found[one.key] = replace(earlier, need=Need.MUST)
    return tuple(found.values())


def _keywords(
    skills: tuple[Keyword, ...], requirements: tuple[Asked, ...], statements: tuple[Statement, ...]
) -> tuple[Keyword, ...]:
    found: dict[str, Keyword] = {}
    for keyword in (*skills, *_named(requirements, statements)):
        name = canonical(keyword.name)
        found.setdefault(name, Keyword(name, keyword.written, keyword.span))
    return tuple(found.values())


def _named(requirements: tuple[Asked, ...], statements: tuple[Statement, ...]) -> Iterator[Keyword]:
    for requirement in requirements:
        for name in requirement.skills:
            yield Keyword(name, name)
    for statement in statements:
        for found in mentions(statement.text):
            yield Keyword(found.name, found.written)

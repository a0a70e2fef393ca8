"""What a posting asks for, in the form that a profile can be held against."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from hashlib import sha256

from app.domain.generation.compounds import names_in_compounds
from app.domain.generation.conditions import is_condition, without_conditions
from app.domain.generation.loose_text import requirements_told, said_apart, unglued
from app.domain.generation.occupations import families_in, families_of_text
from app.domain.generation.told_title import title_told
from app.domain.generation.vocabulary import Term, vocabulary_of
from app.domain.jobs.model import Job
from app.domain.jobs.parsing.terms import seniority_of_title
from app.domain.jobs.posting import (
    Keyword,
    Need,
    ParsedPosting,
    Requirement,
    Seniority,
    Span,
    Statement,
)
from app.domain.shared.prose import content_stems, fold
from app.domain.shared.skills import canonical, mentions

_MOST_REQUIREMENTS = 80
_MOST_KEYWORDS = 120
_LONGEST = 600
_GLUED = 5
"""Seams in a text from which on its words cannot be trusted as they stand."""
_IN_TITLE, _IN_REQUIREMENT, _IN_DUTY, _ELSEWHERE = 3.0, 2.0, 1.5, 0.5
"""How much a word matters by where the posting says it."""


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
    vocabulary: tuple[Term, ...] = ()
    """The other words that are this posting's own, the heaviest first."""
    called: str = ""
    """What the text calls the work, where it bears no title."""
    trades: tuple[str, ...] = ()
    """The families of occupations it belongs to: by its title, or else by what it speaks of most."""


def analyse_posting(parsed: ParsedPosting, text: str = "") -> JobAnalysis:
    """`text`: the posting in full, for the words that stand in none of its fields."""
    return _analysis(
        title=parsed.title.value if parsed.title else "",
        company=parsed.company.value if parsed.company else None,
        language=parsed.language,
        seniority=parsed.seniority.value if parsed.seniority else None,
        said=(parsed.requirements, parsed.responsibilities, parsed.skills),
        text=_Text(text, parsed.benefits),
    )


def analyse_job(job: Job) -> JobAnalysis:
    """From the fields as they are stored: the user may have corrected what was parsed."""
    return _analysis(
        title=job.title,
        company=job.company,
        language=job.language or "en",
        seniority=job.seniority,
        said=(job.requirements, job.responsibilities, job.skills),
        text=_Text(job.text, job.benefits),
    )


_Said = tuple[tuple[Requirement, ...], tuple[Statement, ...], tuple[Keyword, ...]]


@dataclass(frozen=True, slots=True)
class _Text:
    raw: str
    benefits: tuple[Statement, ...]

    @property
    def is_glued(self) -> bool:
        return len(unglued(self.raw)) - len(self.raw) >= _GLUED

    @property
    def without_benefits(self) -> str:
        """What is given is not asked for; in a glued text nobody knows where that ends."""
        text = self.raw
        for benefit in () if self.is_glued else self.benefits:
            text = text.replace(benefit.text, "\n")
        return unglued(text)


def _analysis(
    *,
    title: str,
    company: str | None,
    language: str,
    seniority: Seniority | None,
    said: _Said,
    text: _Text,
) -> JobAnalysis:
    stated, statements, skills = said
    whole = text.without_benefits
    if text.is_glued:
        skills = (*skills, *(Keyword(found.name, found.written) for found in mentions(whole)))
    work = without_conditions(whole)
    skills = tuple(k for k in skills if k.written in work or k.written not in whole)
    stated = tuple(each for r in stated for each in said_apart(r) if not is_condition(each.text))
    stated = stated or (() if statements else requirements_told(work))
    requirements = _unique(_asked(each) for each in stated)
    requirements = requirements or _unique(_wanted(k) for k in skills)
    called = "" if title else title_told(whole)
    trades = families_in(title or called) or families_of_text(whole or _said_text(said))
    return JobAnalysis(
        title=title,
        company=company,
        language=language,
        requirements=requirements[:_MOST_REQUIREMENTS],
        keywords=_keywords(skills, requirements, statements)[:_MOST_KEYWORDS],
        seniority=seniority or seniority_of_title(called),
        years=max((r.years for r in requirements if r.years and r.need is Need.MUST), default=None),
        responsibilities=tuple(statement.text for statement in statements),
        vocabulary=_vocabulary(title, company, (stated, statements, skills), work),
        called=called,
        trades=tuple(sorted(trades)),
    )


def _said_text(said: _Said) -> str:
    requirements, statements, _ = said
    return "\n".join((*(r.text for r in requirements), *(s.text for s in statements)))


def _vocabulary(title: str, company: str | None, said: _Said, text: str) -> tuple[Term, ...]:
    """The employer's name says nothing of the work."""
    requirements, statements, _ = said
    own = frozenset(content_stems(company or ""))
    terms = vocabulary_of(
        (
            (title, _IN_TITLE),
            *((r.text, _IN_REQUIREMENT) for r in requirements[:_MOST_REQUIREMENTS]),
            *((statement.text, _IN_DUTY) for statement in statements[:_MOST_REQUIREMENTS]),
            (text, _ELSEWHERE),
        )
    )
    return tuple(term for term in terms if not own.intersection(term.term.split()))


def _asked(requirement: Requirement) -> Asked:
    text = unglued(" ".join(requirement.text.split()))[:_LONGEST]
    named = (*requirement.skills, *(found.name for found in mentions(text)), *names_in_compounds(text))
    return Asked(
        key=_key(text),
        text=text,
        need=requirement.need,
        skills=tuple(dict.fromkeys(canonical(name) for name in named)),
        years=float(requirement.years) if requirement.years else None,
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

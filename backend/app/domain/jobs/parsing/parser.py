"""A posting's fields, read from its lines."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from app.domain.jobs.parsing.asides import Stretch, asides
from app.domain.jobs.parsing.chrome import without_chrome
from app.domain.jobs.parsing.header import Header, header_of, locations, title_and_company
from app.domain.jobs.parsing.items import Item, items_of, sentences
from app.domain.jobs.parsing.keywords import between, keywords_of
from app.domain.jobs.parsing.labels import Label, Labelled, is_department, labelled
from app.domain.jobs.parsing.language import language_of
from app.domain.jobs.parsing.lines import Line, lines_of, visible
from app.domain.jobs.parsing.namesakes import places_of
from app.domain.jobs.parsing.posts import is_role
from app.domain.jobs.parsing.requirements import requirement
from app.domain.jobs.parsing.salary import salary_of
from app.domain.jobs.parsing.section import Section
from app.domain.jobs.parsing.sections import Placed, placed
from app.domain.jobs.parsing.spots import part_of, place_of_title, title_alone, where
from app.domain.jobs.parsing.terms import (
    employment_type_named,
    employment_type_said,
    is_employment_type,
    seniority_named,
    seniority_of_title,
    workplace_named,
    workplace_said,
)
from app.domain.jobs.parsing.told import told_company, told_location, told_title
from app.domain.jobs.posting import (
    EmploymentType,
    Found,
    ParsedPosting,
    Salary,
    Seniority,
    Statement,
    Workplace,
)


def parse_posting(text: str) -> ParsedPosting:
    """Never raises: what the text does not say is None or empty."""
    text = visible(text)
    reading = _Reading(text)
    lines = placed(reading.lines)
    items = tuple(items_of(lines))
    return ParsedPosting(
        language=reading.language,
        title=reading.title,
        company=reading.company,
        location=reading.location,
        salary=reading.salary,
        workplace=reading.workplace,
        employment_type=reading.employment_type,
        seniority=reading.seniority,
        requirements=tuple(requirement(i) for i in items if i[0] in (Section.REQUIREMENTS, Section.NICE)),
        responsibilities=_statements(items, Section.RESPONSIBILITIES),
        benefits=_statements(items, Section.BENEFITS),
        skills=keywords_of(text, items, silent=_silent(reading, lines)),
    )


def _silent(reading: "_Reading", lines: tuple[Placed, ...]) -> Iterator[Stretch]:
    """Where a skill's name is none."""
    company = reading.company.value if reading.company else None
    yield from between((place.line for place in lines), reading.text)
    yield from asides(lines, company=company)
    yield from places_of(company, reading.text)
    yield from places_of(reading.location.value if reading.location else None, reading.text)


def _statements(items: tuple[Item, ...], wanted: Section) -> tuple[Statement, ...]:
    return tuple(Statement(text, span) for section, text, span in items if section is wanted)


_MOST_LINES_OF_PROSE = 400


@dataclass(frozen=True)
class _Reading:
    """What is found once and asked for several times."""

    text: str

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        return without_chrome(lines_of(self.text))

    @cached_property
    def language(self) -> str:
        return language_of("\n".join(line.text for line in self.lines[:300]) or self.text)

    @cached_property
    def header(self) -> Header:
        return header_of(self.lines)

    @cached_property
    def named(self) -> dict[Label, tuple[Labelled, ...]]:
        found = tuple(labelled(self.lines))
        return {label: tuple(one for one in found if one.label is label) for label in Label}

    @cached_property
    def title(self) -> Found[str] | None:
        return title_alone(self._full_title) if self._full_title else None

    @cached_property
    def _full_title(self) -> Found[str] | None:
        top = title_and_company(self.header)[0]
        sure = self._labelled(Label.TITLE, top=True) or (top if top and is_role(top.value) else None)
        if sure or (top and len(self.header.names) > 1):
            return sure or top
        return told_title(self.lines) or top or self._labelled(Label.TITLE)

    @cached_property
    def company(self) -> Found[str] | None:
        return (
            self._labelled(Label.COMPANY, top=True, unless=is_department)
            or title_and_company(self.header)[1]
            or self._labelled(Label.COMPANY, unless=is_department)
            or told_company(self.lines)
            or self._labelled(Label.COMPANY)
        )

    @cached_property
    def location(self) -> Found[str] | None:
        return (
            self._labelled_place(top=True)
            or next(locations(self.header), None)
            or self._labelled_place()
            or (place_of_title(self._full_title) if self._full_title else None)
            or told_location(self.lines)
        )

    @cached_property
    def salary(self) -> Found[Salary] | None:
        where = (
            self.location.value if self.location else "",
            self.company.value if self.company else "",
            self.text[:1500],
        )
        return salary_of(self.lines, top=self.header.seen, language=self.language, where=where)

    @cached_property
    def workplace(self) -> Found[Workplace] | None:
        for source in self._workplace_sources():
            value = workplace_named(source[0])
            if value:
                return Found(value, source[1].span, "named")
        return next(self._workplace_told(), None)

    def _workplace_sources(self) -> Iterator[tuple[str, Line]]:
        yield from ((f"{one.words}: {one.value}", one.line) for one in self.named[Label.WORKPLACE])
        yield from ((one.value, one.line) for one in self.named[Label.LOCATION])
        yield from ((line.text, line) for _, line in self.header.places)
        yield from ((line.text, line) for line in self.header.facts)
        yield from ((line.text, line) for _, line in self.header.names[:1])

    def _workplace_told(self) -> Iterator[Found[Workplace]]:
        for line in self.lines[:_MOST_LINES_OF_PROSE]:
            for sentence in sentences(line.text[:4000]) if len(line.text.split()) > 3 else ():
                value = workplace_said(sentence)
                if value:
                    yield Found(value, line.span_of(sentence), "told")

    @cached_property
    def employment_type(self) -> Found[EmploymentType] | None:
        for one in self.named[Label.TYPE]:
            value = employment_type_named(one.value[:80]) or employment_type_named(
                f"{one.words} {one.value[:80]}"
            )
            if value:
                return Found(value, one.line.span, "named")
        for line in self.header.facts:
            value = employment_type_named(line.text)
            if value:
                return Found(value, line.span, "top")
        return self._type_in_title() or next(self._type_told(), None)

    def _type_in_title(self) -> Found[EmploymentType] | None:
        """ "Shop Assistant - Part time"."""
        full = self._full_title
        parts = re.split(r"\s[-\u2013\u2014|]\s|[(),]", full.value) if full else []
        named = (employment_type_named(part) for part in parts[1:] if is_employment_type(part))
        value = next(named, None)
        return Found(value, full.span, "title") if value and full else None

    def _type_told(self) -> Iterator[Found[EmploymentType]]:
        for line in self.lines[:_MOST_LINES_OF_PROSE]:
            value = (
                employment_type_named(line.text)
                if is_employment_type(line.text[:80]) and len(line.text) < 80
                else employment_type_said(line.text[:4000])
            )
            if value:
                yield Found(value, line.span, "told")

    @cached_property
    def seniority(self) -> Found[Seniority] | None:
        if self.title and (level := seniority_of_title(self.title.value)):
            return Found(level, self.title.span, "title")
        for one in self.named[Label.SENIORITY]:
            value = seniority_named(one.value[:60])
            if value:
                return Found(value, one.line.span, "named")
        return None

    def _labelled_place(self, *, top: bool = False) -> Found[str] | None:
        found = self._labelled(Label.LOCATION, top=top)
        return part_of(found, where(found.value)) if found else None

    def _labelled(
        self, label: Label, *, top: bool = False, unless: Callable[[str], bool] | None = None
    ) -> Found[str] | None:
        """The first field of that name; on top, only one that stands in the header."""
        end = self.lines[self.header.seen - 1].end if top and self.header.seen else -1
        for one in self.named[label]:
            if unless and unless(one.words):
                continue
            if (not top or one.line.start < end) and len(one.value) <= 300 * (
                1 + 4 * (label is Label.LOCATION)
            ):
                value = (
                    one.value
                    if len(one.value) <= 120 or label is Label.LOCATION
                    else next(sentences(one.value), one.value).rstrip(".")
                )
                return Found(value, one.line.span_of(value), f"label.{label}")
        return None

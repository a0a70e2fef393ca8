"""A posting as it comes in, made into text and what is found in it."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from app.application.apart import Apart
from app.domain.jobs.errors import NoPosting, SaidTwice
from app.domain.jobs.parsing.terms import seniority_of_title
from app.domain.jobs.ports import IPageReader
from app.domain.jobs.posting import ParsedPosting
from app.domain.jobs.structured import StructuredPosting, posting_in, postings_in

FORMS = ("raw_text", "html", "data")
LONGEST_DATA = 500_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    text: str
    """What the places of what was found are places in."""
    parsed: ParsedPosting
    source: str
    """`text`, `html`, or the form that the data has."""
    remarks: tuple[str, ...] = ()
    """What came of asking a language model, where the caller wanted that."""


class Intake:
    """Text is read by rules. Of a page the text is taken, and what it carries as data; of data its fields,
    and its text for what no field says. A field is right where text and field differ."""

    def __init__(self, *, parse: Callable[[str], ParsedPosting], pages: IPageReader, apart: Apart) -> None:
        self._parse = parse
        self._pages = pages
        self._apart = apart

    async def read(self, said: Mapping[str, Any]) -> Reading | None:
        """By `raw_text`, `html` or `data`; None where there is none of them.

        Raises SaidTwice, NoPosting, SeveralPostings.
        """
        given = [name for name in FORMS if said.get(name)]
        if len(given) > 1:
            raise SaidTwice(f"Send one of {', '.join(FORMS)}, not {' and '.join(given)}.")
        if not given:
            return None
        return await self._apart(getattr(self, f"_{given[0]}"), said[given[0]])

    def _raw_text(self, text: str) -> Reading:
        return Reading(text=text, parsed=self._parse(text), source="text")

    def _html(self, markup: str) -> Reading:
        page = self._pages.read(markup)
        for written in page.data:
            if found := next(postings_in(_loaded(written)), None):
                return self._structured(found, else_text=page.text)
        if not page.text:
            raise NoPosting("This page has no text that a visitor would read.")
        return Reading(text=page.text, parsed=self._parse(page.text), source="html")

    def _data(self, data: Any) -> Reading:
        return self._structured(posting_in(data))

    def _structured(self, posting: StructuredPosting, *, else_text: str = "") -> Reading:
        text = self._pages.read(posting.markup).text or else_text
        parsed = self._parse(text)
        facts: dict[str, Any] = dict(posting.facts)
        title = facts.get("title")
        if title and (level := seniority_of_title(title.value)):
            facts["seniority"] = replace(title, value=level)
        return Reading(text=text, parsed=replace(parsed, **facts), source=posting.source)


def _loaded(written: str) -> Any:
    """None for what is no JSON, as pages have it, or too much of it."""
    try:
        return json.loads(written, strict=False) if len(written) <= LONGEST_DATA else None
    except (ValueError, RecursionError):
        return None

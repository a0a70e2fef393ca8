"""The heading of an entry: title, organization, location and, at the right, the dates."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.documents.content import Entry, Line
from app.domain.documents.printable import safe_link
from app.infrastructure.looks.look import Places
from app.infrastructure.pdf.template import Design, Style
from app.infrastructure.pdf.typefaces import Ink
from app.infrastructure.pdf.wrapping import NO_BREAK, Row, Span, beside, wrapped


@dataclass(frozen=True, slots=True)
class Heading:
    title: tuple[Span, ...]
    place: tuple[Span, ...]
    """The organization and the location; the second begins with a dot."""
    dates: Span | None


def heading_of(entry: Entry, design: Design, ink: Ink) -> Heading:
    title = _span(entry.title, design.title, ink, url=safe_link(entry.url))
    organization = _span(entry.organization, design.organization, ink)
    location = _span(entry.location, design.location, ink)
    dates = _span(entry.dates, design.dates, ink)
    return Heading(title, _dotted((*organization, *location), design), dates[0] if dates else None)


def heading_rows(headings: Sequence[Heading], design: Design, width: float) -> list[list[Row]]:
    """All of a section's entries alike: on one row each if it is so wanted and there is room, else on two."""
    if design.places is Places.BELOW:
        return [_stacked(heading, design, width) for heading in headings]
    rows = [_dated(_joined(heading, design), heading.dates, design, width) for heading in headings]
    if all(len(each) <= 1 for each in rows):
        return rows
    return [_stacked(heading, design, width) for heading in headings]


def _stacked(heading: Heading, design: Design, width: float) -> list[Row]:
    if not heading.place:
        return _dated(heading.title, heading.dates, design, width)
    return [*wrapped(heading.title, width), *_dated(heading.place, heading.dates, design, width)]


def _joined(heading: Heading, design: Design) -> tuple[Span, ...]:
    place = heading.place
    if heading.title and place:
        place = (_after_dot(place[0], design), *place[1:])
    return (*heading.title, *place)


def _dated(spans: Sequence[Span], dates: Span | None, design: Design, width: float) -> list[Row]:
    rows = wrapped(spans, width)
    if dates is None:
        return rows
    whole = Span(dates.text.replace(" ", NO_BREAK), dates.style)
    (row, *more) = wrapped([whole], width)
    if more:
        return [*rows, *wrapped([dates], width)]
    (right,) = wrapped([whole], width, at=width - row.end)
    if rows and rows[-1].end + design.spaces.before_dates + row.end <= width:
        return [*rows[:-1], beside(rows[-1], right)]
    return [*rows, right]


def _dotted(spans: Sequence[Span], design: Design) -> tuple[Span, ...]:
    return (*spans[:1], *(_after_dot(span, design) for span in spans[1:]))


def _after_dot(span: Span, design: Design) -> Span:
    return Span(f"{design.dot}{NO_BREAK}{span.text}", span.style, span.url)


def _span(line: Line | None, style: Style, ink: Ink, url: str | None = None) -> tuple[Span, ...]:
    text = ink.text(line.text) if line else ""
    return (Span(text, style, url),) if text else ()

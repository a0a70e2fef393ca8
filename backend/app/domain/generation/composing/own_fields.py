"""Sections from the fields of the person's own making: free JSON, read where its shape is plain."""

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from app.domain.documents.calendar import show_date, show_range, show_since
from app.domain.documents.content import Entry, Line, SkillGroup, Source, SourceKind
from app.domain.generation.composing.writing import clean
from app.domain.generation.naming import names_any
from app.domain.profile.model import Profile
from app.domain.shared.errors import Invalid
from app.domain.shared.ids import ItemId
from app.domain.shared.time import PartialDate

_NAMES = ("name", "title", "position", "role")
_HOUSES = ("organization", "publisher", "issuer", "company", "journal")
_DATES = ("releaseDate", "release_date", "date", "year")


def publications(
    profile: Profile, most: int, language: str, *, unsaid: tuple[str, ...] = ()
) -> tuple[Line, ...]:
    """Without what names one of `unsaid`, here and below."""
    found = []
    for path, value in _items(profile, "publications", "publication", most=most, unsaid=unsaid):
        parts = _own(value, path) if isinstance(value, str) else _cited(value, path, language)
        if parts:
            found.append(_line(profile, ", ", parts))
    return tuple(found)


def volunteering(
    profile: Profile, most: int, language: str, *, unsaid: tuple[str, ...] = ()
) -> tuple[Entry, ...]:
    items = _items(profile, "volunteering", "volunteer", "volunteer_work", most=most, unsaid=unsaid)
    return tuple(entry for path, value in items if (entry := _volunteered(profile, path, value, language)))


def interests(profile: Profile, most: int, *, unsaid: tuple[str, ...] = ()) -> tuple[SkillGroup, ...]:
    items = _items(profile, "interests", "hobbies", most=most, unsaid=unsaid)
    named = [
        _own(value, path) if isinstance(value, str) else _first(value, path, _NAMES) for path, value in items
    ]
    lines = tuple(_line(profile, "", parts) for parts in named if parts)
    return (SkillGroup(None, lines),) if lines else ()


_Parts = list[tuple[str, str]]
"""Texts, each with the path of the field that it stands in."""


def _items(profile: Profile, *names: str, most: int, unsaid: tuple[str, ...]) -> Iterator[tuple[str, Any]]:
    for name in profile.custom_fields:
        if name.lower() in names:
            path, value = f"custom_fields.{name}", profile.custom_fields[name]
            listed = isinstance(value, list | tuple)
            each = ((f"{path}.{n}", one) for n, one in enumerate(value)) if listed else ((path, value),)
            said = ((at, one) for at, one in each if not (unsaid and names_any(_told_in(one), unsaid)))
            yield from islice(said, most)


def _told_in(value: Any) -> str:
    if isinstance(value, Mapping):
        return "\n".join(_told_in(each) for each in value.values())
    if isinstance(value, list | tuple):
        return "\n".join(_told_in(each) for each in value)
    return str(value)


def _own(text: str, path: str) -> _Parts:
    return [(clean(text), path)] if clean(text) else []


def _first(value: Any, path: str, names: tuple[str, ...]) -> _Parts:
    """The first of the fields that says something."""
    if not isinstance(value, Mapping):
        return []
    for name in names:
        if isinstance(value.get(name), str) and clean(value[name]):
            return [(clean(value[name]), f"{path}.{name}")]
    return []


def _cited(value: Any, path: str, language: str) -> _Parts:
    when = [(_dated(text, language), at) for text, at in _first(value, path, _DATES)]
    return [*_first(value, path, _NAMES), *_first(value, path, _HOUSES), *when]


def _dated(text: str, language: str) -> str:
    when = _date(text)
    return show_date(when, language) if when else text


def _date(text: object) -> PartialDate | None:
    try:
        return PartialDate.parse(text) if isinstance(text, str) else None
    except Invalid:
        return None


def _line(profile: Profile, join: str, parts: _Parts) -> Line:
    sources = tuple(Source(SourceKind.PROFILE, ItemId(profile.id), path) for _, path in parts)
    return Line(join.join(text for text, _ in parts), sources)


def _volunteered(profile: Profile, path: str, value: Any, language: str) -> Entry | None:
    if isinstance(value, str):
        said = _own(value, path)
        return Entry(title=_line(profile, "", said)) if said else None
    role, house = (
        _first(value, path, ("position", "role", "title")),
        _first(value, path, ("organization", "name")),
    )
    if not role and not house:
        return None
    summary = _first(value, path, ("summary", "description"))
    return Entry(
        title=_line(profile, "", role or house),
        organization=_line(profile, "", house) if role and house else None,
        dates=_span(profile, path, value, language),
        text=_line(profile, "", summary) if summary else None,
        bullets=tuple(_told(profile, path, value)),
    )


def _span(profile: Profile, path: str, value: Mapping[str, Any], language: str) -> Line | None:
    start = _first(value, path, ("startDate", "start_date", "start"))
    end = _first(value, path, ("endDate", "end_date", "end"))
    began = _date(start[0][0]) if start else None
    shown = show_range(began, _date(end[0][0]) if end else None, language=language)
    if not shown:
        return None
    if began and not end:
        shown = show_since(shown, language)
    at = ItemId(profile.id)
    return Line(shown, tuple(Source(SourceKind.PROFILE, at, field) for _, field in (*start, *end)))


def _told(profile: Profile, path: str, value: Mapping[str, Any]) -> Iterator[Line]:
    highlights = value.get("highlights")
    for n, text in enumerate(highlights if isinstance(highlights, list | tuple) else ()):
        if isinstance(text, str) and clean(text):
            yield _line(profile, "", [(clean(text), f"{path}.highlights.{n}")])

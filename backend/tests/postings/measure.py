"""How much of what a posting says is read, field by field: F1, and for lists how much is found."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from app.domain.jobs.parsing import parse_posting
from app.domain.jobs.posting import Found, ParsedPosting, Workplace
from tests.postings.corpus import OwnPosting


@dataclass(frozen=True, slots=True)
class Judged:
    posting: str
    field: str
    said: str | None
    read: str | None
    right: bool


@dataclass(frozen=True, slots=True)
class Figure:
    """Of one field."""

    right: int
    read: int
    said: int

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.read + self.said) if self.read + self.said else 1.0


def judge(postings: Iterable[OwnPosting]) -> tuple[Judged, ...]:
    return tuple(one for posting in postings for one in _judged(posting))


def figures(judged: Iterable[Judged]) -> dict[str, Figure]:
    found: dict[str, list[Judged]] = {}
    for one in judged:
        found.setdefault(one.field, []).append(one)
    return {field: _figure(ones) for field, ones in found.items()}


def _figure(ones: list[Judged]) -> Figure:
    said, read = sum(one.said is not None for one in ones), sum(one.read is not None for one in ones)
    return Figure(sum(one.right and one.said is not None for one in ones), read, said)


def _judged(posting: OwnPosting) -> Iterator[Judged]:
    parsed = parse_posting(posting.text)
    for field, said in posting.says.items():
        read = _read(parsed, field)
        yield Judged(posting.name, field, said, read, _same(field, said, read))
    for field, items in posting.items.items():
        told = {_plain(each.text) for each in getattr(parsed, field)}
        for item in items:
            found = _plain(item) in told
            yield Judged(posting.name, field, item, item if found else None, found)
        wrong = told - {_plain(item) for item in items}
        yield from (Judged(posting.name, field, None, each, False) for each in wrong)


def _read(parsed: ParsedPosting, field: str) -> str | None:
    name = {"type": "employment_type", "remote": "workplace"}.get(field, field)
    found: Found[object] | None = getattr(parsed, name)
    if found is None:
        return None
    if field == "salary" and parsed.salary:
        pay = parsed.salary.value
        low, high = (end if end is not None else other for end, other in _ends(pay.minimum, pay.maximum))
        return f"{low} {high} {pay.currency} {pay.period}"
    if field == "remote" and found.value is Workplace.ONSITE:
        return "onsite"
    return str(found.value)


def _ends(low: float | None, high: float | None) -> tuple[tuple[float | None, float | None], ...]:
    return (low, high), (high, low)


def _same(field: str, said: str | None, read: str | None) -> bool:
    if said is None or read is None:
        return said == read
    if field == "salary":
        return _numbers(said) == _numbers(read) and said.split()[2:] == read.split()[2:]
    return _plain(said) == _plain(read)


def _numbers(text: str) -> list[float]:
    return [round(float(each), 2) for each in text.split()[:2]]


def _plain(text: str) -> str:
    return re.sub(r"[\W_]+", " ", text.casefold()).strip()

"""A JSON object while it is read: what was taken from it, what is wrong with it, and what is left over."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from json import JSONEncoder
from typing import Any

from app.domain.profile.custom_fields import flaws as flaws_in
from app.domain.profile.custom_fields import step
from app.domain.profile.json_resume.dates import is_lasting, read_date
from app.domain.profile.wording import LINE, PROSE, SENTENCE, is_web_address
from app.domain.shared.errors import Flaw
from app.domain.shared.time import PartialDate
from app.domain.shared.unfit import UNFIT

MOST_TOLD = 100
"""Flaws, and leftovers, that one answer names."""
SHOWN = 80
"""Characters of a leftover that are told with it."""
_SAYABLE = 10**20
_JSON = JSONEncoder(ensure_ascii=False, default=str)
_KINDS = {str: "text", list: "a list", dict: "an object", bool: "true or false", int: "a number"}


@dataclass(frozen=True, slots=True)
class Unplaced:
    """Something in the file that the profile does not hold, and why. `field` is a JSON Pointer."""

    field: str
    why: str
    value: str = ""
    """How it begins, in characters that can be shown."""


def excerpt(value: Any) -> str:
    """The beginning of a value, in one line."""
    if isinstance(value, str):
        text = value[: 2 * SHOWN]
    elif value is None:
        return ""
    else:
        text = "".join(islice(_JSON.iterencode(value), SHOWN))
    text = UNFIT.sub("\ufffd", " ".join(text.split()))
    return text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"


@dataclass(slots=True)
class Findings:
    """What there is to tell about a whole file."""

    flaws: list[Flaw] = field(default_factory=list)
    unplaced: list[Unplaced] = field(default_factory=list)

    def flaw(self, at: str, code: str, message: str) -> None:
        if len(self.flaws) < MOST_TOLD:
            self.flaws.append(Flaw(at, code, message))

    def leave(self, at: str, why: str, value: Any = None) -> None:
        if len(self.unplaced) < MOST_TOLD:
            self.unplaced.append(Unplaced(at, why, excerpt(value)))
        elif len(self.unplaced) == MOST_TOLD:
            self.unplaced.append(Unplaced("", "There is more that has no place; only the first are named."))

    def wrong_type(self, at: str, value: Any, wanted: str) -> None:
        kind = next((name for each, name in _KINDS.items() if type(value) is each), "a number")
        self.flaw(at, "wrong_type", f"It should be {wanted}, and is {kind}.")

    def text(self, value: Any, at: str, longest: int) -> str:
        """Trimmed; a name stands on one line. Empty when there is nothing or it is flawed."""
        if value is None:
            return ""
        if not isinstance(value, str):
            self.wrong_type(at, value, "text")
            return ""
        text = " ".join(value.split()) if longest <= LINE else value.strip()
        if UNFIT.search(text):
            self.flaw(at, "control_character", "Control characters and lone surrogates are not allowed.")
            return ""
        if len(text) > longest:
            self.flaw(at, "too_long", f"It is longer than {longest} characters.")
            return ""
        return text


def _is_empty(value: Any) -> bool:
    """It says nothing, nor does anything just within it."""
    if isinstance(value, Mapping):
        return all(inner in (None, "", [], {}) for inner in value.values())
    return value in (None, "", [])


class Record:
    """One JSON object. What nobody asked for by the end is left over."""

    def __init__(self, data: Mapping[str, Any], at: str, findings: Findings) -> None:
        self.at = at
        self.findings = findings
        self._data = data
        self._taken: set[str] = set()

    def line(self, *names: str) -> str | None:
        return self._text(names, LINE)

    def prose(self, *names: str) -> str | None:
        return self._text(names, PROSE)

    def number_or_line(self, *names: str) -> str | None:
        """A grade, or a phone number, that somebody wrote as a number."""
        for name in names:
            value = self._data.get(name)
            if isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < _SAYABLE:
                self._taken.add(name)
                return str(value)
        return self._text(names, LINE)

    def address(self, *names: str) -> str | None:
        """A place on the web. What is none is left over."""
        for name in names:
            found = self.findings.text(self._data.get(name), self.pointer(name), PROSE)
            if found and is_web_address(found):
                self._take(name, also=names, same_as=found)
                return found
            self._taken.add(name)
            if found:
                self.findings.leave(self.pointer(name), "It is not a web address.", found)
        return None

    def texts(self, *names: str, most: int, longest: int = SENTENCE) -> tuple[str, ...]:
        """The texts of the first of these lists that there is."""
        for name in names:
            if found := self.items(name, most=most):
                texts = [self.findings.text(each, self.pointer(name, n), longest) for n, each in found]
                return tuple(text for text in texts if text)
        return ()

    def records(self, *names: str, most: int) -> "Iterator[Record]":
        """The objects of all these lists; each tells what it has left over when the next is asked for."""
        for name in names:
            for n, each in self.items(name, most=most):
                if record := self.record_of(each, name, n):
                    yield record
                    record.finish()

    def record_of(self, value: Any, *path: str | int) -> "Record | None":
        if isinstance(value, Mapping):
            return Record(value, self.pointer(*path), self.findings)
        if value is not None:
            self.findings.wrong_type(self.pointer(*path), value, "an object")
        return None

    def items(self, name: str, *, most: int) -> Sequence[tuple[int, Any]]:
        """A list, each item with its place. Longer than `most` is a flaw, and is not read."""
        value = self.take(name)
        if value is None or value == "":
            return ()
        if not isinstance(value, list | tuple):
            self.findings.wrong_type(self.pointer(name), value, "a list")
            return ()
        if len(value) > most:
            self.findings.flaw(self.pointer(name), "too_many", f"It has more than {most} entries.")
            return ()
        return [(n, each) for n, each in enumerate(value) if each is not None]

    def json(self, name: str) -> Any:
        """As it stands, if it can be kept."""
        value = self.take(name)
        found = flaws_in(value, self.pointer(name))
        for flaw in found:
            self.findings.flaw(flaw.field, flaw.code, flaw.message)
        return None if found else value

    def date(self, *names: str) -> PartialDate | None:
        for name in names:
            if text := self._date_text(name):
                if found := read_date(text):
                    return found
                self.findings.leave(self.pointer(name), "It is not a date that we can read.", text)
        return None

    def dates(self) -> dict[str, Any]:
        """Start and end. With an end that cannot be read neither is kept: the entry would seem to last."""
        start, end = self.date("startDate", "start_date", "from"), None
        for name in ("endDate", "end_date", "to"):
            text = self._date_text(name)
            if text and not is_lasting(text):
                end = read_date(text)
                if end is None:
                    why = "The end cannot be read: no dates were kept."
                    self.findings.leave(self.pointer(name), why, text)
                    return {"start_date": None, "end_date": None}
                break
        return {"start_date": start, "end_date": end}

    def names(self) -> tuple[str, ...]:
        return tuple(self._data)

    def take(self, name: str) -> Any:
        self._taken.add(name)
        return self._data.get(name)

    def leave(self, name: str, why: str) -> None:
        if not _is_empty(value := self.take(name)):
            self.findings.leave(self.pointer(name), why, value)

    def finish(self, why: str = "There is no place for it in a profile.") -> None:
        """Everything that nobody asked for."""
        for name, value in self._data.items():
            if name not in self._taken and not _is_empty(value):
                self.findings.leave(self.pointer(name), why, value)
        self._taken.update(self._data)

    def pointer(self, *path: str | int) -> str:
        at = self.at
        for each in path:
            at = step(at, each)
        return at

    def _text(self, names: Sequence[str], longest: int) -> str | None:
        """The first of these names that says something; others that say the same are taken too."""
        for name in names:
            if found := self.findings.text(self._data.get(name), self.pointer(name), longest):
                self._take(name, also=names, same_as=found)
                return found
            self._taken.add(name)
        return None

    def _take(self, name: str, *, also: Sequence[str], same_as: str) -> None:
        self._taken.add(name)
        for other in also:
            value = self._data.get(other)
            if isinstance(value, str) and value.strip() == same_as:
                self._taken.add(other)

    def _date_text(self, name: str) -> str:
        value = self.take(name)
        if isinstance(value, int) and not isinstance(value, bool):
            value = str(value)
        return self.findings.text(value, self.pointer(name), LINE)

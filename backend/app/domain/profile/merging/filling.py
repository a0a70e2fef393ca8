"""One component with what another says beside it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any

from app.domain.profile.json_resume.records import excerpt
from app.domain.profile.merging.sameness import plain, same, same_day
from app.domain.profile.model import MOST_LINES, C, Experience, Skill

_MOST = MOST_LINES
_NOT_FILLED: Mapping[type[object], frozenset[str]] = {Skill: frozenset({"group", "category", "name"})}
"""How the person arranges things is theirs."""
_DATES = ("start_date", "end_date")
_LASTS = "present"


@dataclass(slots=True)
class Filled:
    facts: dict[str, Any] = field(default_factory=dict)
    """What is new, by field."""
    conflicts: list[tuple[str, Any, Any]] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
    """Lines that are more than there is room for."""


def filled(mine: C, theirs: C) -> tuple[C, Filled]:
    found = Filled()
    passed_over = _NOT_FILLED.get(type(mine), frozenset()) | {"id"}
    if hasattr(mine, "start_date"):
        _dates(mine, theirs, found)
    for each in fields(mine):
        if each.name not in passed_over and each.name not in _DATES:
            _fill(each.name, getattr(mine, each.name), getattr(theirs, each.name), found)
    return (replace(mine, **found.facts) if found.facts else mine), found


def _fill(name: str, mine: Any, theirs: Any, found: Filled) -> None:
    if not theirs:
        return
    if isinstance(theirs, tuple):
        _join(name, mine, theirs, found)
    elif not mine:
        found.facts[name] = theirs
    elif not same(name, mine, theirs):
        found.conflicts.append((name, mine, theirs))


def _join(name: str, mine: tuple[Any, ...], theirs: tuple[Any, ...], found: Filled) -> None:
    words: Callable[[Any], str] = (lambda line: line.text) if name == "achievements" else str
    new = unlike(mine, theirs, words)
    room = max(0, _MOST - len(mine))
    if new[:room]:
        found.facts[name] = (*mine, *new[:room])
    found.left += [excerpt(words(line)) for line in new[room:]]


def unlike(mine: Iterable[Any], theirs: Iterable[Any], words: Callable[[Any], str]) -> list[Any]:
    """Those of theirs that mine do not say, each once."""
    known = {plain(words(each)) for each in mine}
    new = []
    for each in theirs:
        if (key := plain(words(each))) not in known:
            known.add(key)
            new.append(each)
    return new


def _dates(mine: Any, theirs: Any, found: Filled) -> None:
    """Both or, when the person gave one, neither: an end that is not there says that it lasts."""
    if not (theirs.start_date or theirs.end_date):
        return
    if not (mine.start_date or mine.end_date):
        found.facts |= {name: day for name in _DATES if (day := getattr(theirs, name))}
        return
    if mine.start_date is None and theirs.start_date and same_day(mine.end_date, theirs.end_date):
        found.facts["start_date"] = theirs.start_date
    elif theirs.start_date and not same_day(mine.start_date, theirs.start_date):
        found.conflicts.append(("start_date", mine.start_date or "", theirs.start_date))
    if isinstance(mine, Experience) or mine.end_date:
        if not same_day(mine.end_date, theirs.end_date) and (theirs.end_date or isinstance(mine, Experience)):
            found.conflicts.append(("end_date", mine.end_date or _LASTS, theirs.end_date or _LASTS))
    elif theirs.end_date:
        found.facts["end_date"] = theirs.end_date

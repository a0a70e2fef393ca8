"""Which statements a letter tells: the best for what is asked, under few positions, within its length."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.domain.generation.letters.statements import Statement
from app.domain.profile.model import Experience
from app.domain.shared.time import PartialDate

_MOST_PLACES = 3
_MOST_IN_ONE = 4
"""As long as there is something else to tell."""
_AGAIN = 0.6
"""What a statement counts for whose requirements another one speaks for already."""
_OLD_AFTER_YEARS = 5
_LATEST, _EARLIEST = PartialDate(9999), PartialDate(1)


@dataclass(frozen=True, slots=True)
class Group:
    """Statements under one position or project: a paragraph."""

    statements: tuple[Statement, ...]

    @property
    def position(self) -> Experience | None:
        return self.statements[0].position


def parted(
    statements: Sequence[Statement], today: date
) -> tuple[tuple[Statement, ...], tuple[Statement, ...]]:
    """What a letter is made of, and what it is only filled up with: what can but be quoted, and
    what was done long ago and speaks for nothing that is asked, where something else does."""
    answering = {each.place for each in statements if each.answers}
    usual = tuple(
        each
        for each in statements
        if each.emphasised
        or not (each.quoted or (answering and each.place not in answering and _is_old(each, today)))
    )
    if not usual:
        return tuple(statements), ()
    return usual, tuple(each for each in statements if each not in usual)


def _is_old(statement: Statement, today: date) -> bool:
    ended = statement.position.end_date if statement.position else None
    return ended is not None and ended.year < today.year - _OLD_AFTER_YEARS


def ranked(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """The order in which they go into the letter until it is full."""
    places = _places(statements)
    waiting = [each for each in statements if each.place in places]
    chosen: list[Statement] = []
    answered: set[str] = set()
    spare: list[Statement] = []
    while waiting:
        best = max(waiting, key=lambda each: _gain(each, chosen, answered))
        waiting = [each for each in waiting if each is not best]
        if sum(each.place == best.place for each in chosen) < _MOST_IN_ONE:
            chosen.append(best)
            answered |= best.answers
        else:
            spare.append(best)
    return (*chosen, *spare)


def grouped(statements: Sequence[Statement]) -> tuple[Group, ...]:
    """The newest position first, projects last; in each the best statement first."""
    places = dict.fromkeys(each.place for each in statements)
    groups = [Group(_told([s for s in statements if s.place == place])) for place in places]
    return tuple(sorted(groups, key=_newest_first))


def _told(statements: list[Statement]) -> tuple[Statement, ...]:
    """What a project is comes before what came of it."""
    return tuple(sorted(statements, key=lambda s: bool(s.project) and s.source.field != "description"))


def _gain(statement: Statement, chosen: Sequence[Statement], answered: set[str]) -> float:
    """What another position shows counts for more than more of the same."""
    new = bool(statement.answers - answered) or not statement.answers
    same = sum(each.place == statement.place for each in chosen)
    return statement.score * (1.0 if new else _AGAIN) * 0.85**same


def _places(statements: Sequence[Statement]) -> set[object]:
    """Positions and projects with the best to tell; the present one is always among them."""
    best: dict[object, list[float]] = {}
    for each in statements:
        best.setdefault(each.place, []).append(each.score)
    worth = {place: sum(sorted(scores)[-2:]) for place, scores in best.items()}
    newest = sorted({s.place: s for s in statements}.values(), key=lambda s: _newest_first(Group((s,))))
    first = [newest[0].place] if newest and newest[0].position else []
    rest = sorted((place for place in worth if place not in first), key=lambda place: -worth[place])
    return set((first + rest)[:_MOST_PLACES])


def _newest_first(group: Group) -> tuple[object, ...]:
    position = group.position
    if position is None:
        return (1, 0, 0)
    until = position.end_date or (_LATEST if position.start_date else _EARLIEST)
    since = position.start_date or _EARLIEST
    return (0, -(until.year * 12 + (until.month or 12)), -(since.year * 12 + (since.month or 1)))

"""Instructions cut into clauses, each of which is understood as a whole or changes nothing."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from functools import lru_cache
from typing import Any

from app.domain.generation.instructions.contradictions import contradicted, leaves_out, narrows
from app.domain.generation.instructions.keeping import is_exception
from app.domain.generation.instructions.phrases import ADDS
from app.domain.generation.instructions.rules import Effect, effect_of, exception_of
from app.domain.generation.instructions.wishes import Heard, Unheard, Wishes
from app.domain.generation.instructions.words import AFTER, BEFORE, LIST_WORDS, flat
from app.domain.generation.options import LONGEST_INSTRUCTIONS

_ABBREVIATED = r"(?<!\bltd)(?<!\binc)(?<!\bcorp)(?<!\bco)(?<!\bst)(?<!\bdr)(?<!\bmax)(?<!\be\.g)(?<!\bi\.e)"
_SENTENCE = re.compile(
    _ABBREVIATED + r"[.!?;]+(?=\s|$)|\n+|[\u2022\u25aa\u00b7]|(?:^|(?<=\s))[-*\u2013\u2014](?=\s)"
)
_JOINT = re.compile(
    rf"(?<!\s)(?:\s+(?:and|or|but|und|aber|et|mais|pero))?\s*[,:]\s*(?:(?:{LIST_WORDS}|but|then|aber|dann|mais|puis|pero|luego)\s+)?"
    rf"|(?<!\s)\s+(?:{LIST_WORDS}|but|then|aber|dann|mais|puis|pero|luego)\s+"
)
_REACH = 14
"""Pieces between commas and `and`s that one clause may be made of."""
_LONGEST_CLAUSE = 400
_MOST_PIECES = 300
_ADDS_NOTHING = (
    "Instructions choose and order what your profile says; they add nothing and change nothing. "
    "What is true and missing belongs in your profile."
)
_UNCLEAR = "Not understood; it changes nothing."
_LOST = Effect(None)


@lru_cache(maxsize=64)
def read_instructions(text: str | None) -> Wishes:
    """The same text, the same wishes."""
    text = (text or "")[:LONGEST_INSTRUCTIONS]
    wishes, heard, unheard = Wishes(), [], []
    clauses = [clause for start, end in _sentences(text) for clause in _clauses(text, start, end)]
    kept = tuple(dict.fromkeys(name for _, _, effect in clauses for name in effect.keeps))
    for at, until, effect in clauses:
        said = text[at:until]
        if not _bared(said)[0]:
            continue
        if against := contradicted(effect, kept):
            effect = Effect(None, f"You also ask to keep {against}; it changes nothing.")
        if effect.does is None:
            unheard.append(Unheard(said, at, until, effect.why or _UNCLEAR))
            continue
        heard.append(Heard(said, at, until, effect.does))
        wishes = _together(wishes, effect.wishes or {})
    return replace(wishes, understood=tuple(heard), not_understood=tuple(unheard))


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for mark in _SENTENCE.finditer(flat(text)):
        yield at, mark.start()
        at = mark.end()
    yield at, len(text)


def _clauses(text: str, start: int, end: int) -> Iterator[tuple[int, int, Effect]]:
    """As read one by one; what an exception that is not understood narrows is not understood either."""
    pieces = list(_pieces(text, start, end))[:_MOST_PIECES]
    found: list[tuple[int, int, Effect]] = []
    n = 0
    while n < len(pieces):
        at = pieces[n][0]
        last = found[-1] if found else None
        taken, effect = _exception(text, pieces, n) if last and leaves_out(last[2]) else (1, None)
        if last and effect and narrows(last[2], effect):
            effect = None
        if effect is None and not (last and _is_narrowed(text, last, pieces[n])):
            taken, effect = _longest(text, pieces, n)
        elif effect is None:
            at = found.pop()[0]
        until = pieces[n + taken - 1][1]
        if effect is None and found and found[-1][2] == _LOST:
            at = found.pop()[0]
        found.append((at, until, effect or _LOST))
        n += taken
    for at, until, effect in found:
        yield _refused(text, at, until) if effect == _LOST else (at, until, effect)


def _is_narrowed(text: str, last: tuple[int, int, Effect], piece: tuple[int, int]) -> bool:
    said = text[last[1] : piece[1]]
    return leaves_out(last[2]) and (is_exception(flat(said)) or exception_of(said) is not None)


def _exception(text: str, pieces: list[tuple[int, int]], n: int) -> tuple[int, Effect | None]:
    """With the joint before it, and the names that follow."""
    own = _own(text, pieces, n)
    for count in range(own, 0, -1):
        if effect := exception_of(text[pieces[n - 1][1] : pieces[n + count - 1][1]]):
            return count, effect
    return 1, None


def _refused(text: str, start: int, end: int) -> tuple[int, int, Effect]:
    why = _ADDS_NOTHING if ADDS.match(_bared(text[start:end])[1]) else _UNCLEAR
    return start, end, Effect(None, why)


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    said = flat(text)
    at = len(text) - len(text[start:].lstrip()) if text[start:end].strip() else end
    for joint in _JOINT.finditer(said, start, end):
        if said[at : joint.start()].strip():
            yield at, joint.start()
        at = joint.end()
    stop = len(text[:end].rstrip())
    if stop > at:
        yield at, stop


def _longest(text: str, pieces: list[tuple[int, int]], n: int) -> tuple[int, Effect | None]:
    for count in range(_own(text, pieces, n), 0, -1):
        start, end = pieces[n][0], pieces[n + count - 1][1]
        if end - start <= _LONGEST_CLAUSE and (effect := _alone(text[start:end])):
            return count, effect
    return 1, None


def _own(text: str, pieces: list[tuple[int, int]], n: int) -> int:
    """A clause does not swallow a piece that says something of its own."""
    own = 1
    while n + own < len(pieces) and own < _REACH and _alone(text[slice(*pieces[n + own])]) is None:
        own += 1
    return own


@lru_cache(maxsize=1024)
def _alone(clause: str) -> Effect | None:
    return effect_of(_bared(clause)[0])


def _bared(clause: str) -> tuple[str, str]:
    """Without `please` and the like: as written, and flat."""
    said = flat(clause)
    start = len(said) - len(said.lstrip())
    if polite := BEFORE.match(said, start):
        start = polite.end()
    end = len(said)
    if thanks := AFTER.search(said, start):
        end = thanks.start()
    return clause[start:end].strip(), said[start:end].strip()


def _together(wishes: Wishes, more: Mapping[str, Any]) -> Wishes:
    """Lists add up; of two numbers the stricter holds, of two other words the later."""
    known = {field.name: getattr(wishes, field.name) for field in fields(wishes)}
    for name, value in more.items():
        old = known[name]
        if isinstance(value, tuple):
            known[name] = tuple(dict.fromkeys((*old, *value)))
        elif isinstance(value, int) and old is not None:
            known[name] = max(old, value) if name == "since" else min(old, value)
        else:
            known[name] = value
    return Wishes(**known)

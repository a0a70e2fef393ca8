"""The Unicode bidirectional algorithm for one row of text without explicit controls, which never get here."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from unicodedata import bidirectional, mirrored

_PAIRS = {"(": ")", "[": "]", "{": "}", "\u2329": "\u232a", "\u3008": "\u3009", "\u300a": "\u300b"}
_CLOSES = {close: open_ for open_, close in _PAIRS.items()}
_STRONG = {"L": "L", "R": "R", "EN": "R", "AN": "R"}
"""Numbers count as right-to-left where neutrals look for their neighbours."""
_NEUTRAL = frozenset(
    ("B", "S", "WS", "ON", "BN", "LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")
)


@dataclass(frozen=True, slots=True)
class Run:
    start: int
    end: int
    leftwards: bool


def runs(text: str, *, leftwards: bool) -> list[Run]:
    """Stretches of one direction in reading order; `leftwards` is the direction of the paragraph."""
    levels = _levels(text, int(leftwards))
    found: list[Run] = []
    for level, group in groupby(range(len(text)), key=levels.__getitem__):
        places = list(group)
        found.append(Run(places[0], places[-1] + 1, bool(level % 2)))
    return found


def visual(text: str, *, leftwards: bool) -> list[Run]:
    """The same stretches from left to right."""
    levels = _levels(text, int(leftwards))
    order = runs(text, leftwards=leftwards)
    of_run = {run: levels[run.start] for run in order}
    for level in range(max(of_run.values(), default=0), 0, -1):
        order = list(_turned(order, [of_run[run] >= level for run in order]))
    return order


def _turned(order: Sequence[Run], high: Sequence[bool]) -> Iterator[Run]:
    for turn, group in groupby(range(len(order)), key=high.__getitem__):
        places = list(group)
        yield from (order[n] for n in (reversed(places) if turn else places))


def is_mirrored(letter: str) -> bool:
    """Drawn the other way round within text that runs leftwards."""
    return bool(mirrored(letter))


def _levels(text: str, base: int) -> list[int]:
    kinds = [bidirectional(letter) or "L" for letter in text]
    edge = "R" if base else "L"
    _settle_weak(kinds, edge)
    _settle_brackets(text, kinds, edge)
    _settle_neutral(kinds, edge)
    return _trailing_spaces_at_base(text, [_level(kind, base) for kind in kinds], base)


def _level(kind: str, base: int) -> int:
    if base:
        return 1 if kind == "R" else 2
    return {"L": 0, "R": 1}.get(kind, 2)


def _trailing_spaces_at_base(text: str, levels: list[int], base: int) -> list[int]:
    end = len(text.rstrip(" \u00a0\u3000"))
    return levels[:end] + [base] * (len(text) - end)


def _settle_weak(kinds: list[str], edge: str) -> None:
    """Rules W1 to W7."""
    before = strong = edge
    for n, kind in enumerate(kinds):
        if kind == "NSM":
            kind = kinds[n] = before
        before = kind
        if kind in ("L", "R", "AL"):
            strong = kind
        elif kind == "EN" and strong == "AL":
            kinds[n] = "AN"
    kinds[:] = ["R" if kind == "AL" else kind for kind in kinds]
    _join_numbers(kinds)
    strong = edge
    for n, kind in enumerate(kinds):
        if kind in ("L", "R"):
            strong = kind
        elif kind == "EN" and strong == "L":
            kinds[n] = "L"


def _join_numbers(kinds: list[str]) -> None:
    """A separator within a number is of it, and so are the signs beside it: W4 to W6."""
    for n in range(1, len(kinds) - 1):
        before, after = kinds[n - 1], kinds[n + 1]
        if before == after and (
            (kinds[n] in ("ES", "CS") and before == "EN") or (kinds[n] == "CS" and before == "AN")
        ):
            kinds[n] = before
    for kind, group in groupby(list(enumerate(kinds)), key=lambda each: each[1]):
        if kind == "ET":
            places = [n for n, _ in group]
            beside = kinds[max(0, places[0] - 1) : places[0]] + kinds[places[-1] + 1 : places[-1] + 2]
            for n in places:
                kinds[n] = "EN" if "EN" in beside else "ON"
    for n, kind in enumerate(kinds):
        if kind in ("ES", "CS"):
            kinds[n] = "ON"


def _settle_brackets(text: str, kinds: list[str], edge: str) -> None:
    """Rule N0: a pair of brackets takes the direction of what it holds, or of what stands before it."""
    for start, end in sorted(_brackets(text, kinds)):
        within = {_STRONG[kind] for kind in kinds[start + 1 : end] if kind in _STRONG}
        if within:
            before = next((_STRONG[k] for k in reversed(kinds[:start]) if k in _STRONG), edge)
            side = before if edge not in within and before in within else edge
            for place in (start, end):
                for n in range(place, _after_marks(text, place)):
                    kinds[n] = side


def _after_marks(text: str, place: int) -> int:
    end = place + 1
    while end < len(text) and bidirectional(text[end]) == "NSM":
        end += 1
    return end


def _brackets(text: str, kinds: Sequence[str]) -> Iterator[tuple[int, int]]:
    opened: list[tuple[str, int]] = []
    for n, letter in enumerate(text):
        if kinds[n] != "ON":
            continue
        if letter in _PAIRS:
            opened.append((letter, n))
        elif letter in _CLOSES:
            for depth in range(len(opened) - 1, -1, -1):
                if opened[depth][0] == _CLOSES[letter]:
                    yield opened[depth][1], n
                    del opened[depth:]
                    break


def _settle_neutral(kinds: list[str], edge: str) -> None:
    """Rules N1 and N2."""
    n = 0
    while n < len(kinds):
        if kinds[n] not in _NEUTRAL:
            n += 1
            continue
        end = n
        while end < len(kinds) and kinds[end] in _NEUTRAL:
            end += 1
        before = _STRONG[kinds[n - 1]] if n else edge
        after = _STRONG[kinds[end]] if end < len(kinds) else edge
        kinds[n:end] = [before if before == after else edge] * (end - n)
        n = end

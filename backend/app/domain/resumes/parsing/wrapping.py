"""Lists whose items a narrow column broke."""

import re
from collections.abc import Sequence
from dataclasses import replace

from app.domain.resumes.parsing.dates import moments_in
from app.domain.resumes.parsing.pieces import Piece
from app.domain.shared.skills import is_known

_ITEMS = re.compile(r"[,;:]\s*")


def unwrapped(lines: Sequence[Piece]) -> list[Piece]:
    """Items of a list made whole that a narrow column broke: the rest begins small, or with its bracket."""
    begin = [item[0] for line in lines for item in _ITEMS.split(line.text) if item[:1].isalpha()]
    if 3 * sum(letter.isupper() for letter in begin) < 2 * len(begin):
        return list(lines)
    done: list[Piece] = []
    for line in lines:
        if done and _goes_on(done[-1], line):
            first = done[-1]
            done[-1] = replace(first, text=first.text + " " * (line.start - first.end) + line.text)
        else:
            done.append(line)
    return done


def _goes_on(before: Piece, line: Piece) -> bool:
    if line.bullet or line.after_gap or line.beside or before.text[-1] in ",;:.":
        return False
    if any(date.at == 0 for date in moments_in(line.text)):
        return False
    last = _ITEMS.split(before.text)[-1]
    if line.text[0] == "(" or (line.text[0].islower() and last[:1].isupper()):
        return True
    listed = "," in before.text and "," in line.text
    return listed and is_known(f"{last} {_ITEMS.split(line.text)[0]}")

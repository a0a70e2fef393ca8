"""Cells of a table that a spreadsheet opens: what would be a formula there is text, and comes back whole."""

import re

_WAKES = "=+\\-@|\t\r\n'\uff1d\uff0b\uff0d\uff20\uff5c"
"""At the beginning of a cell; the last five are the wide ones of Japanese keyboards."""
_BEGINS = re.compile(f"(^|[;\t\r\n])(?=[{_WAKES}])")
"""Also where a spreadsheet that splits at semicolons or tabs would begin another cell."""
_CALMED = re.compile(f"(^|[;\t\r\n])'(?=[{_WAKES}])")
_ESCAPES = {"\\": "\\\\", "\n": "\\n", "\r": "\\r"}
_MEANT = {"\\\\": "\\", "\\n": "\n", "\\r": "\r", "\\;": ";"}
_ESCAPED = re.compile(r"\\[\\nr;]")
_PART = re.compile(r"(?:\\.|[^;\\]|\\$)*", re.DOTALL)


def calm(text: str) -> str:
    return _BEGINS.sub(r"\1'", text)


def woken(cell: str) -> str:
    """What `calm` was given."""
    return _CALMED.sub(r"\1", cell)


def as_line(text: str, *, separator: str = "") -> str:
    """Many lines in one, and nothing in it that separates."""
    escapes = _ESCAPES | {sign: f"\\{sign}" for sign in separator}
    return "".join(escapes.get(sign, sign) for sign in text)


def from_line(line: str) -> str:
    return _ESCAPED.sub(lambda found: _MEANT[found[0]], line)


def parts_of(line: str) -> list[str]:
    """Between semicolons; an escaped one is none."""
    parts, start = [], 0
    while True:
        found = _PART.match(line, start)
        end = found.end() if found else start
        parts.append(from_line(line[start:end]).strip())
        if end >= len(line):
            return parts
        start = end + 1

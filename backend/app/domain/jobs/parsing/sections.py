"""The lines of a posting, each under the section it belongs to."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from app.domain.jobs.parsing.headings import LONGEST_HEADING, section_of, speaks_as_heading
from app.domain.jobs.parsing.lines import Line
from app.domain.jobs.parsing.section import Section
from app.domain.jobs.parsing.unnamed import told_by

_SENTENCE_END = re.compile(r"[.!;,](?:[\"”»)])?$")
_LONGEST_PLAIN_HEADING = 90
_MOST_WORDS = 14
_MOST_BELOW = 14


@dataclass(frozen=True, slots=True)
class Placed:
    """A line under its section; several when a bullet was wrapped."""

    section: Section | None
    line: Line
    bullet: bool
    opens: bool = False
    """It is the heading that opens the section."""


def placed(lines: tuple[Line, ...]) -> tuple[Placed, ...]:
    """Headings open sections; whatever follows belongs to them until the next one."""
    return tuple(_placed(_unwrapped(lines)))


def _placed(lines: tuple[Line, ...]) -> Iterator[Placed]:
    section: Section | None = None
    for at, line in enumerate(lines):
        following = lines[at + 1] if at + 1 < len(lines) else None
        heading = looks_like_heading(line, following)
        opened = section_of(line.text) if heading else None
        if opened is Section.OTHER and line.text.endswith("."):
            opened = None
        if heading and opened is None and not _SENTENCE_END.search(line.text):
            opened = told_by(_below(lines, at), section)
        section = opened or section
        yield Placed(section, line, bullet=line.bullet or (line.numbered and not heading), opens=bool(opened))


def _below(lines: tuple[Line, ...], at: int) -> list[Line]:
    """Up to the next heading, or the next gap."""
    found: list[Line] = []
    for n in range(at + 1, min(len(lines), at + 1 + _MOST_BELOW)):
        line, following = lines[n], lines[n + 1] if n + 1 < len(lines) else None
        if found and (line.after_gap or (not line.bullet and looks_like_heading(line, following))):
            break
        found.append(line)
    return found


def looks_like_heading(line: Line, following: Line | None) -> bool:
    """Short, begins like one, ends like one, and something stands below it."""
    text = line.text
    if line.marked:
        return len(text) <= LONGEST_HEADING
    if line.bullet or len(text) > LONGEST_HEADING or following is None:
        return False
    if text.endswith(":"):
        return True
    if len(text) > _LONGEST_PLAIN_HEADING or len(text.split()) > _MOST_WORDS or _SENTENCE_END.search(text):
        return (
            following.bullet and not line.numbered and len(text) <= LONGEST_HEADING and not text[0].islower()
        )
    if line.numbered:
        return following.bullet and line.after_gap
    if speaks_as_heading(text):
        return True
    return not text[0].islower() and (line.after_gap or following.bullet)


def _unwrapped(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Bullets that run on over the next lines, as one line each."""
    runs: list[list[Line]] = []
    for line in lines:
        if runs and runs[-1][0].bullet and _continues(runs[-1][-1], line):
            runs[-1].append(line)
        else:
            runs.append([line])
    return tuple(_joined(run) for run in runs)


def _joined(run: list[Line]) -> Line:
    if len(run) == 1:
        return run[0]
    return replace(run[0], text=" ".join(line.text for line in run), end=run[-1].end)


def _continues(before: Line, line: Line) -> bool:
    if line.bullet or line.after_gap or line.marked or line.numbered or speaks_as_heading(line.text):
        return False
    if line.text.endswith(":") and line.text[0].isupper():
        return False
    return line.text[0].islower() or (len(before.text) > 60 and not re.search(r"[.!?:;]$", before.text))

"""The lexicon as it is written down: one file a family, one line a skill.

A line reads ``Name = alias, alias``. A spelling that is also an everyday word carries a mark:
``!Swift`` counts only as written, ``?Go`` only as written and where a list or a phrase about skill names it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files


class Care(StrEnum):
    """How much has to be right before a spelling counts."""

    NONE = ""
    AS_WRITTEN = "!"
    IN_A_LIST = "?"


@dataclass(frozen=True, slots=True)
class Spelling:
    text: str
    care: Care


@dataclass(frozen=True, slots=True)
class Entry:
    name: str
    spellings: tuple[Spelling, ...]
    family: str


@cache
def entries() -> tuple[Entry, ...]:
    folder = files(__package__).joinpath("lexicon")
    tables = sorted((f for f in folder.iterdir() if f.name.endswith(".txt")), key=lambda f: f.name)
    return tuple(
        entry
        for table in tables
        for entry in _read(table.read_text(encoding="utf-8"), family=table.name.removesuffix(".txt"))
    )


def _read(table: str, *, family: str) -> Iterator[Entry]:
    for line in table.splitlines():
        if line and not line.startswith("# "):
            yield _entry(line, family=family)


def _entry(line: str, *, family: str) -> Entry:
    head, _, aliases = line.partition(" = ")
    spellings = tuple(_spelling(part.strip()) for part in [head, *aliases.split(",")] if part.strip())
    return Entry(name=spellings[0].text, spellings=spellings, family=family)


def _spelling(written: str) -> Spelling:
    if written[0] in "!?":
        return Spelling(written[1:], Care(written[0]))
    return Spelling(written, Care.NONE)

"""The corpus: postings with what they say.

A file holds several, each of this form:

    === en_baker
    title: Baker
    salary: 14.5 15 GBP hour
    ---
    Baker
    ...
    (d) Bake the bread

Above the line stand the fields; `-` says that the text does not tell. A field that is left out is not
judged. In the text `(d)`, `(r)` and `(b)` mark what is to be done, what is asked for and what is given;
the marks are taken off before anybody reads it. A file's name begins with the part that it belongs to.
`open`: whoever improves the parser reads these. A part that nobody reads is called `sealed`; thirty were,
until their figures had been taken.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

POSTINGS = Path(__file__).parent / "texts"
_MARKS = {"d": "responsibilities", "r": "requirements", "b": "benefits"}
_MARK = re.compile(r"\(([drb])\) ")
_BULLET = re.compile(r"^(?:[-*\u2013\u2022\u2714\u2713\u00b7] |\d{1,2}[.)] )")


@dataclass(frozen=True, slots=True)
class OwnPosting:
    name: str
    part: str
    text: str
    says: Mapping[str, str | None]
    """Field to its value as written in the file."""
    items: Mapping[str, tuple[str, ...]]

    @property
    def language(self) -> str:
        return self.name.partition("_")[0]


@cache
def postings() -> tuple[OwnPosting, ...]:
    return tuple(one for file in sorted(POSTINGS.glob("*.txt")) for one in _read(file))


def _read(file: Path) -> Iterator[OwnPosting]:
    for block in re.split(r"^=== ", file.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        head, text = block.split("\n---\n", 1)
        name, *facts = head.splitlines()
        fields = (fact.split(": ", 1) for fact in facts)
        says = {field: None if value == "-" else value for field, value in fields}
        part = file.stem.partition("_")[0]
        yield OwnPosting(name.strip(), part, _MARK.sub("", text).strip() + "\n", says, _items(text))


def _items(text: str) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {name: [] for name in _MARKS.values()}
    for line in text.splitlines():
        if mark := _MARK.search(line):
            found[_MARKS[mark[1]]].append(_BULLET.sub("", line[mark.end() :], count=1).strip())
    return {name: tuple(items) for name, items in found.items() if items}

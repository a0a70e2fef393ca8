"""Where a text names skills. Longest name first, whole words, one pass."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from app.domain.shared.skills.entries import Care, Entry, Spelling
from app.domain.shared.skills.lookup import spellings
from app.domain.shared.skills.words import Word, words

_JOIN = re.compile(r"(?:[ \t\u00a0]|-|\u2010|\u2011|\.|/| / | - |)")
_CONTEXT = 24
_LIST_BEFORE = re.compile(
    r"(?:^|[,;:/(\[|•·*\n\t+\u2013\u2014]|(?:^|\W)(?:and|or|in|of|with|using|like|know|knows"
    r"|use|to|plus|et|ou|en|avec"
    r"|und|oder|mit|och|eller|med|y|o|con|de|language|languages|microsoft|ms|-))[ \t]*$",
    re.IGNORECASE,
)
_LIST_AFTER = re.compile(
    r"[ \t]*(?:$|[,;/)\]|•·.\n\r+:](?![^\W_])|/|(?:&|and|or|et|ou|und|oder|och|y|o|programming"
    r"|developers?|development"
    r"|engineers?|experience|skills?|language|code|codebase|services?|is|are|\(|-|\u2013)(?:\W|$))",
    re.IGNORECASE,
)
_TELLING_AFTER = re.compile(
    r"[ \t](?:programming|developers?|programmers?|engineers?|codebase)\b", re.IGNORECASE
)
_OPENING = re.compile(r"(?:^|[\n.!?:•·*\u2013\u2014-]|\d\))[ \t]*$")
_PROSE_AFTER = re.compile(
    r"[ \t]+(?!and\b|or\b|is\b|are\b|skills?\b|experience\b|knowledge\b|development\b)[a-z]"
)

_SPEAKS_BEFORE = re.compile(
    r"(?:fluen\w*|speak\w*|spoken|written|proficien\w*|native|knowledge of|command of|in|/"
    r"|,)[ \t]+$",
    re.IGNORECASE,
)
_PEOPLE_AFTER = re.compile(
    r"[ \t]+(?!(?:and|or|language|skills?|speak\w*|spoken|is|are|at|level|as|proficiency"
    r"|fluency|in|to|with|required|preferred"
    r"|essential|writ\w+|oral\w*|verbal\w*|both|an?|will|would|should|must|native"
    r"|comprehension|communication)\b)[a-z]"
)


@dataclass(frozen=True, slots=True)
class Mention:
    name: str
    """Canonical."""
    written: str
    start: int
    end: int


def mentions(text: str) -> tuple[Mention, ...]:
    """Every skill the text names, in order, never overlapping."""
    return tuple(_walk(text, list(words(text))))


def _walk(text: str, found: list[Word]) -> Iterator[Mention]:
    reach = _reach()
    at = 0
    while at < len(found):
        longest = reach.get(found[at][0], 0)
        mention, taken = _longest(text, found, at, longest) if longest else (None, 1)
        if mention:
            yield mention
        at += taken


def _longest(text: str, found: list[Word], at: int, longest: int) -> tuple[Mention | None, int]:
    known = spellings()
    for count in range(_joined(text, found, at, longest) if longest > 1 else 1, 0, -1):
        run = found[at : at + count]
        start, end = run[0][1], run[-1][2]
        for entry, spelling in known.get(tuple([key for key, _, _ in run]), ()):
            if _counts(spelling, text, start, end) and not _is_people(entry, text, start, end):
                return Mention(entry.name, text[start:end], start, end), count
    return None, 1


def _joined(text: str, found: list[Word], at: int, longest: int) -> int:
    """How many words from here on hang together as one name could."""
    count = 1
    while count < longest and at + count < len(found):
        gap = text[found[at + count - 1][2] : found[at + count][1]]
        if len(gap) > 3 or not _JOIN.fullmatch(gap):
            break
        count += 1
    return count


@cache
def _reach() -> dict[str, int]:
    """The most words a name can have that begins with this word."""
    reach: dict[str, int] = {}
    for key in spellings():
        reach[key[0]] = max(reach.get(key[0], 0), len(key))
    return reach


def _counts(spelling: Spelling, text: str, start: int, end: int) -> bool:
    if spelling.care is Care.NONE:
        return True
    if text[start:end] != spelling.text:
        return False
    before, after = text[max(0, start - _CONTEXT) : start], text[end : end + _CONTEXT]
    if spelling.care is Care.IN_A_LIST:
        return bool(_TELLING_AFTER.match(after) or (_LIST_BEFORE.search(before) and _LIST_AFTER.match(after)))
    everyday = spelling.text[1:].islower()
    return not (everyday and _OPENING.search(before) and _PROSE_AFTER.match(after))


def _is_people(entry: Entry, text: str, start: int, end: int) -> bool:
    """ "A Danish company" asks nobody to speak Danish."""
    if entry.family != "language" or text[start:end] != entry.name:
        return False
    after = text[end : end + _CONTEXT]
    return bool(_PEOPLE_AFTER.match(after)) and not _SPEAKS_BEFORE.search(
        text[max(0, start - _CONTEXT) : start]
    )

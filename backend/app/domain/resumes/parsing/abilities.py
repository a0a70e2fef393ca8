"""Skills: the lists of a resume."""

import re
from collections.abc import Iterator, Sequence

from app.domain.resumes.parsing.dates import moments_in
from app.domain.resumes.parsing.pieces import Piece
from app.domain.resumes.resume import GUESSED, LIKELY, ReadSkill
from app.domain.shared.prose import fold
from app.domain.shared.skills import is_known, mentions

_ITEMS = re.compile(
    r"\s*(?:[,;|\u2022\u00b7\u25cf\u25aa\u25e6]|\s/\s|\s[\u2013\u2014-]\s|\t|\s{2,}"
    r"|\sand\s(?=[A-Z])|\s\*\s)\s*"
)
_GROUP = re.compile(r"^([^,:;|]{2,45}?)\s*(?:\(([^()]{3,20})\))?\s*:\s*(?=\S)")
_LEVEL = re.compile(
    r"(?:expert|advanced|intermediate|beginner|basic|proficient|senior|junior|master|familiar"
    r"|novice|fluent|native|experienced|skilled"
    r"|experte|fortgeschritten|grundkenntnisse|sehr gut|gut|avanc[ée]|interm[ée]diaire"
    r"|d[ée]butant|avanzado|medio|b[áa]sico|principal)"
    r"(?:\s+(?:level|user|knowledge))?",
    re.I,
)
_GROUP_WORDS = re.compile(
    r"(?:front[- ]?end|back[- ]?end|dev ?ops|programming languages?|web development|databases?"
    r"|tools|frameworks?|libraries|testing|cloud|architecture"
    r"|mobile|data(?: & | and )?\w*|machine learning|infrastructure|languages?"
    r"|operating systems?|methodologies|platforms?|software|hardware|other"
    r"|technical|soft skills|office|administrative|clinical|leadership|management|design"
    r"|security|programming|web)",
    re.I,
)
_LONGEST_SKILL = 70
_FEWEST = 4
"""Of a list that has no heading."""
_YEARS = re.compile(
    r"\s*-?\s*(?:exp\w*\s*-\s*)?\(?(?:\d+\+? ?(?:years?|yrs?|months?|jahre|ans|años)"
    r"|less than 1 (?:year|month)s?)\)?$",
    re.I,
)


def read_skills(lines: Sequence[Piece]) -> Iterator[ReadSkill]:
    group: str | None = None
    seen: set[str] = set()
    for n, line in enumerate(lines):
        if _is_group(line, lines[n + 1 : n + 3]):
            group = line.value.strip(" :")
            continue
        if _LEVEL.fullmatch(line.text):
            continue
        for skill in _listed(line, group):
            if (key := fold(skill.name.value)) not in seen and len(key) > 0:
                seen.add(key)
                yield skill


def is_skill_list(line: Piece) -> bool:
    """Without a heading: a line of names, of which we know half or more."""
    if line.bullet or next(moments_in(line.text), None) or line.text.endswith("."):
        return False
    items = [item for found in _items(line) if (item := _plain(found).text)]
    known = sum(map(is_known, items))
    return len(items) >= _FEWEST and 2 * known >= len(items) and all(len(i.split()) <= _FEWEST for i in items)


def _is_group(line: Piece, after: Sequence[Piece]) -> bool:
    if "," in line.text or len(line.text) > 40 or not after or after[0].after_gap:
        return False
    if line.text.endswith(":"):
        return True
    next_is_list = "," in after[0].text or bool(_LEVEL.fullmatch(after[0].text))
    if is_known(line.text) and not next_is_list:
        return False
    return next_is_list or (bool(_GROUP_WORDS.fullmatch(line.text)) and any(is_known(p.text) for p in after))


def _listed(line: Piece, group: str | None) -> Iterator[ReadSkill]:
    if (head := _GROUP.match(line.text)) and len(head[1].split()) <= 5:
        group = head[1].strip(" *\u2022")
        line = line.part(head.end())
    if years := _YEARS.search(line.text):
        line = line.part(0, years.start())
    for item in _items(line):
        if within := _GROUP.match(item.text):
            group, item = within[1].strip(" *\u2022"), item.part(within.end())
        item = _plain(item)
        if not item.text or not any(c.isalnum() for c in item.text):
            continue
        if len(item.text) <= _LONGEST_SKILL and len(item.text.split()) <= 7:
            yield ReadSkill(name=item.read(LIKELY if is_known(item.text) else GUESSED), group=group)
        else:
            yield from _named_in(item, group)


def _items(line: Piece) -> Iterator[Piece]:
    """Cut at commas and the like, but never within brackets."""
    depth, at, text = 0, 0, line.text
    cuts = {m.start(): m.end() for m in _ITEMS.finditer(text)}
    for n, c in enumerate(text):
        depth += (c in "([") - (c in ")]")
        if n in cuts and depth <= 0 and n >= at:
            yield line.part(at, n)
            at = cuts[n]
    yield line.part(at)


def _plain(item: Piece) -> Piece:
    item = item.trimmed(" .:;,*")
    if years := _YEARS.search(item.text):
        item = item.part(0, years.start())
    return item


def _named_in(item: Piece, group: str | None) -> Iterator[ReadSkill]:
    for mention in mentions(item.text):
        yield ReadSkill(name=item.part(mention.start, mention.end).read(GUESSED), group=group)

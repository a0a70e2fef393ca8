"""Where a section begins: a heading on its own line, at the head of one, or run into the text."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from app.domain.resumes.parsing.dates import moments_in, periods_in
from app.domain.resumes.parsing.heading_words import ALONE, HEADINGS, LONGEST, SPOKEN, Part
from app.domain.resumes.parsing.pieces import Piece
from app.domain.resumes.parsing.tongues import tells_level
from app.domain.shared.degrees import levels_in
from app.domain.shared.prose import fold
from app.domain.shared.skills import family, mentions

_ACCENTS = {"a": "aàâäá", "e": "eéèêë", "i": "iîïí", "o": "oôöó", "u": "uùûüú", "n": "nñ", "c": "cç"}
_CLOSING = " .:;\u2013\u2014-_=#*|~>\u2022"
_RUNNING = 160
"""Characters of a line beyond which it may be a whole page without its line ends."""
_BEFORE_SUMMARY = 80
_LOOK = 400
"""Characters on both sides that say whether a word is a heading."""
_NEAR = 140
_MANY_SKILLS = 3
_COMMAS_OF_A_LIST = 3
_PAGE = 1_000
_JOINS = re.compile(
    r"(?:\b(?:of|and|in|the|for|with|to|a|an|our|my|on|as|und|et|y|de|von|or|by|at)|&|/)\s*$", re.I
)
_STOP = re.compile(r"(?:^|[.!?;:)\]\u2022|\u2013]|\s{2,}|\d)\s*$")
_NEXT = re.compile(r"\s*(?::|[\u2022*]|\s+[A-Z\u00c0-\u00dd0-9(\"\u201c]|$)")
_LABELLED = re.compile(r"([a-z][a-z &/]{3,40}?)\s*:\s*(?=\S)")
_SUBHEADS = frozenset(
    [
        "highlights",
        "achievements",
        "accomplishments",
        "courses",
        "coursework",
        "technologies",
        "tools",
        "projects",
        "overview",
        "summary",
        "responsibilities",
        "software",
        "training",
        "activities",
        "environment",
    ]
) | {"key achievements", "relevant courses", "relevant coursework", "key accomplishments"}
"""What an entry may have for a heading within itself."""


def _spellings(phrase: str) -> str:
    """In title case, in capitals, or with only its first letter a capital; with or without accents."""
    return r"\s+".join(_spelling(word, first=n == 0) for n, word in enumerate(phrase.split()))


def _spelling(word: str, *, first: bool) -> str:
    if word == "and":
        return "(?:and|And|AND|&)"
    forms = [word.capitalize(), word.upper()] if first else [word.capitalize(), word.upper(), word]
    return "(?:" + "|".join("".join(map(_letter, form)) for form in forms) + ")"


def _letter(letter: str) -> str:
    accented = _ACCENTS.get(letter.lower())
    if accented is None:
        return re.escape(letter)
    return f"[{accented.upper() if letter.isupper() else accented}]"


_INLINE = re.compile(
    r"(?=[A-Z\u00c0-\u00dd])(?:" + "|".join(map(_spellings, sorted(SPOKEN, key=lambda p: (-len(p), p)))) + ")"
)


def heading_of(text: str) -> Part | None:
    """The section that a line opens which is nothing but a heading."""
    if len(text) > LONGEST + 12:
        return None
    return HEADINGS.get(_key(text))


def _key(text: str) -> str:
    words = fold(text).replace("&", " and ").strip(_CLOSING)
    spaced = re.fullmatch(r"(?:\w )+\w", words)
    return (words.replace(" ", "") if spaced else " ".join(words.split())).strip(_CLOSING)


def with_headings_apart(lines: Sequence[Piece]) -> Iterator[Piece]:
    """The same text, in which every heading is a piece of its own."""
    lengths = [len(line.text) for line in lines] or [0]
    page = max(lengths) > _PAGE or sum(lengths) > len(lengths) * _RUNNING
    small = _in_small_letters(lines)
    for line in lines:
        if small and (found := _LABELLED.match(line.text)) and HEADINGS.get(_key(found[1])):
            yield line.part(*found.span(1))
            line = line.part(found.end())
        yield from _broken(line, running=page or len(line.text) >= _RUNNING)


def _in_small_letters(lines: Sequence[Piece]) -> bool:
    """A text that someone wrote, or made, without capitals: there a heading has none either."""
    return 2 * sum(line.text[0].islower() for line in lines) > len(lines)


def _broken(line: Piece, *, running: bool) -> Iterator[Piece]:
    if heading_of(line.text):
        yield line
        return
    at = 0
    for found in _INLINE.finditer(line.text):
        start, end = found.span()
        if start < at or not _opens(line.text, start, end, running=running):
            continue
        if start > at:
            yield line.part(at, start)
        yield line.part(start, end)
        at = end + len(re.match(r"\s*:?\s*", line.text[end:])[0])  # type: ignore[index]
    rest = line.part(at) if at else line
    if rest.text:
        yield rest


def _opens(text: str, start: int, end: int, *, running: bool) -> bool:
    said, before, after = text[start:end], text[max(0, start - _LOOK) : start], text[end : end + _LOOK]
    if _is_glued(said, before, after):
        return True
    if (before[-1:].isalnum() and not before[-1:].isdigit()) or after[:1].isalnum():
        return False
    if not _NEXT.match(after):
        listed = _key(said) == "skills" and len(mentions(after[:_NEAR])) >= _MANY_SKILLS
        return listed if running else not before.strip() and said.isupper() and (listed or _is_list(after))
    if not running:
        return not before.strip() and _heads_a_line(said, after)
    return _stands_out(said, before, after)


def _is_list(after: str) -> bool:
    return after.startswith(" ") and after.count(",") >= _COMMAS_OF_A_LIST


def _is_glued(said: str, before: str, after: str) -> bool:
    """ "SummaryHighly motivated", "Experience11/2014": a line end was lost."""
    if not after:
        return " " in said and before[-1:].islower()
    if said.isupper():
        return bool(re.match(r"[A-Z][a-z]", after)) and not before[-1:].isalnum()
    return (
        bool(re.match(r"[A-Z\u00c0-\u00dd](?:[a-z\u00df-\u00ff]|[A-Z]*[\s,])|\d{1,2}/", after))
        and said[-1].islower()
    )


def _heads_a_line(said: str, after: str) -> bool:
    """A line that goes on after its heading: "SUMMARY Nurse with ...", "Summary: ..."."""
    part = HEADINGS.get(_key(said))
    if after.lstrip().startswith(":"):
        return (
            part is not Part.LANGUAGES and part not in (Part.PROJECTS, Part.CONTACT, Part.OTHER)
        ) or _speaks(after)
    follows = after.split()
    return said.isupper() and bool(follows) and not follows[0].strip(",.").isupper() and len(said) > 4


def _stands_out(said: str, before: str, after: str) -> bool:
    part, words = HEADINGS.get(_key(said), Part.OTHER), _key(said)
    if _JOINS.search(before) or re.match(r"\s+(?:of|and|in|for|to|with)\b", after):
        return False
    if re.search(r"[^\W_]\s", words):
        return True
    if ":" in after[:2] and (words in ALONE or said.isupper()):
        return part is not Part.LANGUAGES or _speaks(after)
    if words not in ALONE:
        return False
    if part is Part.SUMMARY and len(before) <= _BEFORE_SUMMARY:
        return True
    fresh, last = bool(_STOP.search(before)), before.split()[-1:]
    shouted = said.isupper() and not (last and last[0].isupper())
    if fresh and part is not Part.OTHER and _fits(part, after):
        return True
    return (shouted or not fresh) and _fits(part, after, strictly=True)


def _fits(part: Part, after: str, *, strictly: bool = False) -> bool:
    """Whether what follows is what such a section has."""
    near = after[:260]
    if part is Part.EXPERIENCE:
        return any(periods_in(near))
    if part is Part.EDUCATION:
        return bool(levels_in(near) or any(moments_in(near[:160])))
    if part is Part.SKILLS:
        return near[:_NEAR].count(",") >= 2 or len(mentions(near[:_NEAR])) >= 2
    if part is Part.LANGUAGES:
        return _speaks(near)
    return not strictly


def _speaks(text: str) -> bool:
    return any(family(m.name) == "language" for m in mentions(text[:120]))


def opened_by(lines: Sequence[Piece]) -> dict[int, Part]:
    """Which of the lines open which section; a heading that every entry has of its own opens none."""
    keys = [_key(line.text) if len(line.text) <= LONGEST + 12 else "" for line in lines]
    often = Counter(key for key in keys if key in _SUBHEADS)
    found: dict[int, Part] = {}
    small = _in_small_letters(lines)
    for n, line in enumerate(lines):
        part = HEADINGS.get(keys[n])
        if part is None or often[keys[n]] > 1 or (line.text[0].islower() and not small):
            continue
        after = [p.text for p in lines[n + 1 : n + 5]]
        if part is Part.LANGUAGES and not (_speaks(" , ".join(after)) or any(map(tells_level, after[:1]))):
            continue
        found[n] = part
    return found

"""Languages that a person speaks, and how well."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from app.domain.resumes.parsing.pieces import Piece
from app.domain.resumes.resume import GUESSED, LIKELY, ReadLanguage
from app.domain.shared.skills import family, mentions

_LEVEL = re.compile(
    r"\b(?:native|mother tongue|bilingual|fluent|proficient"
    r"|professional(?: working)?(?: proficiency)?|full professional|conversational|elementary|basic"
    r"|intermediate|advanced|limited working|beginner|business fluent|[ABC][12]|muttersprach\w*"
    r"|verhandlungssicher|flie(?:ss|ß)end|gute?(?: kenntnisse)?|sehr gut"
    r"|grundkenntnisse|langue maternelle|courant|bilingue|notions|scolaire|interm[ée]diaire"
    r"|avanc[ée]|natif|native speaker|nativo|lengua materna|fluido"
    r"|avanzado|intermedio|medio|b[áa]sico|alto)\b[^,;|\n]*",
    re.I,
)
_ITEMS = re.compile(r"\s*(?:[,;|\u2022\u00b7]|\s[\u2013\u2014-]\s)\s*(?![^()]*\))")
_NAMED = re.compile(r"([A-Z\u00c0-\u00dd][^\W\d_]+(?: [^\W\d_]{3,})?)(?:\s*[(:]\s*(.+?)\)?)?")
"""A name, and in brackets or behind a colon how well."""


@dataclass(frozen=True, slots=True)
class _Named:
    name: Piece
    end: int
    """Within the line."""
    known: bool = True


def read_languages(lines: Iterable[Piece]) -> Iterator[ReadLanguage]:
    waiting: ReadLanguage | None = None
    for line in lines:
        named = list(_named_in(line))
        if not named:
            if waiting and _LEVEL.match(line.text):
                waiting = replace(waiting, level=line.value)
            continue
        for n, each in enumerate(named):
            if waiting:
                yield waiting
            until = named[n + 1].name.start - line.start if n + 1 < len(named) else len(line.text)
            level = _LEVEL.search(line.text, each.end, until)
            name = each.name.read(LIKELY if each.known else GUESSED)
            waiting = ReadLanguage(name=name, level=level.group().strip(" ()") if level else None)
    if waiting:
        yield waiting


def tells_level(line: str) -> bool:
    """ "Yoruba (fluent)": a language, whatever it is called."""
    return any((m := _NAMED.fullmatch(i)) and m[2] and _LEVEL.match(m[2]) for i in _ITEMS.split(line))


def _named_in(line: Piece) -> list[_Named]:
    """Those that are known; and what is listed beside them, or with a level, in the same form."""
    known = [
        _Named(line.part(m.start, m.end), m.end) for m in mentions(line.text) if family(m.name) == "language"
    ]
    taken = [(each.name.start, each.name.end) for each in known]
    for item in line.split(_ITEMS):
        if any(start < item.end and item.start < end for start, end in taken):
            continue
        found = _NAMED.fullmatch(item.text)
        if found and not _LEVEL.match(item.text) and (_LEVEL.match(found[2]) if found[2] else known):
            name = item.part(*found.span(1))
            known.append(_Named(name, name.end - line.start, known=False))
    return sorted(known, key=lambda each: each.name.start)

"""The parts of a text that say what is not so."""

import re
from collections.abc import Iterator

from app.domain.shared.stretches import Stretches

_FARTHEST = 300
"""Characters: no denial reaches farther."""
_STRONG_END = re.compile(
    r"[.;:!?\n()]|\b(?:but|however|although|though|except|instead|aber|sondern|mais|pero|sino|men)\b", re.I
)
_BROAD_NO = re.compile(
    r"\b(?:(?:no|without|lacks?|lacking|little|zero)\s+(?:[\w-]+\s+){0,2}?"
    r"(?:experience|knowledge|exposure|background|training|familiarity|skills?|practice|expertise|qualifications?)"
    r"|(?:never|not|haven't|hasn't|don't|doesn't|didn't|cannot|can't|isn't|aren't)(?!\s+only\b)"
    r"|unlike|lacks?|lacking|other\s+than|rather\s+than|instead\s+of|unfamiliar\s+with"
    r"|(?:keine?n?|ohne)\s+(?:erfahrung|kenntnisse)|(?:sans|aucune?)\s+(?:exp\u00e9rience|connaissances?)"
    r"|(?:sin|ninguna?)\s+(?:experiencia|conocimientos?)|no\s+(?:tengo|tiene|he|ha|hay|cuento|dispongo|poseo|conozco)"
    r"|n(?:e\s+|['\u2019])\w+\s+(?:pas|jamais)|nicht|nie|pas\s+d[e']|aucune?|jamais|ninguna?|nunca|inte|ingen|aldrig)\b",
    re.I,
)
_CLOSE_NO = re.compile(
    r"\b(?:no(?!\s+conformidad)|without|minus|neither|nor|keine?n?|ohne|sans|sin|utan)\s+", re.I
)
_CLOSE_REACH = re.compile(r"(?:[^\s,;:.!?()]+\.?[^\s,;:.!?()]*\s*){1,3}")
_NO_AFTER = re.compile(
    r"(?<![\w+#./-])[\w+#./-]{1,40}(?: [\w+#./-]{1,40})?\s*(?::|-|\u2013|\u2014|\()\s*"
    r"(?:none|no experience|not used|never used|never|no)\b",
    re.I,
)
_COMPARED = re.compile(r"unlike|(?:other|rather)\s+than|instead\s+of", re.I)
_NO_LACK = re.compile(r"\bnot[\s-]for[\s-]profit\b|\bwhether\s+or\s+not\b|\bnicht\s+nur\b", re.I)
_LACK = re.compile(
    r"\byet\s+to\b|:\s*(?:none|no)\W*$"
    r"|\blimited\s+(?:[\w-]+\s+){0,2}?(?:experience|knowledge|exposure|training)\b",
    re.I,
)
_LIST_OF_NOS = re.compile(r",?\s*\b(?:or|nor|oder|noch|ou|ni|o|eller)\b", re.I)


def denied(text: str) -> Stretches:
    """The stretches of a text that say what is not so: `no Java`, `never used X`, `unlike X`."""
    return Stretches((*_broad(text), *_close(text), *_after(text)))


def tells_of_a_lack(text: str) -> bool:
    """`Not yet trained in X`, `No X`; what is only set against something else (`rather than X`) does not."""
    said = _NO_LACK.sub(" ", text.strip())
    cues = (cue.group() for cue in _BROAD_NO.finditer(said))
    broad = any(not _COMPARED.fullmatch(cue) for cue in cues)
    return broad or bool(_CLOSE_NO.match(said) or _LACK.search(said))


def without_denials(text: str) -> str:
    """What the text says is so."""
    kept, at = [], 0
    for start, end in denied(text):
        kept.append(text[at:start])
        at = end
    return " ".join((*kept, text[at:]))


def _broad(text: str) -> Iterator[tuple[int, int]]:
    for cue in _BROAD_NO.finditer(text):
        yield cue.start(), _reach_of(text, cue.end())


def _reach_of(text: str, start: int) -> int:
    """To the end of the clause; past a comma only when an `or` carries the list on."""
    farthest = min(len(text), start + _FARTHEST)
    strong = _STRONG_END.search(text, start, farthest)
    while strong and strong.group() == "." and text[strong.end() : strong.end() + 1].isalnum():
        strong = _STRONG_END.search(text, strong.end(), farthest)
    limit = strong.start() if strong else farthest
    comma = text.find(",", start, limit)
    if comma < 0 or _LIST_OF_NOS.search(text, comma, limit):
        return limit
    return comma


def _close(text: str) -> Iterator[tuple[int, int]]:
    for cue in _CLOSE_NO.finditer(text):
        if reach := _CLOSE_REACH.match(text, cue.end()):
            yield cue.start(), reach.end()


def _after(text: str) -> Iterator[tuple[int, int]]:
    for cue in _NO_AFTER.finditer(text):
        yield cue.start(), cue.end()

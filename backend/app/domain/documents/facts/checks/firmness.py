"""Whether a clause is firm enough to bear words of little weight that no source says."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.documents.facts.reading.text_facts import TextFacts, Token
from app.domain.documents.facts.sources.ground import Ground
from app.domain.documents.facts.wording.shades import shades
from app.domain.documents.facts.wording.strange_verbs import is_strange_verb
from app.domain.documents.facts.words.light import is_slight, is_soft, is_soft_verb
from app.domain.documents.facts.words.turns import LANGUAGES
from app.domain.documents.facts.words.wordings import claimed_by, generals_of, groups_of

_FIRM = 2
"""Words of a clause that a source says, for each soft or slight one."""
_FIRM_LINE = {"de": 3, "en": 4}
"""The same over the whole line."""
_BEFORE = 12
_VERB = re.compile(r"[a-z]{3,}(?:ed|ing)")
_JOINED = re.compile(r"\s*(?:and|or|und|oder|et|ou|y|o)\s", re.I)
_ADDS = re.compile(r"\s*(?:,\s*an?|and|or|but)\b", re.I)
"""Opens a clause that tells one thing more."""
_IN_SERIES = re.compile(r"(?:,|\b(?:and|or))\s+(?:(?:an?|the)\s+)?$", re.I)
_SERIES_GOES_ON = re.compile(r"\s+(?:and|or)\b", re.I)
_WORD = r"[\w\u00c0-\u017f]{4,}"
_AND_THEN = re.compile(
    rf"{_WORD}\s+(?:et|y|e)\s+"
    r"(?:(?:de|del|de la|des|du|la|le|les|el|los|las)\s+|(?:de )?l['\u2019]|d['\u2019])?$",
    re.I,
)
_AND_MORE = re.compile(
    rf"\s+(?:et|y|e)\s+(?:(?:la|el|le|les)\s+)?{_WORD}\s+(?:de|del|des|du|d['\u2019])", re.I
)
_LISTED_BEFORE = re.compile(r"(?:,|\b(?:und|oder|sowie|et|ou|y|e|o))\s+$", re.I)
_LISTED_AFTER = re.compile(r"(?:,|\s+(?:und|oder|sowie|et|ou|y|e|o)\b)", re.I)
_SENTENCE_START = re.compile(r"(?:[.!?:;\u2022]\s+|\n)[\"'(\u201c]*$")


@dataclass(frozen=True, slots=True)
class Part:
    """A clause: how many of its words a source says, and those that none does."""

    clause: tuple[int, int]
    firm: int
    unsaid: tuple[Token, ...]


def bears(parts: Sequence[Part], n: int, line: TextFacts, ground: Ground) -> bool:
    """Whether the n-th clause may say what no source does: only words of little weight, beside firm ones."""
    if ground.listed_only:
        return False
    part = parts[n]
    soft = [t for t in part.unsaid if _is_soft(t, line, ground) or _is_strange_deed(t, line)]
    slight = [t for t in part.unsaid if t not in soft]
    if not slight:
        return _firm(parts, n, line) >= _FIRM * len(soft) or _is_firm_by_line(parts, n, soft, line)
    if not all(_is_slight(t, line) and not _stands_in_series(t, line) for t in slight):
        return False
    if "en" in line.languages:
        return _firm(parts, n, line) >= _FIRM * len(part.unsaid)
    return len(slight) == 1 and part.firm >= _FIRM * len(part.unsaid)


def _firm(parts: Sequence[Part], n: int, line: TextFacts) -> int:
    """Of a clause, and of the one that it is joined to."""
    firm = parts[n].firm
    if firm and n + 1 < len(parts) and _JOINED.match(line.text, parts[n + 1].clause[0]):
        firm += parts[n + 1].firm
    if n and parts[n].firm and LANGUAGES & line.languages:
        firm += parts[n - 1].firm
    return firm


def _is_firm_by_line(parts: Sequence[Part], n: int, soft: list[Token], line: TextFacts) -> bool:
    """German says in one word what takes three elsewhere: its clauses are firm when the line is.

    English ones are, too, unless they tell one thing more.
    """
    language = next((each for each in ("de", "en") if each in line.languages), None)
    if language is None:
        return False
    part = parts[n]
    if language == "en":
        if (
            (not part.firm and n)
            or _ADDS.match(line.text, part.clause[0])
            or any(_stands_in_series(t, line) for t in soft)
        ):
            return False
    elif not part.firm and not all(t.written.islower() for t in soft):
        return False
    return sum(p.firm for p in parts) >= _FIRM_LINE[language] * sum(len(p.unsaid) for p in parts)


def _stands_in_series(token: Token, line: TextFacts) -> bool:
    """`Argon and coats`, `paquetes y cartas`: a thing beside another."""
    if not line.languages <= {"en"} and (
        _LISTED_BEFORE.search(line.text[max(0, token.start - _BEFORE) : token.start])
        or _LISTED_AFTER.match(line.text, token.end)
    ):
        return True
    return bool(_IN_SERIES.search(line.text[: token.start]) or _SERIES_GOES_ON.match(line.text, token.end))


def _is_slight(token: Token, line: TextFacts) -> bool:
    return is_plain(token, line) and is_slight(token.word, line.languages)


def _is_strange_deed(token: Token, line: TextFacts) -> bool:
    """A verb that no table knows: those that make more of a deed than it was are known."""
    strange = not groups_of(token.word) and not claimed_by(token.word) and not generals_of(token.word)
    return is_plain(token, line) and strange and bool(_VERB.fullmatch(token.word))


def _is_soft(token: Token, line: TextFacts, ground: Ground) -> bool:
    if not is_plain(token, line) or ("de" in line.languages and _turns(token.word, ground)):
        return False
    if _is_added(token, line):
        return False
    if is_soft(token.word, line.languages) or shades(token, line, ground):
        return True
    if token.written.islower() and is_soft_verb(token.word, line.languages):
        return True
    return is_strange_verb(token, line)


def _turns(word: str, ground: Ground) -> bool:
    """Whether it says that something rose, or fell, of which no source says so."""
    ways = {name for name in claimed_by(word) if name.startswith("way.")}
    return bool(ways) and not any(ways & p.facts.names for p in ground.pieces)


def _is_added(token: Token, line: TextFacts) -> bool:
    """`Préparation et expédition des commandes`: a deed of its own, beside another."""
    if not LANGUAGES & line.languages:
        return False
    before, after = line.text[: token.start], line.text[token.end :]
    return bool(_AND_THEN.search(before) or _AND_MORE.match(after))


def is_plain(token: Token, line: TextFacts) -> bool:
    """Written as no name is, in a language whose nouns have no capital."""
    small = token.written[0].islower() or opens(token, line) or "de" in line.languages
    return small and token.written[1:].islower()


def opens(token: Token, line: TextFacts) -> bool:
    """Whether it is the first word of a sentence."""
    if token is line.tokens[0]:
        return True
    return bool(_SENTENCE_START.search(line.text[max(0, token.start - _BEFORE) : token.start]))

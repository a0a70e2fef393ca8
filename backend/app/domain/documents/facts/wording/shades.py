"""German words of no table that can only shade what is meant, beside words that a source says."""

import re

from app.domain.documents.facts.reading.text_facts import TextFacts, Token
from app.domain.documents.facts.sources.ground import Ground
from app.domain.documents.facts.wording.abroad import in_no_group, is_head_of_told, is_shaded_compound
from app.domain.documents.facts.words.wordings import claimed_by, generals_of

_LEAST = 4
_COUNTED = re.compile(
    r"^(?:ein|zwei|drei|vier|funf|sechs|sieben?|acht|neun|zehn|elf|zwolf|\w*zehn|\w*zig|\w*ssig|hundert|tausend|mehr|viel|halb|"
    r"doppel|dutzend)(?:e[nrms]?|t|te[nrms]?|ste[nrms]?|mals?|malige?[nrms]?|fache?[nrms]?|(?:ein)?halb|\w*ig(?:e[nrms]?)?)$"
)
"""How many, how often, how much: `neunköpfig`, `zweiter`, `dreimal`, `fünfeinhalb`."""
_MOST = re.compile(
    r"^(?:meist|hochst|best|erst|letzt|grosst)|[^s]st(?:e[nrms]?)$|(?:los|frei|leer)(?:e[nrms]?)?$|er$"
)
_KINDS = (
    "studium",
    "ausbildung",
    "abschluss",
    "zertifikat",
    "schein",
    "preis",
    "kenntnisse",
    "kenntnissen",
    "auszeichnung",
)
_DAY = re.compile(r"^(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag)")
_HARMLESS = ("hedge.", "soft.", "noun.", "kind.", "grants.")
_DECLINED = re.compile(r"(?:e|en|er|es|em)$")
_DENYING = re.compile(r"^(?:kein|niemand|nirgend|null|niemals|nimmer)")


def shades(token: Token, line: TextFacts, ground: Ground) -> bool:
    """A strange verb or adjective, or a compound of what a source says and of what says little."""
    if "de" not in line.languages or len(token.word) < _LEAST or not token.word.isalpha():
        return False
    if _weighs(token.word) or _COUNTED.match(token.word) or _DENYING.match(token.word):
        return False
    if token.written.islower():
        return _is_strange(token.word) and not _qualifies(token, line)
    return is_shaded_compound(token.word, ground) or _names_kind(token.word, ground)


def _weighs(word: str) -> bool:
    """Who says to have helped, or names a colleague, claims nothing by it."""
    return any(not name.startswith(_HARMLESS) for name in claimed_by(word))


def _names_kind(word: str, ground: Ground) -> bool:
    """`Informatikstudium`, of studies that are told."""
    for tail in _KINDS:
        head = word.removesuffix(tail)
        if head != word and claimed_by(tail) & ground.kinds:
            return is_head_of_told(head, ground)
    return False


def _qualifies(token: Token, line: TextFacts) -> bool:
    """Before a noun: `vermögende Kunden` are other customers."""
    after = line.text[token.end : token.end + 2]
    return bool(_DECLINED.search(token.word)) and after[:1] == " " and after[1:].isupper()


def _is_strange(word: str) -> bool:
    """Words that make more of a deed than it was are known."""
    return not _MOST.search(word) and not _DAY.match(word) and not generals_of(word) and in_no_group(word)

"""Whether a line counts the same under another name: `48 passengers`, of a 48-seat coach."""

import re

from app.domain.documents.facts.amounts.quantity import Quantity
from app.domain.documents.facts.reading.text_facts import TextFacts
from app.domain.documents.facts.words.roots import roots_of
from app.domain.documents.facts.words.wordings import claimed_by
from app.domain.shared.prose import FUNCTION_WORDS, fold, word_set

_JOINED = re.compile(
    r"[\s-]*(?:[^\W\d_]+[\s,-]+){1,3}(?:and|or|&|und|et|y)\s+((?:[^\W\d_]+[\s-]?){1,3})", re.I
)
_WORDS = re.compile(r"[^\W\d_]+")
_FOLLOWING = 60
_INITIALS = range(2, 6)
_ROOM = word_set("seat seats seater bed beds bedded berth berths place places cover covers chair chairs")
_ROOM_FOR = re.compile(
    r"\b(?:seat(?:ing|s)?|room\s+for|capacity\s+(?:of|for)|accommodat\w+|hold(?:ing|s)|carry(?:ing)?|sleep(?:ing|s)|"
    r"for(?:\s+up\s+to)?|of|with|serv(?:ing|es))\s+$",
    re.I,
)
_THINGS = word_set(
    "unit units item items piece pieces job jobs project projects article articles object objects"
)
_OF_PEOPLE = re.compile(
    r"\b(?:(?:teams?|crews?|groups?|squads?|panels?|desks?)\s+of|(?:train|taught|teach|coach|mentor|tutor|hire|hiring|"
    r"recruit|supervis|interview|onboard|employ|counsel|brief)\w*)\s+(?:about\s+|around\s+|up\s+to\s+|over\s+|"
    r"more\s+than\s+|some\s+|nearly\s+|almost\s+)?$",
    re.I,
)
_MAY_BE_PEOPLE = re.compile(r"(?:[eo]rs|ists|ees|[ae]nts|ians|men)$")
_BEFORE = 40


def named_otherwise(a: Quantity, b: Quantity, line: TextFacts, source: TextFacts) -> bool:
    """Of two counts of one value, what the line counts and what the source does."""
    return (
        _is_joined(a, b, line)
        or _is_joined(b, a, source)
        or _spells_out(a, b, line)
        or _shortens(a, b)
        or _fills(a, b, line)
        or _is_of_people(a, b, source)
        or _is_any_thing(a, b, source)
    )


def _is_joined(a: Quantity, b: Quantity, facts: TextFacts) -> bool:
    """`15 phone and video interviews`: what is counted stands behind both."""
    if not a.head or a.head[0].endswith("s"):
        return False
    named = _JOINED.match(facts.text, a.end, a.end + _FOLLOWING)
    words = [fold(word) for word in _WORDS.findall(named[1])] if named else []
    told = roots_of(w for w in words[1:] or words if w not in FUNCTION_WORDS)
    return bool(told & (roots_of(b.head) | b.near))


def _spells_out(a: Quantity, b: Quantity, line: TextFacts) -> bool:
    """`31 freedom of information requests` are 31 FOI requests."""
    short = b.head[0].removesuffix("s") if b.head else ""
    if len(short) not in _INITIALS:
        return False
    words = _WORDS.findall(line.text[a.end : a.end + _FOLLOWING])
    return "".join(fold(word)[:1] for word in words).startswith(short)


def _shortens(a: Quantity, b: Quantity) -> bool:
    """`16 HCAs` are 16 healthcare assistants: each word's first letter, and others of it in order."""
    short = a.head[0].removesuffix("s") if a.head else ""
    return len(short) in _INITIALS and len(b.head) > 1 and _is_short_for(short, b.head)


def _is_short_for(short: str, words: tuple[str, ...]) -> bool:
    if not words or not short:
        return not short and not words
    if short[0] != words[0][0]:
        return False
    within = iter(words[0][1:])
    for taken in range(1, len(short) + 1):
        if taken > 1 and short[taken - 1] not in within:
            return False
        if _is_short_for(short[taken:], words[1:]):
            return True
    return False


def _fills(a: Quantity, b: Quantity, line: TextFacts) -> bool:
    """As many people as there are seats or beds."""
    if not b.head or b.head[0] not in _ROOM or not any("noun.people" in claimed_by(w) for w in a.head):
        return False
    return _ROOM_FOR.search(line.text[max(0, a.start - _BEFORE) : a.start]) is not None


def _is_of_people(a: Quantity, b: Quantity, source: TextFacts) -> bool:
    """`Nine people`, of a team of nine dispatchers."""
    return any("noun.folk" in claimed_by(word) for word in a.head) and _are_people(b, source)


def _are_people(b: Quantity, source: TextFacts) -> bool:
    """By their name, or by what is done to them."""
    if any("noun.people" in claimed_by(word) for word in b.head):
        return True
    return bool(b.head) and _OF_PEOPLE.search(source.text[max(0, b.start - _BEFORE) : b.start]) is not None


def _is_any_thing(a: Quantity, b: Quantity, source: TextFacts) -> bool:
    """`40 units`, of 40 pumps; people are none, nor is what may be a name of people."""
    if len(a.head) != 1 or a.head[0] not in _THINGS or not any(w.endswith("s") for w in b.head):
        return False
    named = any("noun.org" in claimed_by(w) or _MAY_BE_PEOPLE.search(w) for w in b.head)
    return not named and not _are_people(b, source)

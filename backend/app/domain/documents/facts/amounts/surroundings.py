"""What stands around a number: its unit, what it counts, and the name that it may be part of."""

from itertools import dropwhile, takewhile

from app.domain.documents.facts.amounts.number_signs import (
    CLAUSE,
    CURRENCIES,
    DAYS,
    GROUP,
    HEAD,
    LABEL_RUN,
    LABELLED,
    LABELS,
    OF,
    QUALIFIED,
    RATE_WORDS,
    RATES,
    REACH,
    UNIT,
    WORD,
)
from app.domain.documents.facts.amounts.number_words import fold_word
from app.domain.documents.facts.words.roots import roots_of
from app.domain.documents.facts.words.wordings import claimed_by, is_style
from app.domain.shared.prose import FUNCTION_WORDS

_LABEL_REACH = 20
PLAIN_LABELS = frozenset(
    {"grade", "grades", "level", "levels", "stufe", "klasse", "niveau", "nivel", "version"}
)
"""These in small letters too."""


def around(text: str, start: int, end: int) -> tuple[str, tuple[str, ...], frozenset[str]]:
    """The word right after a number, the words for what it counts, and roots near it within its clause."""
    after, before = _clause_after(text, end), CLAUSE.split(text[max(0, start - REACH) : start])[-1]
    following = [fold_word(w) for part in WORD.findall(after) for w in part.split("-")][:4]
    leading = [fold_word(w) for part in WORD.findall(before) for w in part.split("-")][-3:]
    near = roots_of(w for w in (*following, *leading) if w not in FUNCTION_WORDS)
    qualified = QUALIFIED.match(after)
    unit = UNIT.match(after, qualified.end() if qualified else 0)
    return (fold_word(unit[1]) if unit else ""), _head(following, before), near


def _clause_after(text: str, end: int) -> str:
    cut = CLAUSE.search(text, end, end + REACH)
    after = text[end : cut.start() if cut else end + REACH]
    run = LABEL_RUN.match(after)
    return f" {after[run.end() :]}" if run else after


def _head(following: list[str], before: str) -> tuple[str, ...]:
    """Of people, and where nothing is said, also the group that they are: `a team of 7`."""
    words = list(dropwhile(lambda w: w in OF or singular(w) in RATE_WORDS, following))
    named = list(takewhile(lambda w: w not in FUNCTION_WORDS, words))
    counted = [w for w in named if _counts(w)][:HEAD] if named and _counts(named[0]) else []
    if all("noun.folk" in claimed_by(w) for w in counted) and (group := GROUP.search(before)):
        counted.append(fold_word(group[1]))
    return tuple(counted)


def _counts(word: str) -> bool:
    return not is_style(word) or any(name.startswith("noun.") for name in claimed_by(word))


def label_of(text: str, start: int) -> str:
    """`ISO 9001`, `NP-40`, `Year 7`: the word that it belongs to as part of a name."""
    found = LABELLED.search(text[max(0, start - _LABEL_REACH) : start])
    if found is None:
        return ""
    word, label = found["label"], fold_word(found["label"])
    singular = label.removesuffix("s") if label.removesuffix("s") in LABELS else label
    if singular in LABELS:
        return singular if label in PLAIN_LABELS or found["joint"] == "-" or word[0].isupper() else ""
    capitals = word.isupper() and len(word) > 1 and label not in CURRENCIES.values()
    return label if capitals or (found["joint"] == "-" and word[0].isupper()) else ""


def days_of(word: str) -> float | None:
    return DAYS.get(word) or DAYS.get(singular(word))


def singular(word: str) -> str:
    if word in RATES or word in DAYS or word == "mines":
        return word
    for ending in ("s", "le", "les", "es"):
        if (stem := word.removesuffix(ending)) != word and (stem in RATES or stem in DAYS):
            return stem
    return word.removesuffix("s") if len(word) > 1 else word

"""The trade that a title belongs to: a bookkeeper and an accountant do not share a word, and do share one."""

import re
from functools import cache, lru_cache

from app.domain.generation.tables import rows
from app.domain.generation.vocabulary import in_usual_names
from app.domain.shared.prose import asked_stems, fold, stem_set

_MAKERS = dict.fromkeys(
    stem_set("engineer programmer programmeur developpeur entwickler utvecklare"), "develop"
)
_RANK_WORDS = stem_set("senior junior lead staff princip intern entry level head chief director manag")
_ANYBODY = stem_set(
    "specialist analyst officer coordinator advisor adviser consultant assistant associate representative "
    "agent technician operator administrator executive supervisor expert professional member clerk partner "
    "strategist worker service services support team"
)
"""Words of titles in every trade: `Contract Specialist` and `IT Specialist` have nothing in common."""
_ANYBODYS_WEIGHT = 0.3
_SHARED_ROOT = 8
_MOST_OF_IT = 0.6
_LONGEST_TEXT = 20_000
_START, _AT_THE_START = 200, 3
_LEAST_COUNT = 2
_MOST_COUNTED = 12


@lru_cache(maxsize=4096)
def families_in(text: str) -> frozenset[str]:
    """The families of occupations that a title, or a few words about a field, belongs to."""
    folded = fold(text)
    return frozenset(family for family, pattern in _families() if pattern.search(folded))


@lru_cache(maxsize=4096)
def families_named(skill: str) -> frozenset[str]:
    """Those whose whole work a skill is: `nursing`, `software development`, not `legal research`."""
    folded = fold(skill)
    return frozenset(
        family
        for family, pattern in _families()
        if (found := pattern.search(folded)) and len(found.group()) >= _MOST_OF_IT * len(folded)
    )


def families_of_text(text: str) -> frozenset[str]:
    """Those that a text speaks of most, and near its beginning: for a posting that bears no title."""
    folded = fold(in_usual_names(text[:_LONGEST_TEXT]))
    counts = {family: _count(pattern, folded) for family, pattern in _families()}
    most = max(counts.values(), default=0)
    if most < _LEAST_COUNT:
        return frozenset()
    return frozenset(family for family, count in counts.items() if 2 * count >= most)


def _count(pattern: re.Pattern[str], folded: str) -> int:
    places = [found.start() for found in pattern.finditer(folded)]
    return sum(_AT_THE_START if place < _START else 1 for place in places[:_MOST_COUNTED])


@cache
def _families() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (family, re.compile(rf"(?<!\w)(?:{'|'.join(_pattern(name) for name in names)})(?!\w)"))
        for family, names in rows("occupations")
    )


def _pattern(name: str) -> str:
    return re.escape(fold(name)).replace(r"\*", r"\w*").replace(r"\ ", r"[\s-]+")


def trade(title: str) -> frozenset[str]:
    """What a title says of the work: neither its rank, nor which word for a maker of software it uses."""
    return frozenset(_MAKERS.get(stem, stem) for stem in asked_stems(title)) - _RANK_WORDS


def likeness(wanted: frozenset[str], held: frozenset[str]) -> float:
    """The share of the wanted words that are held, 0 to 1."""
    weights = {word: _ANYBODYS_WEIGHT if word in _ANYBODY else 1.0 for word in sorted(wanted)}
    whole = sum(weights.values())
    return sum(weight for word, weight in weights.items() if among(word, held)) / whole if whole else 0.0


def among(word: str, words: frozenset[str]) -> bool:
    """`Elektroinstallateur` works in `Elektroinstallation`."""
    if word in words:
        return True
    root = word[:_SHARED_ROOT]
    return len(root) == _SHARED_ROOT and any(each.startswith(root) for each in words)

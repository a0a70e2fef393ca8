"""Words that say little by themselves, language by language.

An empty word may stand in any line. A soft one, such as `prepared` or `system`, may shade what is
meant: it needs the company of words that a source says. A slight one tells a little more: one of them
passes in a clause that says nothing else of its own. A word with a closing `*` stands for all its forms.
"""

import re
from functools import cache, lru_cache

from app.domain.documents.facts.words.inflections import forms
from app.domain.documents.facts.words.tables import lines
from app.domain.shared.prose import fold

LANGUAGES = frozenset({"en", "de", "fr", "es"})
_ENDS = {"de": "/d", "fr": "/f", "es": "/s"}
_LEAST = 5
"""Letters of a root and the sign of its language, less one."""
_AGENT = re.compile(r"(?:eur|euse|ement|dor|dora|miento|er|erin|innen)s?$")
"""Who does it, and what comes of it, is no form of the deed."""


@cache
def _listed(tier: str, language: str) -> tuple[frozenset[str], frozenset[str]]:
    """Words as they are, and the roots of those that are meant in any form."""
    words = fold(" ".join(lines(f"{tier}_{language}.txt"))).split()
    plain = frozenset(word.removesuffix("*") for word in words)
    return plain, frozenset(root for w in words if w.endswith("*") for root in _roots(w[:-1], language))


def _roots(word: str, language: str) -> frozenset[str]:
    """By the rules of that language alone, and no shorter than a word is."""
    own = _ENDS.get(language, "")
    return frozenset(r for r in forms(word) if own and r.endswith(own) and len(r) > _LEAST)


def _is_in(tier: str, word: str, languages: frozenset[str]) -> bool:
    for language in languages & LANGUAGES:
        plain, inflected = _listed(tier, language)
        if word in plain or (inflected and not _AGENT.search(word) and _roots(word, language) & inflected):
            return True
    return False


@lru_cache(maxsize=1 << 15)
def is_empty(word: str, languages: frozenset[str]) -> bool:
    """Whether a folded word says nothing about anybody in one of the languages."""
    return _is_in("empty", word, languages)


@lru_cache(maxsize=1 << 15)
def is_soft(word: str, languages: frozenset[str]) -> bool:
    return _is_in("soft", word, languages)


@lru_cache(maxsize=1 << 15)
def is_slight(word: str, languages: frozenset[str]) -> bool:
    return _is_in("slight", word, languages)

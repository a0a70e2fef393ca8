"""Words that say little by themselves, language by language.

An empty word may stand in any line. A soft one, such as `prepared` or `system`, may shade what is
meant: it needs the company of words that a source says. A slight one tells
a little more: it needs two of them in its own clause, and is none of a series.
"""

from functools import cache, lru_cache

from app.domain.documents.facts.words.tables import lines
from app.domain.shared.prose import fold

LANGUAGES = frozenset({"en", "de", "fr", "es"})


@cache
def _listed(tier: str, language: str) -> frozenset[str]:
    return frozenset(fold(" ".join(lines(f"{tier}_{language}.txt"))).split())


@lru_cache(maxsize=1 << 15)
def is_empty(word: str, languages: frozenset[str]) -> bool:
    """Whether a folded word says nothing about anybody in one of the languages."""
    return any(word in _listed("empty", language) for language in languages & LANGUAGES)


@lru_cache(maxsize=1 << 15)
def is_soft(word: str, languages: frozenset[str]) -> bool:
    return any(word in _listed("soft", language) for language in languages & LANGUAGES)


@lru_cache(maxsize=1 << 15)
def is_slight(word: str, languages: frozenset[str]) -> bool:
    return "en" in languages and word in _listed("slight", "en")

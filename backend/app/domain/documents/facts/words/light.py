"""Words that say little by themselves, language by language.

An empty word may stand in any line. A soft one, such as `prepared` or `system`, may shade what is
meant: it needs the company of words that a source says. A slight one tells
a little more: it needs two of them in its own clause, and is none of a series. A word with
a closing `*` stands for all its forms.
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
_INFINITIVE = {
    "de": re.compile(r"(?:e[nlr]?n)$"),
    "fr": re.compile(r"(?:er|ir|re)$"),
    "es": re.compile(r"[aei]r$"),
}
_VERBAL = {
    "de": re.compile(r"(?:t|te|ten|test|tet|end|ende[nrms]?|en|e|st)$"),
    "fr": re.compile(
        r"(?:[^n]e|es|ons|ez|ent|ais|ait|aient|ions|iez|a|ai|as|erent|irent|ir|er|ra|ront|rait|ant|is|it|ies?|ue?s?)$"
    ),
    "es": re.compile(
        r"(?:ab[ao]n?s?|abamos|i[ao]n?|o|e|aron|ieron|[ai]endo|ando|[aei]mos|an|en|[aei]r|ra|ran|ia|ian)$"
    ),
}
_NO_VERB = re.compile(r"(?:ment|ance|ence|age|ure|aje|o|a|e)s?$")
"""In Spanish only what has more of an ending than a noun has."""
_AGENT = re.compile(r"(?:eur|euse|trice|ement|dor|dora|miento|er|erin|innen)s?$")
"""Who does it, and what comes of it, is no form of the deed."""


@cache
def _listed(tier: str, language: str) -> tuple[frozenset[str], frozenset[str]]:
    """Words as they are, and the roots of those that are meant in any form."""
    words = fold(" ".join(lines(f"{tier}_{language}.txt"))).split()
    plain = frozenset(word.removesuffix("*") for word in words)
    return plain, frozenset(root for w in words if w.endswith("*") for root in _roots(w[:-1], language))


@cache
def _verbs(language: str) -> frozenset[str]:
    """The roots of soft verbs."""
    infinitive = _INFINITIVE[language]
    listed = (w for w in _listed("soft", language)[0] if infinitive.search(w))
    return frozenset(root for word in listed for root in _roots(word, language))


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
def is_soft_verb(word: str, languages: frozenset[str]) -> bool:
    """Whether a word that is written small is a form of a soft verb that no list has."""
    for language in languages & _ENDS.keys():
        if _AGENT.search(word) or not _VERBAL[language].search(word):
            continue
        if language == "es" and _NO_VERB.search(word) and not word.endswith(("aba", "ia", "abamos")):
            continue
        if language == "fr" and _NO_VERB.search(word) and not word.endswith(("e", "a", "ees", "es")):
            continue
        if _roots(word, language) & _verbs(language):
            return True
    return False


@lru_cache(maxsize=1 << 15)
def is_slight(word: str, languages: frozenset[str]) -> bool:
    return _is_in("slight", word, languages)

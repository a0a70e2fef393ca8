"""The parts of German compounds: `Lagerbestand` speaks of a `Bestand` and of a `Lager`."""

from functools import cache, lru_cache

from app.domain.documents.facts.words.inflections import forms
from app.domain.documents.facts.words.irregular import GERMAN
from app.domain.documents.facts.words.tables import german
from app.domain.shared.prose import word_set

LINKS = ("", "s", "es", "n", "en", "er")
_LEAST = 4
_LEAST_COMPOUND = 8
_SHORT = word_set(
    "alt arm auf bad bau bus ehe eis gas gut hof kfz kur lkw neu not ort pkw rad reh see tag tee ton "
    "tor weg zug"
)
_NO_HEAD = word_set(
    "aber beim dein denn dich doch eine einer eines habe hier jede kein mein nach nicht noch oder sein "
    "sich sind "
    "uber unter vier viel vom wenn wird zwei"
)


@cache
def _heads() -> frozenset[str]:
    """Beginnings of compounds: words as they are, and without their ending."""
    found = set(_SHORT)
    for word in german():
        if len(word) >= _LEAST:
            found.add(word)
            found |= {r[:-2] for r in forms(word) if r.endswith("/d") and len(r) >= _LEAST + 2}
    found |= {root for root in GERMAN if len(root) >= _LEAST}
    return frozenset(found) - _NO_HEAD


@cache
def _tails() -> frozenset[str]:
    return frozenset(r for word in german() if len(word) >= _LEAST for r in forms(word) if r.endswith("/d"))


@lru_cache(maxsize=1 << 14)
def parts_of(word: str) -> tuple[str, ...]:
    """Of a folded word, as far as they are words of the vocabulary; none when it is no compound of such."""
    if len(word) < _LEAST_COMPOUND or not word.isalpha():
        return ()
    for n in range(len(word) - _LEAST, 2, -1):
        head, tail = word[:n], word[n:]
        heads = (head.removesuffix(link) for link in LINKS if head.endswith(link))
        known = next((h for h in heads if h in _heads()), None)
        if known is None:
            continue
        if forms(tail) & _tails():
            return (known, tail)
        if more := parts_of(tail):
            return (known, *more)
    return ()

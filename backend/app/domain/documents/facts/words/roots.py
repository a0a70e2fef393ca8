"""What the forms of one word have in common, in English, German, French and Spanish.

A word is not known to be of one language, so it has a root by the rules of each: two words are forms of
one when they share a root.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from app.domain.shared.prose import in_order, stem

_LEAST = 4
_LEAST_SHORT = 3
_GERMAN = in_order(
    "erinnen heiten ischen ischer keiten lichen licher endem enden ender endes innen ische liche ungen "
    "ende erin etem eten eter etes isch lich end est ete tem ten ter tes ung em en er es et in st te e n "
    "s t"
)
_FRENCH = in_order(
    "issements issaient issement atrices ateurs ations atrice ements issait issant issons aient antes "
    "ateur ation ement ences erent eront euses ments ante ants ence eurs euse ment ais ait ant ees era "
    "eur ies ons ai ee er es ez ie ir is it a e i s x"
)
_SPANISH = in_order(
    "amientos imientos aciones amiento iciones imiento adoras adores acion adora icion iendo ieron aban "
    "adas ador ados amos ando aron emos idas idos imos aba ada ado ias ida ido ios an ar as en er es ia "
    "io ir os a e i o s"
)
_GERMAN_PARTICIPLE = re.compile(
    r"^(ab|an|auf|aus|bei|durch|ein|fest|fort|frei|her|hin|mit|nach|neu|um|unter|vor|weg|weiter|wieder|zu|"
    r"zuruck|zusammen|uber)?(?:ge|zu)([a-z]{3,}(?:t|te|ten|ter|tes|en|ene|enen))$"
)


_ABLAUT = {
    **dict.fromkeys(in_order("wies wiesen"), "weis"),
    **dict.fromkeys(in_order("half holf hilf"), "helf"),
    **dict.fromkeys(in_order("nahm nomm"), "nehm"),
    **dict.fromkeys(in_order("hielt"), "halt"),
    **dict.fromkeys(in_order("zog"), "zieh"),
    **dict.fromkeys(in_order("lief"), "lauf"),
    **dict.fromkeys(in_order("ging gang"), "geh"),
    **dict.fromkeys(in_order("trug"), "trag"),
    **dict.fromkeys(in_order("hob"), "heb"),
    **dict.fromkeys(in_order("schloss"), "schliess"),
    **dict.fromkeys(in_order("schrieb"), "schreib"),
    **dict.fromkeys(in_order("sprach sproch"), "sprech"),
    **dict.fromkeys(in_order("traf troff"), "treff"),
    **dict.fromkeys(in_order("stieg"), "steig"),
    **dict.fromkeys(in_order("sank sunk"), "sink"),
    **dict.fromkeys(in_order("wuchs"), "wachs"),
    **dict.fromkeys(in_order("warb worb"), "werb"),
    **dict.fromkeys(in_order("vertrat"), "vertret"),
    **dict.fromkeys(in_order("verlor"), "verlier"),
    **dict.fromkeys(in_order("begann begonn"), "beginn"),
}
"""German verbs that change their vowel, by the ending of their root."""


@lru_cache(maxsize=1 << 15)
def roots(word: str) -> frozenset[str]:
    """Takes a folded word."""
    if len(word) <= _LEAST_SHORT or not word.isalpha():
        return frozenset((word, stem(word)))
    found = {word, stem(word), _cut(word, _FRENCH), _cut(word, _SPANISH), _cut(word, _GERMAN)}
    if m := _GERMAN_PARTICIPLE.match(word):
        found.add(_cut((m[1] or "") + m[2], _GERMAN))
    found |= {
        root.removesuffix(past) + present
        for root in tuple(found)
        for past, present in _ABLAUT.items()
        if root.endswith(past)
    }
    return frozenset(found)


def _cut(word: str, endings: tuple[str, ...]) -> str:
    for ending in endings:
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST:
            return word[: -len(ending)]
    return word


def roots_of(words: Iterable[str]) -> frozenset[str]:
    return frozenset().union(*map(roots, words))

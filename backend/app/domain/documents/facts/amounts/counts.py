"""Numbers that nobody wrote: how many employers, countries, certificates or results are cited."""

import re
from functools import lru_cache

from app.domain.documents.content import SourceKind
from app.domain.documents.facts.amounts.bounds import Bound
from app.domain.documents.facts.amounts.moments import Moment
from app.domain.documents.facts.amounts.quantity import Measure, Quantity
from app.domain.documents.facts.amounts.sameness import alike, is_called
from app.domain.documents.facts.sources.ground import Ground, Piece
from app.domain.documents.facts.words.roots import roots_of
from app.domain.shared.prose import fold, word_set

_PLACES = word_set(
    "locations places venues branches languages markets destinations "
    "countries states cities towns regions counties sites lander landern landes stadte stadten bundeslander "
    "pays villes regions departements paises ciudades regiones provincias"
)
_DEEDS = word_set(
    "changes improvements results figures measures achievements examples steps savings wins successes "
    "numbers "
    "ideas initiatives projects tasks things anderungen verbesserungen ergebnisse zahlen massnahmen erfolge "
    "beispiele erfolgen neuerungen changements ameliorations resultats chiffres mesures exemples chantiers "
    "reussites "
    "cambios mejoras resultados cifras medidas logros ejemplos iniciativas exitos"
)
_CERTIFICATES = word_set(
    "designations accreditations "
    "certificates certifications credentials qualifications licences licenses zertifikate zertifikaten "
    "zertifizierungen nachweise certificats certifications certificados certificaciones titulos"
)
_DEGREES = word_set("degrees abschlusse studienabschlusse diplomes titulos carreras")
_TIMES = word_set("time times occasion occasions")
_TWO = 2
_TWICE = re.compile(r"\btwice\b(?!\s+(?:as|the|an?|per|every|each|daily|weekly|monthly|yearly))", re.I)
_BOTH = re.compile(r"\bboth\s+(?:of\s+)?(?:the\s+|our\s+|my\s+|its\s+)?((?:[^\W\d_]+[\s-]?){1,3})", re.I)
_ROW = re.compile(r"\b(?:19|20)\d\d(?:,\s(?:19|20)\d\d)*,?\s(?:and|&)\s(?:19|20)\d\d\b")
"""Years, one after the other."""
_MOST_DEEDS = 5
_MOST_LISTED = 8
_PROPER = (
    r"(?:(?:the|den|der|die|la|las|le|les|l['\u2019]|los|el)\s?)?[^\W\d_a-z\u00e0-\u00ff][\w'\u2019.-]*"
    r"(?:\s[^\W\d_a-z\u00e0-\u00ff][\w'\u2019-]*)*"
)
_LAST = r",?\s(?:and|und|et|y|e|or|oder|ou|o|sowie|&)\s"
_ITEM = r"[^,;:.()]{2,90}?"


def counts_positions(quantity: Quantity, ground: Ground) -> bool:
    """`Two employers`, of two positions; also two countries, certificates or results that are cited."""
    if quantity.measure is not Measure.COUNT or quantity.bound is not Bound.EXACT:
        return False
    if is_called(quantity, "org") or is_called(quantity, "job"):
        return quantity.value in ground.counts or quantity.value in _employed(quantity, ground)
    counted = {quantity.unit, *quantity.head}
    if any(_is_both(quantity, p) or _is_as_many_years(quantity, p) for p in ground.pieces):
        return not _is_counted(quantity, ground)
    if counted & _PLACES:
        return _are_named(quantity, ground)
    return quantity.value > 1 and quantity.value in _cited(counted, ground)


def _is_both(quantity: Quantity, piece: Piece) -> bool:
    """`Two offices`, of both offices; `two times`, of twice."""
    if quantity.value != _TWO:
        return False
    if {quantity.unit, *quantity.head} & _TIMES:
        return _TWICE.search(piece.text) is not None
    named = _BOTH.findall(piece.text)
    return any(roots_of(map(fold, each.split())) & roots_of(quantity.head) for each in named)


def _is_as_many_years(quantity: Quantity, piece: Piece) -> bool:
    """`Two election nights`, of 2014 and 2016; `three times`, of three years."""
    told = [d.what for d in piece.facts.dates]
    years = {m.year for m in told if isinstance(m, Moment) and m.month is None}
    if len(years) != quantity.value or len(years) < _TWO or len(years) != len(told):
        return False
    if not _ROW.search(piece.text):
        return False
    return bool({quantity.unit, *quantity.head} & _TIMES or roots_of(quantity.head) & piece.facts.roots)


def _is_counted(quantity: Quantity, ground: Ground) -> bool:
    return any(alike(quantity, q) for p in ground.pieces for q in p.facts.quantities)


def _employed(quantity: Quantity, ground: Ground) -> tuple[int, ...]:
    owners = {p.owner for p in ground.pieces if p.owner}
    called = {
        p.owner
        for p in ground.pieces
        if p.source.field == "company" and p.facts.roots & roots_of(quantity.head)
    }
    return (len(owners), len(called)) if len(owners) > 1 else ()


def _cited(counted: set[str], ground: Ground) -> set[int]:
    found = set()
    if counted & _CERTIFICATES:
        issued = {p.source.id for p in ground.pieces if p.source.field == "issuer"}
        found.add(len(issued & {p.source.id for p in ground.pieces if p.source.kind is SourceKind.SKILL}))
    if counted & _DEGREES:
        found.add(len({p.source.id for p in ground.pieces if p.source.kind is SourceKind.EDUCATION}))
    if counted & _DEEDS:
        deeds = {p.source.id for p in ground.pieces if p.source.kind is SourceKind.ACHIEVEMENT}
        found.add(len(deeds) if len(deeds) <= _MOST_DEEDS else 0)
    return found


def _are_named(quantity: Quantity, ground: Ground) -> bool:
    """`Two countries`, where a source says `in Canada and Mexico`."""
    if not 1 < quantity.value <= _MOST_LISTED or quantity.value != int(quantity.value):
        return False
    if any(alike(quantity, q) for p in ground.pieces for q in p.facts.quantities):
        return False
    named, german = _names(int(quantity.value)), _names(int(quantity.value), nouns=True)
    return any((german if "de" in p.facts.languages else named).search(p.text) for p in ground.pieces)


@lru_cache(maxsize=64)
def _names(count: int, *, nouns: bool = False) -> re.Pattern[str]:
    """Just so many names, one after the other; `nouns`: where all nouns look like names."""
    apart = r"(?<![\w,] )" if nouns else r"(?<!\w)"
    return re.compile(
        rf"{apart}(?<!, ){_PROPER}(?:,\s{_PROPER}){{{count - 2}}}{_LAST}{_PROPER}(?![\w-]|,?\s(?:and|"
        rf"und|et|y)\s[A-Z])"
        if count > 2
        else rf"{_PROPER}{_LAST}{_PROPER}(?![\w-])"
    )


def lists_as_many(quantity: Quantity, text: str, ground: Ground) -> bool:
    """`Two changes: a checklist and an order`: what follows in the line is as many."""
    if quantity.measure is not Measure.COUNT or quantity.bound is not Bound.EXACT or not quantity.head:
        return False
    if not 1 < quantity.value <= _MOST_LISTED or quantity.value != int(quantity.value):
        return False
    if any(alike(quantity, q) for p in ground.pieces for q in p.facts.quantities):
        return False
    return _listing(int(quantity.value)).match(text, quantity.end) is not None


@lru_cache(maxsize=64)
def _listing(count: int) -> re.Pattern[str]:
    return re.compile(
        r"\s*(?:[^\W\d_]+[\s-]){0,5}?[^\W\d_]+\s?"
        rf"(?:[:(\u2013\u2014]\s?{_ITEM}(?:[,;]\s{_ITEM}){{{count - 2}}}(?:{_LAST}|,\s){_ITEM}"
        r"(?=[,.;:)\u2013\u2014]|$)"
        rf"|,\s{_PROPER}(?:,\s{_PROPER}){{{count - 2}}}{_LAST}{_PROPER}(?=[,.;:)\u2013\u2014]|$))"
    )

"""Words of a line that claim how far, how much, how often or how well, held against its ground."""

import re
from collections.abc import Iterator

from app.domain.documents.content import Source, SourceKind
from app.domain.documents.facts.amounts.derived import tells_by_year, tells_of_most
from app.domain.documents.facts.amounts.rhythms import OF_A_MONTH
from app.domain.documents.facts.checks.findings import Finding, refused
from app.domain.documents.facts.checks.implied import follows
from app.domain.documents.facts.checks.senses import is_otherwise_meant
from app.domain.documents.facts.reading.clauses import clause_at
from app.domain.documents.facts.reading.text_facts import Claiming, TextFacts, Token
from app.domain.documents.facts.receipt import ClaimKind
from app.domain.documents.facts.sources.ground import NAMING, Ground, Piece
from app.domain.documents.facts.sources.homes import carries, home_of
from app.domain.documents.facts.words.roots import roots
from app.domain.documents.facts.words.wordings import claimed_by, groups_of
from app.domain.shared.ids import ItemId
from app.domain.shared.prose import FUNCTION_WORDS, fold, word_set

_GERMAN_RATES = {"year": "jahres", "month": "monats"}
"""How compounds of it open: a `Jahresbudget` is one for each year."""
_KINDS = {"scope": ClaimKind.SCOPE, "frequency": ClaimKind.FREQUENCY, "level": ClaimKind.LEVEL}
_OF_THE_POST = NAMING | {"description"}
_STARTED = word_set(
    "set started start starting established establish launched launch began opened created create initiated"
)
"""Who set a thing up may say that he founded it."""
_IMPLIED = {
    "scope.leadership": ("scope.ownership", "scope.founding", "grants.leadership"),
    "frequency.day": ("grants.day",),
    "level.advanced": ("level.fluent",),
}
"""Who owns a thing runs it; who is fluent is advanced."""
_WHYS = {
    ClaimKind.SCOPE: "No cited source claims as much.",
    ClaimKind.FREQUENCY: "No cited source says that it was so often.",
    ClaimKind.LEVEL: "No cited source claims that level.",
}
_SEVERAL = 2
_TO_THE_WORD = frozenset({"scope.superlative", "scope.praise"})
_OF_MONEY = "budget"
_OF_TIME = re.compile(r"schedule|deadline|time|early")
_ELSEWHERE = 100
"""How much farther off another clause is than any word of the same."""
_TIMES = word_set(
    "day days night nights week weeks month months quarter year shift shifts morning mornings "
    "evening afternoon summer summers winter winters spring autumn season seasons weekend weekends "
    "year years fortnight fortnights "
    "hour term season monday tuesday wednesday thursday friday saturday sunday tag tage nacht woche "
    "monat quartal "
    "jahr schicht abend morgen jours jour nuits nuit semaines semaine mois trimestre ans annee soirs "
    "soir matins matin "
    "dias dia noches noche semanas semana meses mes trimestre anos ano turno turnos manana mananas "
    "tarde tardes"
)
RANKING = word_set(
    "supervisor manager head director leader lead chef chief foreman leiter leiterin meister "
    "responsable jefe jefa "
    "encargado encargada directeur directrice directora coordinator charge"
)
_PLAIN = {
    "elemental": word_set("analysis composition analyses testing content mapping"),
    "elementary": word_set("school schools teacher teachers education pupils"),
    "outstanding": word_set(
        "amount amounts balance balances bill bills claim claims case cases debt debts fee fees invoice "
        "invoices item items order orders payment payments request requests task tasks ticket tickets"
    ),
    "early": word_set("years childhood shift shifts morning mornings learning intervention"),
    "first": word_set("aid floor language languages"),
}
"""Words that praise, or tell a level, but not before these."""
_GRADES = word_set("a1 a2 b1 b2 c1 c2")
_EACH = word_set("each every all")
_LEVEL = word_set("at a level in proficiency")
_MOSTLY = word_set("mostly mainly largely chiefly primarily majority most")
_BOUNDS = word_set("hochstens bestenfalls meistens erstens letztens")
_YEAR = re.compile(r"\s+(?:19|20)\d\d\b")
"""`Im Jahr 2022` tells when, not how often."""
_BUT = re.compile(
    r"\s+(?:but|except|bar)\s+(?:for\s+)?(?:\d|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)",
    re.I,
)
"""`All but four`: how many is held as an amount."""
_ENDS = re.compile(r"\s*(?:[,.;:)]|$)")
_DAYS = word_set("monday tuesday wednesday thursday friday saturday sunday")
_WITHIN = word_set("within inside in under than for innerhalb binnen dans dentro")
_FIRST = word_set("first erst zuerst erste premier primero")
_THEN = word_set("then now later since dann jetzt spater puis ensuite aujourd'hui luego despues ahora")


def scope_findings(line: TextFacts, ground: Ground) -> Iterator[Finding]:
    told = set()
    for claim in line.claiming:
        kind = _KINDS.get(claim.name.partition(".")[0])
        if kind is None or (claim.name, claim.start) in told or _is_harmless(claim, line, ground):
            continue
        told.add((claim.name, claim.start))
        if not _claims(claim, line, ground) and not follows(claim, line, ground):
            yield refused(kind, claim.written, claim.start, _WHYS[kind])


def _is_harmless(claim: Claiming, line: TextFacts, ground: Ground) -> bool:
    """Part of a number, of what the item is, of how often, of what is not so, of an order in time."""
    if _is_part_of_another(claim, line):
        return True
    word = fold(claim.written)
    if claim.name == "frequency.twice" and "kind.award" not in ground.kinds:
        return line.text[claim.end : claim.end + 1] != "-"
    level = claim.name.startswith("level.")
    if _is_no_level(word, ground) if level else claimed_by(word) & ground.kinds:
        return True
    after = [t.word for t in line.tokens if t.start >= claim.end]
    before = [t.word for t in line.tokens if t.end <= claim.start]
    if is_otherwise_meant(claim, line, ground, before, after):
        return True
    if claim.name.startswith("frequency.") and (
        _WITHIN & set(before[-1:]) or _YEAR.match(line.text, claim.end)
    ):
        return True
    if _is_plain(fold(claim.written), after):
        return True
    if claim.name == "scope.totality":
        if word == "all" and _BUT.match(line.text, claim.end):
            return True
        in_sum = word == "all" and before[-1:] == ["in"] and _ENDS.match(line.text, claim.end)
        return bool((word == "every" and _EACH & ground.words) or _TIMES & set(after[:2]) or in_sum)
    if word == "most" and (_MOSTLY & ground.words or any(tells_of_most(p.facts) for p in ground.pieces)):
        return True
    first = claim.name == "scope.superlative" and fold(claim.written) in _FIRST
    return first and bool(_THEN & set(after))


def _is_part_of_another(claim: Claiming, line: TextFacts) -> bool:
    within = any(q.start <= claim.start < q.end for q in line.quantities)
    return within or any(t.denied for t in line.tokens if t.start == claim.start)


def _is_plain(word: str, after: list[str]) -> bool:
    """A bound, as `höchstens`, or a word that praises, but not before these."""
    return word in _BOUNDS or bool(_PLAIN.get(word, frozenset()) & set(after[:1]))


def _claims(claim: Claiming, line: TextFacts, ground: Ground) -> bool:
    names = (claim.name, *_IMPLIED.get(claim.name, ()))
    sources = [
        p.source
        for p in ground.pieces
        if any(name in p.facts.names and not _is_of_the_post(name, p) for name in names)
    ]
    if claim.name == "scope.founding" and fold(claim.written) in ("founded", "founding"):
        sources += [p.source for p in ground.pieces if p.facts.words & _STARTED]
    if claim.name in _TO_THE_WORD:
        sources = [p.source for p in ground.pieces if p.source in sources and _repeats(claim, p)]
    if claim.name.startswith("frequency."):
        sources = _as_often(claim, line, ground, sources)
    if claim.name == "scope.success":
        sources = [p.source for p in ground.pieces if p.source in sources and _is_as_well_done(claim, p)]
    if claim.name == "scope.leadership" and _titled(claim, line, ground):
        return True
    if claim.name == "scope.charge" and not _helped(claim, line, ground):
        return True
    if not sources:
        return False
    if claim.name.startswith("level."):
        return _levels(claim, line, ground, sources)
    home = home_of(line, ground, claim.start, but=claim.name)
    return any(home.holds(source) for source in sources)


def _as_often(claim: Claiming, line: TextFacts, ground: Ground, sources: list[Source]) -> list[Source]:
    """Of the sources, those that tell the same rhythm, and those that tell it in other words."""
    rate = claim.name.partition(".")[2]
    pieces = ground.pieces
    sources = [p.source for p in pieces if p.source in sources and _is_as_often(claim, p)]
    sources += [p.source for p in pieces if any(q.rate == rate for q in p.facts.quantities)]
    if of_that := _GERMAN_RATES.get(rate):
        sources += [p.source for p in pieces if any(w.startswith(of_that) for w in p.facts.words)]
    if rate == "week" and not OF_A_MONTH.search(line.text):
        by_month = [p.source for p in pieces if OF_A_MONTH.search(p.text)]
        sources = [source for source in sources if source not in by_month]
    if rate == "year":
        sources += [p.source for p in pieces if tells_by_year(p.facts)]
    return sources


def _is_as_often(claim: Claiming, piece: Piece) -> bool:
    """A Sunday is no Saturday; nor is one Saturday a month a Saturday a week."""
    days = {t.word.removesuffix("s") for t in piece.facts.tokens} & _DAYS
    told = fold(claim.written).removesuffix("s")
    if told in _DAYS:
        return told in days or not days
    others = {c.name for c in piece.facts.claiming if fold(c.written).removesuffix("s") not in _DAYS}
    return claim.name in others or not any(name.startswith("frequency.") for name in others)


def _is_as_well_done(claim: Claiming, piece: Piece) -> bool:
    """To be early is not to be cheap."""
    told = [c for c in piece.facts.claiming if c.name == claim.name]
    cheap = _OF_MONEY in fold(claim.written)
    if not cheap and not _OF_TIME.search(fold(claim.written)):
        return True
    return any((_OF_MONEY in fold(c.written)) is cheap for c in told)


def _is_of_the_post(name: str, piece: Piece) -> bool:
    """Who is called a head leads what the title names, and not whatever is told of the post."""
    return name == "grants.leadership" and piece.source.field == "title"


def _is_no_level(word: str, ground: Ground) -> bool:
    """The word of a source that speaks of no skill, such as an authority; or a level as it stands there."""
    if word in ground.words and not any(p.source.kind is SourceKind.SKILL for p in ground.pieces):
        return True
    levels = [p for p in ground.pieces if p.source.field == "proficiency"]
    return len(levels) == 1 and set(word.split()) - _LEVEL <= {t.word for t in levels[0].facts.tokens}


def _repeats(claim: Claiming, piece: Piece) -> bool:
    """To be the first is not to be the best, and an award of the quarter is none of the year."""
    phrase = fold(claim.written).replace("-", " ")
    words = phrase.split()
    if len(words) > 1:
        told = set(words) - FUNCTION_WORDS
        return (bool(told) and told <= piece.facts.words) or claim.name == "scope.superlative"
    groups = groups_of(phrase)
    return any(
        roots(phrase) & roots(t.word) or groups & groups_of(t.word)
        for t in piece.facts.tokens
        if claim.name in claimed_by(t.word)
    )


def _helped(claim: Claiming, line: TextFacts, ground: Ground) -> bool:
    """Whether what a clause, or the line, is about was only helped with."""
    home = home_of(line, ground, claim.start, but=claim.name)
    return any(
        "hedge.share" in p.facts.names and p.source.field not in NAMING and home.holds(p.source)
        for p in ground.pieces
    )


def _titled(claim: Claiming, line: TextFacts, ground: Ground) -> bool:
    """Who held the title of a supervisor of something may say that he supervised it, and no more."""
    start, end = clause_at(line.clauses, claim.start)
    told = [t for t in line.tokens if start <= t.start < end and carries(t) and t.start != claim.start]
    told = [t for t in told if not t.denied and not t.word.isdigit() and not _is_amount(t, line)]
    for piece in ground.pieces:
        if piece.source.field == "title" and RANKING & {t.word for t in piece.facts.tokens}:
            names = [p for p in ground.pieces if p.owner == piece.owner and p.source.field in _OF_THE_POST]
            if told and all(any(_names(t, p) for p in names) for t in told):
                return True
    return False


def _is_amount(token: Token, line: TextFacts) -> bool:
    """Part of a number or a date, which are held by themselves."""
    if any(q.start <= token.start < q.unit_end for q in line.quantities):
        return True
    return any(d.start <= token.start < d.end for d in line.dates)


def _levels(claim: Claiming, line: TextFacts, ground: Ground, sources: list[Source]) -> bool:
    """A level belongs to the item whose name stands nearest, and is the very one of a certificate."""
    sources = [p.source for p in ground.pieces if p.source in sources and _graded(claim, p, ground)]
    if not sources:
        return False
    at = next(n for n, t in enumerate(line.tokens) if t.end > claim.start)
    part = clause_at(line.clauses, claim.start)
    apart: dict[ItemId, int] = {}
    for piece in ground.pieces:
        if piece.source.kind is SourceKind.SKILL and piece.source.field == "name":
            near = [
                abs(n - at) + _ELSEWHERE * (clause_at(line.clauses, t.start) != part)
                for n, t in enumerate(line.tokens)
                if _names(t, piece)
            ]
            apart[piece.source.id] = min(near, default=_ELSEWHERE * len(line.tokens))
    if len(apart) < _SEVERAL:
        return True
    nearest = min(apart.values())
    return any(apart.get(source.id) == nearest for source in sources)


def _graded(claim: Claiming, piece: Piece, ground: Ground) -> bool:
    level = fold(claim.written)
    if not {claim.name, *_IMPLIED.get(claim.name, ())} & piece.facts.names:
        return False
    if level in _GRADES:
        return level in piece.facts.words or not _GRADES & piece.facts.words
    return ground.kinds != {"kind.certificate"} or bool(roots(level) & piece.facts.roots)


def _names(token: Token, piece: Piece) -> bool:
    return bool(roots(token.word) & piece.facts.roots or groups_of(token.word) & piece.facts.groups)

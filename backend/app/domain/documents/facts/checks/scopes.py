"""Words of a line that claim how far, how much, how often or how well, held against its ground."""

import re
from collections.abc import Iterator

from app.domain.documents.content import Source, SourceKind
from app.domain.documents.facts.amounts.derived import tells_of_most
from app.domain.documents.facts.checks.findings import Finding, refused
from app.domain.documents.facts.checks.senses import is_kept_with, is_otherwise_meant
from app.domain.documents.facts.checks.senses_abroad import names_service
from app.domain.documents.facts.reading.clauses import clause_at
from app.domain.documents.facts.reading.text_facts import Claiming, TextFacts, Token
from app.domain.documents.facts.receipt import ClaimKind
from app.domain.documents.facts.sources.ground import NAMING, Ground, Piece
from app.domain.documents.facts.sources.homes import carries, home_of
from app.domain.documents.facts.words.roots import roots
from app.domain.documents.facts.words.wordings import claimed_by, groups_of
from app.domain.shared.ids import ItemId
from app.domain.shared.prose import FUNCTION_WORDS, fold, word_set

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
_SHARES = {
    "hedge.share": "The source says that the person helped with it or took part.",
    "hedge.plan": "The source says that it was planned or tried, not that it was done.",
    "hedge.unfinished": "The source says that it was not finished or won.",
}
_ONE_OF = ("one of the", "one of")
_IN = re.compile(r"\b(?:on|in|at|for|to|of|from)\s+$", re.I)
"""On one of the wards: the person is none of them."""
_LEAST_DEED = 2
_BRIEF = 10
_TO_THE_WORD = frozenset({"scope.superlative", "scope.praise"})
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
_WITH = word_set("with alongside mit avec con junto together zusammen ensemble")
RANKING = word_set(
    "supervisor manager head director leader lead chef chief foreman leiter leiterin meister "
    "responsable jefe jefa "
    "encargado encargada directeur directrice directora coordinator charge"
)
_PLAIN = {
    "elementary": word_set("school schools teacher teachers education pupils"),
    "outstanding": word_set(
        "amount amounts balance balances bill bills claim claims case cases debt debts fee fees invoice "
        "invoices item items order orders payment payments request requests task tasks ticket tickets"
    ),
    "early": word_set("years childhood shift shifts morning mornings learning intervention"),
    "first": word_set("aid floor language languages"),
}
"""Words that praise, or tell a level, but not before these."""
_TELLS_MORE = re.compile(r"\s+(?:qui|que)\s", re.I)
_GRADES = word_set("a1 a2 b1 b2 c1 c2")
_EACH = word_set("each every all")
_LEVEL = word_set("at a level in proficiency")
_MOSTLY = word_set("mostly mainly largely chiefly primarily majority most")
_BOUNDS = word_set("hochstens bestenfalls meistens erstens letztens")
_CARED = re.compile(r"begleit")
"""Behind its object it tells of care as often as of help."""
_YEAR = re.compile(r"\s+(?:19|20)\d\d\b")
"""`Im Jahr 2022` tells when, not how often."""
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
        if not _claims(claim, line, ground):
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
        rate = claim.name.partition(".")[2]
        sources = [p.source for p in ground.pieces if p.source in sources and _is_as_often(claim, p)]
        sources += [p.source for p in ground.pieces if any(q.rate == rate for q in p.facts.quantities)]
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


def _is_as_often(claim: Claiming, piece: Piece) -> bool:
    """A Sunday is no Saturday; nor is one Saturday a month a Saturday a week."""
    days = {t.word.removesuffix("s") for t in piece.facts.tokens} & _DAYS
    told = fold(claim.written).removesuffix("s")
    if told in _DAYS:
        return told in days or not days
    others = {c.name for c in piece.facts.claiming if fold(c.written).removesuffix("s") not in _DAYS}
    return claim.name in others or not any(name.startswith("frequency.") for name in others)


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
    if len(apart) < _LEAST_DEED:
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


def hedge_findings(line: TextFacts, ground: Ground) -> Iterator[Finding]:
    """`Helped build` is not `Built`; a bare name claims no deed."""
    if len(line.tokens) < _LEAST_DEED:
        return
    if not _SHARES.keys() & ground.names:
        return
    told = line.names | {"hedge.share"} if _shares(line) else line.names
    if not {c.name for p in ground.pieces for c in p.facts.claiming if c.name in _SHARES} - told:
        return
    for start, end in line.clauses:
        said = [t for t in line.tokens if start <= t.start < end and carries(t) and not t.denied]
        said = [t for t in said if not any(q.start <= t.start < q.end for q in line.quantities)]
        if not said:
            continue
        words = [(roots(t.word), groups_of(t.word)) for t in said if not _places(t, ground)]
        closest = _closest(words, ground)
        for name in sorted({name for piece in closest for name in _hedged(piece, words)} - told):
            yield refused(ClaimKind.SCOPE, said[0].written, said[0].start, _SHARES[name])


def _places(token: Token, ground: Ground) -> bool:
    """Whether it is a name that says where: it tells no deed."""
    where = [p for p in ground.pieces if p.source.field in ("company", "location")]
    return not token.written[0].islower() and any(token.word in p.facts.words for p in where)


def _shares(line: TextFacts) -> bool:
    """Whether it says that others did it too: `our team`, `with the owner`."""
    names = line.names
    if names & {"scope.leadership", "scope.founding", "scope.ownership"}:
        return False
    if "soft.share" in names:
        return True
    for n, token in enumerate(line.tokens):
        if token.word in _WITH and any(
            {"noun.people", "noun.superior"} & claimed_by(t.word) for t in line.tokens[n + 1 : n + 5]
        ):
            return True
    return False


def _shared(words: list[tuple[frozenset[str], frozenset[int]]], piece: Piece) -> tuple[int, int]:
    """How many of the words it says, and how many of them as they are."""
    same = [bool(r & piece.facts.roots) for r, _ in words]
    other = [bool(g & piece.facts.groups) for _, g in words]
    return sum(a or b for a, b in zip(same, other, strict=True)), sum(same)


def _closest(words: list[tuple[frozenset[str], frozenset[int]]], ground: Ground) -> list[Piece]:
    """The passages of the item that tells most of it; none when a title or a name tells more."""
    shared = [
        (
            _shared(words, p),
            p.source.field not in NAMING,
            -n,
        )
        for n, p in enumerate(ground.pieces)
    ]
    best = max(shared, default=((0, 0), False, 0))
    if not best[0][0] or not best[1] or any(s[0] == best[0] and not s[1] for s in shared):
        return []
    closest = ground.pieces[-best[2]]
    same = [
        p for p, s in zip(ground.pieces, shared, strict=True) if s[0][0] and p.source.id == closest.source.id
    ]
    return [p for p in same if p.source.field not in NAMING]


def _reach(facts: TextFacts, place: int) -> tuple[int, int]:
    """The clause around a place, with the one that tells more of it: `a team that opened the shop`."""
    at = next((n for n, p in enumerate(facts.clauses) if p[0] <= place < p[1]), None)
    if at is None:
        return 0, len(facts.text)
    start, end = facts.clauses[at]
    if at + 1 < len(facts.clauses) and _TELLS_MORE.match(facts.text, end):
        end = facts.clauses[at + 1][1]
    return start, end


def _hedged(piece: Piece, words: list[tuple[frozenset[str], frozenset[int]]]) -> set[str]:
    """The hedges that the piece puts before, or beside, what the words say."""
    facts = piece.facts
    if not any(claim.name in _SHARES for claim in facts.claiming):
        return set()
    shared = [t for t in facts.tokens if any(roots(t.word) & r or groups_of(t.word) & g for r, g in words)]
    shared = [t for t in shared if carries(t)]
    found = set()
    for claim in facts.claiming:
        if claim.name not in _SHARES:
            continue
        part = _reach(facts, claim.start)
        within = [t for t in shared if part[0] <= t.start < part[1] and t.start != claim.start]
        after = [t for t in within if t.start > claim.start]
        at = next((t for t in facts.tokens if t.start == claim.start), None)
        if at and (at.denied or is_kept_with(at, facts) or names_service(at, facts)):
            continue
        if claim.written in _ONE_OF and _IN.search(facts.text[: claim.start]):
            continue
        brief = len(facts.tokens) <= _BRIEF and claim.name == "hedge.unfinished"
        last = within and "de" in facts.languages and not _CARED.match(fold(claim.written))
        if after or last or (shared and brief):
            found.add(claim.name)
    return found

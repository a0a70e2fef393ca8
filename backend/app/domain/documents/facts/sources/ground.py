"""What a line's sources say, taken together: the ground it stands on."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from app.domain.documents.content import Source, SourceKind
from app.domain.documents.facts.amounts.changes import Change, changes
from app.domain.documents.facts.amounts.moments import Moment, Stretch
from app.domain.documents.facts.amounts.quantity import Quantity
from app.domain.documents.facts.reading.clauses import clause_at
from app.domain.documents.facts.reading.short_forms import initials_in, is_abbreviation, parts_of_short
from app.domain.documents.facts.reading.text_facts import TextFacts
from app.domain.documents.facts.words.roots import roots, roots_of
from app.domain.documents.facts.words.turns import DENIED, LANGUAGES, Told, say_the_same, told_by
from app.domain.documents.facts.words.wordings import generals_of, groups_in, groups_of, specials_of
from app.domain.shared.ids import ItemId
from app.domain.shared.prose import FUNCTION_WORDS, fold
from app.domain.shared.skills import canonical

NAMING = frozenset({"title", "company", "location", "full_name", "headline"})
"""Fields that name, and tell nothing."""
_INSTEAD = re.compile(r"\b(?:instead of|rather than|(?:an)?statt|au lieu d[e']|en (?:vez|lugar) de)\b", re.I)
_SPARING = re.compile(
    r"\bwithout\s+(?:los|cutt|mov|cancel|cancell|dropp|clos|interrupt|disturb|stopp|reduc|rais|increas|"
    r"shutt|delay|disrupt|break|chang|harm|damag)ing\b|\bnever\s+(?:missed|lost|skipped|cancelled)\b",
    re.I,
)
_PASSIVE = re.compile(
    r"\b(?:was|were|been|being|got)\s+(?:\w+ly\s+)?([a-z]{3,}(?:ed|en|ught|ept))\s+(?:\w+\s+){0,2}?by\b", re.I
)
_REACH = 60
"""Characters after it."""
_WAYS = frozenset({"way.up", "way.down"})
_BEFORE_NOUNS = ("under", "off", "on", "over", "out")
"""`Under water`, where a source says `underwater`."""
_LONG = 8
_LEAST_PART = 5


@dataclass(frozen=True, slots=True)
class Piece:
    """One passage that a line may rest on."""

    source: Source
    text: str
    facts: TextFacts
    owner: ItemId | None = None
    """The position that it stands under, or is."""


@dataclass(frozen=True, slots=True)
class Worked:
    """Months of work."""

    cited: tuple[int, ...]
    """That the cited positions cover, each and together."""
    by_employer: Mapping[str, tuple[int, ...]]
    """With each employer, cited or not, by its name."""


class Ground:
    def __init__(
        self,
        pieces: tuple[Piece, ...],
        *,
        stretches: frozenset[Stretch],
        worked: Worked,
        moments: frozenset[Moment],
        kinds: frozenset[str] = frozenset(),
        counts: tuple[int, ...] = (),
    ) -> None:
        self.pieces = pieces
        self.stretches = stretches | {
            d.what for p in pieces for d in p.facts.dates if isinstance(d.what, Stretch)
        }
        self.moments = moments | frozenset(_moments(pieces)) | frozenset(_ends(self.stretches))
        self.months = worked.cited
        self.tenures = worked.by_employer
        self.kinds = kinds
        """What the cited items are, such as `kind.certificate`."""
        self.counts = counts
        """How many positions are cited, and with how many employers."""
        self.ends = frozenset[Moment]()
        if pieces and all(p.source.kind is SourceKind.EDUCATION for p in pieces):
            self.ends = frozenset(s.end for s in self.stretches if s.end)
        """When studies ended: a bare year of theirs means this."""
        self.listed_only = bool(pieces) and all(p.source.kind is SourceKind.SKILL for p in pieces)
        self._items: dict[object, tuple[frozenset[str], frozenset[int]]] | None = None

    @cached_property
    def words(self) -> frozenset[str]:
        return frozenset().union(*(p.facts.words for p in self.pieces))

    @cached_property
    def roots(self) -> frozenset[str]:
        return frozenset().union(*(p.facts.roots for p in self.pieces))

    @cached_property
    def own_fields(self) -> frozenset[int]:
        """The groups of the names of fields that the person added."""
        named = (p.source.field or "" for p in self.pieces)
        parts = (field.split(".")[1] for field in named if field.startswith("custom_fields."))
        return groups_in(fold(word) for part in parts for word in part.split("_"))

    @cached_property
    def groups(self) -> frozenset[int]:
        return frozenset().union(*(p.facts.groups for p in self.pieces))

    @cached_property
    def specials(self) -> frozenset[int]:
        return frozenset().union(*(p.facts.specials for p in self.pieces))

    @cached_property
    def denied_roots(self) -> frozenset[str]:
        return frozenset().union(*(p.facts.denied_roots for p in self.pieces))

    @cached_property
    def compared_roots(self) -> frozenset[str]:
        """Of what something else took the place of: it was there, too."""
        return roots_of(
            t.word
            for p in self.pieces
            for m in _INSTEAD.finditer(p.text)
            for t in p.facts.tokens
            if t.denied and m.start() <= t.start < m.end() + _REACH
        )

    @cached_property
    def spared_roots(self) -> frozenset[str]:
        """Of what nothing was done to: `without losing any funding` tells that there was funding."""
        return roots_of(
            t.word
            for p in self.pieces
            for m in _SPARING.finditer(p.text)
            for t in p.facts.tokens
            if t.denied and m.end() <= t.start < m.end() + _REACH
        )

    @cached_property
    def ways(self) -> frozenset[str]:
        """Whether something rose or fell: whatever the verb, `raised` and `lifted` tell the same."""
        apart = {c.after.value - c.before.value for c in self.changes}
        return _WAYS & (self.names | {"way.up" if each > 0 else "way.down" for each in apart})

    @cached_property
    def names(self) -> frozenset[str]:
        """Of what it claims."""
        return frozenset().union(*(p.facts.names for p in self.pieces))

    @cached_property
    def unsaid(self) -> frozenset[str]:
        """What goes without saying: what the cited items are, and whether something rose or fell."""
        return self.kinds | self.ways

    @cached_property
    def quantities(self) -> tuple[tuple[Quantity, Piece], ...]:
        return tuple((q, p) for p in self.pieces for q in p.facts.quantities)

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        return tuple(c for p in self.pieces for c in changes(p.facts))

    @cached_property
    def suffered(self) -> tuple[str, ...]:
        """What was done to the person by others, in small letters."""
        return tuple(m[1].casefold() for p in self.pieces for m in _PASSIVE.finditer(p.text))

    def denies(self, word: str) -> bool:
        """Whether a source says that it is not so, in these words or others."""
        if roots(word) & self.denied_roots:
            return True
        told = [t.word for p in self.pieces for t in p.facts.tokens if t.denied]
        if len(word) >= _LEAST_PART and any(_is_part(word, other) or _is_part(other, word) for other in told):
            return True
        if groups_of(word) & groups_in(told) or f"un{word}" in self.words:
            return True
        if any(generals_of(word) & specials_of(other) for other in told):
            return True
        if len(word) >= _LEAST_PART and any(f"{before}{word}" in told for before in _BEFORE_NOUNS):
            return True
        return self.is_romance and say_the_same(word, (d for d in told if d not in FUNCTION_WORDS))

    def denies_near(self, word: str) -> bool:
        """Whether it follows a denial in its clause: `without the help of an engineer`."""
        return bool(roots(word) & self._beside_denials)

    @cached_property
    def _beside_denials(self) -> frozenset[str]:
        return roots_of(
            t.word
            for p in self.pieces
            for denied in p.facts.tokens
            if denied.denied
            for t in p.facts.tokens
            if denied.start <= t.start < clause_at(p.facts.clauses, denied.start)[1]
        )

    @cached_property
    def is_romance(self) -> bool:
        """Whether a source may be French or Spanish."""
        return any(LANGUAGES & p.facts.languages for p in self.pieces)

    @cached_property
    def turns(self) -> Mapping[str, Told]:
        """What its words and phrases say in French and in Spanish."""
        runs = [
            " ".join(f"{DENIED if t.denied else ''}{t.word}" for t in p.facts.tokens) for p in self.pieces
        ]
        return {language: told_by(language, runs) for language in sorted(LANGUAGES)}

    @cached_property
    def long_words(self) -> tuple[str, ...]:
        return tuple(sorted(word for word in self.words if len(word) >= _LONG))

    @cached_property
    def initials(self) -> frozenset[str]:
        """Of every run of words that could be abbreviated."""
        return frozenset().union(*(initials_in(p.facts) for p in self.pieces))

    @cached_property
    def abbreviations(self) -> frozenset[str]:
        return frozenset(
            t.word
            for p in self.pieces
            for t in p.facts.tokens
            if p.source.field != "location" and is_abbreviation(t)
        )

    @cached_property
    def mixed(self) -> tuple[tuple[str, ...], ...]:
        """The parts of its abbreviations that have small letters, such as `DipHE`."""
        found = (parts_of_short(t.written) for p in self.pieces for t in p.facts.tokens)
        return tuple(dict.fromkeys(parts for parts in found if parts))

    @cached_property
    def places(self) -> frozenset[str]:
        """Abbreviated, as `SC` of South Carolina."""
        where = (p for p in self.pieces if p.source.field == "location")
        return frozenset(t.word for p in where for t in p.facts.tokens if is_abbreviation(t))

    def by_item(self, key: Callable[[Source], object]) -> dict[object, tuple[frozenset[str], frozenset[int]]]:
        """The roots of each item, and the groups of its words."""
        if self._items is None:
            self._items = {}
            prose = [p for p in self.pieces if p.source.field not in NAMING] or list(self.pieces)
            for piece in prose:
                known, groups = self._items.get(key(piece.source), (frozenset(), frozenset()))
                self._items[key(piece.source)] = (known | piece.facts.roots, groups | piece.facts.groups)
        return self._items

    def names_skill(self, piece: Piece, name: str) -> bool:
        if any(m.name == name for m in piece.facts.skills):
            return True
        return _lists_a_skill(piece.source) and canonical(piece.text) == name

    @cached_property
    def skills(self) -> frozenset[str]:
        """By their usual names."""
        named = {m.name for p in self.pieces for m in p.facts.skills}
        listed = {canonical(p.text) for p in self.pieces if _lists_a_skill(p.source)}
        return frozenset(named | listed)

    @cached_property
    def denied_skills(self) -> frozenset[str]:
        return frozenset(m.name for p in self.pieces for m in p.facts.denied_skills)

    @cached_property
    def ranks(self) -> frozenset[str]:
        return frozenset().union(*(p.facts.ranks for p in self.pieces))


def _is_part(word: str, other: str) -> bool:
    """`Schweißen`, of Schweißarbeiten."""
    return len(other) >= len(word) and other.startswith(word.removesuffix("n").removesuffix("e"))


def _lists_a_skill(source: Source) -> bool:
    field = (source.field or "").split(".")[0]
    return (source.kind, field) in ((SourceKind.SKILL, "name"), (SourceKind.PROJECT, "technologies"))


def _moments(pieces: Iterable[Piece]) -> Iterable[Moment]:
    for piece in pieces:
        for each in piece.facts.dates:
            if isinstance(each.what, Moment):
                yield each.what


def _ends(stretches: Iterable[Stretch]) -> Iterable[Moment]:
    for stretch in stretches:
        yield stretch.start
        if stretch.end:
            yield stretch.end

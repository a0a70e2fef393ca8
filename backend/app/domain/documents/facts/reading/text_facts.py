"""Everything in a text that can be held against another."""

import re
from abc import abstractmethod
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import NamedTuple, Protocol

from app.domain.documents.facts.amounts.moments import Dated, dated
from app.domain.documents.facts.amounts.quantities import quantities
from app.domain.documents.facts.amounts.quantity import Quantity
from app.domain.documents.facts.reading.clauses import clauses
from app.domain.documents.facts.reading.contacts import Address, addresses
from app.domain.documents.facts.words.roots import roots_of
from app.domain.documents.facts.words.turns import LANGUAGES as ROMANCE
from app.domain.documents.facts.words.wordings import (
    claimed_by,
    claimed_in,
    groups_in,
    idle_in,
    phrases_in,
    specials_of,
)
from app.domain.shared.cues import Cue, Spoken, spoken
from app.domain.shared.degrees import NamedDegree, degrees_in
from app.domain.shared.denials import denied
from app.domain.shared.prose import FUNCTION_WORDS, fold, word_set
from app.domain.shared.ranks import ranks_in
from app.domain.shared.skills import Mention, mentions
from app.domain.shared.stretches import Stretches


class _Placed(Protocol):
    @property
    @abstractmethod
    def start(self) -> int: ...

    @property
    @abstractmethod
    def end(self) -> int: ...


_TOKEN = re.compile(r"[^\W_]+(?:[.'\u2019&][^\W_]+)*[+#]*")
_HYPHENATED = re.compile(r"(?<![^\W_])[^\W_]+(?:-[^\W_]+)+")
_ELIDED = re.compile(r"^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)['\u2019](?=\w)", re.I)
_ABSENT = re.compile(
    r"\b(?:zero|null|z\u00e9ro|cero)[\s-]+(?:no\s+|non[\s-]+)?[^\W\d_]+|\b[^\W\d_]+-free\b|"
    r"\b(?!\w+ed\b|offer|give|gave|for\b|is\b|was\b|are\b|were\b|be\b|and\b)[^\W\d_]+\sfree"
    r"(?=\s*(?:[.,;:)]|$|\b(?:for|since|throughout|over)\b))|"
    r"\b[^\W\d_]{4,}frei(?:e[nrsm]?)?\b|\bun(?=supervised\b)\w+|"
    r"\b(?:free of|frei von|sans|libre de)\s+[^\W\d_]+",
    re.I,
)
"""Things that there were none of."""
_ABSENT_CUE = Cue(word_set("zero null z\u00e9ro cero free sans libre unsupervised"), ("frei",))
_PARTICLES = word_set(
    "an auf aus ab ein mit um vor nach her hin weiter durch zusammen zuruck bei fest teil "
    "los bereit sicher frei instand statt fort voran hinzu dar zu entgegen uber unter wieder weg"
)
_PRETERITE = re.compile(
    r".{3,}(?:te|ten|t|e|en)$|(?:nahm|gab|fuhr|hielt|zog|lief|ging|kam|trug|half|wies|schloss|hob|"
    r"fing|bot|griff|grub|las|lud|rief|riet|sah|schlug|schnitt|schob|schrieb|schuf|sprach|stieg|trieb|warb|"
    r"warf|wusch|fand|band|floss|goss|flog)(?:en)?$"
)
_BEYOND_DOUBT = re.compile(
    r".{3,}te(?<!alte)(?<!letzte)(?<!erste)(?<!gute)(?<!beste)n?$|(?:nahm|gab|fuhr|hielt|zog|lief|ging|kam|trug|"
    r"half|wies|schloss|hob|fing|bot|griff|grub|las|lud|rief|riet|sah|schlug|schnitt|schob|schrieb|schuf|sprach|"
    r"stieg|trieb|warb|warf|wusch|fand|band|floss|goss|flog|trat|bat)(?:en)?$"
)
_RELATIVE = word_set("that which who")
_DONE = frozenset({"scope.leadership", "grants.leadership", "scope.ownership", "scope.founding"})
_FINITE = re.compile(rf"{_PRETERITE.pattern}|.{{3,}}(?:st|en|et|t)$|(?:zieht|gibt|nimmt|hilft)$")
_SUBJECTS = word_set("ich wir man")
_PAUSE = re.compile(r"[^\s\w/&'\u2019\u2010\u2011-]")
_WITHOUT = ("sans ", "sin ", "without ", "ohne ")
_OWNER = re.compile(r"['\u2019]s?$")


class Token(NamedTuple):
    """A tuple, for there is one to every word of a text."""

    written: str
    word: str
    """Folded, without elided article or possessive."""
    start: int
    end: int
    denied: bool


class Claiming(NamedTuple):
    """A word or phrase that claims a scope, a level, a frequency."""

    name: str
    written: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class TextFacts:
    text: str
    languages: frozenset[str]
    """That it may be in: ISO 639-1."""
    tokens: tuple[Token, ...]
    clauses: tuple[tuple[int, int], ...]
    words: frozenset[str]
    """What it affirms, folded."""
    roots: frozenset[str]
    denied_roots: frozenset[str]
    groups: frozenset[int]
    """Of words that say the same as those it affirms."""
    specials: frozenset[int]
    """Of words that are more general than those it affirms."""
    phrased: tuple[tuple[int, int, frozenset[int]], ...]
    """Where phrases stand that say the same as a word, and its groups."""
    idle: tuple[tuple[int, int], ...]
    """Where turns of phrase stand that say nothing."""
    skills: tuple[Mention, ...]
    denied_skills: tuple[Mention, ...]
    quantities: tuple[Quantity, ...]
    dates: tuple[Dated, ...]
    addresses: tuple[Address, ...]
    ranks: frozenset[str]
    degrees: tuple[NamedDegree, ...]
    claiming: tuple[Claiming, ...]
    names: frozenset[str]
    """Of what it claims so."""
    run: str
    """Its words with one space between and around: what a phrase is looked up in."""
    spoken: Spoken
    """What a pattern is first looked for in."""

    def claimed(self) -> Stretches:
        """Where its skills, numbers, dates, addresses and degrees stand: each has a rule of its own."""
        return Stretches(
            (each.start, each.end)
            for each in chain[_Placed](self.skills, self.quantities, self.dates, self.addresses, self.degrees)
        )


def facts_of(text: str, *, languages: frozenset[str] = frozenset({"en"})) -> TextFacts:
    said = spoken(text)
    stretches = _not_so(text, said)
    tokens = _tokens(text, stretches, parted="de" in languages or not languages & ROMANCE)
    named = mentions(text)
    dates, contacts = dated(text), addresses(text)
    masked = Stretches([*((d.start, d.end) for d in dates), *((c.start, c.end) for c in contacts)])
    affirmed = frozenset(t.word for t in tokens if not t.denied)
    content = affirmed - FUNCTION_WORDS
    run = f" {' '.join(t.word for t in tokens)} "
    hyphenated = tuple(_HYPHENATED.finditer(text)) if "-" in text else ()
    claiming = _claiming(hyphenated, tokens, run, masked)
    phrased = tuple(_phrased(tokens, run))
    return TextFacts(
        text=text,
        languages=languages,
        tokens=tokens,
        clauses=clauses(text),
        words=affirmed | {fold(m.group()) for m in hyphenated},
        roots=roots_of(affirmed),
        denied_roots=roots_of(t.word for t in tokens if t.denied),
        groups=groups_in(content).union(*(groups for _, _, groups in phrased)),
        specials=frozenset().union(*map(specials_of, content)),
        phrased=phrased,
        idle=tuple((a.start, z.end) for each in idle_in(run) for a, z in _places(tokens, each)),
        skills=tuple(m for m in named if not stretches.hold(m.start, m.end)),
        denied_skills=tuple(m for m in named if stretches.hold(m.start, m.end)),
        quantities=quantities(text, masked, said),
        dates=dates,
        addresses=contacts,
        ranks=frozenset(ranks_in(text, said)),
        degrees=degrees_in(text, said),
        claiming=claiming,
        names=_names(claiming, tokens, stretches),
        run=run,
        spoken=said,
    )


def _not_so(text: str, words: Spoken) -> Stretches:
    absent = [m.span() for m in _ABSENT.finditer(text)] if _ABSENT_CUE.may_stand_in(words) else []
    return Stretches([*denied(text, words), *absent])


def _names(
    claiming: Iterable[Claiming], tokens: tuple[Token, ...], denied_parts: Stretches
) -> frozenset[str]:
    told = (each for each in claiming if not _is_denied(each, denied_parts))
    return frozenset(each.name for each in told if not _is_of_another(each, tokens))


@lru_cache(maxsize=1 << 15)
def _plain(written: str) -> str:
    return fold(_OWNER.sub("", written)) or fold(written)


def _tokens(text: str, denied_parts: Stretches, *, parted: bool) -> tuple[Token, ...]:
    """`parted`: the parts of its verbs may stand apart."""
    found = []
    for m in _TOKEN.finditer(text):
        written, (start, end) = m.group(), m.span()
        denied_here = denied_parts.hold(start, end)
        if ("'" in written or "\u2019" in written) and (elided := _ELIDED.match(written)):
            written, start = written[elided.end() :], start + elided.end()
        found.append(Token(written, _plain(written), start, end, denied_here))
    return tuple(_joined(found, text) if parted else found)


def _joined(tokens: list[Token], text: str) -> list[Token]:
    """`Leitete neue Kollegen an`: in German the first part of a verb may stand at the end of its clause."""
    for n, token in enumerate(tokens):
        if token.word not in _PARTICLES or not token.written.islower():
            continue
        if _is_last(n, tokens, text) or tokens[n + 1].word in ("und", "oder", "sowie"):
            first = next((m + 1 for m in range(n - 1, -1, -1) if _is_last(m, tokens, text)), 0)
            k = _verb_of(tokens, _verb_from(tokens, first, n), n)
            if k is not None:
                tokens[k] = tokens[k]._replace(word=token.word + tokens[k].word)
    return tokens


def _is_last(n: int, tokens: list[Token], text: str) -> bool:
    """Whether a pause follows it, or nothing."""
    return n + 1 == len(tokens) or _pauses(text, tokens[n], tokens[n + 1])


def _pauses(text: str, token: Token, following: Token) -> bool:
    """Not within a number: `die Note 1,7`."""
    if token.word.isdigit() and following.word.isdigit() and token.end + 1 == following.start:
        return False
    return bool(_PAUSE.search(text, token.end, following.start))


def _verb_of(tokens: list[Token], first: int, last: int) -> int | None:
    """Beside its subject, else beyond doubt, else the first that may be one."""
    may = [k for k in range(first, last) if k == first or tokens[k].written.islower()]
    may = [k for k in may if tokens[k].word not in FUNCTION_WORDS or tokens[k].word == "las"]
    beside = (
        k for k in may if _SUBJECTS & {t.word for t in (*tokens[max(0, k - 1) : k], *tokens[k + 1 : k + 2])}
    )
    finite = [k for k in beside if _FINITE.match(tokens[k].word)]
    beyond = [k for k in may if _BEYOND_DOUBT.match(tokens[k].word)]
    perhaps = [k for k in may if _PRETERITE.match(tokens[k].word)]
    return next(iter((*finite, *beyond, *perhaps)), None)


def _verb_from(tokens: list[Token], first: int, last: int) -> int:
    """After the last `und` that a verb of its own follows."""
    for n in range(last - 1, first, -1):
        token = tokens[n]
        joined = tokens[n - 1].word in ("und", "oder", "sowie")
        if joined and token.written.islower() and _BEYOND_DOUBT.match(token.word):
            return n
    return first


def _is_denied(claim: Claiming, stretches: Stretches) -> bool:
    """`Sans supervision` denies by itself, and claims just that."""
    return stretches.hold(claim.start, claim.end) and not claim.written.startswith(_WITHOUT)


def _is_of_another(claim: Claiming, tokens: tuple[Token, ...]) -> bool:
    """`A team that runs the service`: the team does."""
    if claim.name not in _DONE:
        return False
    before = [t.word for t in tokens if t.end <= claim.start][-2:]
    return bool(_RELATIVE & set(before))


def _claiming(
    hyphenated: tuple[re.Match[str], ...], tokens: tuple[Token, ...], run: str, masked: Stretches
) -> tuple[Claiming, ...]:
    found = [
        Claiming(name, token.written, token.start, token.end)
        for token in tokens
        if (claimed := claimed_by(token.word)) and not masked.touch(token.start, token.end)
        for name in sorted(claimed)
    ]
    for m in hyphenated:
        found += [Claiming(n, m.group(), m.start(), m.end()) for n in sorted(claimed_by(fold(m.group())))]
    found += [_phrase(tokens, phrase, name) for phrase, name in sorted(claimed_in(run))]
    return tuple(sorted(found, key=lambda c: (c.start, c.end, c.name)))


def _phrase(tokens: tuple[Token, ...], phrase: str, name: str) -> Claiming:
    first, last = next(_places(tokens, phrase))
    return Claiming(name, phrase, first.start, last.end)


def _phrased(tokens: tuple[Token, ...], run: str) -> Iterator[tuple[int, int, frozenset[int]]]:
    for phrase, groups in phrases_in(run):
        for first, last in _places(tokens, phrase):
            if not first.denied:
                yield first.start, last.end, groups


def _places(tokens: tuple[Token, ...], phrase: str) -> Iterator[tuple[Token, Token]]:
    """The first and the last word of a phrase, wherever it stands."""
    said = phrase.split()
    words = [t.word for t in tokens]
    for at in range(len(words) - len(said) + 1):
        if words[at : at + len(said)] == said:
            yield tokens[at], tokens[at + len(said) - 1]

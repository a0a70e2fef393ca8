"""Names of schools and firms: a name may be cut short at its ends, not in its middle."""

import re
from collections.abc import Iterator

from app.domain.documents.facts.checks.findings import Finding, refused
from app.domain.documents.facts.reading.text_facts import TextFacts, Token
from app.domain.documents.facts.receipt import ClaimKind
from app.domain.documents.facts.sources.ground import Ground, Piece
from app.domain.documents.facts.sources.homes import carries
from app.domain.documents.facts.words.roots import roots
from app.domain.shared.cues import Cue
from app.domain.shared.prose import FUNCTION_WORDS, fold, in_order, word_set

_HEAD = (
    r"(?:University|College|School|Academy|Institute|Hospital|Clinic|Infirmary|Polytechnic|Universit\u00e4t|Hochschule|"
    r"Fachhochschule|Klinikum|Universit\u00e9|\u00c9cole|Lyc\u00e9e|H\u00f4pital|Universidad|Instituto|Colegio|Hospital)"
)
_PART = r"(?:[A-Z\u00c0-\u00dd]\w{0,2}\.(?:\w\.?)*|[A-Z\u00c0-\u00dd][\w'\u2019&-]*)"
"""A point ends no more than what is cut short: behind a whole word it ends the sentence."""
_NAME = re.compile(
    rf"(?:{_PART}\s+)*{_HEAD}(?:\s+(?:of|at|for|de|del|du|des|der|f\u00fcr|the|la|el|and|&)(?=\s+(?:the\s+|la\s+)?{_PART})|\s+{_PART})*"
)
_CUE = Cue(
    frozenset(),
    in_order(
        "university college school academy institut hospital clinic infirmary polytechnic universit\u00e4t "
        "hochschule klinikum universit\u00e9 \u00e9cole lyc\u00e9e h\u00f4pital universidad colegio"
    ),
)
_LEAST = 2
_LINK = re.compile(
    r"\s+(?:(?:de|del|du|des|of|for|f\u00fcr|der|la|el|le|the|d['\u2019]|l['\u2019])\s*)*", re.I
)
_ACADEMIC = word_set("universitat uni universite universidad university hochschule fachhochschule")
_NOT_ACADEMIC = word_set(
    "ihk hwk handwerkskammer handelskammer berufsschule berufskolleg fachschule berufsfachschule vhs "
    "volkshochschule realschule gymnasium lycee cfa greta afpa cifp ies"
)
_FIELDS = frozenset({"institution", "company", "awarder", "issuer", "organization"})


def institution_findings(line: TextFacts, ground: Ground) -> Iterator[Finding]:
    """`Cardiff University` is another one than Cardiff Metropolitan University."""
    yield from other_name_findings(line, ground)
    names = [_words(p.text) for p in ground.pieces if p.source.field in _FIELDS]
    if not names or not _CUE.may_stand_in(line.spoken):
        return
    for found in _NAME.finditer(line.text):
        said = _words(found.group())
        if len(said) < _LEAST or any(_stands_in(said, words) for words in names):
            continue
        if any(f" {' '.join(said)} " in p.facts.run for p in ground.pieces):
            continue
        if any(set(said) <= set(words) for words in names):
            why = "The source names another institution."
            yield refused(ClaimKind.NAME, found.group(), found.start(), why)


def other_name_findings(line: TextFacts, ground: Ground) -> Iterator[Finding]:
    """`Studio Publicis` is another firm than Studio Traboule; and a chamber is no university."""
    named = [p for p in ground.pieces if p.source.field in _FIELDS]
    for piece in named:
        for token in _called_like(piece, line):
            if not any(_says(p, token.word) for p in ground.pieces):
                yield refused(
                    ClaimKind.NAME, token.written, token.start, "The source names another institution."
                )
    known = frozenset().union(*(p.facts.words for p in named))
    for token in line.tokens if _NOT_ACADEMIC & known and not _ACADEMIC & known else ():
        if token.word in _ACADEMIC and token.written[0].isupper() and not token.denied:
            yield refused(ClaimKind.NAME, token.written, token.start, "The source names another institution.")


def _says(piece: Piece, word: str) -> bool:
    """The word, or one that it cuts short."""
    return bool(roots(word) & piece.facts.roots) or any(each.startswith(word) for each in piece.facts.words)


def _called_like(piece: Piece, line: TextFacts) -> Iterator[Token]:
    """The names that follow the first word of its name, where another name does."""
    first, *rest = piece.facts.tokens
    if not rest or not carries(first):
        return
    for n, token in enumerate(line.tokens):
        if token.word == first.word and token.written[0].isupper():
            after = [t for t in line.tokens[n + 1 :] if t.word not in FUNCTION_WORDS][:1]
            yield from (
                t for t in after if t.written[0].isupper() and _is_joined(line.text[token.end : t.start])
            )


def _is_joined(between: str) -> bool:
    return bool(_LINK.fullmatch(between))


def _words(name: str) -> list[str]:
    return [word for word in re.findall(r"[^\W_]+", fold(name)) if word != "the"]


def _stands_in(said: list[str], name: list[str]) -> bool:
    return any(name[n : n + len(said)] == said for n in range(len(name) - len(said) + 1))

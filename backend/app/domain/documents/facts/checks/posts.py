"""Posts that French and Spanish name by a rank and what it is over.

A `chef de partie` is no `chef de cuisine`.
"""

import re
from collections.abc import Iterator

from app.domain.documents.facts.checks.findings import Finding, refused
from app.domain.documents.facts.reading.text_facts import TextFacts, Token
from app.domain.documents.facts.receipt import ClaimKind
from app.domain.documents.facts.sources.ground import Ground, Piece
from app.domain.documents.facts.words.turns import LANGUAGES, say_the_same
from app.domain.documents.facts.words.wordings import claimed_by
from app.domain.shared.prose import word_set

_RANKS = word_set(
    "chef cheffe second seconde sous-chef sous-cheffe directeur directrice gerant gerante adjoint adjointe "
    "jefe jefa director directora gerente subdirector subdirectora segundo segunda"
)
_LINK = re.compile(r"\s+(?:de\s+(?:la\s+|l['\u2019]|los\s+|las\s+)?|d['\u2019]|du\s+|des\s+|del\s+)$", re.I)
_BECOMING = re.compile(
    r"^\W*$|(?:^|[,:;(]\s*)(?:de|d['\u2019]|du|desde)\b[^.;:]*\b(?:a|\u00e0|hasta|jusqu['\u2019]\u00e0)\s+$|"
    r"\b(?:comme|como|devenue?|nomm\u00e9e?|en tant que|en calidad de|fui|soy|suis)\s+$",
    re.I,
)
"""What stands before a post of the person's own: nothing, or what the person was before."""
_STEM = 4
_NEAR = 5
_FOLK = frozenset({"noun.people", "noun.folk", "noun.org"})


def post_findings(line: TextFacts, ground: Ground) -> Iterator[Finding]:
    titles = [p for p in ground.pieces if p.source.field == "title"]
    if not titles or not LANGUAGES & line.languages:
        return
    for n, token in enumerate(line.tokens[:-1]):
        if token.word not in _RANKS or not _BECOMING.search(line.text[: token.start]):
            continue
        over = line.tokens[n + 1 : n + _NEAR]
        of = next((t for t in over if _LINK.fullmatch(line.text[token.end : t.start])), None)
        if of is None or of.written[0].isupper() or _FOLK & claimed_by(of.word):
            continue
        if not any(_ranks(title, token) and _names(title, of) for title in titles):
            why = "The title that was held is another one."
            yield refused(ClaimKind.RANK, token.written, token.start, why)


def _ranks(title: Piece, token: Token) -> bool:
    """In either gender."""
    return any(word.startswith(token.word[:_STEM]) for word in title.facts.words)


def _names(title: Piece, token: Token) -> bool:
    words = title.facts.words
    return token.word in words or say_the_same(token.word, words - _RANKS)

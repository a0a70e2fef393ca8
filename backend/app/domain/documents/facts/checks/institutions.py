"""Names of schools and firms: a name may be cut short at its ends, not in its middle."""

import re
from collections.abc import Iterator

from app.domain.documents.facts.checks.findings import Finding, refused
from app.domain.documents.facts.reading.text_facts import TextFacts
from app.domain.documents.facts.receipt import ClaimKind
from app.domain.documents.facts.sources.ground import Ground
from app.domain.shared.prose import fold

_HEAD = (
    r"(?:University|College|School|Academy|Institute|Hospital|Clinic|Infirmary|Polytechnic|Universit\u00e4t|Hochschule|"
    r"Fachhochschule|Klinikum|Universit\u00e9|\u00c9cole|Lyc\u00e9e|H\u00f4pital|Universidad|Instituto|Colegio|Hospital)"
)
_PART = r"(?:[A-Z\u00c0-\u00dd][\w'\u2019.&-]*)"
_NAME = re.compile(
    rf"(?:{_PART}\s+)*{_HEAD}(?:\s+(?:of|at|for|de|del|du|des|der|f\u00fcr|the|la|el|and|&)(?=\s+(?:the\s+|la\s+)?{_PART})|\s+{_PART})*"
)
_LEAST = 2
_FIELDS = frozenset({"institution", "company", "awarder", "issuer", "organization"})


def institution_findings(line: TextFacts, ground: Ground) -> Iterator[Finding]:
    """`Cardiff University` is another one than Cardiff Metropolitan University."""
    names = [_words(p.text) for p in ground.pieces if p.source.field in _FIELDS]
    if not names:
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


def _words(name: str) -> list[str]:
    return [word for word in re.findall(r"[^\W_]+", fold(name)) if word != "the"]


def _stands_in(said: list[str], name: list[str]) -> bool:
    return any(name[n : n + len(said)] == said for n in range(len(name) - len(said) + 1))

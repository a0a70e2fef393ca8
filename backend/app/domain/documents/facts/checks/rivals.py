"""Superlatives in disguise: `no team in the company was faster`."""

import re
from collections.abc import Iterator

from app.domain.documents.facts.checks.findings import Finding, refused
from app.domain.documents.facts.reading.text_facts import TextFacts
from app.domain.documents.facts.receipt import ClaimKind
from app.domain.documents.facts.sources.ground import Ground
from app.domain.shared.cues import Cue

_NO_RIVAL = re.compile(
    r"\bno\s+(?:other\s+)?[^.;:,]{1,40}?\b(?:was|were|is|are|did|had)\s+(?:\w+\s+)?"
    r"(?:more\s+\w+|better|\w{3,}er)(?=\s*[.,;]|\s*$|\s+than\b)|"
    r"\b(?:kein\w*|niemand)\s+[^.;:,]{0,40}?\b(?:war|waren|ist|sind|arbeitete\w*|lief\w*)\s+"
    r"(?:\w+\s+){0,2}?\w{3,}er(?=\s*[.,;]|\s*$|\s+als\b)|"
    r"\baucune?\s+[^.;:,]{1,40}?\bn['\u2019](?:\u00e9tait|est|a\s+\u00e9t\u00e9|fut)\s+(?:plus\s+(?!d)\w+|meilleure?)|"
    r"\bning\u00fan\w*\s+[^.;:,]{1,40}?\b(?:era|es|fue|ha\s+sido)\s+(?:m\u00e1s\s+\w+|mejor)",
    re.I,
)
_CUE = Cue(frozenset({"no", "niemand", "aucun", "aucune"}), ("kein", "ning\u00fan"))


def rival_findings(line: TextFacts, ground: Ground) -> Iterator[Finding]:
    for found in _NO_RIVAL.finditer(line.text) if _CUE.may_stand_in(line.spoken) else ():
        if not any(_NO_RIVAL.search(p.text) for p in ground.pieces):
            why = "No cited source says that nobody was better."
            yield refused(ClaimKind.SCOPE, found.group(), found.start(), why)

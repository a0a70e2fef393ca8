"""What a requirement names in a language that glues its words together, or behind a polite qualifier."""

import re
from collections.abc import Iterator

from app.domain.shared.skills import canonical, mentions

_GLUED = re.compile(r"\b(?P<what>[^\W\d_]{3,})(?:-|\u2010)?(?:kenntniss?e?n?|kunskaper)\b", re.I)
_HANGING = re.compile(r"\b([^\W\d_]{3,})-(?=\s*(?:,|und|oder|sowie|och|eller|/|&))", re.I)
_KNOWING = re.compile(
    r"\b(?:kenntnisse(?:n)?|erfahrung(?:en)?|umgang|connaissances?|ma\u00eetrise|conocimientos?|experiencia"
    r"|kunskaper|erfarenhet|exp\u00e9rience)\s+(?:(?:in|im|mit|von|der|dem|den|bei|de|du|des|en|con|av|om|i|med)\s+"
    r"|(?:d['\u2019]))+(?P<what>[^.;()]{2,80})",
    re.I,
)
_DEFINITE = re.compile(
    r"(?=[^\s]*[A-Z\u00c4\u00d6\u00dc0-9][^\s]*[A-Z\u00c4\u00d6\u00dc0-9])[\w+#./&-]{2,20}"
)
_JOINED = re.compile(r"\s*(?:,|/|\b(?:und|oder|sowie|et|ou|y|o|och|eller)\b)\s*", re.I)


def names_in_compounds(text: str) -> Iterator[str]:
    """`Deutschkenntnisse` asks for German, `Kenntnisse in KNX` for KNX."""
    for m in _GLUED.finditer(text):
        yield from (found.name for found in mentions(m["what"]))
        for other in _HANGING.findall(text[: m.start()]):
            yield from (found.name for found in mentions(other))
    for m in _KNOWING.finditer(text):
        parts = (part.strip() for part in _JOINED.split(m["what"]))
        yield from (canonical(part) for part in parts if _DEFINITE.fullmatch(part))

"""Words whose forms no rule of endings brings together, by the roots of those forms."""

from app.domain.documents.facts.words.tables import lines
from app.domain.shared.prose import in_order


def _table(name: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for line in lines(name):
        usual, *others = in_order(line)
        found |= {root: usual for root in others}
    return found


GERMAN = _table("irregular_german.txt")
FRENCH = _table("irregular_french.txt")
SPANISH = _table("irregular_spanish.txt")

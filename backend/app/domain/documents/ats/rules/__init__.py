"""The rules in the order of the receipt, group by group."""

from app.domain.documents.ats.rule import Rule
from app.domain.documents.ats.rules import (
    bullets,
    characters,
    contacts,
    dates,
    files,
    keywords,
    length,
    letters,
    links,
    reading,
    sections,
    wording,
)

RULES: tuple[Rule, ...] = (
    *keywords.RULES,
    *contacts.RULES,
    *links.RULES,
    *sections.RULES,
    *dates.RULES,
    *bullets.RULES,
    *length.RULES,
    *characters.RULES,
    *wording.RULES,
    *letters.RULES,
    *reading.RULES,
    *files.RULES,
)

"""From an answer to values: what does not stand in the posting is dropped."""

import re
from collections.abc import Collection
from dataclasses import replace

from app.domain.jobs.parsing.lines import visible
from app.domain.jobs.pointing.asking import MOST_TEXT
from app.domain.jobs.pointing.fields import READ, PointedAt, PointedField, PointedOut
from app.domain.jobs.posting import Found, ParsedPosting, Span
from app.domain.jobs.reading import LONGEST_LINE
from app.domain.jobs.sureness import POINTED


def pointed_out(
    parsed: ParsedPosting, text: str, wanted: Collection[PointedField], answer: PointedOut
) -> tuple[ParsedPosting, tuple[PointedField, ...]]:
    """With what was pointed at for a wanted field, and for which fields that is. The first word counts."""
    shown = visible(text)[:MOST_TEXT]
    found: dict[str, Found[object]] = {}
    for each in answer.fields:
        if each.field in wanted and each.field.value not in found and (one := _found(each, shown)):
            found[each.field.value] = one
    return replace(parsed, **found), tuple(field for field in PointedField if field.value in found)  # type: ignore[arg-type]


def _found(pointed: PointedAt, text: str) -> Found[object] | None:
    """Whole words that stand in one line of the text."""
    words = pointed.text.strip()
    if not words or len(words) > LONGEST_LINE or len(words.splitlines()) > 1:
        return None
    at = re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text)
    value = READ[pointed.field](words) if at else None
    if at is None or value is None:
        return None
    return Found(value, Span(at.start(), at.end()), POINTED)

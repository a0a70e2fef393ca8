"""What was done in an entry: the paragraph at the top, and the lines under it."""

import re

from app.domain.resumes.parsing.pieces import Piece, joined
from app.domain.resumes.resume import Text

URL_ONLY = re.compile(r"(?:https?://)?(?:[\w-]+\.)+[a-z]{2,}(?:/\S*)?", re.I)


def told_in(body: list[Piece]) -> tuple[Text | None, tuple[Text, ...]]:
    """The paragraph at the top, and the lines under it, wrapped ones put together."""
    groups: list[list[Piece]] = []
    marked = any(line.bullet for line in body)
    for line in body:
        if URL_ONLY.fullmatch(line.text):
            continue
        if groups and not line.bullet and _goes_on(groups[-1][-1], line, marked=marked):
            groups[-1].append(line)
        else:
            groups.append([line])
    opening = groups[0] if groups and marked and not groups[0][0].bullet else None
    texts = (joined(group) for group in (groups[1:] if opening else groups))
    return joined(opening or []), tuple(t for t in texts if t and t.value)


def _goes_on(before: Piece, line: Piece, *, marked: bool) -> bool:
    if line.text[0].islower() or before.text.endswith(("-", ",", "\u00ad", "&", "/")):
        return True
    if before.text.endswith((".", ";", ":", "!", "?")):
        return not before.bullet and marked and len(before.text) > 60
    return marked or (len(before.text) > 60 and not line.text[0].isupper())

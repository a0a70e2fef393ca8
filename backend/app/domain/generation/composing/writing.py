"""Small hands of the writer: a text made fit for a line, and the line with its sources."""

import re
from collections.abc import Iterable

from app.domain.documents.calendar import show_range
from app.domain.documents.content import Line, Source, SourceKind
from app.domain.shared.ids import ItemId
from app.domain.shared.prose import sentences
from app.domain.shared.time import PartialDate

_GLYPH = re.compile(r"^(?:[\u2022\u25cf\u25aa\u25e6\u2023\u00b7*\u2013\u2014-]\s+)+")
_ENDED = re.compile(r"[.!?:;\u2026][\"'\u201d\u2019)]*$")


def clean(text: str) -> str:
    return _GLYPH.sub("", " ".join(text.split()))


def line(kind: SourceKind, at: ItemId, field: str, text: str | None) -> Line | None:
    shown = clean(text or "")
    return Line(shown, (Source(kind, at, field),)) if shown else None


def dates(
    kind: SourceKind,
    at: ItemId,
    span: tuple[PartialDate | None, PartialDate | None],
    *,
    language: str,
    lasting: bool = False,
) -> Line | None:
    text = show_range(*span, language=language, lasting=lasting)
    sources = (Source(kind, at, "start_date"), Source(kind, at, "end_date"))
    return Line(text, sources) if text else None


def web_address(address: str | None) -> str | None:
    """Only what surely is an address of the web leads anywhere."""
    address = (address or "").strip()
    if address.lower().startswith(("https://", "http://")):
        return address
    looks_so = "." in address.split("/")[0] and " " not in address and ":" not in address
    return f"https://{address}" if looks_so else None


def chosen_sentences(text: str | None, chosen: Iterable[int]) -> tuple[str, ...]:
    found = sentences(text or "")
    return tuple(shown for n in chosen if n < len(found) and (shown := clean(found[n])))


def is_prose(said: tuple[str, ...]) -> bool:
    """Sentences that may stand in one paragraph; a list without full stops may not."""
    return all(_ENDED.search(sentence) for sentence in said[:-1])

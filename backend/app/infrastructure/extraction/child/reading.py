"""A file of any kind that we read, as what is sent back to the parent."""

import re
from typing import Any

from app.infrastructure.extraction.child import kinds
from app.infrastructure.extraction.child.answers import (
    MOST_CHARACTERS,
    Reading,
    Refusal,
    Refused,
    Remark,
)
from app.infrastructure.extraction.child.archive import Archive

_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st",
              0xFB06: "st", 0xFEFF: None, 0xFFFF: None, 0: None}  # fmt: skip
_GAPS = re.compile(r"\n{3,}")
_WORD = re.compile(r"[^\W_]")


def read(data: bytes) -> dict[str, Any]:
    """Raises Refused."""
    reading = _read(data)
    text = _GAPS.sub("\n\n", "\n".join(line.rstrip() for line in reading.lines)).strip("\n")
    text = text.translate(_LIGATURES).encode("utf-8", "replace").decode("utf-8")
    if not _WORD.search(text):
        raise Refused(Refusal.NO_TEXT)
    reading.remark(Remark.CUT, len(text) > MOST_CHARACTERS)
    return {
        "kind": reading.kind,
        "text": text[:MOST_CHARACTERS],
        "pages": reading.pages,
        "remarks": {remark.value: times for remark, times in reading.remarks.items()},
        "reader": reading.reader,
    }


def _read(data: bytes) -> Reading:
    """Each reader is imported where it is needed: the child lives for one file."""
    kind = kinds.kind_of(data)
    if kind == kinds.PDF:
        from app.infrastructure.extraction.child.pdf import read_pdf

        return read_pdf(data)
    if kind == kinds.ZIP:
        return _packed(Archive(data))
    if kind == kinds.RTF:
        from app.infrastructure.extraction.child.rich_text import read_rich_text

        return read_rich_text(data)
    from app.infrastructure.extraction.child.plain import read_plain

    return read_plain(data)


def _packed(archive: Archive) -> Reading:
    from app.infrastructure.extraction.child import opendocument, word

    if "mimetype" in archive and archive.read("mimetype").strip() == opendocument.MIME:
        if word.BODY in archive:
            raise Refused(Refusal.TWO_KINDS)
        return opendocument.read_opendocument(archive)
    if word.BODY in archive and "[Content_Types].xml" in archive:
        return word.read_word(archive)
    raise Refused(Refusal.OTHER_KIND)

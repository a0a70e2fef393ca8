"""A table's bytes as text: by the charset that was said, by its mark, or by what it can be; never by a guess
that nobody is told of."""

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_BE, BOM_UTF32_LE
from dataclasses import dataclass

WINDOWS = "windows-1252"
CHARSETS = (
    "utf-8",
    "us-ascii",
    "utf-16",
    "utf-16le",
    "utf-16be",
    WINDOWS,
    "windows-1250",
    "iso-8859-1",
    "iso-8859-2",
    "iso-8859-15",
    "macintosh",
)
_MARKS = ((BOM_UTF8, "utf-8"), (BOM_UTF16_LE, "utf-16le"), (BOM_UTF16_BE, "utf-16be"))
_PYTHONS = {"macintosh": "mac_roman"}
SAVE_AS = "Save it as `CSV UTF-8`, or name its charset, as in `Content-Type: text/csv; charset=windows-1250`."
_WESTERN = frozenset(
    "ÄÖÜäöüßÀÂÇÉÈÊËÎÏÔÙÛàâçéèêëîïôùûœŒÿÑñÁÍÓÚáíóú¿¡ªºÅåØøÆæÃÕãõÌÒìò"
    "\u2013\u2014\u2018\u2019\u201a\u201c\u201d\u201e\u2022\u2026\u2039\u203a\u20ac£§°·«»©®™\u00a0\u00ad"
)
"""What the west of Europe writes beyond ASCII: other signs are of another page of the same bytes."""
_FOREIGN = re.compile(r"[^\W\d_a-zA-Z]{3}|[£§°·®©][a-zA-Z]|[a-zA-Z][£§¿¡]")
"""Cyrillic, Greek or Polish, read by the wrong page: three such letters on end, a sign within a word."""


@dataclass(frozen=True, slots=True)
class Decoded:
    text: str
    charset: str


class Undecodable(Exception):
    """The message says what to do."""


def decoded(data: bytes, charset: str | None) -> Decoded:
    """Raises Undecodable."""
    if data.startswith((BOM_UTF32_LE, BOM_UTF32_BE)):
        raise Undecodable(f"This table is in UTF-32. {SAVE_AS}")
    for mark, named in _MARKS:
        if data.startswith(mark):
            return _as(data.removeprefix(mark), named)
    if charset:
        return _as(data, charset)
    if data[:400].count(0) > len(data[:400]) // 4:
        raise Undecodable(f"This table seems to be in UTF-16, and has no mark that says so. {SAVE_AS}")
    try:
        return Decoded(data.decode(), "utf-8")
    except UnicodeDecodeError:
        return _western(data)


def _as(data: bytes, charset: str) -> Decoded:
    try:
        text = data.decode(_PYTHONS.get(charset, charset))
    except UnicodeDecodeError:
        raise Undecodable(f"This table is not in {charset}, as it says. {SAVE_AS}") from None
    return Decoded(text.removeprefix("\ufeff"), charset)


def _western(data: bytes) -> Decoded:
    """As spreadsheets of Windows write it: only where all of it reads as a western language."""
    why = f"This table is not in UTF-8, and it cannot be told what else it is in. {SAVE_AS}"
    try:
        text = data.decode(WINDOWS)
    except UnicodeDecodeError:
        raise Undecodable(why) from None
    if {sign for sign in text if sign > "\x7f"} - _WESTERN or _FOREIGN.search(text):
        raise Undecodable(why)
    return Decoded(text, WINDOWS)

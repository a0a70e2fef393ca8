"""What kind of file it is, by its bytes alone. What is two kinds at once is none."""

import io
import re
import zipfile

from app.infrastructure.extraction.child.answers import Refusal, Refused

PDF, ZIP, RTF, TXT = "pdf", "zip", "rtf", "txt"
_FAR = 1024
"""So many bytes may stand before a PDF's head, as its readers have always allowed."""
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OTHERS = (
    b"\x89PNG", b"GIF8", b"\xff\xd8\xff", b"BM", b"II*\0", b"MM\0*", b"RIFF", b"MZ", b"\x7fELF", b"\x1f\x8b",
    b"BZh", b"7z\xbc\xaf", b"Rar!", b"\xfd7zXZ", b"%!PS", b"\xca\xfe\xba\xbe", b"SQLite format", b"OggS",
    b"ID3", b"\0\0\0", b"#!",
)  # fmt: skip
_MARKUP = re.compile(rb"<(?:!doctype|html|head|body|script|svg|iframe|\?xml|\?php|%|!\[CDATA)", re.IGNORECASE)
_AFTER_END = 4096
"""Bytes after a PDF's end that are still an accident."""


def kind_of(data: bytes) -> str:
    """`pdf`, `zip`, `rtf` or `txt`. Raises Refused."""
    if not data.strip(b"\0 \t\r\n"):
        raise Refused(Refusal.EMPTY)
    if data.startswith(_OLE):
        raise Refused(Refusal.OLD_WORD)
    bare = data.lstrip(b"\xef\xbb\xbf\r\n\t ")
    if b"%PDF-" in data[: _FAR + 5]:
        _refuse_second_kind(data)
        return PDF
    if data.startswith(b"PK\x03\x04"):
        return ZIP
    if data.startswith(_OTHERS) or _MARKUP.match(bare) or zipfile.is_zipfile(io.BytesIO(data)):
        raise Refused(Refusal.OTHER_KIND)
    return RTF if bare.startswith(b"{\\rtf") else TXT


def _refuse_second_kind(data: bytes) -> None:
    before = data[: data.index(b"%PDF-")]
    after = data[data.rfind(b"%%EOF") + 5 :] if b"%%EOF" in data else b""
    if before.startswith((*_OTHERS, b"PK", b"{\\rtf", _OLE)) or _MARKUP.search(before):
        raise Refused(Refusal.TWO_KINDS)
    if len(after.strip(b"\0 \t\r\n")) > _AFTER_END or _MARKUP.search(after):
        raise Refused(Refusal.TWO_KINDS)
    if zipfile.is_zipfile(io.BytesIO(data)):
        raise Refused(Refusal.TWO_KINDS)

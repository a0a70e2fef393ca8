"""Plain text: in which letters it is written is told by its bytes, and said where it is a guess."""

import re

from app.infrastructure.extraction.child.answers import Reading, Refusal, Refused, Remark

_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe\0\0", "utf-32"), (b"\0\0\xfe\xff", "utf-32"),
         (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))  # fmt: skip
_SAMPLE = 4096


def read_plain(data: bytes) -> Reading:
    encoding, guessed = encoding_of(data)
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        raise Refused(Refusal.BROKEN) from None
    if _CONTROLS.search(text.rstrip("\x1a\0")):
        raise Refused(Refusal.OTHER_KIND)
    reading = Reading("txt", f"{encoding.removesuffix('-sig')} 1")
    reading.lines = re.sub(r"\r\n?|\x0b|\x85|\u2028|\u2029", "\n", text.rstrip("\x1a\0")).split("\n")
    reading.pages = 1 + text.rstrip().count("\f")
    reading.remark(Remark.GUESSED_ENCODING, guessed)
    return reading


def encoding_of(data: bytes) -> tuple[str, bool]:
    """And whether it is a guess. A mark at the head says it; UTF-8 and UTF-16 have a shape of their own."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return encoding, False
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    else:
        if b"\0" not in data:
            return "utf-8", False
    sample = data[: _SAMPLE * 2]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if max(even, odd) * 5 > len(sample):
        return ("utf-16-be" if even > odd else "utf-16-le"), True
    try:
        data.decode("cp1252")
    except UnicodeDecodeError:
        return "latin-1", True
    return "cp1252", True

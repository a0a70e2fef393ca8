"""What a downloaded file is called."""

import re
import unicodedata

LONGEST_NAME = 120
MOST_BYTES = 200
"""In UTF-8, with room for an extension: file systems count bytes, and take 255."""
_IN_ASCII = str.maketrans(
    {"ß": "ss", "ẞ": "SS", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ø": "o", "Ø": "O"}
    | {"ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th", "\u0131": "i"}
)
"""Letters that are no plain letter with a mark."""


def file_name(*parts: str | None) -> str:
    """`Ada-Byron-Staff-Nurse-Acme`: words and hyphens only, in any script."""
    words = (_words(part) for part in parts if part)
    return _cut("-".join(word for word in words if word)) or "document"


def plain(name: str) -> str:
    """The same for those who read ASCII alone; `document` when nothing of it is left."""
    decomposed = unicodedata.normalize("NFKD", name.translate(_IN_ASCII)).encode("ascii", "ignore").decode()
    return re.sub(r"-{2,}", "-", decomposed).strip("-") or "document"


def _words(part: str) -> str:
    kept = (sign if _is_of_a_word(sign) else "-" for sign in unicodedata.normalize("NFC", part))
    return re.sub(r"-{2,}", "-", "".join(kept)).strip("-_")


def _is_of_a_word(sign: str) -> bool:
    """Letters and digits, and the marks that many scripts write their vowels with."""
    return sign.isalnum() or sign == "_" or unicodedata.category(sign) in {"Mn", "Mc"}


def _cut(name: str) -> str:
    return name[:LONGEST_NAME].encode()[:MOST_BYTES].decode(errors="ignore").strip("-")

"""What of a text may appear on paper or on a screen."""

import re
import unicodedata

# Space of any kind but the no-break ones, which keep their meaning.
_SPACE = re.compile(r"[\t\n\v\f\r\x1c-\x1f\x85\u1680\u2000-\u2006\u2008-\u200a\u2028\u2029\u205f\u3000 ]+")
# Controls, bidirectional controls, zero-width marks, soft hyphens, noncharacters, lone surrogates.
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069"
    "\ufdd0-\ufdef\ufeff\ufff0-\uffff\ud800-\udfff\U000e0000-\U000e0fff]"
)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
UNDETERMINED = "und"
_LEFTWARDS = frozenset(("ar", "dv", "fa", "he", "iw", "ps", "sd", "ug", "ur", "yi"))
_LINK = re.compile(r"(?:https?://|mailto:|tel:)[^\s<>\"'`\\^{|}]+", re.IGNORECASE)


def printable(text: str) -> str:
    """One line, composed, without anything that a reader cannot see but a machine would obey."""
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()
    seen = _UNSEEN.sub("", _SPACE.sub(" ", text))
    return _SPACE.sub(" ", unicodedata.normalize("NFC", seen)).strip()


def safe_link(url: str | None) -> str | None:
    """The address if a click on it can do no more than open a page, a mail or a call."""
    if url is None or len(url) > 2000:
        return None
    return url if url.isprintable() and _LINK.fullmatch(url) and printable(url) == url else None


def runs_leftwards(language: str) -> bool:
    """Arabic, Hebrew, and the others that are written from right to left."""
    return language.partition("-")[0].lower() in _LEFTWARDS


def language_tag(language: str) -> str:
    """As it may stand in a file's header; what is no language tag is `und`, undetermined."""
    return language if len(language) <= 35 and _LANGUAGE.fullmatch(language) else UNDETERMINED

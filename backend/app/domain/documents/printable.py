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
# Marks that stand on the letter before them. No script puts more than five on one letter; a flood of them
# would cover the rows above and below.
_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u1ab0-\u1aff\u1dc0-\u1dff"
    "\u20d0-\u20ff\u302a-\u302f\u3099\u309a\ufe20-\ufe2f"
)
_FLOOD = re.compile(f"([{_MARKS}]{{5}})[{_MARKS}]+")
# A page; a mail to one person, without words or files put into it; a number, without a network's commands.
_LINK = re.compile(
    r"https?://[^\s<>\"'`\\^{|}]+|mailto:[^\s<>\"'`\\^{|}?%&,;]+|tel:\+?\d[\w().;=-]*", re.IGNORECASE
)


def printable(text: str) -> str:
    """One line, composed, without anything that a reader cannot see but a machine would obey."""
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()
    seen = _UNSEEN.sub("", _SPACE.sub(" ", text))
    return _FLOOD.sub(r"\1", _SPACE.sub(" ", unicodedata.normalize("NFC", seen)).strip())


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

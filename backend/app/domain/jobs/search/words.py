"""A text's words, cut and folded here, so that two databases find the same by them.

`Ingénieur C++/.NET, Node.js` is `ingenieur c++ .net node.js`. Chinese, Japanese and Thai are written
without spaces: of them each character is a word, and a word of several is looked for as a phrase.
"""

import re
import unicodedata

GAP = "~"
"""Stands where there is nothing to be found: between two fields, so that no phrase spans them."""
LONGEST_WORD = 64

_MARKS = re.compile("[\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u064b-\u065f\u0670]+")
_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "\u0131": "i", "ħ": "h"}
)
_ALONE = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\U00020000-\U0003ffff"
)
_LETTER = rf"[^\W_{_ALONE}]"
_WORD = re.compile(
    rf"[{_ALONE}]"
    r"|(?<![\w.])\.net(?!\w)"
    r"|(?<!\w)[a-z]\#(?!\w)"
    r"|\d+(?:\.\d+)+(?!\w)"
    rf"|{_LETTER}+(?:\+\+|\.(?:js|net|io|ts|py|ai|rs)(?!\w))?"
)


def folded(text: str) -> str:
    """Without case and without accents; composed again, so that Korean stays whole."""
    if text.isascii():
        return text.lower()
    bare = _MARKS.sub("", unicodedata.normalize("NFKD", text))
    return unicodedata.normalize("NFC", bare.casefold().translate(_LETTERS))


def words_of(text: str) -> list[str]:
    return [word[:LONGEST_WORD] for word in _WORD.findall(folded(text))]

"""Where a row may end within text that has no spaces: Chinese and Japanese."""

import re

# Ideographs with their punctuation and forms in full width, kana and what is written with them. Hangul is
# left out: Korean breaks between words.
_EAST = (
    "\u2e80-\u2fdf\u2ff0-\u3029\u3030-\u312f\u3190-\u4dbf\u4e00-\u9fff\uf900-\ufaff\ufe30-\ufe4f"
    "\uff01-\uff60\uff61-\uff9f\uffe0-\uffe6\U00020000-\U0003ffff"
)
EAST = re.compile(f"[{_EAST}]")
HANGUL = re.compile("[\u1100-\u11ff\u302a-\u302f\u3130-\u318f\ua960-\ua97f\uac00-\ud7ff\uffa0-\uffdc]")
# What must not begin a row: closing marks, stops, small kana, signs of repetition and of length, units.
_NEVER_FIRST = (
    "!%),.:;?\\]}\u00a2\u00b0\u00b7\u2019\u201d\u2020-\u2022\u2025\u2026\u2030\u2032\u2033\u203a\u203c"
    "\u2047-\u2049\u2103\u3001\u3002\u3003\u3005\u3009\u300b\u300d\u300f\u3011\u3015\u3017\u3019\u301b"
    "\u301c\u301e\u301f\u303b\u3041\u3043\u3045\u3047\u3049\u3063\u3083\u3085\u3087\u308e\u3095\u3096"
    "\u309b-\u309e\u30a0\u30a1\u30a3\u30a5\u30a7\u30a9\u30c3\u30e3\u30e5\u30e7\u30ee\u30f5\u30f6"
    "\u30fb-\u30fe\u31f0-\u31ff\uff01\uff05\uff09\uff0c\uff0e\uff1a\uff1b\uff1f\uff3d\uff5d\uff5e\uff60"
    "\uff61\uff63-\uff65\uff67-\uff70\uff9e\uff9f\u00bb\u0300-\u036f"
)
# What must not end one: opening marks and signs of money.
_NEVER_LAST = (
    "#$(\\[{\u00a3\u00a5\u00ab\u2018\u201c\u2039\u20ac\u20a9\u3008\u300a\u300c\u300e\u3010\u3014\u3016"
    "\u3018\u301a\u301d\uff04\uff08\uff3b\uff5b\uff5f\uff62\uffe1\uffe5\uffe6"
)
_BREAK = re.compile(
    f"(?<=[{_EAST}])(?<![{_NEVER_LAST}])(?![{_NEVER_FIRST}\u00a0])"
    f"|(?<![{_NEVER_LAST}\u00a0])(?![{_NEVER_FIRST}])(?=[{_EAST}])"
)


def atoms(word: str) -> list[str]:
    """The parts of a word that must stay whole; a row may end between any two of them."""
    if not EAST.search(word):
        return [word]
    return [atom for atom in _BREAK.split(word) if atom]

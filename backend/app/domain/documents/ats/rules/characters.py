import re
import unicodedata
from collections.abc import Callable

from app.domain.documents.ats.receipt import Group, Severity
from app.domain.documents.ats.rule import Applies, Finding, Judge, Rule, Seen, pointers

_NAMED = 12
_PRIVATE = frozenset({"Co", "Cn", "Cs"})
_CONTROL = frozenset({"Cc", "Cf"})
_JOINERS = "\u200c\u200d\u00ad"
"""Scripts need the first two; the third is a place where a word may be broken."""
_PLAIN_SYMBOLS = "\u00b0\u00a9\u00ae\u2122"
_GARBLED = re.compile("\ufffd|[\u00c2\u00c3][\u0080-\u00bf]|\u00e2\u20ac[\u0080-\u203a]|&(?:amp|nbsp|#\\d+);")
_SPACED = re.compile(r"(?<!\S)(?:[^\W\d_] ){4,}[^\W\d_](?!\S)")
_WORD = re.compile(r"[^\W\d_]{2,}")
# Greek letters that look like Latin ones; others, as in units and formulas, stand beside Latin rightly.
_GREEK_LOOKALIKES = frozenset(
    "\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7\u03bf\u03bd\u03b9"
)


def _no(is_odd: Callable[[str], bool], what: str, *, each: float = 0.25) -> Judge:
    def judge(seen: Seen) -> Finding:
        odd = sorted({c for spot in seen.spots for c in spot.text if is_odd(c)})
        spots = [spot for spot in seen.spots if any(map(is_odd, spot.text))] if odd else []
        named = ", ".join(f"U+{ord(c):04X}" for c in odd[:_NAMED])
        return Finding(
            share=1 - each * len(odd),
            evidence=f"There are {what}: {named}." if odd else f"There are no {what}.",
            where=pointers(spots),
        )

    return judge


def _without(form: Callable[[str], str | None], what: str) -> Judge:
    """`form` finds in a text what should not be there."""

    def judge(seen: Seen) -> Finding:
        found = [(spot, hit) for spot in seen.spots if (hit := form(spot.text))]
        named = ", ".join(f"“{hit}”" for _, hit in found[:_NAMED])
        return Finding(
            share=1 - 0.5 * len(found),
            evidence=f"There are {what}: {named}." if found else f"There are no {what}.",
            where=pointers([spot for spot, _ in found]),
        )

    return judge


def _is_private(char: str) -> bool:
    return unicodedata.category(char) in _PRIVATE


def _is_control(char: str) -> bool:
    return unicodedata.category(char) in _CONTROL and char not in _JOINERS


def _is_picture(char: str) -> bool:
    drawn = "\u2500" <= char <= "\u25ff" or "\ufe00" <= char <= "\ufe0f"
    return drawn or (unicodedata.category(char) == "So" and char not in _PLAIN_SYMBOLS)


def _is_ligature(char: str) -> bool:
    return "\ufb00" <= char <= "\ufb17"


def _garbled(text: str) -> str | None:
    found = _GARBLED.search(text)
    return found[0] if found else None


def _spaced(text: str) -> str | None:
    found = _SPACED.search(text)
    return found[0] if found else None


def _mixed(text: str) -> str | None:
    if text.isascii():
        return None
    return next((word for word in _WORD.findall(text) if _is_mixed(word)), None)


def _is_mixed(word: str) -> bool:
    latin = any("a" <= c.lower() <= "z" for c in word)
    return latin and any("\u0400" <= c <= "\u04ff" or c in _GREEK_LOOKALIKES for c in word)


def _rule(id: str, severity: Severity, points: float, looks_at: str, fix: str, judge: Judge) -> Rule:
    return Rule(
        id=id,
        group=Group.CHARACTERS,
        severity=severity,
        points=points,
        applies=Applies.BOTH,
        looks_at=looks_at,
        fix=fix,
        judge=judge,
    )


RULES = (
    _rule(
        "characters-private",
        Severity.MAJOR,
        4,
        "No character is of a private font, or of none: each other reader sees another sign in its place.",
        "Write it as a word, or leave it out.",
        _no(_is_private, "characters of private fonts"),
    ),
    _rule(
        "characters-unseen",
        Severity.MAJOR,
        2,
        "No control characters, and none that take no room or turn the direction, but what joins letters.",
        "Type the text anew, or paste it as plain text.",
        _no(_is_control, "characters that cannot be seen"),
    ),
    _rule(
        "characters-pictures",
        Severity.MINOR,
        2,
        "No emoji, symbols, stars, boxes or lines drawn with characters.",
        "Write these as words, or leave them out.",
        _no(_is_picture, "characters that are pictures"),
    ),
    _rule(
        "characters-ligatures",
        Severity.MINOR,
        1,
        "Letters are written one by one; a joined form such as U+FB01 is missed by a search for both.",
        "Write the letters apart.",
        _no(_is_ligature, "joined letters", each=0.5),
    ),
    _rule(
        "characters-lookalikes",
        Severity.MAJOR,
        2,
        "No word mixes Latin letters with Cyrillic or Greek ones that look the same: no search finds it.",
        "Type the word anew.",
        _without(_mixed, "words of mixed alphabets"),
    ),
    _rule(
        "characters-garbled",
        Severity.MAJOR,
        2,
        "No remains of a wrong encoding: replacement characters, two odd letters for one, HTML's marks.",
        "Type the text anew.",
        _without(_garbled, "remains of a wrong encoding"),
    ),
    _rule(
        "characters-spaced",
        Severity.MINOR,
        1,
        "No word is s p a c e d out letter by letter.",
        "Write the word without spaces.",
        _without(_spaced, "words that are spaced out"),
    ),
)

"""Whether a line says what came of the work, in English, German, French and Spanish."""

import re

_READ = 300
"""Characters of a line in which an outcome is looked for: what comes later, no reader finds."""
_FIGURE = re.compile(r"\d")
_WORD = re.compile(r"[^\W_]+")
_OUTCOMES = (
    # more or better
    "increas|improv|grew|grow|boost|rais|doubl|tripl|accelerat|expand|gain|earn|won|win|exceed|outperform|"
    "maximi|strengthen|generat|attract|retain|"
    # less or faster
    "reduc|cut|decreas|lower|sav|halv|eliminat|prevent|shorten|minimi|slash|lessen|"
    # done
    "deliver|launch|achiev|complet|award|secur|resolv|enabl|"
    # shares
    "half|third|quarter|twice|threefold|"
    "steiger|erhöh|verbesser|verdoppel|beschleunig|gewann|gewonn|erziel|erreich|senk|reduzier|verkürz|"
    "gespart|einspar|halbier|vermied|abgeschloss|eingeführt|hälfte|drittel|"
    "augment|amélior|doubl|accélér|gagn|rédu|diminu|économis|évit|livr|obten|lanc|moitié|tiers|"
    "aument|mejor|duplic|aceler|gan|logr|redu|disminu|ahorr|evit|entreg|consig|consegu|lanz|mitad|tercio"
)
_OUTCOME = re.compile(rf"\b(?:{_OUTCOMES})", re.IGNORECASE)


def has_figure(text: str) -> bool:
    return _FIGURE.search(text) is not None


def says_result(text: str) -> bool:
    """A figure, or a word for what became more, less, better or done."""
    return has_figure(text) or _OUTCOME.search(text, 0, _READ) is not None


def worded_alike(text: str) -> tuple[str, ...]:
    """Equal for texts of the same words, whatever their order, case and marks."""
    return tuple(sorted(_WORD.findall(text.casefold())))

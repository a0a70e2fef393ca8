"""How high a position stands, by the words of its title."""

import re

from app.domain.shared.cues import Cue, Spoken, spoken
from app.domain.shared.prose import word_set

_RANKS: tuple[tuple[str, int, str], ...] = (
    (
        "intern",
        0,
        r"intern|internship|trainee|apprentice|praktikant(?:in)?|stagiaire|becari[oa]|working student",
    ),
    ("junior", 1, r"junior|jr\.?|entry[- ]level|graduate(?=\s+\w+er\b)|assistant|aide"),
    ("senior", 3, r"senior|sr\.?|experienced(?=\s+\w+er\b)"),
    (
        "lead",
        4,
        r"lead|leader|team lead|supervisor|foreman|forewoman|(?<!en )(?<!free of )(?<!no )charge|coordinator|"
        r"leitende[rn]?",
    ),
    ("staff", 4, r"staff(?=\s+(?:\w+\s+)?(?:engineer|scientist|developer|designer))"),
    (
        "principal",
        5,
        r"principal|distinguished|fellow(?!\s+(?-i:(?!of\b|at\b|in\b|and\b|for\b|on\b|with\b)[a-z]))",
    ),
    (
        "manager",
        5,
        r"manager|superintendent|leiter(?:in)?|chef(?=\s+de\b)|gerente|responsable(?! de \w+[aei]r\b)",
    ),
    ("head", 6, r"head(?=\s+of\b)|head(?=\s+\w+$)"),
    ("director", 6, r"director|direktor(?:in)?|directeur|directrice"),
    ("vice president", 7, r"vice[- ]president|vp|svp|evp"),
    ("chief", 8, r"chief|ceo|cto|cfo|coo|cio|president|founder|co-founder|owner|partner|executive"),
)
_COMPILED = tuple(
    (name, height, re.compile(rf"(?<![\w-])(?:{pattern})(?![\w-])", re.I)) for name, height, pattern in _RANKS
)
_CUE = Cue(
    word_set(
        "intern internship trainee apprentice praktikant praktikantin stagiaire becario becaria working "
        "junior jr entry graduate assistant aide senior sr experienced lead leader team supervisor foreman "
        "forewoman charge coordinator leitende leitender leitenden staff principal distinguished fellow "
        "manager superintendent leiter leiterin chef gerente responsable head director direktor direktorin "
        "directeur directrice vice vp svp evp chief ceo cto cfo coo cio president founder co owner partner "
        "executive"
    )
)
"""The first words of all that is looked for."""
PLAIN = 2
"""A title without any word of rank."""


def ranks_in(text: str, words: Spoken | None = None) -> tuple[str, ...]:
    """The words of rank in a text, by their plain names, lowest first.

    `words`: its own, where they are known already.
    """
    if not _CUE.may_stand_in(words or spoken(text)):
        return ()
    text = re.sub(r"(?<!\w)vice[- ]president", "vp", text, flags=re.I)
    return tuple(name for name, _, pattern in _COMPILED if pattern.search(text))


def height(title: str) -> int:
    """0 for an intern, 2 for a plain title, 8 for a chief."""
    found = [height for name, height, _ in _COMPILED if name in ranks_in(title)]
    return max(found) if found else PLAIN

"""What a document may put in its own language: a spoken language, how well it is spoken, a bare mark."""

import re

from app.domain.documents.facts.receipt import Claim, ClaimKind, Verdict
from app.domain.shared.prose import fold
from app.domain.shared.tongues import GPA, GRADE, same_language, same_level

_SPOKEN = re.compile(r"(?P<name>[^()]{1,60}?)(?: \((?P<level>[^()]{1,60})\))?")
_MARK = re.compile(rf"(?:{'|'.join(sorted({GPA, *GRADE.values()}))}) (?P<mark>.{{1,40}})")
_LONGEST = 60
"""Characters of a name, or of a mark with what it is called."""


def translation(text: str, said: tuple[str, ...]) -> Claim | None:
    """`Deutsch (Muttersprache)` of what says `German` and `native`; None when it is nothing of the kind."""
    if len(text.partition(" (")[0]) > _LONGEST:
        return None
    spoken, mark = _SPOKEN.fullmatch(text), _MARK.fullmatch(text)
    if mark and any(fold(mark["mark"]) == fold(each) for each in said):
        return Claim(ClaimKind.NUMBER, mark["mark"], Verdict.SUPPORTED, "")
    if not spoken or not any(same_language(spoken["name"], each) for each in said):
        return None
    if spoken["level"] and not any(same_level(spoken["level"], each) for each in said):
        return None
    return Claim(ClaimKind.SKILL, text, Verdict.DERIVED, "The same, in the language of the document.")

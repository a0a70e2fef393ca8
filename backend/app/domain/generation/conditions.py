"""What a posting says to everybody who applies: the law, how to apply, on which conditions one may start."""

import re
from collections.abc import Iterator

from app.domain.jobs.parsing.boilerplate import is_boilerplate
from app.domain.shared.degrees import levels_in
from app.domain.shared.prose import fold, sentences
from app.domain.shared.skills import mentions

_CONDITION = re.compile(
    r"\b(?:citizen(?:ship)?\b.{0,60}\b(?:required|or (?:us |u\.s\. )?national)"
    r"|(?:must|be) (?:be )?an? (?:u\.?s\.?|us) citizen"
    r"|background (?:check|investigation|screening)|drug (?:test|screen)\w*|trial period|probation\w* period"
    r"|direct deposit|selective service|(?:employment|work) (?:status )?eligibility|eligible to work"
    r"|(?:legally )?authori[sz]ed to work|right to work|condition of (?:continued )?employment"
    r"|financial disclosure|dates you held each job|hours per week you worked|resume must|cover letter"
    r"|suitable for federal employment|start the job)\b",
    re.I,
)
_LONG = 300
"""Characters of a line that is likely to say more than one thing."""


def is_condition(text: str) -> bool:
    """Nobody is a better match for having a bank account; what else a line asks for is asked all the same."""
    left, found = _CONDITION.subn(" ", text)
    return bool(found) and len(text) <= _LONG and not (mentions(left) or levels_in(left))


def without_conditions(text: str) -> str:
    return "\n".join(kept for line in text.splitlines() for kept in _kept(line))


def _kept(line: str) -> Iterator[str]:
    if not _is_aside(line):
        yield line
    elif len(line) > _LONG:
        yield " ".join(each for each in sentences(line) if not _is_aside(each))


def _is_aside(text: str) -> bool:
    return bool(_CONDITION.search(text)) or is_boilerplate(fold(text))

"""How sure a value that was read is, by what says so."""

from enum import StrEnum
from typing import Any

from app.domain.jobs.posting import Found

POINTED = "model"
"""The rule of what a language model has pointed at."""


class Sure(StrEnum):
    """How sure it is, the surest first."""

    STATED = "stated"
    """A field of the data says so."""
    NAMED = "named"
    """A label or the posting's head names it."""
    TOLD = "told"
    """A sentence says so, or the rules conclude it."""
    GUESSED = "guessed"
    """A language model takes these words of the posting to say so."""


def sure_of(found: Found[Any]) -> Sure:
    if found.pointer is not None:
        return Sure.STATED
    if found.rule == POINTED:
        return Sure.GUESSED
    named = found.rule in _NAMED or found.rule.startswith(_NAMED_BY)
    return Sure.NAMED if named else Sure.TOLD


_NAMED = {"named", "top", "title", "salary.stated"}
_NAMED_BY = ("label.", "top.")

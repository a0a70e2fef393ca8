"""One number of a text, and what it counts."""

from enum import StrEnum
from typing import NamedTuple

from app.domain.documents.facts.amounts.bounds import Bound


class Measure(StrEnum):
    COUNT = "count"
    PERCENT = "percent"
    MONEY = "money"
    TIME = "time"
    FACTOR = "factor"
    ORDINAL = "ordinal"
    FREQUENCY = "frequency"
    """Its value is how many times a year."""
    NONE = "none"
    """Words that say what another number stands for, or only look as if they told how often."""


class Quantity(NamedTuple):
    value: float
    bare: float
    """As written, whatever the unit."""
    measure: Measure
    bound: Bound
    currency: str
    rate: str
    """What it happens in once: `week` for 20 hours a week. Empty: nothing is said."""
    unit: str
    """The word after it, folded."""
    head: tuple[str, ...]
    """The words that follow at once: what it counts."""
    near: frozenset[str]
    """Roots of the words around it."""
    written: str
    start: int
    end: int
    unit_end: int
    """Where the word after it ends."""
    label: str = ""
    """What it belongs to as a name, folded: `iso` for ISO 9001."""
    scale: float = 1.0
    """What its thousands or millions are written as."""

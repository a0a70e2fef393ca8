"""Where the gate is still short of its goals, and what it must not fall back behind meanwhile.

`python -m tests.truth` holds the gate to the goals themselves over the open part; a figure here only ever
gets better, and its line goes when the goal is reached.
"""

from collections.abc import Mapping

from tests.truth.corpus import Part
from tests.truth.kinds import Kind

_Spoken = tuple[str, Part]
"""A language, and a part of the corpus."""

CAUGHT_SO_FAR: Mapping[_Spoken, float] = {
    ("en", Part.OPEN): 0.975,
    ("de", Part.OPEN): 0.96,
    ("es", Part.OPEN): 0.97,
    ("fr", Part.OPEN): 0.97,
    ("en", Part.WIDE): 0.96,
    ("fr", Part.WIDE): 0.97,
    ("en", Part.SEALED): 0.95,
    ("de", Part.SEALED): 0.96,
    ("fr", Part.SEALED): 0.95,
}
BLOCKED_SO_FAR: Mapping[_Spoken, float] = {
    ("en", Part.OPEN): 0.045,
    ("en", Part.WIDE): 0.13,
    ("de", Part.WIDE): 0.11,
    ("es", Part.WIDE): 0.04,
    ("fr", Part.WIDE): 0.07,
    ("en", Part.SEALED): 0.25,
    ("de", Part.SEALED): 0.23,
    ("es", Part.SEALED): 0.20,
    ("fr", Part.SEALED): 0.31,
}
CAUGHT_OF_A_KIND_SO_FAR: Mapping[Kind, float] = {
    Kind.EMPLOYER: 0.94,
    Kind.NEGATION: 0.94,
    Kind.TITLE: 0.90,
}
TOLD_APART_SO_FAR = 0.85

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
    ("en", Part.WIDE): 0.96,
    ("en", Part.SEALED): 0.95,
    ("fr", Part.SEALED): 0.97,
}
BLOCKED_SO_FAR: Mapping[_Spoken, float] = {
    ("en", Part.OPEN): 0.045,
    ("en", Part.WIDE): 0.13,
    ("de", Part.WIDE): 0.07,
    ("es", Part.WIDE): 0.035,
    ("fr", Part.WIDE): 0.055,
    ("en", Part.SEALED): 0.25,
    ("de", Part.SEALED): 0.22,
    ("es", Part.SEALED): 0.185,
    ("fr", Part.SEALED): 0.29,
}
CAUGHT_OF_A_KIND_SO_FAR: Mapping[Kind, float] = {
    Kind.EMPLOYER: 0.94,
}
TOLD_APART_SO_FAR = 0.85

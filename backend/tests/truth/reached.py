"""Where the gate is still short of its goals, and what it must not fall back behind meanwhile.

`python -m tests.truth` holds the gate to the goals themselves; a figure here only ever gets better, and
its line goes when the goal is reached.
"""

from collections.abc import Mapping

from tests.truth.kinds import Kind

Part = tuple[str, bool]
"""A language, and whether its sealed careers are meant."""

CAUGHT_SO_FAR: Mapping[Part, float] = {
    ("en", True): 0.96,
    ("de", True): 0.95,
    ("fr", True): 0.95,
    ("es", True): 0.94,
}
BLOCKED_SO_FAR: Mapping[Part, float] = {
    ("en", False): 0.03,
    ("en", True): 0.15,
    ("de", False): 0.06,
    ("de", True): 0.27,
    ("fr", True): 0.14,
    ("es", True): 0.14,
}
CAUGHT_OF_A_KIND_SO_FAR: Mapping[Kind, float] = {
    Kind.CERTIFICATE: 0.94,
    Kind.EMPLOYER: 0.94,
    Kind.OWNER: 0.93,
    Kind.TITLE: 0.90,
}
TOLD_APART_SO_FAR = 0.90

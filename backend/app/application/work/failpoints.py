"""Named places between two effects, where a process may die. The survival tests kill it at each of them."""

from collections.abc import Callable, Iterable

Failpoint = Callable[[str], None]


def pass_by(_: str) -> None:
    """What a failpoint does outside of tests: nothing."""


IN_SUBMISSION, AFTER_SUBMISSION = "submit.in_transaction", "submit.after_commit"
SUBMISSION = (IN_SUBMISSION, AFTER_SUBMISSION)
CLAIM = ("claim.before", "claim.in_transaction", "claim.after_commit")
AFTER_PUT, BEFORE_DISCARD = "file.after_put", "file.before_discard"
"""Between a file and the row that speaks of it: the file comes first and goes last."""
AFTER_REFRESH = "refresh.after_commit"
"""The tokens are rotated, and nobody has been told."""
AROUND_A_STEP = (
    "before",
    "after_think",
    "after_fence",
    "after_record",
    "in_transaction",
    "after_commit",
    "after_ring",
)
"""Before it; after it is done; then within the transaction: fenced, recorded, told; and after that."""


def of_steps(steps: Iterable[str]) -> tuple[str, ...]:
    return tuple(f"{step}.{place}" for step in steps for place in AROUND_A_STEP)

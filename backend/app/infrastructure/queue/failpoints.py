import os
from collections import Counter

from app.application.work.failpoints import Failpoint, pass_by

KILLED = 137
"""The status of a process that kill -9 ended."""


def from_environment(variable: str = "JOBWISE_FAILPOINT") -> Failpoint:
    """`name` kills this process where it first passes that failpoint, `name:3` at the third time."""
    wanted = os.environ.get(variable, "")
    return deadly(wanted) if wanted else pass_by


def deadly(wanted: str) -> Failpoint:
    name, _, times = wanted.partition(":")
    passed: Counter[str] = Counter()

    def die_there(place: str) -> None:
        passed[place] += 1
        if place == name and passed[place] == int(times or 1):
            os._exit(KILLED)

    return die_there

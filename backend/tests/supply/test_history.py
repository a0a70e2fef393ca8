"""No secret lies in what was ever committed: who clones the repository has all of it."""

import subprocess

from tests.gates.serving import BACKEND
from tests.gates.test_supply import ON_PURPOSE
from tests.supply.secrets import secrets_in


def test_no_secret_lies_in_the_history() -> None:
    told = (
        "git",
        "-C",
        str(BACKEND.parent),
        "log",
        "--all",
        "-p",
        "--no-color",
        "--no-ext-diff",
        "--unified=0",
    )
    ended = subprocess.run(told, capture_output=True, check=False)
    assert ended.returncode == 0, "not checked: there is no history here"
    text = ended.stdout.decode("utf-8", "replace")
    added = "\n".join(line for line in text.splitlines() if line.startswith("+"))

    assert added.count("\n") > 1_000
    found = {(kind, secret) for kind, secret in secrets_in(added) if not ON_PURPOSE.search(secret)}
    assert found == set()

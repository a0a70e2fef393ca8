"""Every operation, fuzzed as two users over HTTP: no failed check, no 5xx.

JOBWISE_FUZZ_EXAMPLES is how many random cases each operation gets, beside the hundred or so that follow from
its schema; a night has time for more of them.

One worker: hypothesis, on which the tool stands, sets the recursion limit, which all threads share. Set while
another thread reads a lambda's source, it makes Python 3.11 give up with "AST constructor recursion depth
mismatch"; the tool then reports a "Runtime Error" though no case has failed.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import httpx2
import pytest

from tests.gates.serving import BACKEND, served

USUAL = 3
EXAMPLES = int(os.environ.get("JOBWISE_FUZZ_EXAMPLES", USUAL))
MEMORY = BACKEND.parent / ".hypothesis"
"""Where hypothesis keeps its tables of Unicode, which take seconds to make."""
QUOTA = '{"generations": 1000000}'
"""More than a night asks for: a used-up month has tests of its own."""
USERS = ("ada", "ben")
FEWEST = 10_000
"""Cases, below which a run proves too little."""
PASSWORD = "Fuzzing-Horse-7"
"""No example's: nobody is to change it, or the address, on the way."""

CONFIG = """
seed = 20261121
suppress-health-check = ["all"]
color = false
hooks = "{hooks}"
workers = 1
continue-on-failure = true
request-timeout = 30.0
max-stream-events = 50

[cache]
enabled = false

[generation]
deterministic = true
max-examples = {examples}
database = "none"
no-shrink = true

[phases.coverage.generation]
mode = "{coverage}"

[phases.stateful]
max-steps = 6

[phases.stateful.generation]
max-examples = {stories}

[phases.stateful.checks.positive_data_acceptance]
# An id that is null in an answer is followed as the id "None".
enabled = false

[auth.wfc]
path = "{users}"
peers = {peers}

[checks.positive_data_acceptance]
# 409, 412 and 422 are for what validates and cannot be done; the schema cannot say when.
expected-statuses = ["2xx", "3xx", "401", "403", "404", "409", "412", "416", "422"]

[[operations]]
# Whoever asks would be gone, and all other answers 401.
include-operation-id = "erase_own_account"
enabled = false

[[operations]]
# One mailbox gets five mails in five minutes, and the examples name one.
include-operation-id = ["send_otp", "forgot_password"]

[operations.checks.positive_data_acceptance]
expected-statuses = ["2xx", "422", "429"]

[[operations]]
# What is described as a file is made of random bytes, and most of them are no file of any kind.
include-operation-id = ["import_profile", "import_applications"]

[operations.checks.positive_data_acceptance]
enabled = false
"""


CURRENT = ("/current", "/compare")

EXCEPTION = """
[[operations]]
include-operation-id = "{name}"

[operations.checks.ensure_resource_availability]
enabled = false
"""


def entry(name: str) -> dict[str, object]:
    body = json.dumps({"email": f"{name}@example.com", "password": PASSWORD})
    return {
        "name": name,
        "loginEndpointAuth": {
            "endpoint": "/api/v1/auth/login",
            "verb": "POST",
            "contentType": "application/json",
            "payloadRaw": body,
            "token": {
                "extractFrom": "body",
                "extractSelector": "/access_token",
                "sendIn": "header",
                "sendName": "Authorization",
                "sendTemplate": "Bearer {token}",
            },
        },
    }


def naming_others(schema: dict[str, Any]) -> str:
    """For operations on one thing whose body names another: a 404 may speak of that other."""
    exceptions = ""
    for path, item in schema["paths"].items():
        for operation in item.values():
            kinds = operation.get("requestBody", {}).get("content", {}).values()
            names = [kind["schema"].get("$ref", "").rpartition("/")[2] for kind in kinds]
            bodies = [schema["components"]["schemas"].get(name, {}).get("properties", {}) for name in names]
            if "{" in path and any(field.endswith("_id") for body in bodies for field in body):
                exceptions += EXCEPTION.format(name=operation["operationId"])
    return exceptions


def of_the_current(schema: dict[str, Any]) -> str:
    """A job that was just made has no version yet, and the 404 says so."""
    paths = [path for path in schema["paths"] if path.endswith(CURRENT) or "/cover-letter/" in path]
    names = [each["operationId"] for path in paths for each in schema["paths"][path].values()]
    return "".join(EXCEPTION.format(name=name) for name in names)


def configured(folder: Path, address: str) -> Path:
    schema = httpx2.get(f"{address}/openapi.json", timeout=60).json()
    users = folder / "users.json"
    users.write_text(json.dumps({"auth": [entry(name) for name in USERS]}))
    config = folder / "schemathesis.toml"
    hooks = Path(__file__).with_name("fuzz_hooks.py")
    text = CONFIG.format(
        hooks=hooks,
        users=users,
        peers=json.dumps(USERS),
        examples=EXAMPLES,
        stories=7 * EXAMPLES,
        coverage="negative" if EXAMPLES <= USUAL else "all",
    )
    config.write_text(text + naming_others(schema) + of_the_current(schema))
    return config


def register(address: str) -> None:
    for name in USERS:
        body = {"email": f"{name}@example.com", "password": PASSWORD, "full_name": name.title()}
        assert httpx2.post(f"{address}/api/v1/auth/register", json=body).status_code == 201


SECTION = re.compile(r"^=+ ([A-Z ]+) =+$", re.MULTILINE)
WORST = ("ERRORS", "FAILURES", "SUMMARY")


def worst_first(said: str) -> str:
    """What the tool says, its errors first: they are few, and would be cut off below all that it found."""
    before, *rest = SECTION.split(said)
    sections = dict(zip(rest[::2], rest[1::2], strict=True))
    told = [f"== {name}\n{sections.pop(name).strip()[:8_000]}" for name in WORST if name in sections]
    return "\n\n".join(
        [*told, *(f"== {name}\n{text.strip()[:2_000]}" for name, text in sections.items()), before]
    )


def cases(said: str) -> int:
    """How many requests were sent."""
    found = re.search(r"^ +(\d+) generated", said, re.MULTILINE)
    return int(found[1]) if found else 0


def test_what_went_wrong_within_the_tool_is_told_first() -> None:
    said = (
        "began\n== FAILURES ==\nmany\n==== ERRORS ====\na reason\n== SUMMARY ==\n  12 generated, 11 passed\n"
    )

    assert worst_first(said).startswith("== ERRORS\na reason\n\n== FAILURES\nmany\n\n== SUMMARY\n")
    assert cases(said) == 12


def test_no_check_fails_and_nothing_breaks(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with served(tmp_path, log_level="WARNING", tier_free=QUOTA) as address:
        register(address)
        config = configured(tmp_path, address)
        command = Path(sys.executable).with_name("schemathesis")
        found = subprocess.run(
            [str(command), "--config-file", str(config), "run", f"{address}/openapi.json"],
            cwd=tmp_path,
            env=os.environ | {"PYTHONPATH": str(BACKEND), "HYPOTHESIS_STORAGE_DIRECTORY": str(MEMORY)},
            capture_output=True,
            text=True,
            timeout=7_200 if EXAMPLES > USUAL else 1_800,
        )

    log = (tmp_path / "server.log").read_text()
    assert "unhandled error" not in log
    if found.returncode:
        pytest.fail(worst_first(found.stdout) + found.stderr[-2_000:], pytrace=False)
    sent = cases(found.stdout)
    assert sent >= FEWEST
    with capsys.disabled():
        sys.stdout.write(f"\n{sent} requests\n")
    shutil.rmtree(tmp_path / "var", ignore_errors=True)

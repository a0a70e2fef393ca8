"""Redocly and Spectral, with OWASP's rules, find no error in our description. Needs Node.js and npm."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.gates.serving import BACKEND

TOOLS = ("@redocly/cli@2.77.0", "@stoplight/spectral-cli@6.16.3", "@stoplight/spectral-owasp-ruleset@2.0.1")
OURS = BACKEND.parent / "docs" / "openapi.json"
RULES = Path(__file__).with_name("spectral.yaml")


@pytest.fixture(scope="module")
def tools(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("lint")
    npm = shutil.which("npm")
    assert npm, "not checked: there is no npm here"
    told = [npm, "install", "--silent", "--no-audit", "--no-fund", "--ignore-scripts", *TOOLS]
    ended = subprocess.run(told, cwd=folder, capture_output=True, text=True, check=False, timeout=600)
    assert ended.returncode == 0, f"not checked: {ended.stderr[-500:]}"
    shutil.copy(RULES, folder / ".spectral.yaml")
    return folder


def lint(tools: Path, name: str, *told: str) -> subprocess.CompletedProcess[str]:
    command = [str(tools / "node_modules" / ".bin" / name), "lint", *told]
    return subprocess.run(command, cwd=tools, capture_output=True, text=True, check=False, timeout=600)


def spectral(tools: Path, description: Path) -> subprocess.CompletedProcess[str]:
    return lint(tools, "spectral", str(description), "-r", ".spectral.yaml", "--fail-severity", "error")


def test_redocly_finds_no_error(tools: Path) -> None:
    ended = lint(tools, "redocly", str(OURS))

    assert ended.returncode == 0, ended.stdout[-3_000:] + ended.stderr[-3_000:]


def test_spectral_finds_no_error(tools: Path) -> None:
    ended = spectral(tools, OURS)

    assert ended.returncode == 0, "\n".join(line for line in ended.stdout.splitlines() if " error " in line)[
        :5_000
    ]


def test_no_secret_is_taken_in_an_address() -> None:
    secret = re.compile(r"secret|token|password|key|otp|credential", re.IGNORECASE)
    taken = {
        parameter["name"]
        for path in json.loads(OURS.read_text())["paths"].values()
        for operation in path.values()
        for parameter in operation.get("parameters", ())
        if parameter["in"] in {"path", "query"} and secret.search(parameter["name"])
    }

    assert taken == {"token_id"}, "which names one, and opens nothing"


def test_an_error_would_be_found(tools: Path) -> None:
    broken = tools / "broken.json"
    broken.write_text(OURS.read_text().replace('"operationId": "get_me"', '"operationId": "log_in"', 1))

    assert spectral(tools, broken).returncode == 1
    assert lint(tools, "redocly", str(broken)).returncode == 1

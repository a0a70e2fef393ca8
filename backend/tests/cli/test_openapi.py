import json
from pathlib import Path

from tests.cli.conftest import Run


def test_what_is_written_passes_the_check(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "docs" / "openapi.json"

    assert run("openapi", "--out", str(file)).exit_code == 0

    assert json.loads(file.read_text())["openapi"].startswith("3.1")
    assert run("openapi", "--check", str(file)).exit_code == 0
    assert run("openapi").stdout == file.read_text()


def test_a_file_that_says_something_else_fails_the_check(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "openapi.json"
    run("openapi", "--out", str(file))
    file.write_text(file.read_text().replace("/auth/login", "/auth/logon"))

    result = run("openapi", "--check", str(file))

    assert result.exit_code == 1
    assert "Write it anew" in result.stderr


def test_a_missing_file_fails_the_check(run: Run, tmp_path: Path) -> None:
    assert run("openapi", "--check", str(tmp_path / "nowhere.json")).exit_code == 1

"""The whole command, on a data directory of its own."""

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from app.main import workshop
from app.presentation.cli.commands import jobwise

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("JOBWISE_DATA_DIR", str(tmp_path / "var"))
    monkeypatch.setenv("JOBWISE_BCRYPT_COST", "4")

    def running(*arguments: str, stdin: str | None = None) -> Result:
        return CliRunner().invoke(jobwise, arguments, input=stdin, obj=workshop())

    return running

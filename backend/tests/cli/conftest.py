"""The whole command, on a data directory of its own."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

import app
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


@pytest.fixture
def server(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """`jobwise serve` in a process of its own; its first line says where."""
    process = subprocess.Popen(
        [sys.executable, "-m", "app.main", "serve", "--port", "0"],
        env={"PYTHONPATH": str(Path(app.__file__).parents[1]), "JOBWISE_DATA_DIR": str(tmp_path / "var")},
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    yield process
    process.kill()
    process.communicate()

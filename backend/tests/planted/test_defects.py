"""Each planted defect turns a test red, in a copy of the product. The same tests are green without it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import app
from tests.planted.defects import DEFECTS, Defect

BACKEND = Path(app.__file__).parents[1]
RED = 1
"""What pytest ends with when tests have failed; anything else is another trouble."""


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    left_out = shutil.ignore_patterns("__pycache__", ".*")
    shutil.copytree(BACKEND, tmp_path / "backend", ignore=left_out)
    shutil.copy(BACKEND.parent / "pyproject.toml", tmp_path)
    shutil.copytree(BACKEND.parent / "examples", tmp_path / "examples")
    return tmp_path


def outcome(copy: Path, tests: str) -> int:
    ended = subprocess.run(
        [
            sys.executable,
            "-m",
            "pytest",
            "-q",
            "-x",
            "-n",
            "0",
            "-p",
            "no:cacheprovider",
            f"backend/tests/{tests}",
        ],
        cwd=copy,
        env=os.environ
        | {"PYTHONPATH": str(copy / "backend"), "HYPOTHESIS_STORAGE_DIRECTORY": str(copy / "h")},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=False,
    )
    return ended.returncode


@pytest.mark.parametrize("defect", DEFECTS, ids=lambda defect: defect.what.replace(" ", "_"))
def test_a_defect_is_noticed(defect: Defect, copy: Path) -> None:
    file = copy / "backend" / "app" / defect.file
    before = file.read_text(encoding="utf-8")
    assert before.count(defect.line) == 1, "the line has changed: the defect is to be planted anew"
    file.write_text(before.replace(defect.line, defect.becomes), encoding="utf-8")

    assert outcome(copy, defect.noticed_by) == RED

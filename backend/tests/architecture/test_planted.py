"""The defects that `make trust GATE=planted` plants: each has its place in today's code, and its test."""

from pathlib import Path

import pytest

import app
from tests.planted.defects import DEFECTS, Defect

APP = Path(app.__file__).parent
TESTS = APP.parent / "tests"


@pytest.mark.parametrize("defect", DEFECTS, ids=lambda defect: defect.what.replace(" ", "_"))
def test_a_defect_has_its_place_and_its_test(defect: Defect) -> None:
    assert (APP / defect.file).read_text(encoding="utf-8").count(defect.line) == 1
    assert (TESTS / defect.noticed_by).exists()

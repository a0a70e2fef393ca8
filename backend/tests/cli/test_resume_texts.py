"""A resume's text instead of a JSON Resume."""

import json
from pathlib import Path

import pytest

from app.presentation.cli.careers import EXAMPLES
from tests.cli.conftest import Run

RESUME = """\
Ada Byron
Software Engineer
EXPERIENCE
Backend Engineer
Analytical Engines Ltd
2015 - 2024
- Built services in Python and PostgreSQL
SKILLS
Python, PostgreSQL, Docker
"""


def test_a_text_can_be_matched_to_a_posting(run: Run, tmp_path: Path) -> None:
    resume = tmp_path / "ada.txt"
    resume.write_text(RESUME)
    posting = EXAMPLES / "software" / "posting.txt"

    result = run("match", "--profile", str(resume), "--posting", str(posting), "--json")

    assert result.exit_code == 0, result.output
    receipt = json.loads(result.stdout)
    assert receipt["years_worked"] >= 9
    assert "Python" in [k["name"] for k in receipt["keywords"] if k["matched"]]


def test_the_same_text_gives_the_same_receipt(run: Run, tmp_path: Path) -> None:
    resume = tmp_path / "ada.txt"
    resume.write_text(RESUME)
    asked = (
        "match",
        "--profile",
        str(resume),
        "--posting",
        str(EXAMPLES / "software" / "posting.txt"),
        "--json",
    )

    assert run(*asked).stdout == run(*asked).stdout


@pytest.mark.parametrize("absent", ["no such file.pdf", "."])
def test_a_file_that_is_not_there_is_told_and_nothing_is_read(run: Run, tmp_path: Path, absent: str) -> None:
    there = tmp_path / "ada.txt"
    there.write_text(RESUME)

    result = run("parse", "resume", str(there), str(tmp_path / absent))

    assert result.exit_code == 2
    assert result.stdout == ""
    told = " ".join(result.stderr.replace("│", " ").split())
    assert "does not exist" in told or "is a directory" in told

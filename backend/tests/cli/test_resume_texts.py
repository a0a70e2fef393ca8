"""A resume's text instead of a JSON Resume."""

import json
from pathlib import Path

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


def test_a_file_that_is_not_there_is_named_and_the_others_are_read(run: Run, tmp_path: Path) -> None:
    resume = tmp_path / "ada.txt"
    resume.write_text(RESUME)

    result = run("parse", "resume", str(tmp_path / "nobody.pdf"), str(resume), str(tmp_path))

    assert result.exit_code == 1
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    assert [row["id"] for row in rows] == ["nobody", "ada", tmp_path.name]
    assert rows[1]["name"] == "Ada Byron"
    assert rows[0]["error"] in result.stderr
    assert "nobody.pdf: No such file or directory" in result.stderr
    assert result.stderr.count("jobwise: ") == 2


def test_a_file_without_text_is_no_failure_of_the_command(run: Run, tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_text("")

    result = run("parse", "resume", str(empty))

    assert (result.exit_code, result.stderr) == (0, "")
    assert json.loads(result.stdout) == {"id": "empty", "error": "This file is empty."}

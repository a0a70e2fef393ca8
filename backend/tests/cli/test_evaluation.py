"""`jobwise eval`, on a folder of our own."""

import json
from pathlib import Path

import pytest

from app.presentation.cli.careers import EXAMPLES
from tests.cli.conftest import Run


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    (folder / "postings").mkdir(parents=True)
    return folder


def put(file: Path, *texts: str) -> None:
    rows = [{"id": f"p{n}", "text": text} for n, text in enumerate(texts)]
    file.write_text("".join(json.dumps(row) + "\n" for row in rows))


def test_each_part_of_the_folder_becomes_a_file(run: Run, data: Path, tmp_path: Path) -> None:
    posting = (EXAMPLES / "software" / "posting.txt").read_text()
    put(data / "postings" / "jobs.jsonl", posting)
    put(data / "postings" / "skills.jsonl", posting)

    result = run("eval", "--data", str(data), "--out", str(tmp_path / "out"))

    assert result.exit_code == 0, result.output
    jobs = json.loads((tmp_path / "out" / "jobs.json").read_text())
    skills = json.loads((tmp_path / "out" / "skills.json").read_text())
    outputs = json.loads((tmp_path / "out" / "faithful_outputs.json").read_text())
    german = json.loads((tmp_path / "out" / "faithful_outputs.de.json").read_text())
    assert jobs[0]["id"] == "p0"
    assert jobs[0]["salary"] == {"min": 78000.0, "max": 96000.0, "currency": "EUR", "period": "year"}
    assert "Python" in skills[0]["skills"]
    assert (len(outputs), len(german)) == (3, 1)
    assert all(row["profile"]["basics"]["name"] in row["text"] for row in outputs)


def test_what_the_folder_has_not_is_left_out(run: Run, data: Path, tmp_path: Path) -> None:
    put(data / "postings" / "skills.jsonl", "We use Python.")

    result = run("eval", "--data", str(data), "--out", str(tmp_path / "out"))

    assert result.exit_code == 0
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["skills.json"]


def test_a_folder_that_has_nothing_is_an_error(run: Run, data: Path, tmp_path: Path) -> None:
    result = run("eval", "--data", str(data), "--out", str(tmp_path / "out"))

    assert result.exit_code == 1
    assert "has none of postings/jobs.jsonl" in result.stderr
    assert not (tmp_path / "out").exists()


def test_a_career_that_cannot_be_tailored_is_named(run: Run, data: Path, tmp_path: Path) -> None:
    put(data / "postings" / "jobs.jsonl", "Nurse\n\nRequirements\n- Patience\n")
    career = tmp_path / "career.json"
    career.write_text('{"basics": {"name": "Ada Byron"}, "work": 7}')

    result = run("eval", "--data", str(data), "--out", str(tmp_path / "out"), "--profile", str(career))

    assert result.exit_code == 1
    assert "1 of 1 failed; the first is p0, Ada Byron" in result.stderr

"""The main job from end to end: a server of its own, and an app that knows nothing but HTTP."""

import json
from pathlib import Path

import pytest

from app.presentation.cli.careers import EXAMPLES
from tests.cli.conftest import Run


def test_the_demo_keeps_every_promise_and_does_it_again(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "out"

    first = run("demo", "--out", str(out))

    assert first.exit_code == 0, first.output
    result = json.loads((out / "result.json").read_text())
    assert result["status"] == "completed"
    assert result["receipts"]["faithfulness"]["unsupported"] == 0
    assert result["receipts"]["read_back"]["losses"] == []
    assert {path.name for path in out.iterdir()} == {
        ".server",
        "result.json",
        "resume.pdf",
        "resume.docx",
        "resume.md",
        "cover-letter.pdf",
        "cover-letter.docx",
        "cover-letter.md",
    }
    assert "Dear hiring team at Harrow & Pike Foods," in (out / "cover-letter.md").read_text()
    assert (out / "resume.pdf").read_bytes().startswith(b"%PDF-")
    assert "Marisol Quintero-Hale" in (out / "resume.md").read_text()
    for said in ("Match:", "Faithfulness:", "ATS:", "Read back:", "export completed", "still one"):
        assert said in first.stdout

    assert "achievement “Led the go-live of Manhattan WMS" in " ".join(first.stdout.split())
    judged = (
        "check-facts",
        "--profile",
        str(EXAMPLES / "profile.json"),
        "--document",
        str(out / "result.json"),
    )
    assert run(*judged).exit_code == 0

    assert run("demo", "--out", str(out)).exit_code == 0


@pytest.mark.parametrize(
    ("profile", "posting", "said"),
    [
        ("nowhere.json", "posting.txt", "Cannot read nowhere.json"),
        ("profile.json", "nowhere.txt", "Cannot read nowhere.txt"),
        ("posting.txt", "posting.txt", "posting.txt is not JSON (line 1)"),
        ("list.json", "posting.txt", "holds JSON, but no object"),
        ("profile.json", "empty.txt", "empty.txt is empty"),
        ("wrong.json", "posting.txt", "/work"),
    ],
)
def test_a_file_that_does_not_fit_is_one_clear_line(
    run: Run, tmp_path: Path, profile: str, posting: str, said: str
) -> None:
    (tmp_path / "profile.json").write_text('{"basics": {"name": "Ada Byron"}}')
    (tmp_path / "posting.txt").write_text("Nurse\n\nRequirements\n- Patience\n")
    (tmp_path / "empty.txt").write_text("\n")
    (tmp_path / "list.json").write_text("[]")
    (tmp_path / "wrong.json").write_text('{"basics": {"name": "Ada Byron"}, "work": 7}')

    result = run("demo", "--profile", profile, "--posting", posting)

    assert result.exit_code == 1
    assert said in result.stderr
    assert result.stderr.count("\n") == 1


def test_a_folder_that_cannot_be_written_is_one_clear_line(run: Run, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file")

    result = run("demo", "--out", str(tmp_path / "out"))

    assert result.exit_code == 1
    assert result.stderr.count("\n") == 1
    assert "Traceback" not in result.output

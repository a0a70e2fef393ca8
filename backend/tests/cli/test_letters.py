"""Cover letters without a server, on files."""

import json
from pathlib import Path

import pytest

from app.presentation.cli.careers import EXAMPLES
from tests.cli.conftest import Run
from tests.cli.test_engine import PAIRS, pair


@pytest.mark.parametrize("folder", PAIRS, ids=lambda folder: folder.name)
def test_each_example_becomes_a_letter_that_holds_and_reads_back(
    run: Run, tmp_path: Path, folder: Path
) -> None:
    out = tmp_path / "out"

    made = run("tailor", *pair(folder), "--out", str(out), "--letter")

    assert made.exit_code == 0, made.output
    result = json.loads((out / "result.json").read_text())
    assert result["receipts"]["faithfulness"]["unsupported"] == 0
    assert result["receipts"]["read_back"]["losses"] == []
    paragraphs = result["content"]["letter"]["paragraphs"]
    words = sum(len(s["text"].split()) for p in paragraphs for s in p["sentences"])
    assert 250 <= words <= 400
    assert (out / "cover-letter.pdf").read_bytes().startswith(b"%PDF-")
    assert (out / "cover-letter.docx").read_bytes().startswith(b"PK")
    assert (out / "cover-letter.md").stat().st_size > 500
    assert run(*_check(folder, out)).exit_code == 0


def test_an_invention_in_a_letter_on_file_is_found(run: Run, tmp_path: Path) -> None:
    run("tailor", *pair(EXAMPLES), "--out", str(tmp_path), "--letter")
    path = tmp_path / "result.json"
    path.write_text(path.read_text().replace("310 people", "3,100 people"))

    checked = run(*_check(EXAMPLES, tmp_path))

    assert checked.exit_code != 0
    assert "lines say what the profile does not" in checked.output


def _check(folder: Path, out: Path) -> tuple[str, ...]:
    return (
        "check-facts",
        "--profile",
        str(folder / "profile.json"),
        "--document",
        str(out / "result.json"),
    )

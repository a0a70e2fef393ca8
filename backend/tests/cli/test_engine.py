"""The engine without a server, on files."""

import json
from pathlib import Path

import pytest

from app.presentation.cli.careers import EXAMPLES
from tests.cli.conftest import Run

PAIRS = sorted(path.parent for path in EXAMPLES.rglob("profile.json"))


def pair(folder: Path) -> tuple[str, ...]:
    return ("--profile", str(folder / "profile.json"), "--posting", str(folder / "posting.txt"))


@pytest.mark.parametrize("folder", PAIRS, ids=lambda folder: folder.name)
def test_each_example_becomes_a_resume_that_holds_and_reads_back(
    run: Run, tmp_path: Path, folder: Path
) -> None:
    out = tmp_path / "out"

    made = run("tailor", *pair(folder), "--out", str(out), "--paper", "letter")

    assert made.exit_code == 0, made.output
    receipts = json.loads((out / "result.json").read_text())["receipts"]
    assert receipts["faithfulness"]["unsupported"] == 0
    assert receipts["read_back"]["losses"] == []
    assert (out / "resume.pdf").read_bytes().startswith(b"%PDF-")
    assert (out / "resume.docx").read_bytes().startswith(b"PK")
    assert (out / "resume.md").stat().st_size > 500


def test_the_same_files_give_the_same_bytes(run: Run, tmp_path: Path) -> None:
    for name in ("one", "two"):
        run("tailor", *pair(EXAMPLES / "software"), "--out", str(tmp_path / name))

    for name in ("result.json", "resume.pdf", "resume.md"):
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


def test_one_page_is_one_page(run: Run, tmp_path: Path) -> None:
    made = run("tailor", *pair(EXAMPLES), "--out", str(tmp_path / "out"), "--pages", "1")

    assert made.exit_code == 0, made.output
    assert json.loads((tmp_path / "out" / "result.json").read_text())["pages"] == 1


def test_a_match_is_a_receipt_for_machines_too(run: Run) -> None:
    receipt = json.loads(run("match", *pair(EXAMPLES), "--json").stdout)

    assert receipt["algorithm"]
    assert {one["need"] for one in receipt["requirements"]} == {"must", "nice"}


def test_a_resume_of_ours_holds(run: Run, tmp_path: Path) -> None:
    run("tailor", *pair(EXAMPLES), "--out", str(tmp_path / "out"))

    checked = run(
        "check-facts",
        "--profile",
        str(EXAMPLES / "profile.json"),
        "--document",
        str(tmp_path / "out" / "result.json"),
    )

    assert checked.exit_code == 0, checked.output


@pytest.mark.parametrize("as_json", [True, False])
def test_an_invented_number_does_not_hold(run: Run, tmp_path: Path, as_json: bool) -> None:
    text = "Marisol Quintero-Hale\n\nEXPERIENCE\n- Led 900 people at Larkfield Cold Storage\n"
    document = tmp_path / "resume"
    document.write_text(json.dumps({"text": text}) if as_json else text)

    checked = run("check-facts", "--profile", str(EXAMPLES / "profile.json"), "--document", str(document))

    assert checked.exit_code == 1
    assert "number “900”" in checked.stdout
    assert "1 of" in checked.stderr


def test_a_changed_line_does_not_hold_by_its_own_sources(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run("tailor", *pair(EXAMPLES), "--out", str(out))
    changed = (out / "result.json").read_text().replace("99.3%", "99.9%")
    (out / "result.json").write_text(changed)

    checked = run(
        "check-facts",
        "--profile",
        str(EXAMPLES / "profile.json"),
        "--document",
        str(out / "result.json"),
        "--json",
    )

    assert checked.exit_code == 1
    receipt = json.loads(checked.stdout)
    bad = [line for line in receipt["lines"] if line["verdict"] == "unsupported"]
    assert ["99.9%" in line["text"] for line in bad] == [True] * len(bad) != []


def test_json_that_is_no_document_is_told_in_one_line(run: Run, tmp_path: Path) -> None:
    document = tmp_path / "document.json"
    document.write_text('{"language": "en"}')

    checked = run("check-facts", "--profile", str(EXAMPLES / "profile.json"), "--document", str(document))

    assert checked.exit_code == 1
    assert "neither a text nor a document's content" in checked.stderr
    assert checked.stderr.count("\n") == 1

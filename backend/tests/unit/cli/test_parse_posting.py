"""`jobwise parse posting`, with the real rules."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from app.main import workshop
from app.presentation.cli.commands import jobwise

POSTING = """Ward Nurse
Harbour Street Clinic
Location: Bristol, UK
Full-time. GBP 31,000 - 38,000 per year.

Requirements
- Registration with the NMC
- At least 2 years of experience on a medical ward

Benefits
- 33 days of leave
"""


def run(*arguments: str, stdin: str | None = None) -> tuple[int, str, str]:
    result = CliRunner().invoke(jobwise, ["parse", "posting", *arguments], input=stdin, obj=workshop())
    return result.exit_code, result.stdout, result.stderr


def test_a_posting_in_a_file_becomes_fields(tmp_path: Path) -> None:
    file = tmp_path / "posting.txt"
    file.write_text(POSTING)

    status, said, _ = run(str(file))

    fields = json.loads(said)
    assert status == 0
    assert fields["title"] == "Ward Nurse"
    assert fields["salary"] == {"min": 31000.0, "max": 38000.0, "currency": "GBP", "period": "year"}
    assert fields["requirements"][0]["text"] == "Registration with the NMC"
    assert fields["benefits"] == ["33 days of leave"]


def test_standard_input_is_a_file_too() -> None:
    status, said, _ = run("-", stdin=POSTING)

    assert status == 0
    assert json.loads(said)["employment_type"] == "full_time"


def test_many_postings_go_in_and_out_line_by_line() -> None:
    rows = [{"id": n, "text": POSTING} for n in ("a", "b")]

    status, said, _ = run("-", "--jsonl", stdin="\n".join(json.dumps(row) for row in rows) + "\n")

    assert status == 0
    assert [json.loads(line)["id"] for line in said.splitlines()] == ["a", "b"]


@pytest.mark.parametrize(
    ("stdin", "said"),
    [
        ("{not json", "line 1 is not JSON"),
        ('{"id": "a"}', "must be an object with id and text"),
        ("[]", "must be an object with id and text"),
        ('{"id": "a", "text": 7}', "text must be a string"),
        ('{"id": "a", "text": "b"}\n\n"c"', "line 3 must be"),
    ],
)
def test_a_line_that_is_no_posting_is_named(stdin: str, said: str) -> None:
    status, _, complaint = run("-", "--jsonl", stdin=stdin)

    assert status == 1
    assert said in complaint
    assert complaint.count("\n") == 1


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"", "is empty"), (b" \n\t", "is empty"), (b"\xff\xfe\x00", "not a text file in UTF-8")],
)
def test_a_file_that_is_no_text_is_told_in_one_line(tmp_path: Path, content: bytes, said: str) -> None:
    file = tmp_path / "posting.txt"
    file.write_bytes(content)

    status, printed, complaint = run(str(file))

    assert (status, printed) == (1, "")
    assert said in complaint
    assert complaint.count("\n") == 1


def test_a_missing_file_is_told_in_one_line(tmp_path: Path) -> None:
    status, _, complaint = run(str(tmp_path / "nowhere.txt"))

    assert status == 1
    assert complaint.endswith("nowhere.txt: No such file or directory.\n")


def test_a_mistyped_variable_is_told_whatever_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JOBWISE_PROT", "1")

    status, _, told = run("-", stdin="Welder\nAcme")

    assert status == 1
    assert "did you mean JOBWISE_PORT?" in told

"""The options of a document, as flags."""

import json
from pathlib import Path

from app.presentation.cli.careers import EXAMPLES
from tests.cli.conftest import Run

PAIR = (
    "--profile",
    str(EXAMPLES / "software" / "profile.json"),
    "--posting",
    str(EXAMPLES / "software" / "posting.txt"),
)


def test_flags_shape_the_document_and_the_result_says_how(run: Run, tmp_path: Path) -> None:
    flags = ("--emphasis", "COBOL", "--emphasis", "leadership", "--sections", "skills, experience")
    more = ("--length", "short", "--language", "de", "--tone", "concise", "--instructions", "Add Java")

    made = run("tailor", *PAIR, "--out", str(tmp_path), *flags, *more)

    assert made.exit_code == 0, made.output
    result = json.loads((tmp_path / "result.json").read_text())
    assert [s["title"] for s in result["content"]["sections"]] == ["Kenntnisse", "Berufserfahrung"]
    assert result["notes"] == [
        "Nothing was translated: your own words stay in the language you wrote them in (en).",
        "Nothing in your profile speaks of COBOL.",
    ]
    assert [unheard["text"] for unheard in result["wishes"]["not_understood"]] == ["Add Java"]
    assert "Nothing in your profile speaks of COBOL." in made.stdout


def test_a_flag_out_of_bounds_is_told_in_one_line(run: Run, tmp_path: Path) -> None:
    for flags in (
        ("--sections", "poems"),
        ("--emphasis", ""),
        ("--language", "german"),
        ("--instructions", " "),
    ):
        refused = run("tailor", *PAIR, "--out", str(tmp_path / "out"), *flags)
        assert refused.exit_code == 1, refused.output
        assert refused.stderr.count("\n") == 1
        assert not (tmp_path / "out").exists()

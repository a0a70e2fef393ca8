"""Careers from one file to another, on the command line."""

import json
from pathlib import Path

import pytest

from app.presentation.cli.careers import EXAMPLES
from app.presentation.strict_yaml import write_yaml
from tests.builders.transfers import REACTIVE_4, REACTIVE_5, RENDERCV, a_zip
from tests.cli.conftest import Run

FILES = {
    "cv.yaml": write_yaml(RENDERCV).encode(),
    "export.zip": a_zip(),
    "four.json": json.dumps(REACTIVE_4).encode(),
    "five.json": json.dumps(REACTIVE_5).encode(),
    "resume.json": (EXAMPLES / "profile.json").read_bytes(),
}


@pytest.fixture(params=FILES)
def file(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path = tmp_path / str(request.param)
    path.write_bytes(FILES[path.name])
    return path


def test_every_kind_of_file_is_converted_to_the_two_that_go_out(run: Run, file: Path, tmp_path: Path) -> None:
    for out in ("out.yaml", "out.json"):
        made = run("profile", "convert", str(file), str(tmp_path / out))
        assert made.exit_code == 0, made.output

    back = run("profile", "convert", str(tmp_path / "out.yaml"), str(tmp_path / "again.json"))

    assert "left out" not in back.output
    first, again = (json.loads((tmp_path / name).read_text()) for name in ("out.json", "again.json"))
    assert again["basics"]["name"] == first["basics"]["name"]
    assert again.get("work") == first.get("work")


def test_what_had_no_place_is_said(run: Run, tmp_path: Path) -> None:
    (tmp_path / "cv.yaml").write_bytes(FILES["cv.yaml"])

    made = run("profile", "convert", str(tmp_path / "cv.yaml"), str(tmp_path / "out.json"))

    assert "left out /cv/photo: Pictures are not kept. me.jpg" in made.output


def test_the_engine_takes_every_kind_of_file(run: Run, file: Path) -> None:
    posting = EXAMPLES / "posting.txt"

    receipt = run("match", "--profile", str(file), "--posting", str(posting), "--json")

    assert receipt.exit_code == 0, receipt.output
    assert json.loads(receipt.stdout)["requirements"]


@pytest.mark.parametrize(
    ("content", "why"),
    [(b"a: &a b\nc: *a", "aliases"), (b"- a", "no object"), (b"PK\x03\x04xxxx", "zip"), (b"cv: {}", "name")],
)
def test_a_file_that_is_no_career_is_refused_in_one_line(
    run: Run, tmp_path: Path, content: bytes, why: str
) -> None:
    (tmp_path / "in").write_bytes(content)

    made = run("profile", "convert", str(tmp_path / "in"), str(tmp_path / "out.json"))

    assert made.exit_code == 1
    assert why in made.output
    assert not (tmp_path / "out.json").exists()


def test_what_a_format_carries_is_said(run: Run) -> None:
    told = run("profile", "fields", "linkedin").stdout

    assert "Positions: Company Name" in told
    assert any(line.split() == ["linkedin", "-"] for line in told.splitlines())

"""The examples that are shipped are worth showing."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from app.domain.jobs.parsing import parse_posting
from app.main import workshop
from app.presentation.cli.careers import EXAMPLES, read_profile
from app.presentation.cli.commands import jobwise

PAIRS = sorted(path.parent for path in EXAMPLES.rglob("profile.json"))


def test_there_are_four_pairs() -> None:
    assert len(PAIRS) == 4


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.name)
def test_a_pair_is_a_career_and_a_posting(pair: Path) -> None:
    profile = read_profile(pair / "profile.json")
    text = (pair / "posting.txt").read_text(encoding="utf-8")
    posting = parse_posting(text)

    assert len(profile.experiences) >= 3
    assert len(text.splitlines()) >= 35
    assert posting.requirements
    assert posting.salary is not None


def test_the_default_career_is_a_full_one() -> None:
    profile = read_profile(EXAMPLES / "profile.json")

    achievements = [a for experience in profile.experiences for a in experience.achievements]
    assert len(profile.experiences) == 6
    assert len(achievements) >= 25
    assert sum(any(c.isdigit() for c in a.text) for a in achievements) >= 20


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.name)
def test_a_pair_matches_well(pair: Path) -> None:
    arguments = ["match", "--profile", str(pair / "profile.json"), "--posting", str(pair / "posting.txt")]

    result = CliRunner().invoke(jobwise, arguments, obj=workshop())

    assert result.exit_code == 0
    assert float(result.stdout.split("Match: ")[1].split()[0]) >= 40

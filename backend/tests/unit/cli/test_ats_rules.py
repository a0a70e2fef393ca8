"""The page of the ATS rules, and the rules themselves."""

from pathlib import Path

import pytest

from app.domain.documents.ats import ALGORITHM, RULES
from app.presentation.cli.ats_rules import ats_rules, rules_page
from app.presentation.cli.failing import Refused

PAGE = Path(__file__).parents[4] / "docs" / "ats-rules.md"


def test_the_page_in_the_docs_is_what_the_rules_say() -> None:
    assert PAGE.read_text(encoding="utf-8") == rules_page(), "make ats-rules"


def test_every_rule_stands_on_the_page_with_its_points() -> None:
    rows = [line for line in rules_page().splitlines() if line.startswith("| `")]

    assert len(rows) == len(RULES)
    for rule in RULES:
        row = next(row for row in rows if row.startswith(f"| `{rule.id}` |"))
        assert f"| {rule.severity} | {rule.points:g} | {rule.applies} |" in row
        assert rule.looks_at in row
        assert rule.fix in row
    assert f"`{ALGORITHM}`" in rules_page()


def test_a_page_that_says_something_else_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "rules.md"
    ats_rules(out=page)
    ats_rules(check=page)
    page.write_text(page.read_text().replace("| 40 |", "| 41 |"))

    with pytest.raises(Refused, match="Write it anew"):
        ats_rules(check=page)
    with pytest.raises(Refused):
        ats_rules(check=tmp_path / "nowhere.md")

    ats_rules()
    assert capsys.readouterr().out == rules_page()

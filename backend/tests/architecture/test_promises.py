"""What docs/ says is held by a test: the test is there, and so is the gate."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import trust

TESTS = Path(__file__).parents[1]
DOCS = TESTS.parents[1] / "docs"
PAGES = sorted(DOCS.rglob("*.md"))
NAMED = re.compile(r"`(?:(?:backend/)?tests/)?((?:[\w-]+/)*test_\w+\.py)(?:::\w+)?`")
GATE = re.compile(r"make trust GATE=(\w+)|\*trust\* `(\w+)`")
ROW = re.compile(r"^\| (?!promise|---|asset|chapter)(.+?) \| (.+) \|$", re.MULTILINE)


def named(text: str) -> Iterator[Path]:
    """A name without a folder may be in any."""
    for name in NAMED.findall(text):
        yield next(TESTS.rglob(name), TESTS / name) if "/" not in name else TESTS / name


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_test_that_is_named_is_there(page: Path) -> None:
    absent = [str(path.relative_to(TESTS)) for path in named(page.read_text()) if not path.is_file()]

    assert absent == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_gate_that_is_named_is_there(page: Path) -> None:
    gates = {one or other for one, other in GATE.findall(page.read_text())}

    assert gates - set(trust.GATES) == {"name"} & gates


def test_a_promise_of_security_names_what_holds_it() -> None:
    promises = (DOCS / "security.md").read_text().partition("## What is promised")[2].partition("## ASVS")[0]
    rows = ROW.findall(promises)

    assert len(rows) > 30
    assert len(list(named(promises))) > 40
    assert [promise for promise, held in rows if not held.strip()] == []

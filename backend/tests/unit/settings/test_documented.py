"""Every setting is named where whoever runs JobWise looks, and nothing is named that there is not."""

import re
from pathlib import Path

from app.settings import PREFIX, Settings

ROOT = Path(__file__).parents[4]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
NAMED = re.compile(rf"\b{PREFIX}[A-Z0-9_]+\b")
OF_TESTS = re.compile(rf"{PREFIX}(TEST|FUZZ|MODEL|BENCH)_")
"""What tests and measurements read."""
NAMES = {PREFIX + name.upper() for name in Settings.model_fields}


def named() -> dict[str, str]:
    """And on which page."""
    return {name: page.name for page in PAGES for name in NAMED.findall(page.read_text())}


def test_every_setting_is_documented() -> None:
    assert sorted(NAMES - named().keys()) == []


def test_no_setting_is_documented_that_there_is_not() -> None:
    strays = {
        name: page
        for name, page in named().items()
        if name.removesuffix("_FILE") not in NAMES and not OF_TESTS.match(name)
    }

    assert strays == {}

from pathlib import Path

import pytest

from tests.api.generations.test_language_model import KEYS, Place
from tests.llm.dialects import KEY


@pytest.fixture
def place(sqlite_url: str, tmp_path: Path) -> Place:
    return Place(sqlite_url, tmp_path / "var")


@pytest.fixture(autouse=True)
def keys(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in KEYS:
        monkeypatch.setenv(name, KEY)

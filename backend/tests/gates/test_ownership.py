"""Whatever is not yours answers byte for byte like what does not exist, and nothing of it changes."""

from pathlib import Path

import pytest

from tests.api.conftest import house_on
from tests.gates.ownership import Matrix


@pytest.fixture(params=["sqlite", "postgres"])
def database_url(request: pytest.FixtureRequest) -> str:
    url: str = request.getfixturevalue(f"{request.param}_url")
    return url


async def test_nobody_reaches_what_is_not_theirs(database_url: str, tmp_path: Path) -> None:
    async with house_on(database_url, tmp_path / "var") as house:
        faults = await Matrix(house).run()

    if faults:
        pytest.fail("\n".join(faults), pytrace=False)

import httpx2
import pytest

from app.presentation.api.profiles import examples
from tests.api.conftest import House


@pytest.fixture
async def ada(house: House) -> httpx2.AsyncClient:
    return await house.person("ada")


@pytest.fixture
async def profile(ada: httpx2.AsyncClient) -> dict[str, object]:
    """Ada's, with components of every kind."""
    answer = await ada.post("/profiles", json=examples.NEW_PROFILE)
    assert answer.status_code == 201, answer.text
    found: dict[str, object] = answer.json()
    return found

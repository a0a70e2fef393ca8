import httpx2
import pytest

from tests.api.conftest import House
from tests.builders.uploads import NURSE

UPLOAD = "/resumes/upload"


async def upload(
    client: httpx2.AsyncClient,
    data: bytes | str = NURSE,
    name: str = "Ada Byron.txt",
    kind: str = "application/octet-stream",
    **headers: str,
) -> httpx2.Response:
    sent = data.encode() if isinstance(data, str) else data
    return await client.post(UPLOAD, files={"file": (name, sent, kind)}, headers=headers)


@pytest.fixture
async def ada(house: House) -> httpx2.AsyncClient:
    return await house.person("ada")

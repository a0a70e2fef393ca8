"""What the edge says does not depend on the database: SQLite is enough, unless a test asks for both."""

from typing import Any

import httpx2
import pytest


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    return sqlite_url


def assert_enveloped(answer: httpx2.Response, status: int, code: str | None = None) -> Any:
    """The error is in the envelope, with its request id; gives its details."""
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/json"
    assert answer.headers["x-request-id"]
    assert set(answer.json()) == {"error"}
    error = answer.json()["error"]
    assert set(error) == {"code", "message", "details"}
    assert error["message"].endswith(".")
    if code:
        assert error["code"] == code
    return error["details"]

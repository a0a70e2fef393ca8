"""What an operator learns, and what a log must never hold."""

import json
import logging
import re
import sys
from collections.abc import AsyncIterator, Iterator
from io import StringIO
from typing import Any

import pytest
import structlog
from fastapi import FastAPI
from starlette.responses import StreamingResponse

from app.infrastructure import logs
from app.presentation import middleware
from tests.api.conftest import House
from tests.api.edge.conftest import assert_enveloped

SECRET = "a-secret-that-nobody-may-read"


class Log:
    def __init__(self, stream: StringIO) -> None:
        self._stream = stream

    @property
    def text(self) -> str:
        return self._stream.getvalue()

    @property
    def records(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.text.splitlines()]

    def of(self, event: str) -> list[dict[str, Any]]:
        return [record for record in self.records if record["event"] == event]


@pytest.fixture
def log(monkeypatch: pytest.MonkeyPatch) -> Iterator[Log]:
    """What the process writes to its log, as it writes it."""
    root, usual, stream = logging.getLogger(), sys.stderr, StringIO()
    handlers, own = root.handlers, middleware.log
    monkeypatch.setattr(sys, "stderr", stream)
    logs.configure(level="INFO", as_json=True)
    monkeypatch.setattr(middleware, "log", structlog.get_logger("jobwise.http").bind())
    yield Log(stream)
    monkeypatch.undo()
    root.handlers = handlers
    assert (sys.stderr, middleware.log) == (usual, own)


def break_something(app: FastAPI) -> None:
    @app.post("/broken")
    async def broken(body: dict[str, str]) -> None:
        local = body["password"] + SECRET
        try:
            raise KeyError(local)
        except KeyError as error:
            raise RuntimeError(f"could not store {local}") from error

    @app.get("/broken-off")
    async def broken_off() -> StreamingResponse:
        async def half() -> AsyncIterator[bytes]:
            yield b"half"
            raise RuntimeError(SECRET)

        return StreamingResponse(half())


async def test_each_request_is_one_record_with_its_id_and_its_user(house: House, log: Log) -> None:
    ada = await house.person()
    me = await ada.get("/auth/me", headers={"X-Request-Id": "mine"})

    (record,) = [r for r in log.of("request") if r["request_id"] == "mine"]
    assert record["user_id"] == me.json()["id"]
    assert (record["method"], record["path"], record["status"]) == ("GET", "/api/v1/auth/me", 200)
    assert record["ms"] >= 0


async def test_a_stranger_after_a_user_is_not_logged_as_that_user(house: House, log: Log) -> None:
    ada = await house.person()
    await ada.get("/auth/me")
    await house.visitor().get("/health")

    assert "user_id" not in log.of("request")[-1]


async def test_nothing_of_a_person_is_logged(house: House, log: Log) -> None:
    person = {"email": "grace@example.com", "password": "Very-Secret-99", "full_name": "Grace Murray"}
    pair = (await house.visitor().post("/auth/register", json=person)).json()
    await house.visitor().post("/auth/register", json=person)
    await house.visitor().post(
        "/auth/login", json={"email": "grace@example.com", "password": "Wrong-Secret-98"}
    )
    await house.visitor().post("/auth/login", json={"email": "grace@example.com", "password": 99123})
    await house.visitor().post("/auth/refresh", json={"refresh_token": pair["refresh_token"]})
    await house.visitor().get("/auth/me?token=query-secret")

    for said in (
        "grace",
        "Murray",
        "Very-Secret",
        "Wrong-Secret",
        "99123",
        "query-secret",
        pair["access_token"],
    ):
        assert said not in log.text
    assert len(log.of("request")) == 6


async def test_an_unforeseen_error_says_nothing_of_the_inside(house: House, log: Log) -> None:
    break_something(house.app)

    answer = await house.visitor().post("http://test/broken", json={"password": "hunter2"})

    details = assert_enveloped(answer, 500, "internal_error")
    assert details is None
    assert answer.json()["error"]["message"] == "Something went wrong on our side."
    (record,) = log.of("unhandled error")
    assert record["request_id"] == answer.headers["x-request-id"]
    outer, inner = record["causes"]
    assert re.fullmatch(r"builtins\.RuntimeError \S+test_logs\.py:\d+ broken", outer)
    assert re.fullmatch(r"builtins\.KeyError \S+test_logs\.py:\d+ broken", inner)
    assert record["frames"][-1].endswith("broken")
    assert SECRET not in log.text
    assert "hunter2" not in log.text


async def test_an_answer_that_breaks_off_says_nothing_either(house: House, log: Log) -> None:
    break_something(house.app)

    with pytest.raises(Exception, match=r"^$") as broken:
        await house.visitor().get("http://test/broken-off")

    assert type(broken.value).__name__ == "AnswerBrokenOff"
    assert broken.value.__cause__ is None
    assert broken.value.__suppress_context__
    assert log.of("unhandled error")[0]["causes"][0].startswith("builtins.RuntimeError ")
    assert SECRET not in log.text


async def test_a_record_says_why_and_nothing_that_an_error_quotes(
    log: Log,
) -> None:
    told = logging.getLogger("jobwise.work")
    try:
        raise ValueError(SECRET) from KeyError(SECRET)
    except ValueError as error:
        told.warning("a work failed", exc_info=error, extra={"why": "ENOSPC", "other": SECRET})
        told.exception("it broke off")

    for record in log.records:
        assert [cause.partition(" ")[0] for cause in record["causes"]] == [
            "builtins.ValueError",
            "builtins.KeyError",
        ]
        assert "test_logs.py" in record["frames"][-1]
    assert [record.get("why") for record in log.records] == ["ENOSPC", None]
    assert SECRET not in log.text


@pytest.mark.parametrize("evil", ["%0A%0D", "%1b[2J", '"},{"event":"forged"', "%E2%80%A8", "é"])
async def test_a_record_stays_one_line_whatever_is_asked_for(house: House, log: Log, evil: str) -> None:
    await house.visitor().get(f"/nope{evil}x", headers={"User-Agent": "\x1b[2J"})

    assert "\x1b" not in log.text
    ours = [record["event"] for record in log.records if record["logger"] == "jobwise.http"]
    assert ours == ["request"]


async def test_what_somebody_put_into_a_path_is_not_logged(house: House, log: Log) -> None:
    name = "ada@example.com"
    for path in (f"/nope/{name}", f"/profiles/{name}/skills", f"/{'x' * 5000}", "/Ada Byron"):
        await house.visitor().get(path)

    assert name not in log.text
    assert "Byron" not in log.text
    paths = [record["path"] for record in log.of("request")]
    assert paths == ["/api/v1/nope/...", "/api/v1/profiles/.../skills", "/api/v1/...", "/api/v1/..."]

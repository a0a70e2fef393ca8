from pathlib import Path

import pytest

from tests.api.conftest import House, house_on
from tests.api.edge.conftest import assert_enveloped

NOBODY_THERE = "postgresql+asyncpg://nobody:nothing@127.0.0.1:9/nowhere"


@pytest.mark.parametrize("address", ["/health", "http://test/health"])
async def test_a_process_that_answers_is_healthy(house: House, address: str) -> None:
    answer = await house.visitor().get(address)

    assert (answer.status_code, answer.json()) == (200, {"status": "ok"})


@pytest.mark.parametrize("address", ["/ready", "http://test/ready"])
async def test_each_part_that_works_is_named(house: House, address: str) -> None:
    answer = await house.visitor().get(address)

    assert answer.status_code == 200
    assert answer.json()["status"] == "ready"
    assert answer.json()["parts"]["database"] == "ok"


async def test_without_a_database_the_process_is_healthy_but_not_ready(tmp_path: Path) -> None:
    async with house_on(NOBODY_THERE, tmp_path / "var") as house:
        assert (await house.visitor().get("/health")).status_code == 200

        ready = await house.visitor().get("/ready")

        assert assert_enveloped(ready, 503, "not_ready")["database"] == "down"
        assert ready.headers["retry-after"]


async def test_without_a_database_every_request_is_told_to_come_again(tmp_path: Path) -> None:
    async with house_on(NOBODY_THERE, tmp_path / "var") as house:
        who = {"email": "ada@example.com", "password": "Correct-Horse-7"}
        for path, body in (("/auth/register", who | {"full_name": "Ada"}), ("/auth/login", who)):
            answer = await house.visitor().post(path, json=body)
            assert_enveloped(answer, 503, "database_unavailable")
            assert answer.headers["retry-after"]


async def test_metrics_are_prometheus_text(house: House) -> None:
    answer = await house.visitor().get("/metrics")

    assert answer.headers["content-type"].startswith("text/plain; version=")
    assert "python_info" in answer.text


async def test_a_host_may_turn_metrics_off(sqlite_url: str, tmp_path: Path) -> None:
    async with house_on(sqlite_url, tmp_path / "var", metrics=False) as house:
        for address in ("/metrics", "http://test/metrics"):
            assert_enveloped(await house.visitor().get(address), 404)

from pathlib import Path

import pytest

from tests.api.conftest import House, house_on
from tests.api.edge.conftest import assert_enveloped
from tests.api.generations.conftest import finished
from tests.builders.generation import a_wish

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


async def test_metrics_tell_what_waits_and_name_nobody(database_url: str, tmp_path: Path) -> None:
    async with house_on(database_url, tmp_path / "var", work_slots=0) as house:
        ada = await house.person()
        wish = await a_wish(ada)
        made = [(await ada.post("/generations/resume", json=wish)).json()["id"] for _ in range(3)]

        text = (await house.visitor().get("/metrics")).text

    assert 'jobwise_backlog{condition="due",kind="generation"} 3.0' in text
    assert 'jobwise_backlog{condition="abandoned",kind="generation"} 0.0' in text
    assert "jobwise_database_up 1.0" in text
    assert "jobwise_streams 0.0" in text
    for private in (*made, "ada", wish["profile_id"]):
        assert private not in text


async def test_a_finished_run_leaves_the_time_of_each_stage(house: House) -> None:
    def counted(text: str) -> float:
        name = 'jobwise_step_seconds_count{kind="generation",step="export"} '
        return sum(float(line.removeprefix(name)) for line in text.splitlines() if line.startswith(name))

    before = counted((await house.visitor().get("/metrics")).text)
    ada = await house.person()
    await finished(ada, await a_wish(ada))

    text = (await house.visitor().get("/metrics")).text

    assert counted(text) == before + 1
    assert 'jobwise_work_seconds_count{kind="generation",outcome="done"}' in text


async def test_without_a_database_there_are_still_metrics(tmp_path: Path) -> None:
    async with house_on(NOBODY_THERE, tmp_path / "var") as house:
        answer = await house.visitor().get("/metrics")

    assert answer.status_code == 200
    assert "jobwise_database_up 0.0" in answer.text


async def test_a_host_may_turn_metrics_off(sqlite_url: str, tmp_path: Path) -> None:
    async with house_on(sqlite_url, tmp_path / "var", metrics=False) as house:
        for address in ("/metrics", "http://test/metrics"):
            assert_enveloped(await house.visitor().get(address), 404)

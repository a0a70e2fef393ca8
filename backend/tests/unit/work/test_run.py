import pytest

from app.application.work.failpoints import AROUND_A_STEP, CLAIM, of_steps, pass_by
from app.infrastructure.queue.failpoints import KILLED, deadly
from tests.builders.work import an_order
from tests.unit.work.conftest import Workshop


async def test_every_failpoint_of_a_run_is_passed_in_its_order(shop: Workshop) -> None:
    order = an_order()
    await shop.order(order)
    passed: list[str] = []

    await shop.runner(failpoint=passed.append).run(shop.work(order))

    assert passed == [*CLAIM, *of_steps(["add", "check"])]


def test_a_step_has_a_failpoint_before_and_after_each_of_its_effects() -> None:
    assert of_steps(["add"]) == tuple(f"add.{place}" for place in AROUND_A_STEP)


def test_a_deadly_failpoint_kills_the_process_at_its_turn(monkeypatch: pytest.MonkeyPatch) -> None:
    died: list[int] = []
    monkeypatch.setattr("os._exit", died.append)
    failpoint = deadly("add.before:2")

    failpoint("add.before")
    failpoint("check.before")
    assert died == []

    failpoint("add.before")
    assert died == [KILLED]


def test_a_failpoint_does_nothing_by_default() -> None:
    pass_by("add.before")

import pytest

from app.application.work.failpoints import AROUND_A_STEP, CLAIM, of_steps, pass_by
from app.application.work.run import Run
from app.domain.shared.work import LeaseLost, News, Output
from app.infrastructure.queue.failpoints import KILLED, deadly
from tests.builders.identity import NOON
from tests.builders.work import ADDING, Sum, an_order
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


@pytest.mark.parametrize("ends", [False, True])
async def test_a_step_of_somebody_who_was_taken_over_leaves_no_trace(shop: Workshop, ends: bool) -> None:
    order = an_order()
    await shop.order(order)
    async with shop.opens() as unit:
        late = await unit.queue.claim(shop.work(order), by="late", lease=0)
        assert late is not None
        assert await unit.queue.claim(late, by="in time", lease=60)
        await unit.commit()
    run = Run(
        work=late,
        opens=shop.opens,
        bell=shop.bell,
        patience=shop.patience,
        failpoint=pass_by,
        now=lambda: NOON,
    )

    async def add() -> Output[Sum]:
        return Output(Sum((1, 2), 3))

    async def tell(_: object, __: Output[Sum]) -> list[News]:
        return [News("added", {})]

    with pytest.raises(LeaseLost):
        await run.step(ADDING, add, tell, ends=ends)

    assert (shop.row(order.id).steps, shop.told(order), run.has_ended) == ({}, [], False)

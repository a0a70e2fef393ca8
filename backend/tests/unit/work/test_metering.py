"""What whoever watches over a process is told of its work."""

import asyncio
from collections import Counter
from collections.abc import Mapping

import pytest

from app.application.work.meter import IMeter
from app.domain.shared.errors import Invalid
from tests.builders.work import an_order
from tests.unit.work.conftest import Workshop, until


class Tally(IMeter):
    def __init__(self) -> None:
        self.told: Counter[str] = Counter()
        self.used: Counter[str] = Counter()

    def claimed(self, kind: str, *, taken_over: bool) -> None:
        self.told[f"{kind} {'taken over' if taken_over else 'claimed'}"] += 1

    def stepped(self, kind: str, step: str, *, seconds: float, usage: Mapping[str, int]) -> None:
        assert seconds >= 0
        self.told[f"{kind} {step}"] += 1
        self.used.update(usage)

    def left(self, kind: str, outcome: str, *, seconds: float) -> None:
        assert seconds >= 0
        self.told[f"{kind} {outcome}"] += 1

    def swept(self) -> None:
        self.told["swept"] += 1

    def streams(self, open_now: int) -> None:
        self.told["streams"] = open_now


@pytest.fixture
def tally() -> Tally:
    return Tally()


async def test_a_run_is_counted_from_claim_to_end_with_what_it_used(shop: Workshop, tally: Tally) -> None:
    order = an_order()
    await shop.order(order)

    await shop.runner(meter=tally).run(shop.work(order))

    assert tally.told == {"adding claimed": 1, "adding add": 1, "adding check": 1, "adding done": 1}
    assert tally.used == {"tokens": 7}


async def test_what_is_taken_over_is_counted_as_that_and_its_steps_only_once(
    shop: Workshop, tally: Tally
) -> None:
    order = an_order()
    await shop.order(order)
    shop.kind.trouble["check"] = RuntimeError("not now")
    await shop.runner(meter=tally).run(shop.work(order))
    shop.kind.trouble.clear()
    await shop.left_running(order)

    await shop.runner(meter=tally).run(shop.work(order))

    assert tally.told == {
        "adding claimed": 1,
        "adding add": 1,
        "adding retried": 1,
        "adding taken over": 1,
        "adding check": 1,
        "adding done": 1,
    }
    assert tally.used == {"tokens": 7}


@pytest.mark.parametrize("step", ["begin", "add"])
async def test_what_is_given_up_is_counted_as_failed(shop: Workshop, tally: Tally, step: str) -> None:
    order = an_order()
    await shop.order(order)
    shop.kind.trouble[step] = Invalid("It never will.")

    await shop.runner(meter=tally).run(shop.work(order))

    assert tally.told["adding failed"] == 1
    assert tally.told["adding done"] == 0


async def test_what_is_handed_back_is_no_failure(shop: Workshop, tally: Tally) -> None:
    order = an_order()
    await shop.order(order)
    shop.kind.pause = asyncio.Event()
    running = asyncio.create_task(shop.runner(meter=tally).run(shop.work(order)))
    await until(lambda: shop.kind.thought["check"])

    running.cancel()
    await asyncio.wait({running})

    assert (tally.told["adding handed_back"], tally.told["adding failed"]) == (1, 0)

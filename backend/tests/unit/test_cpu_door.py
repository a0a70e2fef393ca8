import asyncio
import time
from threading import Event, Lock

import pytest

from app.domain.shared.patience import TooBusy, TookTooLong, go_on, patiently
from app.infrastructure.cpu import CpuDoor


async def test_work_is_done_and_its_result_comes_back() -> None:
    async with CpuDoor(workers=1) as door:
        assert await door.run(divmod, 7, 2) == (3, 1)


async def test_an_error_in_the_work_reaches_the_caller() -> None:
    async with CpuDoor(workers=1) as door:
        with pytest.raises(ZeroDivisionError):
            await door.run(divmod, 7, 0)


async def test_no_more_work_at_once_than_there_are_workers() -> None:
    lock, all_in = Lock(), Event()
    inside: list[int] = []
    most: list[int] = []

    def work(n: int) -> None:
        with lock:
            inside.append(n)
            most.append(len(inside))
            if len(inside) == 2:
                all_in.set()
        all_in.wait(5)
        with lock:
            inside.remove(n)

    async with CpuDoor(workers=2) as door:
        await asyncio.gather(*(door.run(work, n) for n in range(8)))

    assert max(most) == 2
    assert len(most) == 8


async def test_a_caller_who_gives_up_frees_the_place_only_when_the_work_is_done() -> None:
    started, may_end = Event(), Event()

    def work() -> None:
        started.set()
        may_end.wait(5)

    async with CpuDoor(workers=1) as door:
        impatient = asyncio.create_task(door.run(work))
        await asyncio.to_thread(started.wait, 5)
        impatient.cancel()
        with pytest.raises(asyncio.CancelledError):
            await impatient
        next_one = asyncio.create_task(door.run(str, 1))
        done, _ = await asyncio.wait([next_one], timeout=0.05)
        assert not done
        may_end.set()
        assert await next_one == "1"


async def test_a_closed_door_lets_nobody_in() -> None:
    door = CpuDoor(workers=1)
    await door.close()

    for _ in range(2):
        with pytest.raises(RuntimeError):
            await door.run(str, 1)


def _without_end() -> None:
    while True:
        go_on()


@pytest.mark.parametrize("times", [1, 5])
async def test_work_without_end_is_ended_and_its_place_is_free_again(times: int) -> None:
    async with CpuDoor(workers=1, longest=0) as door:
        for _ in range(times):
            with pytest.raises(TookTooLong):
                await door.run(_without_end)
        assert await door.run(str, 1) == "1"


async def test_work_that_gets_no_turn_is_ended_by_the_clock_on_the_wall() -> None:
    def idle() -> None:
        while True:
            Event().wait(0.01)
            go_on()

    async with CpuDoor(workers=1, longest=0.02) as door:
        with pytest.raises(TooBusy):
            await door.run(idle)
        assert await door.run(str, 1) == "1"


async def test_each_piece_of_work_has_its_time_from_its_own_beginning(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("app.infrastructure.cpu._SLOWNESS", 1_000)  # this machine may be busy

    def some() -> None:
        began = time.thread_time()
        while time.thread_time() - began < 0.06:
            go_on()

    async with CpuDoor(workers=1, longest=0.1) as door:
        for _ in range(4):
            await door.run(some)


def test_outside_of_the_door_nobody_minds() -> None:
    go_on()
    assert list(patiently([1, 2])) == [1, 2]

import asyncio
from threading import Event, Lock

import pytest

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

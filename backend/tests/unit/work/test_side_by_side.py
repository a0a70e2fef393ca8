import asyncio
from collections.abc import Awaitable, Callable

import pytest

from app.application.work.side_by_side import side_by_side
from app.domain.shared.work import LeaseLost

Doing = Callable[[], Awaitable[str]]


class Hands:
    """Those who do something, and what became of them."""

    def __init__(self) -> None:
        self.told: list[str] = []
        self.go = asyncio.Event()

    def does(self, name: str, error: BaseException | None = None, *, waits: bool = False) -> Doing:
        async def do() -> str:
            try:
                if waits:
                    await self.go.wait()
                await asyncio.sleep(0)
                if error:
                    raise error
            except asyncio.CancelledError:
                self.told.append(f"{name} broken off")
                raise
            self.told.append(name)
            return name

        return do


async def test_all_of_it_goes_at_once_and_comes_back_in_its_order() -> None:
    hands = Hands()

    async def last() -> str:
        hands.go.set()
        return "c"

    async with asyncio.timeout(5):
        assert await side_by_side([hands.does("a", waits=True), hands.does("b"), last]) == ["a", "b", "c"]
    assert hands.told == ["b", "a"]


async def test_nothing_to_do_is_done() -> None:
    assert await side_by_side([]) == []


async def test_a_failure_waits_until_the_others_are_done() -> None:
    hands = Hands()
    first, second = ValueError("first"), ValueError("second")
    asyncio.get_running_loop().call_later(0.01, hands.go.set)

    with pytest.raises(ValueError, match="first") as failed:
        await side_by_side([hands.does("a", waits=True), hands.does("b", first), hands.does("c", second)])

    assert failed.value is first
    assert hands.told == ["a"]


async def test_without_the_lease_the_others_are_broken_off() -> None:
    hands = Hands()

    with pytest.raises(LeaseLost, match="gone"):
        await side_by_side([hands.does("a", waits=True), hands.does("b", LeaseLost("gone"))])

    assert hands.told == ["a broken off"]


async def test_who_is_cancelled_breaks_all_of_it_off() -> None:
    hands = Hands()
    doing = asyncio.create_task(side_by_side([hands.does("a", waits=True), hands.does("b", waits=True)]))
    await asyncio.sleep(0)
    await asyncio.sleep(0)

    doing.cancel()
    with pytest.raises(asyncio.CancelledError):
        await doing

    assert sorted(hands.told) == ["a broken off", "b broken off"]

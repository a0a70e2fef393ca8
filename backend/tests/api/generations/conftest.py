"""A generation that can be held up at any stage."""

import asyncio
from collections.abc import Callable
from typing import Any

import httpx2
import pytest

from app.application.generation.tailoring import Tailor
from app.domain.generation.model import STAGES, Stage

DONE_BY = dict(zip(STAGES, ("analyse", "compile", "write", "check", "finish"), strict=True))


class Gate:
    """Whoever comes waits, until it is opened."""

    def __init__(self) -> None:
        self.reached = asyncio.Event()
        self.opened = asyncio.Event()

    async def wait(self) -> None:
        self.reached.set()
        await self.opened.wait()


@pytest.fixture
def hold_up(monkeypatch: pytest.MonkeyPatch) -> Callable[[Stage], Gate]:
    def held_up(stage: Stage) -> Gate:
        gate, do = Gate(), getattr(Tailor, DONE_BY[stage])

        async def later(*args: Any, **about: Any) -> Any:
            await gate.wait()
            return await do(*args, **about)

        monkeypatch.setattr(Tailor, DONE_BY[stage], later)
        return gate

    return held_up


async def ended(person: httpx2.AsyncClient, generation_id: str) -> dict[str, Any]:
    """The generation after its last event."""
    async with asyncio.timeout(30):
        await person.get(f"/generations/{generation_id}/events")
    found: dict[str, Any] = (await person.get(f"/generations/{generation_id}")).json()
    return found


async def finished(person: httpx2.AsyncClient, wish: dict[str, Any]) -> dict[str, Any]:
    answer = await person.post("/generations/resume", json=wish)
    assert answer.status_code == 201, answer.text
    return await ended(person, answer.json()["id"])

"""What every IReplies promises, whoever keeps it."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from app.application.generation.work import IGenerationWork
from app.application.idempotency import KEPT, IdempotencyKeyReused, Once, Reply, RequestInFlight
from app.application.unit_of_work import Opens
from app.infrastructure.persistence.database import Database
from app.infrastructure.persistence.generation import SqlGenerationWork
from app.infrastructure.persistence.identity import SqlIdentityWork
from tests.builders.identity import ADA, BEN, NOON, a_user
from tests.contract.conftest import Backend, opener
from tests.fakes.generation import MemoryGenerationWork
from tests.fakes.identity import MemoryIdentityWork

Work = Opens[IGenerationWork]
REPLY = Reply(201, {"z": 1, "a": ["ü", None]}, "/there")
ONCE: Once[Any] = Once(route="POST /a", key="k-1", fingerprint="f" * 64, reply=lambda _: REPLY)


@pytest.fixture
async def work(backend: Backend) -> Work:
    async with opener(backend, MemoryIdentityWork, SqlIdentityWork)() as people:
        await people.users.add(a_user(ADA))
        await people.users.add(a_user(BEN, "ben@example.com"))
        await people.commit()
    work: Work = opener(backend, MemoryGenerationWork, SqlGenerationWork)
    return work


async def ask(work: Work, once: Once[Any] = ONCE, *, user: Any = ADA, now: Any = NOON) -> Reply | None:
    """As a use case does: look, act when it is the first, keep the answer."""
    async with work() as unit:
        earlier = await unit.replies.find_or_reserve(user, once, now=now)
        if earlier is None:
            await unit.replies.keep(user, once, REPLY)
            await unit.commit()
    return earlier


async def test_the_first_is_answered_and_the_next_hear_the_same(work: Work) -> None:
    assert await ask(work) is None
    again = await ask(work)

    assert again == REPLY
    assert list(again.body) == ["z", "a"], "in the order in which it was said"


async def test_what_was_not_committed_was_not_answered(work: Work) -> None:
    async with work() as unit:
        await unit.replies.find_or_reserve(ADA, ONCE, now=NOON)

    assert await ask(work) is None


async def test_the_same_key_with_another_request_is_refused(work: Work) -> None:
    await ask(work)

    with pytest.raises(IdempotencyKeyReused):
        await ask(work, replace(ONCE, fingerprint="0" * 64))


async def test_a_key_is_a_users_own_and_of_one_route(work: Work) -> None:
    await ask(work)

    assert await ask(work, user=BEN) is None
    assert await ask(work, replace(ONCE, route="POST /b")) is None
    assert await ask(work, replace(ONCE, key="k-2")) is None


async def test_a_key_is_forgotten_after_a_day(work: Work) -> None:
    await ask(work)

    assert await ask(work, now=NOON + KEPT - timedelta(seconds=1)) == REPLY
    assert await ask(work, now=NOON + KEPT) is None


@pytest.mark.parametrize("backend", ["sqlite", "postgres"], indirect=True)
async def test_of_many_at_once_one_is_the_first(backend: Database, work: Work) -> None:
    answers = await asyncio.gather(*(ask(work) for _ in range(8)))

    assert sorted(answers, key=str) == sorted([None, *[REPLY] * 7], key=str)


@pytest.mark.parametrize("backend", ["postgres"], indirect=True)
async def test_one_that_takes_too_long_is_told_to_be_in_flight(backend: Database, work: Work) -> None:
    async with work() as slow:
        await slow.replies.find_or_reserve(ADA, ONCE, now=NOON)

        with pytest.raises(RequestInFlight):
            await ask(work)

        await slow.replies.keep(ADA, ONCE, REPLY)
        await slow.commit()
    assert await ask(work) == REPLY

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from app.domain.shared.work import LeaseLost

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Failure:
    error: Exception


async def side_by_side(doings: Sequence[Callable[[], Awaitable[T]]]) -> list[T]:
    """All of it at once, each to its own end: where one fails, what the others come to is not lost.

    Raises the first failure in their order, when all have ended. Without the lease nobody can write
    anything down any more: LeaseLost breaks off the others.
    """
    try:
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(_outcome(do)) for do in doings]
    except BaseExceptionGroup as broken_off:
        raise broken_off.exceptions[0] from None
    done: list[T] = []
    for task in tasks:
        outcome = task.result()
        if isinstance(outcome, _Failure):
            raise outcome.error
        done.append(outcome)
    return done


async def _outcome(do: Callable[[], Awaitable[T]]) -> T | _Failure:
    try:
        return await do()
    except LeaseLost:
        raise
    except Exception as error:
        return _Failure(error)

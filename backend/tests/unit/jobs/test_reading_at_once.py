from collections.abc import Callable
from typing import TypeVar

import pytest

from app.application.apart import Apart
from app.application.jobs.service import READ_AT_ONCE, searched
from app.domain.jobs.search import searchable
from tests.builders.jobs import a_job

T = TypeVar("T")


class Asked(Apart):
    times = 0

    async def __call__(self, work: Callable[..., T], *args: object) -> T:
        self.times += 1
        return work(*args)


@pytest.mark.parametrize(("length", "times"), [(READ_AT_ONCE, 0), (READ_AT_ONCE + 1, 1)])
async def test_only_a_long_text_is_read_apart(length: int, times: int) -> None:
    job, apart = a_job(description="to nurse ".ljust(length, "x")), Asked()

    assert await searched(job, apart) == searchable(job)
    assert apart.times == times

"""Every file that means harm, and every odd one that does not, through the reader as it runs."""

import asyncio
import resource

import pytest

from app.infrastructure.extraction.resume_files import ChildResumeFiles, ReadingLimits
from tests.builders import hostile_pdfs
from tests.builders.hostile_files import hostile_files
from tests.builders.odd_files import SAID, odd_files
from tests.hostile.refusing import canary, longest_lag, refusal

HOSTILE = dict(hostile_files("http://127.0.0.1:9"))
ODD = dict(odd_files())
MOST_MEMORY = 512 * 1024
"""Kilobytes, as the system counts them."""
_ATTEMPTS = 3
"""Other programs of the machine may make the loop late too."""


def test_there_are_many_of_them() -> None:
    assert len(HOSTILE) >= 120
    assert len(ODD) >= 40


@pytest.mark.parametrize("name", HOSTILE)
async def test_each_is_refused_in_words_and_in_time(name: str) -> None:
    why = await refusal(ChildResumeFiles(), HOSTILE[name])

    assert why.endswith(".")
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss < MOST_MEMORY


@pytest.mark.parametrize("name", ODD)
async def test_each_odd_but_honest_file_is_read(name: str) -> None:
    read = await ChildResumeFiles().read(ODD[name])

    assert SAID in read.text


async def test_nothing_is_fetched() -> None:
    async with canary() as (address, came):
        files = ChildResumeFiles(ReadingLimits(at_once=4))
        acting = [
            data for name, data in hostile_files(address) if address.encode() in data or "elsewhere" in name
        ]
        await asyncio.gather(*(refusal(files, data, queued=True) for data in acting))

    assert len(acting) >= 6
    assert came == []


async def test_twenty_bombs_at_once_leave_the_loop_alone() -> None:
    bomb = dict(hostile_pdfs.floods())["forms within forms"]
    lags = []
    for _ in range(_ATTEMPTS):
        files = ChildResumeFiles(ReadingLimits(longest_wait=120))
        lags.append(
            await longest_lag(asyncio.gather(*(refusal(files, bomb, queued=True) for _ in range(20))))
        )
        if lags[-1] <= 0.1:
            break

    assert min(lags) <= 0.1, lags

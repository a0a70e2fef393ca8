import asyncio
import logging
import time

import pytest

from app.infrastructure.watchdog import Watchdog, watched


def hold_up(seconds: float) -> None:
    time.sleep(seconds)


async def test_whoever_holds_the_loop_up_is_named(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING, logger="jobwise.watchdog"):
        async with watched(Watchdog(longest=0.1, beat=0.02)):
            await asyncio.sleep(0.05)
            hold_up(0.4)
            await asyncio.sleep(0.05)

    (record,) = caplog.records
    assert "held up" in record.getMessage()
    assert "hold_up" in record.getMessage()


async def test_waiting_holds_nobody_up(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING, logger="jobwise.watchdog"):
        async with watched(Watchdog(longest=0.5, beat=0.02)):
            await asyncio.sleep(0.7)

    assert caplog.records == []

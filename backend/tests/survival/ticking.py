"""A process whose calendar has a very short day. `python -m tests.survival.ticking DATABASE_URL SECONDS`.

Prints how often it was the one that did the work of a day.
"""

import asyncio
import sys
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from app.application.work.kind import IWorkKind
from app.application.work.ports import IBackgroundWork
from app.application.work.run import Run
from app.application.work.runner import Runner
from app.application.work.scheduler import Scheduler
from app.application.work.slots import Slots
from app.domain.shared.schedule import Schedule
from app.domain.shared.work import END, News, Output, Patience, Step, Work
from app.infrastructure.persistence.database import Database
from app.infrastructure.persistence.work import SqlBackgroundWork
from app.infrastructure.queue.in_process import InProcessDoorbell

DAY = timedelta(milliseconds=200)
TICK = Step("tick", int)


def now() -> datetime:
    return datetime.now(UTC)


class Ticking(IWorkKind[IBackgroundWork]):
    def __init__(self, database: Database) -> None:
        def opens(*, readonly: bool = False) -> SqlBackgroundWork:
            return SqlBackgroundWork(database, readonly=readonly)

        self.name = "ticking"
        self.lasting = ()
        self.opens = opens
        self.times = 0

    async def begin(self, unit: IBackgroundWork, work: Work) -> Sequence[News]:
        return ()

    async def give_up(self, unit: IBackgroundWork, work: Work, reason: str) -> Sequence[News]:
        return [News(END, {})]

    async def perform(self, run: Run[IBackgroundWork]) -> None:
        async def tick() -> Output[int]:
            self.times += 1
            return Output(self.times)

        async def told(_: IBackgroundWork, __: Output[int]) -> Sequence[News]:
            return [News(END, {})]

        await run.step(TICK, tick, told, ends=True)


async def main(url: str, seconds: float) -> None:
    database = Database(url, pool_size=3)
    kind, bell = Ticking(database), InProcessDoorbell()
    runner = Runner(kinds=[kind], bell=bell, patience=Patience(), name=f"ticking {id(kind)}", now=now)
    day = Schedule(kind=kind.name, every=DAY)
    async with Slots(runner=runner, opens=kind.opens, bell=bell, size=1, sweep_seconds=0.05):
        async with Scheduler(schedules=[day], opens=kind.opens, bell=bell, now=now, rest=0):
            await asyncio.sleep(seconds)
        await until_all_is_done(kind)
    await database.dispose()
    sys.stdout.write(f"{kind.times}\n")


async def until_all_is_done(kind: Ticking) -> None:
    while True:
        async with kind.opens(readonly=True) as unit:
            if not await unit.queue.backlog():
                return
        await asyncio.sleep(0.02)


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], float(sys.argv[2])))

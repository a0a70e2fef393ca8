"""What nobody asks for and somebody has to do: once a day, whatever is left over goes."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from app.application.housekeeping.shelves import SHELVES
from app.application.housekeeping.work import IHousekeepingWork, IRemains
from app.application.unit_of_work import Opens
from app.application.work.kind import IWorkKind
from app.application.work.run import Run
from app.domain.shared.schedule import Schedule
from app.domain.shared.storage import IFileStorage
from app.domain.shared.time import Now
from app.domain.shared.work import END, News, Output, Step, Work

KIND = "housekeeping"
DAILY = Schedule(kind=KIND, every=timedelta(days=1), offset=timedelta(hours=3))
WORK_KEPT = timedelta(days=30)
"""After its end. The results that are still shown stay longer: as long as what they are about."""
SECURITY_KEPT = timedelta(days=400)
NOTICES_KEPT = timedelta(days=7)
"""Sent or not: by then nobody tries any more."""
FILES_WAIT = timedelta(days=1)
"""A file is put before its row is: so long it may stand alone."""
BATCH = 200


@dataclass(frozen=True, slots=True)
class Removed:
    count: int


OLD_WORK = Step("old_work", Removed)
OLD_MAIL = Step("old_mail", Removed)
OLD_REPLIES = Step("old_replies", Removed)
OLD_SECURITY_EVENTS = Step("old_security_events", Removed)
LONE_FILES = Step("lone_files", Removed)
REMAINS = Step("remains", Removed)


class Housekeeping(IWorkKind[IHousekeepingWork]):
    def __init__(
        self,
        *,
        work: Opens[IHousekeepingWork],
        storage: IFileStorage,
        remains: IRemains,
        lasting: Mapping[str, Sequence[str]],
        now: Now,
        security_kept: timedelta = SECURITY_KEPT,
    ) -> None:
        """`lasting`: by kind of work, the steps whose results are not to go."""
        self.name = KIND
        self.lasting = ()
        self.opens = work
        self._storage = storage
        self._remains = remains
        self._lasting = lasting
        self._now = now
        self._security_kept = security_kept

    async def begin(self, unit: IHousekeepingWork, work: Work) -> Sequence[News]:
        return ()

    async def give_up(self, unit: IHousekeepingWork, work: Work, reason: str) -> Sequence[News]:
        return [News(END, {})]

    async def perform(self, run: Run[IHousekeepingWork]) -> None:
        """Each part in transactions of its own: what is removed twice is removed."""
        await self._part(run, OLD_WORK, self._forget_work)
        await self._part(run, OLD_REPLIES, self._forget_replies)
        await self._part(run, OLD_SECURITY_EVENTS, self._forget_security_events)
        await self._part(run, OLD_MAIL, self._forget_mail)
        await self._part(run, REMAINS, self._clear_remains)
        await self._part(run, LONE_FILES, self._remove_lone_files, ends=True)

    async def _part(
        self,
        run: Run[IHousekeepingWork],
        step: Step[Removed],
        remove: Callable[[], Awaitable[int]],
        *,
        ends: bool = False,
    ) -> None:
        async def think() -> Output[Removed]:
            return Output(Removed(await remove()))

        async def told(_: IHousekeepingWork, output: Output[Removed]) -> Sequence[News]:
            return [News(END if ends else step.name, {"removed": output.value.count})]

        await run.step(step, think, told, ends=ends)

    async def _forget_work(self) -> int:
        total = 0
        while True:
            async with self.opens() as unit:
                gone = await unit.queue.forget(
                    ended_before=self._now() - WORK_KEPT, lasting=self._lasting, limit=BATCH
                )
                await unit.commit()
            total += gone
            if gone < BATCH:
                return total

    async def _forget_replies(self) -> int:
        async with self.opens() as unit:
            gone = await unit.replies.forget(now=self._now())
            await unit.commit()
        return gone

    async def _forget_mail(self) -> int:
        """What was mailed and is good no more, how often it was asked for, and sign-ins that were begun."""
        async with self.opens() as unit:
            gone = await unit.challenges.drop_expired(before=self._now())
            gone += await unit.notices.drop_before(self._now() - NOTICES_KEPT)
            gone += await unit.allowances.drop_before(self._now() - timedelta(days=1))
            await unit.sign_ins.drop_before(self._now() - timedelta(hours=1))
            await unit.commit()
        return gone

    async def _clear_remains(self) -> int:
        """Nobody counts them."""
        await self._remains.clear()
        return 0

    async def _forget_security_events(self) -> int:
        async with self.opens() as unit:
            gone = await unit.security.drop_before(self._now() - self._security_kept)
            await unit.commit()
        return gone

    async def _remove_lone_files(self) -> int:
        """Of what has no row: it never came, or it went with its owner.

        One that is put again while this looks is somebody's whose row is about to come: it stays.
        """
        total, limit = 0, self._now() - FILES_WAIT
        for folder, records in SHELVES.items():
            async for keys in self._storage.older(folder, than=limit):
                async with self.opens(readonly=True) as unit:
                    recorded = await records(unit).recorded(keys)
                lone = [key for key in keys if key not in recorded]
                await self._storage.delete(lone, put_before=limit)
                total += len(lone)
        return total

"""An account goes, and with it all that its owner ever kept here: some of it at a time.

It is shut at once, and with that the work is ordered. Whoever asked does as much of it as they can wait for;
the rest goes on as the work that was ordered, however often a process dies.
"""

import logging
import time
from collections.abc import Callable, Sequence
from datetime import timedelta
from uuid import uuid4

from app.application.housekeeping.shelves import keys_of
from app.application.housekeeping.work import IErasureWork, IRemains
from app.application.unit_of_work import Opens
from app.application.work.kind import IWorkKind
from app.application.work.ports import IDoorbell, Signal
from app.application.work.run import Run
from app.domain.identity.errors import LastAdmin, UserNotFound
from app.domain.identity.security import SecurityEvent, SecurityEventKind
from app.domain.shared.errors import Unavailable
from app.domain.shared.ids import UserId, WorkId
from app.domain.shared.storage import IFileStorage, StorageUnavailable
from app.domain.shared.time import Now
from app.domain.shared.work import END, LeaseLost, News, Order, Patience, Work

log = logging.getLogger("jobwise.housekeeping")
KIND = "erasure"
SECONDS = 3.0
"""That whoever asks for it waits for it to end."""
AT_A_TIME = 200
"""Rows of one transaction."""
PATIENCE = Patience(failures=100, first_delay=1.0, longest_delay=600.0)
_TRIES = 3
"""Work of the same person may hold rows that this wants, and wait for rows that this holds: then the
database ends one of the two, and a moment later there is nothing in the way."""


class Estate:
    """What is left of somebody, and how it is cleared away."""

    def __init__(
        self, *, work: Opens[IErasureWork], storage: IFileStorage, remains: IRemains, now: Now
    ) -> None:
        self.opens = work
        self._storage = storage
        self._remains = remains
        self._now = now

    async def clear(self, owner: UserId, *, may_go_on: Callable[[], bool]) -> bool:
        """Files first, since the rows say where they are; then the rows, and the account last. Whether it
        came to its end: begun again, it goes on where it was. Raises UserNotFound, Unavailable."""
        async with self.opens(readonly=True) as work:
            await work.users.get(owner)
            keys = await keys_of(work, owner)
        await self._delete(keys)
        removed = AT_A_TIME
        while removed >= AT_A_TIME:
            if not may_go_on():
                return False
            async with self.opens() as work:
                removed = await work.belongings.remove_some(owner, limit=AT_A_TIME)
                await work.commit()
        await self._delete(await self._close(owner))
        await self._forget()
        return True

    async def _close(self, owner: UserId) -> Sequence[str]:
        """The account itself, and what came to it meanwhile; where files of that lie."""
        async with self.opens() as work:
            await work.users.get(owner, lock=True)  # nobody adds a file to it from here on
            keys = await keys_of(work, owner)
            await work.security.forget(owner)
            await work.users.remove(owner)
            await work.commit()
        return keys

    async def _delete(self, keys: Sequence[str]) -> None:
        """What cannot be done now is done by the daily housekeeping."""
        try:
            await self._storage.delete(keys)
        except StorageUnavailable:
            log.warning("files of an erased account wait to be swept up", extra={"files": len(keys)})

    async def _forget(self) -> None:
        try:
            await self._remains.clear()
        except Unavailable:
            log.warning("what indexes remember of an erased account waits to be cleared")


class ErasureService:
    def __init__(self, *, estate: Estate, bell: IDoorbell, now: Now, seconds: float = SECONDS) -> None:
        self._estate = estate
        self._bell = bell
        self._now = now
        self._seconds = seconds

    async def erase(self, user_id: UserId, *, by: UserId | None = None) -> bool:
        """Whether all is gone. If not, the account is shut, and the rest goes on by itself.

        That it happened is told, and not to whom. `by`: where it was somebody else.
        Raises UserNotFound, LastAdmin.
        """
        until = time.monotonic() + self._seconds
        for _ in range(_TRIES - 1):
            try:
                work_id = await self._shut(user_id, by)
                break
            except Unavailable:
                log.warning("an erasure was broken off, and begins anew")
        else:
            work_id = await self._shut(user_id, by)
        if await self._cleared(user_id, until):
            return True
        self._bell.ring(Signal.WORK, work_id)
        return False

    async def _cleared(self, user_id: UserId, until: float) -> bool:
        def may_go_on() -> bool:
            return time.monotonic() < until

        while may_go_on():
            try:
                return await self._estate.clear(user_id, may_go_on=may_go_on)
            except UserNotFound:  # somebody else did it, who asked at the same moment
                return True
            except Unavailable:
                log.warning("an erasure was broken off, and goes on")
        return False

    async def _shut(self, user_id: UserId, by: UserId | None) -> WorkId:
        now = self._now()
        order = Order(
            id=WorkId(uuid4()),
            kind=KIND,
            subject_id=user_id,
            user_id=user_id,
            dedupe_key=f"{KIND}:{user_id}",
            at_once=AT_A_TIME,
            not_before=now + timedelta(seconds=self._seconds),
        )
        async with self._estate.opens() as work:
            if await work.users.is_last_admin(user_id):
                raise LastAdmin("The last admin stays. Give somebody else the role first.")
            user = await work.users.get(user_id, lock=True)
            user.is_active, user.updated_at = False, now
            await work.users.save(user)
            await work.sessions.revoke_all(user_id, now=now)
            if await work.queue.add(order, now=now):
                actor = None if by == user_id else by
                erased = SecurityEventKind.ACCOUNT_ERASED
                await work.security.add(SecurityEvent.of(erased, at=now, actor_id=actor))
            await work.commit()
        return order.id


class Erasing(IWorkKind[IErasureWork]):
    """What nobody waits for any more."""

    def __init__(self, estate: Estate) -> None:
        self.name = KIND
        self.lasting = ()
        self.patience = PATIENCE
        self.opens = estate.opens
        self._estate = estate

    async def begin(self, unit: IErasureWork, work: Work) -> Sequence[News]:
        return ()

    async def give_up(self, unit: IErasureWork, work: Work, reason: str) -> Sequence[News]:
        log.error("an erasure was given up", extra={"work": str(work.id), "why": reason})
        return [News(END, {"outcome": "failed"})]

    async def perform(self, run: Run[IErasureWork]) -> None:
        """Raises LeaseLost at its end: with the account this work of it is gone too."""
        await self._estate.clear(run.work.owner, may_go_on=lambda: True)
        raise LeaseLost("The account is gone, and this work with it.")

import logging
from collections.abc import Sequence

from app.application.housekeeping.shelves import keys_of
from app.application.housekeeping.work import IErasureWork, IRemains
from app.application.unit_of_work import Opens
from app.domain.identity.errors import LastAdmin
from app.domain.identity.security import SecurityEvent, SecurityEventKind
from app.domain.shared.errors import Unavailable
from app.domain.shared.ids import UserId
from app.domain.shared.storage import IFileStorage, StorageUnavailable
from app.domain.shared.time import Now

log = logging.getLogger("jobwise.housekeeping")
_TRIES = 3
"""Work of the same person may hold rows that this wants, and wait for rows that this holds: then the
database ends one of the two, and a moment later there is nothing in the way."""


class ErasureService:
    """An account goes, and with it all that its owner ever kept here."""

    def __init__(
        self, *, work: Opens[IErasureWork], storage: IFileStorage, remains: IRemains, now: Now
    ) -> None:
        self._work = work
        self._storage = storage
        self._remains = remains
        self._now = now

    async def erase(self, user_id: UserId, *, by: UserId | None = None) -> None:
        """The rows at once; then the files, which nothing leads to any more, and what indexes remember.

        That it happened is told, and not to whom. `by`: where it was somebody else.
        Raises UserNotFound, LastAdmin.
        """
        for _ in range(_TRIES - 1):
            try:
                keys = await self._remove(user_id, by)
                break
            except Unavailable:
                log.warning("an erasure was broken off, and begins anew")
        else:
            keys = await self._remove(user_id, by)
        await self._clear(keys)

    async def _remove(self, user_id: UserId, by: UserId | None) -> Sequence[str]:
        """Where the files lie that are left."""
        async with self._work() as work:
            if await work.users.is_last_admin(user_id):
                raise LastAdmin("The last admin stays. Give somebody else the role first.")
            await work.users.get(user_id, lock=True)  # nobody adds a file to it from here on
            keys = await keys_of(work, user_id)
            await work.security.forget(user_id)
            await work.security.add(
                SecurityEvent.of(
                    SecurityEventKind.ACCOUNT_ERASED, at=self._now(), actor_id=None if by == user_id else by
                )
            )
            await work.users.remove(user_id)
            await work.commit()
        return keys

    async def _clear(self, keys: Sequence[str]) -> None:
        """What cannot be done now is done by the daily housekeeping."""
        try:
            await self._storage.delete(keys)
        except StorageUnavailable:
            log.warning("files of an erased account wait to be swept up", extra={"files": len(keys)})
        try:
            await self._remains.clear()
        except Unavailable:
            log.warning("what indexes remember of an erased account waits to be cleared")

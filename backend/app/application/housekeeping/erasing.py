import logging

from app.application.housekeeping.work import IErasureWork
from app.application.unit_of_work import Opens
from app.domain.documents.errors import StorageUnavailable
from app.domain.documents.ports import IFileStorage
from app.domain.identity.errors import LastAdmin
from app.domain.shared.ids import UserId

log = logging.getLogger("jobwise.housekeeping")


class ErasureService:
    """An account goes, and with it all that its owner ever kept here."""

    def __init__(self, *, work: Opens[IErasureWork], storage: IFileStorage) -> None:
        self._work = work
        self._storage = storage

    async def erase(self, user_id: UserId) -> None:
        """The rows at once; then the files, which nothing leads to any more.

        Raises UserNotFound, LastAdmin.
        """
        async with self._work() as work:
            if await work.users.is_last_admin(user_id):
                raise LastAdmin("The last admin stays. Give somebody else the role first.")
            keys = [
                *await work.documents.storage_keys_of(user_id),
                *await work.resumes.storage_keys_of(user_id),
            ]
            await work.users.remove(user_id)
            await work.commit()
        try:
            await self._storage.delete(keys)
        except StorageUnavailable:
            log.warning("files of an erased account wait to be swept up", extra={"files": len(keys)})

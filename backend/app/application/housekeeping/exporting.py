import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import asdict, dataclass, field
from weakref import WeakValueDictionary

from app.application.housekeeping.belongings import (
    Area,
    Belonging,
    IArchive,
    IArchives,
    IExportWork,
    Member,
)
from app.application.unit_of_work import Opens
from app.domain.identity.errors import ExportUnderWay
from app.domain.identity.model import NOWHERE, Origin
from app.domain.identity.security import SecurityEvent, SecurityEventKind
from app.domain.shared.ids import UserId
from app.domain.shared.storage import FileMissing, IFileStorage
from app.domain.shared.time import Now

AT_ONCE = 2
"""Archives being made in one process; the others wait."""
FORMAT = "jobwise-export-1"
README = """JobWise: everything that your account owns.

One JSON file for each area, with a list of rows for each of its tables, in the order of their ids; the names
are those of the API. Moments are UTC. Where a row has a storage_key, its file is in files/ under that name.
manifest.json counts the rows of each table and says each file's size and SHA-256.

Not in here: your password, of which only a hash is kept, and what is kept in two places is here once.
Addresses that open a file without signing in are not kept at all: they are signed when they are asked for.
"""


@dataclass(slots=True)
class _Inventory:
    """What has gone in so far."""

    rows: dict[str, int] = field(default_factory=dict)
    members: list[Member] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)

    def count(self, table: str, row: Belonging) -> None:
        self.rows[table] += 1
        if row.file:
            self.keys.append(row.file)


class AccountExportService:
    """All of an account as one archive: made whole on the disk, and then handed out."""

    def __init__(
        self, *, work: Opens[IExportWork], storage: IFileStorage, archives: IArchives, now: Now
    ) -> None:
        self._work = work
        self._storage = storage
        self._archives = archives
        self._now = now
        self._places = asyncio.Semaphore(AT_ONCE)
        self._waiting: set[UserId] = set()
        self._out: WeakValueDictionary[UserId, IArchive] = WeakValueDictionary()
        """Being handed out; whoever let go of one unread does not have it for ever."""

    async def export(self, user_id: UserId, *, origin: Origin = NOWHERE) -> IArchive:
        """The caller's to close, and the only one of this account until then.

        Raises UserNotFound, StorageUnavailable, ExportUnderWay.
        """
        if user_id in self._waiting or self._is_out(user_id):
            raise ExportUnderWay("An archive of this account is being made or fetched. Please wait for it.")
        self._waiting.add(user_id)
        try:
            return await self._made(user_id, origin)
        finally:
            self._waiting.discard(user_id)

    def _is_out(self, user_id: UserId) -> bool:
        archive = self._out.get(user_id)
        return archive is not None and archive.is_open

    async def _made(self, user_id: UserId, origin: Origin) -> IArchive:
        async with self._places:
            archive = await self._archives.begin()
            try:
                await self._fill(archive, user_id)
                await self._tell(user_id, origin)
            except BaseException:
                await archive.close()
                raise
        self._out[user_id] = archive
        return archive

    async def _fill(self, archive: IArchive, user_id: UserId) -> None:
        async with self._work(readonly=True) as work:
            await work.users.get(user_id)
            areas = work.belongings.areas()
        found = _Inventory()
        found.members.append(await archive.add("README.txt", _one(README.encode())))
        for area in areas:
            found.members.append(await archive.add(f"{area.name}.json", self._area(area, user_id, found)))
        for key in sorted(found.keys):
            await self._file(archive, key, found)
        await archive.add("manifest.json", _one(self._manifest(user_id, found)))
        await archive.finish()

    async def _area(self, area: Area, user_id: UserId, found: _Inventory) -> AsyncIterator[bytes]:
        for number, table in enumerate(area.tables):
            found.rows[table] = 0
            yield (b"," if number else b"{") + f'\n"{table}": ['.encode()
            async for row in self._rows(table, user_id):
                yield (b",\n" if found.rows[table] else b"\n") + row.json
                found.count(table, row)
            yield b"]"
        yield b"\n}\n"

    async def _rows(self, table: str, user_id: UserId) -> AsyncIterator[Belonging]:
        """Some at a time: no transaction stays open while they are packed."""
        rest = None
        while True:
            async with self._work(readonly=True) as work:
                batch = await work.belongings.some(table, user_id, after=rest)
            for row in batch.rows:
                yield row
            rest = batch.rest
            if rest is None:
                return

    async def _file(self, archive: IArchive, key: str, found: _Inventory) -> None:
        try:
            data = await self._storage.get(key)
        except FileMissing:
            found.missing.append(key)
            return
        found.members.append(await archive.add(f"files/{key}", _one(data)))

    def _manifest(self, user_id: UserId, found: _Inventory) -> bytes:
        told = {
            "format": FORMAT,
            "user_id": str(user_id),
            "exported_at": self._now().isoformat(),
            "rows": found.rows,
            "files": [asdict(member) for member in found.members],
            "missing": found.missing,
        }
        return json.dumps(told, indent=1, ensure_ascii=False).encode()

    async def _tell(self, user_id: UserId, origin: Origin) -> None:
        """Not of one who was erased meanwhile."""
        event = SecurityEvent.of(
            SecurityEventKind.ACCOUNT_EXPORTED, at=self._now(), user_id=user_id, origin=origin
        )
        async with self._work() as work:
            await work.users.get(user_id, lock=True)
            await work.security.add(event)
            await work.commit()


async def _one(data: bytes) -> AsyncIterator[bytes]:
    yield data

"""What a database remembers of rows that are gone, and how it is made to forget."""

from sqlalchemy import text

from app.application.housekeeping.work import IRemains
from app.infrastructure.persistence.database import Database
from app.infrastructure.persistence.unit_of_work import SqlUnitOfWork

INDEXES = ("own_words", "board_words")
PAGES = 64
"""Of an index, that are joined at a time: others may write in between."""
_NOTHING = 2
"""Rows that change where there was nothing to join."""


class SqlRemains(IRemains):
    """SQLite's index of words only notes that a text was taken out: its words stay on the disk until all its
    parts are joined, and the pages before that in the log of writes. PostgreSQL's VACUUM comes by itself."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def clear(self) -> None:
        if self._database.is_sqlite:
            for index in INDEXES:
                await self._join(index)
            await self._empty_log()

    async def _join(self, index: str) -> None:
        """A first step below nought says that all parts are to become one; the others carry it on."""
        pages = -PAGES
        while await self._joined(index, pages) >= _NOTHING:
            pages = PAGES

    async def _joined(self, index: str, pages: int) -> int:
        step = text(f"INSERT INTO {index}({index}, rank) VALUES ('merge', :pages)")
        changes = text("SELECT total_changes()")
        async with SqlUnitOfWork(self._database) as unit:
            before = await unit.connection.scalar(changes)
            await unit.connection.execute(step, {"pages": pages})
            after = await unit.connection.scalar(changes)
            await unit.commit()
        return int(after or 0) - int(before or 0)

    async def _empty_log(self) -> None:
        """Outside of any transaction. Where somebody reads meanwhile, it is emptied the next time."""
        async with self._database.writing(), self._database.engine.connect() as connection:
            driver = (await connection.get_raw_connection()).driver_connection
            assert driver is not None
            await driver.execute("PRAGMA wal_checkpoint(TRUNCATE)")

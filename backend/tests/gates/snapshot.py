"""Everything that JobWise keeps, in one number for each table and file."""

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from typing import Self

import asyncpg
from sqlalchemy.engine import make_url

from app.infrastructure.persistence.schema import metadata

TABLES = [table.name for table in metadata.sorted_tables]
Kept = Mapping[str, str]


class Keeper:
    """Looks at a database from outside, past the application."""

    def __init__(self, database_url: str, files: Path) -> None:
        self._url = make_url(database_url)
        self._files = files
        self._postgres: asyncpg.Connection | None = None

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *broken: object) -> None:
        await self.close()

    async def look(self) -> Kept:
        return await self._rows() | self._stored()

    async def close(self) -> None:
        if self._postgres:
            await self._postgres.close()

    async def _rows(self) -> dict[str, str]:
        if self._url.get_backend_name() == "sqlite":
            return _sqlite_rows(str(self._url.database))
        if self._postgres is None:
            address = self._url.set(drivername="postgresql").render_as_string(hide_password=False)
            self._postgres = await asyncpg.connect(address)
        rows = "md5(string_agg(t::text, E'\\n' ORDER BY t::text))"
        each = (f"SELECT '{name}' AS name, {rows} AS sum FROM \"{name}\" t" for name in TABLES)
        return {row["name"]: str(row["sum"]) for row in await self._postgres.fetch(" UNION ALL ".join(each))}

    def _stored(self) -> dict[str, str]:
        paths = (path for path in self._files.rglob("*") if path.is_file())
        return {str(path.relative_to(self._files)): _sum(path.read_bytes()) for path in paths}


def _sqlite_rows(path: str) -> dict[str, str]:
    with closing(sqlite3.connect(path)) as connection:
        rows = {name: sorted(map(repr, connection.execute(f'SELECT * FROM "{name}"'))) for name in TABLES}
    return {name: _sum("\n".join(found).encode()) for name, found in rows.items()}


def _sum(data: bytes) -> str:
    return sha256(data).hexdigest()


def changed(before: Kept, after: Kept) -> list[str]:
    return sorted(name for name in before.keys() | after.keys() if before.get(name) != after.get(name))

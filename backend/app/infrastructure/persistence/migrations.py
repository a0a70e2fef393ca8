"""The schema's history, run from within: no alembic.ini, no second place that knows the database."""

import asyncio
import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeVar

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Connection, text
from sqlalchemy.ext.asyncio import AsyncConnection

from app.domain.shared.errors import Invalid
from app.infrastructure.persistence.database import Database
from app.infrastructure.persistence.errors import meaning
from app.infrastructure.persistence.job_search import is_known
from app.infrastructure.persistence.schema import metadata

R = TypeVar("R")

SCRIPTS = Path(__file__).parents[3] / "alembic"
_LOCK = 5_641_209_877
"""Any number: two processes that migrate one PostgreSQL at once must agree on it."""

_OF_AN_EXPRESSION = "Skipped unsupported reflection of expression-based index ix_board_jobs"
"""Such indexes are made by hand and are not compared; of SQLite's nothing more is known than that."""


class NoSuchRevision(Invalid): ...


class BrokenReferences(Invalid):
    """A migration left rows behind that point at nothing."""


@dataclass(frozen=True, slots=True)
class Step:
    revision: str
    said: str


class Migrations:
    """One transaction a call, on both databases: a step that fails leaves the schema as it was."""

    def __init__(self, url: str, *, scripts: Path = SCRIPTS) -> None:
        self._url = url
        self._scripts = scripts
        self._config = Config()
        self._config.set_main_option("script_location", str(scripts).replace("%", "%%"))
        self._config.set_main_option("file_template", "%%(rev)s_%%(slug)s")
        self._config.set_main_option("path_separator", "os")

    def upgrade(self, revision: str = "head") -> None:
        self._run(lambda config: command.upgrade(config, revision))

    def downgrade(self, revision: str) -> None:
        self._run(lambda config: command.downgrade(config, revision))

    def current(self) -> str | None:
        """The revision that the database is at, or None for an empty one."""
        return asyncio.run(self._within(_revision_of))

    def history(self) -> Sequence[Step]:
        """Oldest first."""
        scripts = ScriptDirectory.from_config(self._config).walk_revisions()
        return [Step(script.revision, script.doc) for script in scripts][::-1]

    def differences(self) -> list[Any]:
        """What the tables in the code have that the database has not, and the other way round."""
        return asyncio.run(self._within(_compare))

    def revise(self, said: str) -> Path:
        """Write the next migration: what brings the newest one's schema to that of the code."""
        number = f"{len(self.history()) + 1:04d}"
        with TemporaryDirectory() as empty:
            newest = Migrations(f"sqlite+aiosqlite:///{empty}/newest.db", scripts=self._scripts)
            newest.upgrade()
            newest._run(lambda config: command.revision(config, said, autogenerate=True, rev_id=number))
        written = next(self._scripts.glob(f"versions/{number}_*.py"))
        lines = written.read_text().splitlines(keepends=True)
        written.write_text("".join(line for line in lines if "# ###" not in line))
        return written

    def _run(self, act: Callable[[Config], Any]) -> None:
        def on(connection: Connection) -> None:
            self._config.attributes["connection"] = connection
            try:
                act(self._config)
            except CommandError as error:
                raise NoSuchRevision(str(error)) from error
            finally:
                del self._config.attributes["connection"]

        asyncio.run(self._within(on))

    async def _within(self, act: Callable[[Connection], R]) -> R:
        database = Database(self._url, pool_size=1, is_patient=True)
        if database.is_sqlite and (file := database.url.database):
            await asyncio.to_thread(Path(file).parent.mkdir, parents=True, exist_ok=True)
        try:
            await _reach(database)
            return await self._locked(database, act)
        finally:
            await database.dispose()

    async def _locked(self, database: Database, act: Callable[[Connection], R]) -> R:
        """On SQLite, tables are remade to change them: references are checked after, not meanwhile."""
        async with database.engine.connect() as connection:
            if database.is_sqlite:
                driver = (await connection.get_raw_connection()).driver_connection
                await driver.execute("PRAGMA foreign_keys=OFF")  # type: ignore[union-attr]
            async with connection.begin():
                if not database.is_sqlite:
                    await connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
                with warnings.catch_warnings():
                    warnings.filterwarnings("ignore", message=_OF_AN_EXPRESSION)
                    result = await connection.run_sync(act)
                if database.is_sqlite:
                    await _check_references(connection)
        return result


async def _check_references(connection: AsyncConnection) -> None:
    if broken := (await connection.execute(text("PRAGMA foreign_key_check"))).first():
        raise BrokenReferences(f"Rows of {broken[0]} would point at nothing.")


async def _reach(database: Database) -> None:
    try:
        await database.ping()
    except Exception as error:
        if meant := meaning(error):
            raise meant from error
        raise


def _revision_of(connection: Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()


def _compare(connection: Connection) -> list[Any]:
    known = {"include_name": is_known}
    return list(compare_metadata(MigrationContext.configure(connection, opts=known), metadata))

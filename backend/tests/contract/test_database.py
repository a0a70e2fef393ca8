"""What every area relies on when it opens a unit of work, on each database."""

import asyncio
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from threading import Thread
from threading import enumerate as enumerate_threads
from typing import Any

import pytest
from sqlalchemy import bindparam, func, literal_column, select, text

from app.domain.shared.errors import Unavailable
from app.infrastructure.persistence.database import Database, _prepare_sqlite
from app.infrastructure.persistence.identity import SqlIdentityWork, users
from app.infrastructure.persistence.prepared import Prepared
from tests.builders.identity import ADA, BEN, NOON, a_session, a_user

LONG_READ = (
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000000) SELECT max(i) FROM n"
)

PREPARED_LONG_READ = Prepared(select(literal_column("m")).select_from(text(f"({LONG_READ}) AS found(m)")))
KNOWN = Prepared(select(users.c.id, users.c.created_at).where(users.c.email == bindparam("email")))
ADAS = {"email": "ada@example.com"}


@pytest.fixture(params=["sqlite", "postgres"])
def database(request: pytest.FixtureRequest) -> Database:
    found: Database = request.getfixturevalue(f"{request.param}_database")
    return found


async def _add_ada(database: Database) -> None:
    async with SqlIdentityWork(database) as work:
        await work.users.add(a_user())
        await work.commit()


async def _is_known(database: Database, email: str) -> bool:
    async with SqlIdentityWork(database, readonly=True) as work:
        return await work.users.find_by_email(email) is not None


async def test_who_reads_again_sees_what_was_written_since(database: Database) -> None:
    for _ in range(12):  # through every connection of the pool
        assert not await _is_known(database, "ada@example.com")

    await _add_ada(database)

    assert all([await _is_known(database, "ada@example.com") for _ in range(12)])


async def test_a_read_on_sqlite_sees_one_moment_from_beginning_to_end(sqlite_database: Database) -> None:
    async with SqlIdentityWork(sqlite_database, readonly=True) as reading:
        before = await reading.users.find_by_email("ada@example.com")
        await _add_ada(sqlite_database)
        after = await reading.users.find_by_email("ada@example.com")

    assert before is None
    assert after is None
    assert await _is_known(sqlite_database, "ada@example.com")


async def test_what_is_prepared_is_read_as_it_is_in_the_usual_way(database: Database) -> None:
    await _add_ada(database)

    async with SqlIdentityWork(database, readonly=True) as work:
        alone = await work.connection.read(KNOWN, ADAS)
        usual = await work.connection.execute(KNOWN.statement, ADAS)

    assert [tuple(row) for row in alone] == [tuple(row) for row in usual]
    assert [row[0] for row in alone] == [ADA]


async def test_what_is_prepared_sees_what_its_own_unit_of_work_has_written(database: Database) -> None:
    async with SqlIdentityWork(database) as work:
        await work.users.add(a_user())

        assert await work.connection.read(KNOWN, ADAS)
        assert not await database.read(KNOWN, ADAS)


async def test_what_is_prepared_is_of_the_moment_that_its_unit_of_work_sees(
    sqlite_database: Database,
) -> None:
    async with SqlIdentityWork(sqlite_database, readonly=True) as reading:
        await reading.users.find_by_email("ada@example.com")
        await _add_ada(sqlite_database)

        assert not await reading.connection.read(KNOWN, ADAS)
        assert await sqlite_database.read(KNOWN, ADAS)


async def test_what_is_prepared_and_comes_first_begins_what_may_write(sqlite_database: Database) -> None:
    file = str(sqlite_database.url.database)
    async with SqlIdentityWork(sqlite_database) as work:
        await work.connection.read(KNOWN, ADAS)

        locked = pytest.raises(sqlite3.OperationalError, match="locked")
        with closing(sqlite3.connect(file, timeout=0)) as other, locked:
            other.execute("BEGIN IMMEDIATE")


async def test_a_unit_of_work_that_asks_nothing_takes_no_connection(sqlite_database: Database) -> None:
    async with SqlIdentityWork(sqlite_database, readonly=True), SqlIdentityWork(sqlite_database) as work:
        await work.connection.read(KNOWN, ADAS)

        assert sqlite_database.engine.pool.checkedout() == 1  # type: ignore[attr-defined]


async def test_what_is_left_without_commit_never_happened(database: Database) -> None:
    async with SqlIdentityWork(database) as work:
        await work.users.add(a_user())

    assert not await _is_known(database, "ada@example.com")


async def test_a_failed_statement_leaves_nothing_locked(database: Database) -> None:
    await _add_ada(database)
    async with SqlIdentityWork(database) as work:
        with pytest.raises(Exception, match=r"(?i)unique"):
            await work.users.add(a_user(BEN))

    async with asyncio.timeout(3), SqlIdentityWork(database) as work:
        await work.users.add(a_user(BEN, "ben@example.com"))
        await work.commit()


@pytest.mark.parametrize("readonly", [True, False])
@pytest.mark.parametrize("prepared", [True, False])
async def test_a_unit_of_work_that_is_given_up_leaves_nothing_locked(
    database: Database, readonly: bool, prepared: bool
) -> None:
    async def dawdle() -> None:
        async with SqlIdentityWork(database, readonly=readonly) as work:
            if prepared:
                await work.connection.read(PREPARED_LONG_READ, {})
            else:
                await work.connection.execute(text(LONG_READ))

    given_up = [asyncio.create_task(dawdle()) for _ in range(3)]
    await asyncio.sleep(0)
    await asyncio.wait(given_up, timeout=0.05)
    for task in given_up:
        task.cancel()
    await asyncio.gather(*given_up, return_exceptions=True)

    async with asyncio.timeout(10):
        await _add_ada(database)
        assert await _is_known(database, "ada@example.com")


async def test_forty_writers_at_once_all_write(database: Database) -> None:
    await _add_ada(database)

    async def sign_in(n: int) -> None:
        async with SqlIdentityWork(database) as work:
            await work.users.get(ADA)
            await work.sessions.add(a_session(now=NOON + timedelta(seconds=n)))
            await work.commit()

    await asyncio.gather(*(sign_in(n) for n in range(40)))

    async with SqlIdentityWork(database, readonly=True) as work:
        assert await work.connection.scalar(text("SELECT count(*) FROM sessions")) == 40


async def test_a_connection_that_the_server_has_closed_is_replaced_unnoticed(
    postgres_database: Database,
) -> None:
    await _add_ada(postgres_database)
    others = text(
        "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity "
        "WHERE datname = current_database() AND pid <> pg_backend_pid()"
    )
    async with postgres_database.engine.connect() as one, postgres_database.engine.connect() as two:
        closed = asyncio.Event()
        driver: Any = (await two.get_raw_connection()).driver_connection
        driver.add_termination_listener(lambda _: closed.set())
        assert (await one.execute(others)).scalar_one() >= 1
        await asyncio.wait_for(closed.wait(), 5)

    assert all([await postgres_database.read(KNOWN, ADAS) for _ in range(4)])
    assert all([await _is_known(postgres_database, "ada@example.com") for _ in range(8)])


@pytest.mark.parametrize("readonly", [True, False])
async def test_a_connection_that_breaks_off_in_the_middle_is_told_as_a_database_that_does_not_answer(
    postgres_database: Database, readonly: bool
) -> None:
    end_myself = Prepared(select(func.pg_terminate_backend(func.pg_backend_pid())))

    with pytest.raises(Unavailable, match="does not answer"):
        async with SqlIdentityWork(postgres_database, readonly=readonly) as work:
            await work.connection.read(end_myself, {})

    await _add_ada(postgres_database)
    assert await postgres_database.read(KNOWN, ADAS)


async def test_no_thread_is_left_of_a_connection_that_was_given_up_while_it_opened(tmp_path: Path) -> None:
    """It would answer to an event loop that may be closed by then."""
    database = Database(f"sqlite+aiosqlite:///{tmp_path}/late.db")
    asked = asyncio.create_task(database.ping())
    opening: list[Thread] = []
    for _ in range(1_000):
        await asyncio.sleep(0)
        if opening := [t for t in enumerate_threads() if "connection_worker" in t.name]:
            break
    asked.cancel()
    await asyncio.gather(asked, return_exceptions=True)

    await database.dispose()

    assert opening
    assert not any(thread.is_alive() for thread in opening)


def test_what_was_erased_is_overwritten_by_an_sqlite_that_would_leave_it(tmp_path: Path) -> None:
    file = tmp_path / "jobwise.db"
    connection = sqlite3.connect(file)
    connection.execute("PRAGMA secure_delete=OFF")  # so is it where SQLite was not built otherwise
    _prepare_sqlite(connection, None)
    connection.execute("CREATE TABLE people (name TEXT)")
    connection.execute("INSERT INTO people VALUES ('Ada Lovelace'), ('Ben Bitdiddle')")

    connection.execute("DELETE FROM people WHERE name = 'Ada Lovelace'")
    connection.close()

    assert b"Ben Bitdiddle" in file.read_bytes()
    assert b"Ada Lovelace" not in file.read_bytes()


async def test_a_table_that_is_not_there_yet_is_told_with_what_to_do(database: Database) -> None:
    with pytest.raises(Unavailable, match="jobwise db upgrade"):
        async with SqlIdentityWork(database) as work:
            await work.connection.execute(text("SELECT 1 FROM not_made_yet"))
    with pytest.raises(Unavailable, match="jobwise db upgrade"):
        async with SqlIdentityWork(database, readonly=True) as work:
            await work.connection.read(Prepared(select(text("1")).select_from(text("not_made_yet"))), {})

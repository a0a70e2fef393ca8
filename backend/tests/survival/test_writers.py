"""Forty writers on one SQLite file, from four processes: each waits its turn, and no addition is lost."""

import asyncio
import sys
from pathlib import Path

from app.infrastructure.persistence.database import Database
from app.infrastructure.persistence.identity import SqlIdentityWork
from app.infrastructure.persistence.jobs import SqlJobWork, jobs
from tests.builders.identity import ADA, a_user
from tests.builders.jobs import a_job
from tests.survival.conftest import BACKEND, Scene
from tests.survival.writer import WRITERS

PROCESSES = 4
TIMES = 5
PATIENCE = 60.0


async def test_forty_writers_lose_nothing_and_none_is_locked_out(sqlite_url: str, tmp_path: Path) -> None:
    database = Database(sqlite_url)
    async with SqlIdentityWork(database) as people:
        await people.users.add(a_user(ADA))
        await people.commit()
    job = a_job(ADA, title="0")
    async with SqlJobWork(database) as work:
        await work.jobs.add(job)
        await work.commit()
    scene = Scene(database, sqlite_url, tmp_path)

    async with asyncio.timeout(PATIENCE):
        errors = await asyncio.gather(*(_write(scene, str(job.id)) for _ in range(PROCESSES)))

    assert errors == [""] * PROCESSES
    (row,) = await scene.rows(jobs)
    assert int(row["title"]) == PROCESSES * WRITERS * TIMES
    await database.dispose()


async def _write(scene: Scene, job_id: str) -> str:
    """What it complained of."""
    writer = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", "tests.survival.writer", scene.database_url, job_id, str(TIMES)),
        cwd=BACKEND,
        env=scene.environment,
        stderr=asyncio.subprocess.PIPE,
    )
    _, complaints = await writer.communicate()
    return complaints.decode()[-2_000:]

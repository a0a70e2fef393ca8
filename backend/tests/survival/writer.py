"""Ten writers in one process, adding to one number: `python -m tests.survival.writer URL JOB TIMES`.

The number is a job's title. What it was is read in the transaction that writes what it becomes.
"""

import asyncio
import sys
from uuid import UUID

from app.domain.shared.ids import JobId
from app.infrastructure.persistence.database import Database
from app.infrastructure.persistence.jobs import SqlJobWork
from tests.builders.identity import ADA

WRITERS = 10


async def add(database: Database, job_id: JobId, times: int) -> None:
    for _ in range(times):
        async with SqlJobWork(database) as work:
            job = await work.jobs.get_visible(job_id, reader=ADA)
            job.title = str(int(job.title) + 1)
            await work.jobs.save(job)
            await work.commit()


async def write(url: str, job_id: JobId, times: int) -> None:
    database = Database(url)
    await asyncio.gather(*(add(database, job_id, times) for _ in range(WRITERS)))
    await database.dispose()


if __name__ == "__main__":
    asyncio.run(write(sys.argv[1], JobId(UUID(sys.argv[2])), int(sys.argv[3])))

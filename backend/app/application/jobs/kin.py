"""Which other posting a posting doubles, told when it is made and whenever it says something else."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from app.application.jobs.work import IJobWork
from app.application.room import require_room
from app.domain.jobs.errors import TooManyJobs
from app.domain.jobs.model import MOST_JOBS, Job
from app.domain.jobs.search import Searchable
from app.domain.jobs.search.twins import link

TOLD_BY = ("title", "company", "location", "url", "description", "date_posted")
"""The fields that say for which post a posting is."""


def told_by(job: Job) -> Mapping[str, Any]:
    return {name: getattr(job, name) for name in TOLD_BY}


async def add_new(work: IJobWork, job: Job, said: Searchable, *, today: date, most: int = MOST_JOBS) -> None:
    """Raises TooManyJobs; the board has no end."""
    if job.user_id:
        await require_room(work.jobs, job.user_id, most=most, full=TooManyJobs, what="postings")
    twins = await work.jobs.twins(said, reader=job.user_id)
    link(job, twins, sketch=said.sketch, today=today)
    await work.jobs.add(job, said=said)


async def save_changed(
    work: IJobWork, job: Job, said: Searchable, *, told: Mapping[str, Any], today: date
) -> None:
    """`told`: what it was told by before. Only what was there before it is doubled; and what was said to
    double it is asked again. Raises Stale."""
    moved = told_by(job) != told
    if moved:
        twins = await work.jobs.twins(said, reader=job.user_id, before=job)
        link(job, twins, sketch=said.sketch, today=today)
    await work.jobs.save(job, said=said)
    if moved:
        await work.jobs.part(job, said)

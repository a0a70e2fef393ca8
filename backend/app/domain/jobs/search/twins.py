"""Which job was there before for the same post."""

from collections.abc import Iterable
from datetime import date

from app.domain.jobs.model import Job, JobStatus, status_on
from app.domain.jobs.ports import Twin
from app.domain.jobs.search.sameness import ALIKE, likeness

_CLOSED = (JobStatus.EXPIRED, JobStatus.ARCHIVED)


def link(job: Job, twins: Iterable[Twin], *, sketch: bytes | None, today: date) -> None:
    """Say of it which one it doubles, or, where that had closed or is older, which one it posts again.

    Of several, one's own comes before one on the board, and the first before a later one.
    """
    same = [twin for twin in twins if twin.id != job.id and _is_same(twin, sketch)]
    same.sort(key=lambda twin: (twin.user_id is None, twin.created_at, twin.id))
    earlier = [twin for twin in same if _is_earlier(job, twin, today)]
    still = [twin for twin in same if twin not in earlier]
    job.duplicate_of = still[0].id if still else None
    job.repost_of = earlier[-1].id if earlier and not still else None


def _is_same(twin: Twin, sketch: bytes | None) -> bool:
    """By its address; or by title, company and place, as long as no text speaks against it."""
    alike = likeness(sketch, twin.sketch)
    return twin.same_address or alike is None or alike >= ALIKE


def _is_earlier(job: Job, twin: Twin, today: date) -> bool:
    if status_on(today, twin.status, twin.application_deadline) in _CLOSED:
        return True
    return bool(job.date_posted and twin.date_posted and twin.date_posted < job.date_posted)

from collections.abc import Sequence

from app.application.applications.work import IApplicationWork
from app.application.room import require_room
from app.domain.applications.errors import TooManyApplications
from app.domain.applications.model import MOST_CARDS, Application


async def add(work: IApplicationWork, new: Sequence[Application], *, most: int = MOST_CARDS) -> None:
    """Cards of one person. Raises TooManyApplications, ApplicationExists."""
    if not new:
        return
    await require_room(
        work.applications,
        new[0].user_id,
        most=most,
        full=TooManyApplications,
        what="applications",
        more=len(new),
    )
    await work.applications.add_all(new)

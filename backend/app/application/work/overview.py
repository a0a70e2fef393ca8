from collections.abc import Sequence

from app.application.unit_of_work import Opens
from app.application.work.ports import IBackgroundWork
from app.domain.shared.work import Backlog


class WorkOverview:
    """What there is to do, of all processes together."""

    def __init__(self, *, opens: Opens[IBackgroundWork]) -> None:
        self._opens = opens

    async def backlog(self) -> Sequence[Backlog]:
        async with self._opens(readonly=True) as unit:
            return await unit.queue.backlog()

from collections.abc import Sequence

from app.application.unit_of_work import Opens
from app.application.work.ports import IBackgroundWork
from app.domain.shared.work import Backlog, Condition


class WorkOverview:
    """What there is to do, of all processes together."""

    def __init__(self, *, opens: Opens[IBackgroundWork], kinds: Sequence[str]) -> None:
        self._opens = opens
        self._kinds = kinds

    async def backlog(self) -> Sequence[Backlog]:
        """Of every kind in every condition, also where there is nothing: an alert needs the zero."""
        async with self._opens(readonly=True) as unit:
            found = {(part.kind, part.condition): part for part in await unit.queue.backlog()}
        usual = [(kind, condition) for kind in self._kinds for condition in Condition]
        nothing = {(k, c): Backlog(kind=k, condition=c) for k, c in usual}
        return list((nothing | found).values())

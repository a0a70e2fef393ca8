from abc import abstractmethod
from collections.abc import Sequence
from typing import Any, Protocol, TypeVar

from app.application.unit_of_work import Opens
from app.application.work.ports import IBackgroundWork
from app.application.work.run import Run
from app.domain.shared.work import News, Patience, Work

U = TypeVar("U", bound=IBackgroundWork)


class IWorkKind(Protocol[U]):
    """What an area does in the background. `U` is the area's unit of work."""

    name: str
    lasting: Sequence[str]
    """The steps whose results are asked for after the end, however long that was ago."""
    opens: Opens[U]
    patience: Patience | None = None
    """How often it is tried, where that is not as with all others; a lease is as long as everybody's."""

    @abstractmethod
    async def begin(self, unit: U, work: Work) -> Sequence[News]:
        """Inside the claim's transaction; and again after every takeover."""

    @abstractmethod
    async def perform(self, run: Run[U]) -> None:
        """All of it, step by step; the last step ends the work."""

    @abstractmethod
    async def give_up(self, unit: U, work: Work, reason: str) -> Sequence[News]:
        """Inside the transaction that ends the work as failed."""


AnyWorkKind = IWorkKind[Any]

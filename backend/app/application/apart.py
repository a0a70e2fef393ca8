from abc import abstractmethod
from collections.abc import Callable
from typing import Protocol, TypeVar

T = TypeVar("T")


class Apart(Protocol):
    """Does work that keeps a processor busy away from the event loop, so much at a time."""

    @abstractmethod
    async def __call__(self, work: Callable[..., T], *args: object) -> T: ...

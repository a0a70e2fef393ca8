from abc import abstractmethod
from collections.abc import Mapping
from typing import Protocol


class IMeter(Protocol):
    """Counts what happens in this process, for whoever watches over it. Never raises, never waits."""

    @abstractmethod
    def claimed(self, kind: str, *, taken_over: bool) -> None: ...

    @abstractmethod
    def stepped(self, kind: str, step: str, *, seconds: float, usage: Mapping[str, int]) -> None:
        """A step was done and recorded; what it used, by the name of the unit."""

    @abstractmethod
    def left(self, kind: str, outcome: str, *, seconds: float) -> None:
        """Done with a work: `done`, `retried`, `failed`, `lost`, `handed_back`, `broken_off`."""

    @abstractmethod
    def swept(self) -> None: ...

    @abstractmethod
    def streams(self, open_now: int) -> None: ...


class Unmetered(IMeter):
    def claimed(self, kind: str, *, taken_over: bool) -> None:
        pass

    def stepped(self, kind: str, step: str, *, seconds: float, usage: Mapping[str, int]) -> None:
        pass

    def left(self, kind: str, outcome: str, *, seconds: float) -> None:
        pass

    def swept(self) -> None:
        pass

    def streams(self, open_now: int) -> None:
        pass


UNMETERED = Unmetered()

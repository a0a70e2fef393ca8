from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Slice:
    """Which part of a list is wanted."""

    limit: int = 20
    offset: int = 0

    def of(self, items: Sequence[T]) -> "Page[T]":
        """This part of a list that is at hand."""
        return Page(items[self.offset : self.offset + self.limit], len(items), self.limit, self.offset)


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """A part of a list, and how long the whole is."""

    items: Sequence[T]
    total: int
    limit: int
    offset: int

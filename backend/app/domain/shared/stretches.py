from bisect import bisect_right
from collections.abc import Iterable, Iterator


class Stretches:
    """Parts of a text, `[start, end)`, merged where they touch; asked in logarithmic time."""

    __slots__ = ("_ends", "_starts")

    def __init__(self, parts: Iterable[tuple[int, int]] = ()) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        if not parts:
            return
        for start, end in sorted(parts):
            if self._ends and start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], end)
            elif start < end:
                self._starts.append(start)
                self._ends.append(end)

    def __bool__(self) -> bool:
        return bool(self._starts)

    def __iter__(self) -> Iterator[tuple[int, int]]:
        return zip(self._starts, self._ends, strict=True)

    def within(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Those that have a part of it, in order."""
        n = max(0, bisect_right(self._starts, start) - 1)
        while n < len(self._starts) and self._starts[n] < end:
            if self._ends[n] > start:
                yield self._starts[n], self._ends[n]
            n += 1

    def hold(self, start: int, end: int) -> bool:
        """Whether all of it lies within one of them."""
        if not self._starts:
            return False
        n = bisect_right(self._starts, start) - 1
        return n >= 0 and end <= self._ends[n]

    def touch(self, start: int, end: int) -> bool:
        """Whether any of it lies within one of them."""
        if not self._starts:
            return False
        n = bisect_right(self._starts, start) - 1
        if n >= 0 and start < self._ends[n]:
            return True
        return n + 1 < len(self._starts) and self._starts[n + 1] < end

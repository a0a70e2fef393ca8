"""How many the board has of what is asked, remembered until it changes."""

from collections import OrderedDict
from typing import Any
from weakref import WeakKeyDictionary

from app.infrastructure.persistence.database import Database


class Counted:
    """How many the board had of what was asked, as of its last change: counting a common word takes longer
    than finding the first of it."""

    def __init__(self, most: int = 4_096) -> None:
        self._most = most
        self._totals: OrderedDict[Any, tuple[int, int]] = OrderedDict()

    def recall(self, key: Any, changes: int) -> int | None:
        then, total = self._totals.get(key, (-1, 0))
        return total if then == changes else None

    def forget(self) -> None:
        self._totals.clear()

    def keep(self, key: Any, changes: int, total: int) -> None:
        self._totals[key] = changes, total
        self._totals.move_to_end(key)
        if len(self._totals) > self._most:
            self._totals.popitem(last=False)


_COUNTED: WeakKeyDictionary[Database, Counted] = WeakKeyDictionary()


def counted_on(database: Database) -> Counted:
    """One memory for each database, whoever asks."""
    return _COUNTED.setdefault(database, Counted())

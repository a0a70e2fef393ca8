"""How much is kept for one person: exact, however many add at once; far from the end one short question."""

from abc import abstractmethod
from typing import Protocol

from app.domain.shared.errors import Conflict
from app.domain.shared.ids import UserId

NEAR = 500
"""So few short of the end whoever adds waits for the others: more do not add at the same moment."""


class Counts(Protocol):
    @abstractmethod
    async def count_own(self, owner: UserId, *, most: int, lock: bool = False) -> int: ...


async def require_room(
    kept: Counts, owner: UserId, *, most: int, full: type[Conflict], what: str, more: int = 1
) -> None:
    """Raises `full`."""
    near = most - more - NEAR
    if near > 0 and await kept.count_own(owner, most=near) < near:
        return
    if await kept.count_own(owner, most=most, lock=True) + more > most:
        raise full(f"At most {most:,} {what} are kept for one person. Delete some first.")

from copy import deepcopy
from datetime import datetime
from typing import Any

from app.application.idempotency import KEPT, IdempotencyKeyReused, IReplies, Once, Reply
from app.domain.shared.ids import UserId
from tests.fakes.memory import MemoryUnitOfWork


class MemoryReplies(IReplies):
    def __init__(self, unit: MemoryUnitOfWork) -> None:
        self._rows: dict[Any, tuple[str, datetime, Reply]] = unit.rest.setdefault("replies", {})

    async def find_or_reserve(self, user_id: UserId, once: Once[Any], *, now: datetime) -> Reply | None:
        place = (user_id, once.route, once.key)
        row = self._rows.get(place)
        if row is None or row[1] <= now - KEPT:
            self._rows[place] = (once.fingerprint, now, Reply(0, None))
            return None
        return await self.find(user_id, once, now=now)

    async def find(self, user_id: UserId, once: Once[Any], *, now: datetime) -> Reply | None:
        row = self._rows.get((user_id, once.route, once.key))
        if row is None or row[1] <= now - KEPT:
            return None
        if row[0] != once.fingerprint:
            raise IdempotencyKeyReused("This Idempotency-Key came with another request before.")
        return row[2]

    async def forget(self, *, now: datetime) -> int:
        old = [place for place, (_, at, _) in self._rows.items() if at <= now - KEPT]
        for place in old:
            del self._rows[place]
        return len(old)

    async def keep(self, user_id: UserId, once: Once[Any], reply: Reply) -> None:
        place = (user_id, once.route, once.key)
        fingerprint, at, _ = self._rows[place]
        self._rows[place] = (fingerprint, at, deepcopy(reply))

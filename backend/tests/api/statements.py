"""What a request asks the database: how much does not depend on how much there is."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any
from unittest.mock import patch

from sqlalchemy import event
from sqlalchemy.engine import Engine

from app.infrastructure.persistence.database import Database
from app.infrastructure.persistence.prepared import Prepared, Row

_ours: ContextVar[list[str] | None] = ContextVar("ours", default=None)
_fetch = Database._fetch


@contextmanager
def statements() -> Iterator[list[str]]:
    """Those of whoever asks meanwhile; what is done in the background was begun before, and is not heard."""
    said: list[str] = []

    def note(_: Any, __: Any, statement: str, *___: Any) -> None:
        if _ours.get() is said:
            said.append(statement)

    async def fetch(
        database: Database, on: Any, statement: Prepared, given: Mapping[str, Any]
    ) -> Sequence[Row]:
        note(None, None, str(statement.statement))
        return await _fetch(database, on, statement, given)

    token = _ours.set(said)
    event.listen(Engine, "before_cursor_execute", note)
    try:
        with patch.object(Database, "_fetch", fetch):
            yield said
    finally:
        event.remove(Engine, "before_cursor_execute", note)
        _ours.reset(token)

"""What a request asks the database: how much does not depend on how much there is."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from sqlalchemy import event
from sqlalchemy.engine import Engine

_ours: ContextVar[list[str] | None] = ContextVar("ours", default=None)


@contextmanager
def statements() -> Iterator[list[str]]:
    """Those of whoever asks meanwhile; what is done in the background was begun before, and is not heard."""
    said: list[str] = []

    def note(_: Any, __: Any, statement: str, *___: Any) -> None:
        if _ours.get() is said:
            said.append(statement)

    token = _ours.set(said)
    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield said
    finally:
        event.remove(Engine, "before_cursor_execute", note)
        _ours.reset(token)

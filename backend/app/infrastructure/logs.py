"""Structured logs: one record a line, with the request's id and the user's."""

import logging
import sys
import traceback

import structlog
from structlog.typing import EventDict

EXTRAS = ("why", "mail", "files", "document_id", "resume_id")
"""What our records of the standard library say beside their sentence."""


def configure(*, level: str, as_json: bool) -> None:
    shared: list[structlog.typing.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    last = _last(as_json)
    structlog.configure(
        processors=[*shared, *last],
        logger_factory=_NamedLogger,
        wrapper_class=structlog.make_filtering_bound_logger(level),
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=[*shared, structlog.stdlib.ExtraAdder(EXTRAS)],
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, *last],
        )
    )
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(level.upper())
    for noisy in ("uvicorn.access", "aiosqlite", "alembic", "httpx2", "python_multipart", "taskiq"):
        logging.getLogger(noisy).setLevel(logging.WARNING)


class _NamedLogger(structlog.WriteLogger):
    """Writes our own records itself: by way of the standard library each would cost three times as much."""

    def __init__(self, name: str = "") -> None:
        super().__init__(sys.stderr)
        self.name = name


def _last(as_json: bool) -> list[structlog.typing.Processor]:
    if as_json:
        return [_without_words, structlog.processors.JSONRenderer()]
    return [_without_words, structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty())]


def _without_words(_: object, __: str, event: EventDict) -> EventDict:
    """Of an error and its causes kinds and places alone: what a driver or a validator says quotes the values,
    and those may be somebody's data."""
    given = event.pop("exc_info", None)
    error = given[1] if isinstance(given, tuple) else given
    if error is True:
        error = sys.exc_info()[1]
    if isinstance(error, BaseException):
        event["causes"], event["frames"] = _causes(error), _frames(error)
    return event


def _causes(error: BaseException) -> list[str]:
    causes: list[str] = []
    found: BaseException | None = error
    while found is not None:
        kind = type(found)
        causes.append(" ".join([f"{kind.__module__}.{kind.__qualname__}", *_frames(found)[-1:]]))
        found = found.__cause__ or (None if found.__suppress_context__ else found.__context__)
    return causes


def _frames(error: BaseException) -> list[str]:
    return [f"{f.filename}:{f.lineno} {f.name}" for f in traceback.extract_tb(error.__traceback__)]

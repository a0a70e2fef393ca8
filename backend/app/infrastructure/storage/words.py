"""Whatever a store or a disk says is wrong, in the port's words; what is wrong stands in the log."""

import errno
import logging
from collections.abc import Iterator
from contextlib import contextmanager

from obstore.exceptions import BaseError

from app.domain.shared.storage import FileMissing, StorageUnavailable

log = logging.getLogger("jobwise.storage")


@contextmanager
def in_our_words() -> Iterator[None]:
    """Its time has run out, too: a TimeoutError is an OSError."""
    try:
        yield
    except (BaseError, OSError) as error:
        log.warning("files cannot be reached", extra={"why": _kind(error)})
        raise StorageUnavailable("Files can be neither written nor read at the moment.") from error


@contextmanager
def missing_or() -> Iterator[None]:
    """Of one file that should be there."""
    try:
        yield
    except FileNotFoundError as error:
        raise FileMissing("The file is not where it was put.") from error


def _kind(error: BaseException) -> str:
    """`ENOSPC`, or the error's name: its message would quote keys and addresses."""
    number = error.errno if isinstance(error, OSError) else None
    return errno.errorcode.get(number or 0, type(error).__name__)

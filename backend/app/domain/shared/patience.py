"""Long work asks, step by step, whether it may go on. Who let it in decides, by whatever clock they have."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeVar

from app.domain.shared.errors import Invalid, Unavailable

T = TypeVar("T")
Ask = Callable[[], None]


class TookTooLong(Invalid):
    """It takes more work than one request is given."""


class TooBusy(Unavailable):
    """So much else goes on that it did not get its turn in time."""


def _nobody_minds() -> None:
    pass


_ask: ContextVar[Ask] = ContextVar("ask", default=_nobody_minds)


def go_on() -> None:
    """Raises TookTooLong, TooBusy, where there is no more time."""
    _ask.get()()


def patiently(steps: Iterable[T]) -> Iterator[T]:
    """The same, each only if it may go on."""
    for step in steps:
        go_on()
        yield step


@contextmanager
def asking(ask: Ask) -> Iterator[None]:
    before = _ask.set(ask)
    try:
        yield
    finally:
        _ask.reset(before)

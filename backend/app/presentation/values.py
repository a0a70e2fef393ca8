"""From what came in, checked, to the domain's own values."""

from collections.abc import Callable
from typing import Any

from pydantic import AfterValidator


def becomes(kind: Callable[..., Any]) -> AfterValidator:
    """A model that turns, once it is valid, into the domain's value with the same fields."""
    return AfterValidator(lambda given: kind(**{name: frozen(value) for name, value in given}))


def frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value

"""JSON as RFC 8259 means it, in bounds: what it lets through can be stored and written again."""

import json
import re
from math import isfinite
from typing import Any

LONGEST_INTEGER = 320
EXACT = 2**53
DEEPEST = 32

_NUL = re.compile(r"(?<!\\)(?:\\\\)*\\u0000")
_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")


def read_json(body: bytes) -> Any:
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise json.JSONDecodeError("not UTF-8", "", error.start) from error
    if "\\u0000" in text and (nul := _NUL.search(text)):
        raise json.JSONDecodeError("a NUL character is not allowed", "", nul.start())
    try:
        value = json.loads(text, object_pairs_hook=_object, **_SCALARS)
    except RecursionError as error:
        raise _too_deep() from error
    if text.count("[") + text.count("{") > DEEPEST:
        _check_depth(value)
    if _SURROGATE.search(text):
        _check_surrogates(value)
    return value


def _check_depth(value: Any) -> None:
    """Level by level: what is nested deeper than this could not be written again."""
    level = [value]
    for _ in range(DEEPEST):
        level = [
            inner
            for outer in level
            for inner in (outer.values() if isinstance(outer, dict) else outer)
            if isinstance(inner, dict | list)
        ]
        if not level:
            return
    raise _too_deep()


def _check_surrogates(value: Any) -> None:
    try:
        json.dumps(value, ensure_ascii=False).encode()
    except UnicodeEncodeError as error:
        raise json.JSONDecodeError("a lone surrogate is not allowed", "", 0) from error


def _too_deep() -> json.JSONDecodeError:
    return json.JSONDecodeError("nested too deeply", "", 0)


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise json.JSONDecodeError("an object names the same key twice", "", 0)
    return found


def _constant(name: str) -> Any:
    raise json.JSONDecodeError(f"{name} is not JSON", "", 0)


def _integer(digits: str) -> int:
    if len(digits) > LONGEST_INTEGER:
        raise json.JSONDecodeError("a number is too long", "", 0)
    return int(digits)


def _real(digits: str) -> float | int:
    """`1.0` is the integer 1, as JSON Schema has it."""
    value = float(digits)
    if not isfinite(value):
        raise json.JSONDecodeError("a number is too large", "", 0)
    return int(value) if value.is_integer() and abs(value) < EXACT else value


_SCALARS: dict[str, Any] = {"parse_constant": _constant, "parse_int": _integer, "parse_float": _real}

"""Fields of the person's own making: any JSON that both databases can keep."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from app.domain.profile.errors import CustomFieldsRefused
from app.domain.profile.wording import LINE
from app.domain.shared.errors import Flaw
from app.domain.shared.unfit import UNFIT

MOST_CHARACTERS = 250_000
DEEPEST = 16
_MOST_FLAWS = 20
_LARGEST_INTEGER = 2**53


def require_sound(fields: Mapping[str, Any]) -> None:
    """Raises CustomFieldsRefused."""
    if found := flaws(fields, "/custom_fields"):
        raise CustomFieldsRefused("The custom fields cannot be kept as they are.", flaws=found)


def flaws(value: Any, at: str) -> tuple[Flaw, ...]:
    """What is wrong with a piece of JSON that stands at this JSON Pointer."""
    found = tuple(flaw for flaw, _ in zip(_unfit(value, at, DEEPEST), range(_MOST_FLAWS), strict=False))
    if not found and _length(value) > MOST_CHARACTERS:
        return (Flaw(at, "too_long", f"It is longer than {MOST_CHARACTERS} characters."),)
    return found


class Kept:
    """Fields to which others are put one by one. Each is measured once: a file may bring ten thousands."""

    def __init__(self, fields: Mapping[str, Any]) -> None:
        self.fields = dict(fields)
        self._length = sum(_share(name, fields[name]) for name in fields)

    def put(self, name: str, value: Any) -> bool:
        """False, and left as they were, when they would not be sound with it."""
        before = _share(name, self.fields[name]) if name in self.fields else 0
        length = self._length - before + _share(name, value)
        if flaws({name: value}, "") or length > MOST_CHARACTERS:
            return False
        self.fields[name] = value
        self._length = length
        return True


def merged(fields: Mapping[str, Any], patch: Mapping[str, Any]) -> dict[str, Any]:
    """As RFC 7396 says: null takes away, an object is merged, anything else replaces."""
    result = dict(fields)
    for name, value in patch.items():
        if value is None:
            result.pop(name, None)
        elif isinstance(value, Mapping):
            before = result.get(name)
            result[name] = merged(before if isinstance(before, Mapping) else {}, value)
        else:
            result[name] = value
    return result


def step(at: str, name: str | int) -> str:
    """One step down from a JSON Pointer, in characters that can be shown."""
    shown = UNFIT.sub("\ufffd", str(name)[:LINE])
    return f"{at}/" + shown.replace("~", "~0").replace("/", "~1")


def _unfit(value: Any, at: str, depth: int) -> Iterator[Flaw]:
    if not depth:
        yield Flaw(at, "too_deep", f"It is nested deeper than {DEEPEST} levels.")
    elif isinstance(value, str):
        if UNFIT.search(value):
            yield Flaw(at, "control_character", "Control characters and lone surrogates are not allowed.")
    elif isinstance(value, Mapping):
        for name in value:
            if len(name) > LINE or UNFIT.search(name):
                yield Flaw(at, "name_refused", f"A name has at most {LINE} plain characters.")
            else:
                yield from _unfit(value[name], step(at, name), depth - 1)
    elif isinstance(value, list | tuple):
        for n, each in enumerate(value):
            yield from _unfit(each, step(at, n), depth - 1)
    elif isinstance(value, int | float) and not abs(value) <= _LARGEST_INTEGER:
        yield Flaw(at, "number_too_large", "A number is at most 9007199254740992.")


def _length(value: Any) -> int:
    return len(json.dumps(value, ensure_ascii=False))


def _share(name: str, value: Any) -> int:
    """What one field adds to the length of all: its own two braces are as long as a comma and a space."""
    return _length({name: value})

"""What an answer is to look like, as JSON Schema for the provider, and what of it does."""

from collections.abc import Mapping
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

T = TypeVar("T")
_KEPT = ("type", "enum", "description", "items", "properties", "required", "anyOf", "const")
"""What all providers take of JSON Schema."""


class Unreadable(ValueError):
    """It is not what was asked for. The message says why, and nothing of what it said."""


def schema_of(kind: type[Any]) -> Mapping[str, Any]:
    """Without references; each field of each object required, and no others taken."""
    whole = _adapter(kind).json_schema()
    return _plain(whole, whole.get("$defs", {}))


def parsed(text: str | None, kind: type[T]) -> T:
    """Raises Unreadable."""
    if not text or not text.strip():
        raise Unreadable("it is empty")
    if "\N{REPLACEMENT CHARACTER}" in text:
        raise Unreadable("it is no UTF-8")
    try:
        found: T = _adapter(kind).validate_json(text, strict=True)
    except ValidationError as error:
        flaw = error.errors(include_input=False, include_url=False, include_context=False)[0]
        at = ".".join(str(part) for part in flaw["loc"]) or "the whole"
        raise Unreadable(f"{at}: {flaw['type']}") from None
    return found


_adapters: dict[type[Any], TypeAdapter[Any]] = {}


def _adapter(kind: type[Any]) -> TypeAdapter[Any]:
    if kind not in _adapters:
        _adapters[kind] = TypeAdapter(kind)
    return _adapters[kind]


def _plain(schema: Mapping[str, Any], named: Mapping[str, Any]) -> dict[str, Any]:
    if reference := schema.get("$ref"):
        return _plain(named[reference.rpartition("/")[2]], named)
    plain = {name: schema[name] for name in _KEPT if name in schema}
    if "items" in plain:
        plain["items"] = _plain(plain["items"], named)
    if "anyOf" in plain:
        plain["anyOf"] = [_plain(each, named) for each in plain["anyOf"]]
    if "properties" in plain:
        plain["properties"] = {name: _plain(each, named) for name, each in plain["properties"].items()}
        plain["required"] = list(plain["properties"])
        plain["additionalProperties"] = False
    return plain

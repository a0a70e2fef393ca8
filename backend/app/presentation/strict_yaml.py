"""YAML as data only, in bounds: no aliases, no tags, every scalar a text or nothing."""

from collections.abc import Iterator
from typing import Any

import yaml

LARGEST = 1024 * 1024
"""Bytes."""
DEEPEST = 32
MOST_NODES = 50_000
_NOTHING = frozenset({"", "~", "null", "Null", "NULL"})
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class YamlRefused(Exception):
    """It is no YAML that we take, and this is why."""


def read_yaml(body: bytes) -> Any:
    """Numbers and dates stay as they are written. Raises YamlRefused."""
    try:
        text = body.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise YamlRefused("not UTF-8") from error
    try:
        return _Reading(yaml.parse(text, Loader=_LOADER)).document()
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f" in line {mark.line + 1}" if mark else ""
        raise YamlRefused(f"it cannot be read{where}") from error


def write_yaml(value: Any) -> str:
    """In the order that it has; the same value gives the same text."""
    return yaml.dump(value, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=100)


class _Reading:
    """Walks the events one by one, so that nothing is built before it is known to be small."""

    def __init__(self, events: Iterator[yaml.Event]) -> None:
        self._events = events
        self._left = MOST_NODES

    def document(self) -> Any:
        value, documents = None, 0
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
            if documents > 1:
                raise YamlRefused("there is more than one document")
            if isinstance(event, yaml.NodeEvent):
                value = self._value(event, DEEPEST)
        return value

    def _value(self, event: yaml.Event, depth: int) -> Any:
        self._require_plain(event)
        if isinstance(event, yaml.ScalarEvent):
            return None if event.implicit[0] and event.value in _NOTHING else event.value
        if not depth:
            raise YamlRefused("it is nested too deeply")
        if isinstance(event, yaml.SequenceStartEvent):
            return list(self._items(depth - 1))
        return self._mapping(depth - 1)

    def _require_plain(self, event: yaml.Event) -> None:
        self._left -= 1
        if self._left < 0:
            raise YamlRefused(f"it has more than {MOST_NODES} parts")
        if isinstance(event, yaml.AliasEvent):
            raise YamlRefused("aliases are not allowed")
        if getattr(event, "tag", None) not in (None, "!"):
            raise YamlRefused("tags are not allowed")

    def _items(self, depth: int) -> Iterator[Any]:
        for event in self._events:
            if isinstance(event, yaml.SequenceEndEvent):
                return
            yield self._value(event, depth)

    def _mapping(self, depth: int) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for event in self._events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            if not isinstance(event, yaml.ScalarEvent):
                raise YamlRefused("a name is no text")
            self._require_plain(event)
            if event.value in found:
                raise YamlRefused("an object names the same key twice")
            found[event.value] = self._value(next(self._events), depth)
        return found


class _Dumper(yaml.SafeDumper):
    def ignore_aliases(self, data: Any) -> bool:
        return True


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.Node:
    """Lines under each other, where there are several."""
    style = "|" if "\n" in text else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _text)

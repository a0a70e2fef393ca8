"""The API as its own OpenAPI describes it: the gates try what it says, whatever routes there are."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from uuid import UUID

from fastapi import FastAPI
from fastapi.routing import iter_route_contexts

METHODS = ("get", "post", "put", "patch", "delete")
OUTSIDE = {
    ("GET", "/health"),
    ("GET", "/ready"),
    ("GET", "/metrics"),
    ("GET", "/"),
    ("GET", "/docs"),
    ("GET", "/docs/oauth2-redirect"),
    ("GET", "/openapi.json"),
    ("HEAD", "/openapi.json"),
}
"""Routes that belong to no version of the API, and show nobody's data."""


@dataclass(frozen=True)
class Operation:
    method: str
    path: str
    said: dict[str, Any]

    @property
    def name(self) -> str:
        return str(self.said["operationId"])

    @property
    def access(self) -> str | None:
        return self.said.get("x-access")

    @cached_property
    def path_parameters(self) -> tuple[str, ...]:
        return tuple(re.findall(r"{(\w+)}", self.path))

    @cached_property
    def query_parameters(self) -> tuple[str, ...]:
        return tuple(p["name"] for p in self.said.get("parameters", ()) if p["in"] == "query")

    def takes_header(self, name: str) -> bool:
        parameters = self.said.get("parameters", ())
        return any(p["in"] == "header" and p["name"].lower() == name for p in parameters)

    def __str__(self) -> str:
        return f"{self.method.upper()} {self.path}"


class Contract:
    def __init__(self, app: FastAPI) -> None:
        self.app = app
        self.schema = app.openapi()

    @cached_property
    def operations(self) -> tuple[Operation, ...]:
        paths: dict[str, Any] = self.schema["paths"]
        return tuple(
            Operation(method, path, item[method])
            for path, item in paths.items()
            for method in METHODS
            if method in item
        )

    def unwritten(self) -> set[tuple[str, str]]:
        """Methods and paths that the router knows and OpenAPI does not, or the other way round."""
        written = {(o.method.upper(), o.path) for o in self.operations}
        return (set(self._routed()) - OUTSIDE) ^ written

    def _routed(self) -> Iterator[tuple[str, str]]:
        for context in iter_route_contexts(self.app.routes):
            for method in context.methods or ():
                yield method, context.path_format or ""

    def maker(self, parameter: str) -> Operation | None:
        """The operation that makes the thing which this path parameter names: POST to its collection."""
        collections = {
            p.split(f"/{{{parameter}}}")[0] for p in self.schema["paths"] if f"{{{parameter}}}" in p
        }
        makers = [o for o in self.operations if o.method == "post" and o.path in collections]
        return makers[0] if len(makers) == 1 else None

    def item_parameter(self, operation: Operation) -> str | None:
        """Of `/profiles/{profile_id}/skills`: `skill_id`, which an `id` in its body means."""
        below = re.compile(re.escape(operation.path) + r"/{(\w+)}")
        found = {match[1] for path in self.schema["paths"] if (match := below.fullmatch(path))}
        return found.pop() if len(found) == 1 else None

    def media_type(self, operation: Operation) -> str | None:
        return next(iter(operation.said.get("requestBody", {}).get("content", {})), None)

    def example(self, operation: Operation) -> Any:
        """A body that can be tried as it is; ids of things in it are still to be filled in."""
        kind = self.media_type(operation)
        if kind is None:
            return None
        content = operation.said["requestBody"]["content"][kind]
        for example in content.get("examples", {}).values():
            return example["value"]
        return self._exemplary(content["schema"])

    def _exemplary(self, schema: dict[str, Any]) -> Any:
        schema = self.resolved(schema)
        if schema.get("examples"):
            example = schema["examples"][0]
            needed = self._needed(schema)
            return needed | example if isinstance(example, dict) else example
        if schema.get("format") == "uuid":
            return str(UUID(int=1))
        if schema.get("type") == "array":
            return [self._exemplary(schema["items"])]
        return self._needed(schema) if schema.get("type") == "object" else None

    def _needed(self, schema: dict[str, Any]) -> dict[str, Any]:
        properties = schema.get("properties", {})
        return {name: self._exemplary(properties[name]) for name in schema.get("required", ())}

    def resolved(self, schema: dict[str, Any]) -> dict[str, Any]:
        while "$ref" in schema:
            found: dict[str, Any] = self.schema
            for step in schema["$ref"].removeprefix("#/").split("/"):
                found = found[step]
            schema = found
        return schema

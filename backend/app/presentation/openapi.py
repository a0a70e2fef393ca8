"""What FastAPI's description leaves out, or says wrongly."""

import json
import re
from collections.abc import Iterator
from typing import Any

from fastapi import FastAPI

from app.domain.identity.access_tokens import PREFIX
from app.presentation.routing import COUNTED, SAID, SESSION_ONLY, TOO_MANY, Access, Rate

METHODS = {"get", "put", "post", "delete", "patch"}
FASTAPIS_OWN = "HTTPValidationError"
OF_EVERY_BODY = (413, 415, 422)
_ERROR = {"application/json": {"schema": {"$ref": "#/components/schemas/ErrorOut"}}}
"""Whatever type the route's own answers have."""
ACCESS_TOKEN = "AccessToken"
_ACCESS_TOKEN = {
    "type": "http",
    "scheme": "bearer",
    "bearerFormat": f"{PREFIX}...",
    "description": "A personal access token of `POST /users/me/access-tokens`, within its scopes.",
}
_COUNTED = {name: {"$ref": f"#/components/headers/{name}"} for name in COUNTED}
_REFERENCE = re.compile(r'"#/components/schemas/([^"]+)"')


def install(app: FastAPI) -> None:
    describe = app.openapi

    def described() -> dict[str, Any]:
        if app.openapi_schema is None:
            app.openapi_schema = _completed(describe())
        return app.openapi_schema

    app.openapi = described  # type: ignore[method-assign]


def _completed(schema: dict[str, Any]) -> dict[str, Any]:
    for operation in _operations(schema):
        answers = operation["responses"]
        if FASTAPIS_OWN in str(answers.get("422")):
            del answers["422"]  # a request that does not validate is answered with 400
        if "requestBody" in operation:
            for status in OF_EVERY_BODY:
                answers.setdefault(str(status), {"description": SAID[status]})
        for status in (s for s in answers if s >= "400"):
            answers[status]["content"] = _ERROR
        _secure(operation)
        _tell_counts(operation)
        operation["responses"] = dict(sorted(answers.items()))
    schema["components"].setdefault("securitySchemes", {})[ACCESS_TOKEN] = _ACCESS_TOKEN
    schema["components"]["headers"] = TOO_MANY | COUNTED
    schemas = schema["components"]["schemas"]
    while unused := set(schemas) - set(_REFERENCE.findall(json.dumps(schema))):
        for name in unused:
            del schemas[name]
    return schema


def _secure(operation: dict[str, Any]) -> None:
    """A personal access token may do what a session may, but for what only a session may."""
    asked = operation.setdefault("security", [])
    if not asked:
        return
    operation["responses"].setdefault("403", {"description": SAID[403], "content": _ERROR})
    if not operation.get(SESSION_ONLY):
        asked.append({ACCESS_TOKEN: []})
    if operation.get("x-access") in {Access.OPTIONAL, Access.PUBLIC}:
        operation["security"] = [{}, *asked]


def _tell_counts(operation: dict[str, Any]) -> None:
    if operation.get("x-rate") != Rate.ANY:
        for status, answer in operation["responses"].items():
            if (
                status < "400" or status == "429"
            ):  # the other errors bear them too, and nobody reads them there
                answer["headers"] = answer.get("headers", {}) | _COUNTED


def _operations(schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for path in schema["paths"].values():
        yield from (operation for method, operation in path.items() if method in METHODS)

"""What every route has in common: strict reading, an access tag, documented errors."""

import json
from collections.abc import Callable, Coroutine
from enum import StrEnum
from functools import cached_property
from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute
from pydantic import BaseModel
from starlette.concurrency import run_in_threadpool

LONGEST_INTEGER = 20
PARSE_INLINE = 65_536
"""Bytes. A longer body is parsed in a thread."""


class Access(StrEnum):
    """Who may call a route; the `auth` column of the contract."""

    PUBLIC = "public"
    OPTIONAL = "optional"
    USER = "user"
    ADMIN = "admin"
    OPS = "ops"


class ErrorDetail(BaseModel):
    code: str
    message: str
    details: list[dict[str, str]] | dict[str, Any] | None = None


class ErrorOut(BaseModel):
    """Every error has this shape."""

    error: ErrorDetail


SAID = {
    400: "The request does not validate",
    401: "No valid access token",
    403: "The role forbids it",
    404: "Unknown, or not yours",
    409: "Its state forbids it",
    412: "It is not the version named by If-Match",
    413: "The body is too large",
    416: "The range is outside the file",
    422: "Valid, but senseless",
    429: "Too many requests",
    503: "A part is down",
}


def rules(access: Access, *statuses: int) -> dict[str, Any]:
    """Keyword arguments for a route decorator: its access tag, and the errors that it may answer with."""
    always = {400, 503} | ({401} if access in {Access.USER, Access.ADMIN} else set())
    said = {
        status: {"model": ErrorOut, "description": SAID[status]} for status in sorted(always | {*statuses})
    }
    return {"responses": said, "openapi_extra": {"x-access": access.value}}


class StrictRequest(Request):
    """JSON without duplicate keys, NaN or numbers of absurd length; the rest is pydantic's to judge."""

    async def json(self) -> Any:
        if not hasattr(self, "_json"):
            body = await self.body()
            if len(body) > PARSE_INLINE:
                self._json = await run_in_threadpool(_strict_json, body)
            else:
                self._json = _strict_json(body)
        return self._json


def _strict_json(body: bytes) -> Any:
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise json.JSONDecodeError("not UTF-8", "", error.start) from error
    try:
        return json.loads(text, object_pairs_hook=_object, parse_constant=_constant, parse_int=_integer)
    except RecursionError as error:
        raise json.JSONDecodeError("nested too deeply", "", 0) from error


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


class StrictRoute(APIRoute):
    """Refuses query parameters that it does not know, or that are given twice."""

    @cached_property
    def _known(self) -> frozenset[str]:
        return frozenset(_query_names(self.dependant))

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        handle = super().get_route_handler()

        async def strict(request: Request) -> Response:
            if request.scope["query_string"]:
                self._check_query(request)
            return await handle(StrictRequest(request.scope, request.receive))

        return strict

    def _check_query(self, request: Request) -> None:
        seen: set[str] = set()
        for name, value in request.query_params.multi_items():
            if name not in self._known:
                raise _query_flaw(name, "unknown_parameter", "There is no such parameter.")
            if name in seen:
                raise _query_flaw(name, "repeated_parameter", "This parameter is given twice.")
            if "\0" in value:
                raise _query_flaw(name, "nul_character", "A NUL character is not allowed.")
            seen.add(name)


def _query_names(dependant: Any) -> set[str]:
    names = {field.alias for field in dependant.query_params}
    return names.union(*(_query_names(inner) for inner in dependant.dependencies))


def _query_flaw(name: str, code: str, message: str) -> RequestValidationError:
    return RequestValidationError([{"loc": ("query", name), "type": code, "msg": message}])


def area(prefix: str, tag: str) -> APIRouter:
    return APIRouter(prefix=prefix, tags=[tag], route_class=StrictRoute)

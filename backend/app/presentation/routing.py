"""What every route has in common: strict reading, an access tag, documented errors."""

import re
from collections.abc import Callable, Coroutine, Iterable, Sequence
from enum import StrEnum
from functools import cached_property
from typing import Any

from fastapi import APIRouter, FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.params import Form
from fastapi.routing import APIRoute, iter_route_contexts
from pydantic import BaseModel
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException

from app.domain.applications.encodings import CHARSETS
from app.presentation.multipart import in_plain_words
from app.presentation.strict_json import read_json

PREFIX = "/api/v1"
PARSE_INLINE = 65_536
"""Bytes. A longer body is parsed in a thread."""


class Access(StrEnum):
    """Who may call a route; the `auth` column of the contract."""

    PUBLIC = "public"
    OPTIONAL = "optional"
    USER = "user"
    ADMIN = "admin"
    OPS = "ops"


class Rate(StrEnum):
    """How often a route may be called: the host says what each comes to."""

    USUAL = "usual"
    GENERATE = "generate"
    UPLOAD = "upload"
    PASSWORD = "password"
    SIGN_IN = "sign_in"
    REGISTER = "registration"
    REFRESH = "refresh"
    ANY = "any"
    """Not counted: for those who look whether it runs."""


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
    403: "The role, or what the access token is good for, forbids it",
    404: "Unknown, or not yours",
    409: "Its state forbids it",
    412: "It is not the version named by If-Match",
    413: "The body is too large",
    415: "The body is of another type",
    416: "The range is outside the file",
    422: "Valid, but senseless",
    429: "Too many requests",
    503: "A part is down",
}


_REFUSED: dict[Access, set[int]] = {
    Access.PUBLIC: set(),
    Access.OPTIONAL: {401},
    Access.USER: {401},
    Access.ADMIN: {401, 403},
    Access.OPS: set(),
}


TOO_MANY = {
    name: {"description": what, "schema": {"type": "integer"}}
    for name, what in {
        "Retry-After": "Seconds until there is more",
        "RateLimit-Limit": "How many there are in all",
        "RateLimit-Remaining": "How many are left",
        "RateLimit-Reset": "Seconds until there are as many again",
    }.items()
}
COUNTED = {
    "RateLimit": {
        "description": "How many requests of this kind are left (r), and in how many seconds (t) the oldest "
        "of those that count does so no more",
        "schema": {"type": "string"},
        "example": '"usual";r=99;t=60',
    },
    "RateLimit-Policy": {
        "description": "How many requests of this kind (q) go in any stretch of so many seconds (w)",
        "schema": {"type": "string"},
        "example": '"usual";q=100;w=60',
    },
}


SESSION_ONLY = "x-session-only"
"""Of a route that no personal access token opens."""
ANY_QUERY = "x-any-query"
"""Of a route that others send browsers to, with parameters that we need not know."""


def rules(
    access: Access, *statuses: int, session_only: bool = False, rate: Rate = Rate.USUAL
) -> dict[str, Any]:
    """Keyword arguments for a route decorator: its access tag, how often it may be called, and the errors
    that it may answer with.

    `session_only`: a personal access token is not enough, whatever its scopes."""
    always = {400, 503, *_REFUSED[access], *statuses}
    if rate is not Rate.ANY:
        always.add(429)
    said: dict[int, dict[str, Any]] = {
        status: {"model": ErrorOut, "description": SAID[status]} for status in sorted(always)
    }
    if 429 in said:
        said[429]["headers"] = {name: {"$ref": f"#/components/headers/{name}"} for name in TOO_MANY}
    said[503]["headers"] = {"Retry-After": {"$ref": "#/components/headers/Retry-After"}}
    extra: dict[str, Any] = {"x-access": access.value, "x-rate": rate.value}
    if session_only:
        extra[SESSION_ONLY] = True
    return {"responses": said, "openapi_extra": extra}


class StrictRequest(Request):
    """JSON without duplicate keys, NaN, NUL or absurd lengths and depths; the rest is pydantic's to judge."""

    async def json(self) -> Any:
        if not hasattr(self, "_json"):
            body = await self.body()
            if len(body) > PARSE_INLINE:
                self._json = await run_in_threadpool(read_json, body)
            else:
                self._json = read_json(body)
        return self._json

    async def _get_form(self, **limits: Any) -> FormData:
        try:
            form = await super()._get_form(**limits)
        except HTTPException as error:
            raise HTTPException(error.status_code, in_plain_words(error.detail)) from error
        if flaw := _flaw_of(form.multi_items()):
            await form.close()
            raise HTTPException(400, flaw)
        return form


def _flaw_of(fields: Sequence[tuple[str, Any]]) -> str | None:
    if len({name for name, _ in fields}) != len(fields):
        return "The form names a field twice."
    if any(isinstance(value, str) and "\0" in value for _, value in fields):
        return "A NUL character is not allowed."
    return None


class StrictRoute(APIRoute):
    """Refuses query parameters that it does not know, or that are given twice, and bodies of another type."""

    @cached_property
    def _known(self) -> frozenset[str]:
        return frozenset(_query_names(self.dependant))

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        handle = super().get_route_handler()
        takes = _media_type(self.body_field)
        has_parameters = bool(self.param_convertors)
        rate = Rate((self.openapi_extra or {}).get("x-rate", Rate.USUAL))

        async def strict(request: Request) -> Response:
            if has_parameters and _is_named_otherwise(request):
                raise HTTPException(405)
            if rate is not Rate.ANY:
                await request.app.state.turnstile.count(request, rate)
            if request.scope["query_string"]:
                self._check_query(request)
            if takes and _has_body(request) and not takes.match(request.headers.get("content-type", "")):
                raise HTTPException(415)
            return await handle(StrictRequest(request.scope, request.receive))

        return strict

    def _check_query(self, request: Request) -> None:
        seen: set[str] = set()
        for name, value in request.query_params.multi_items():
            if name not in self._known and not (self.openapi_extra or {}).get(ANY_QUERY):
                raise _query_flaw(name, "unknown_parameter", "There is no such parameter.")
            if name in seen:
                raise _query_flaw(name, "repeated_parameter", "This parameter is given twice.")
            if "\0" in value:
                raise _query_flaw(name, "nul_character", "A NUL character is not allowed.")
            seen.add(name)


class SessionRoute(StrictRoute):
    """What no personal access token opens: else it could make others, or outlive its own end."""

    def __init__(self, *args: Any, **about: Any) -> None:
        about["openapi_extra"] = (about.get("openapi_extra") or {}) | {SESSION_ONLY: True}
        super().__init__(*args, **about)


def _is_named_otherwise(request: Request) -> bool:
    """Whether this path is a route's own name, and no value for another route's parameter: the router
    takes `PUT /jobs/parse` for a job of the id `parse`."""
    return request.scope["path"] in request.app.state.named_paths


def named_paths(routes: Iterable[APIRoute]) -> frozenset[str]:
    """Those without a parameter."""
    return frozenset(route.path for route in routes if not route.param_convertors)


def build_routes(app: FastAPI) -> None:
    """The framework does so with the first request to each: for half a second nobody else would be served."""
    for _ in iter_route_contexts(app.routes):
        pass


_JSON = re.compile(r"application/([\w.-]+\+)?json\s*(;|$)", re.IGNORECASE)
_CSV = re.compile(
    rf"text/csv\s*(?:;\s*charset=\"?({'|'.join(CHARSETS)})\"?\s*)?$",
    re.IGNORECASE,
)
_FORM = re.compile(r"(application/x-www-form-urlencoded|multipart/form-data)\s*(;|$)", re.IGNORECASE)
MULTIPART = "multipart/form-data"
_MULTIPART = re.compile(rf"{MULTIPART}\s*(;|$)", re.IGNORECASE)


def _media_type(body_field: Any) -> re.Pattern[str] | None:
    if body_field is None:
        return None
    if body_field.field_info.media_type == "text/csv":
        return _CSV
    if isinstance(body_field.field_info, Form):
        return _MULTIPART if body_field.field_info.media_type == MULTIPART else _FORM
    return _JSON


def charset_of(request: Request) -> str | None:
    """Of a table, as its Content-Type names it."""
    said = _CSV.match(request.headers.get("content-type", ""))
    return said[1].lower() if said and said[1] else None


def _has_body(request: Request) -> bool:
    headers = request.headers
    return headers.get("content-length", "0") != "0" or "transfer-encoding" in headers


def _query_names(dependant: Any) -> set[str]:
    names = {field.alias for field in dependant.query_params}
    return names.union(*(_query_names(inner) for inner in dependant.dependencies))


def _query_flaw(name: str, code: str, message: str) -> RequestValidationError:
    return RequestValidationError([{"loc": ("query", name), "type": code, "msg": message}])


def area(prefix: str, tag: str, *, at: str = PREFIX) -> APIRouter:
    """Whatever is tagged `auth` is for sessions."""
    route_class = SessionRoute if tag == "auth" else StrictRoute
    return APIRouter(
        prefix=at + prefix, tags=[tag], route_class=route_class, generate_unique_id_function=operation_id
    )


def operation_id(route: APIRoute) -> str:
    """`verb_noun`, from the handler's own name."""
    return route.name

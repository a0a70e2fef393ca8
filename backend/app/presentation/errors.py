"""One shape for every error. The one table of status codes."""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from fastapi.routing import iter_route_contexts
from starlette.exceptions import HTTPException
from starlette.types import Scope

from app.domain.shared import errors

STATUS: dict[type[errors.DomainError], int] = {
    errors.NotFound: 404,
    errors.Stale: 409,
    errors.Conflict: 409,
    errors.PreconditionFailed: 412,
    errors.Forbidden: 403,
    errors.Unauthenticated: 401,
    errors.Invalid: 422,
    errors.TooLarge: 413,
    errors.Exhausted: 429,
    errors.Unavailable: 503,
}
HTTP_CODES = {
    400: "bad_request",
    401: "unauthenticated",
    403: "forbidden",
    404: "not_found",
    405: "method_not_allowed",
    406: "not_acceptable",
    413: "body_too_large",
    415: "unsupported_media_type",
    416: "range_not_satisfiable",
    429: "too_many_requests",
    500: "internal_error",
    503: "unavailable",
}
SAID = {
    404: "There is nothing at this address.",
    405: "This address does not take this method.",
    413: "The body is larger than we take.",
    503: "This takes too long at the moment. Please try again.",
    415: "The body's Content-Type is not one that this address takes.",
}
"""For the errors that come without words of their own."""
SHAPES = {"model_attributes_type": "Input should be an object"}
"""pydantic's words that speak of Python."""
LONGEST_POINTER = 200
MOST_FLAWS = 50
PROBLEM = "application/problem+json"
RETRY_AFTER = "5"


def status_of(error: errors.DomainError) -> int:
    return next(STATUS[kind] for kind in type(error).__mro__ if kind in STATUS)


def envelope(
    scope: Scope, status: int, code: str, message: str, details: object = None, **headers: str
) -> JSONResponse:
    """The error as `{"error": {...}}`, or as RFC 9457 for a client that asks for it."""
    accepts = next((v for k, v in scope.get("headers", ()) if k == b"accept"), b"").decode("latin-1")
    names = {name.replace("_", "-"): value for name, value in headers.items()}
    if PROBLEM in accepts:
        problem = {"type": f"/problems/{code}", "title": HTTPStatus(status).phrase, "status": status}
        body: dict[str, object] = problem | {"detail": message, "code": code, "errors": details}
        return JSONResponse(body, status, headers=names, media_type=PROBLEM)
    return JSONResponse(
        {"error": {"code": code, "message": message, "details": details}}, status, headers=names
    )


def internal_error(scope: Scope) -> JSONResponse:
    return envelope(scope, 500, HTTP_CODES[500], "Something went wrong on our side.")


def too_large(scope: Scope) -> JSONResponse:
    return envelope(scope, 413, HTTP_CODES[413], SAID[413])


async def on_domain_error(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, errors.DomainError)
    status = status_of(error)
    headers = {401: {"WWW_Authenticate": "Bearer"}, 503: {"Retry_After": RETRY_AFTER}}.get(status, {})
    if isinstance(error, errors.Exhausted):
        headers = _rate_limit(error)
    details: object = error.details
    if error.flaws:
        details = [{"field": f.field, "code": f.code, "message": f.message} for f in error.flaws]
    return envelope(request.scope, status, error.code, str(error), details, **headers)


def _rate_limit(error: errors.Exhausted) -> dict[str, str]:
    seconds = str(error.seconds)
    limit = {"RateLimit_Limit": str(error.limit), "RateLimit_Remaining": "0", "RateLimit_Reset": seconds}
    return limit | {"Retry_After": seconds}


async def on_timeout(request: Request, error: Exception) -> JSONResponse:
    """Something that we lean on took longer than we wait."""
    return envelope(request.scope, 503, HTTP_CODES[503], SAID[503], Retry_After=RETRY_AFTER)


async def on_invalid_request(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)
    flaws = error.errors()[:MOST_FLAWS]
    details = [_flaw(flaw) for flaw in flaws]
    if all(map(_is_senseless, flaws)):
        return envelope(request.scope, 422, "senseless_request", "The request makes no sense.", details)
    return envelope(request.scope, 400, "invalid_request", "The request does not validate.", details)


async def on_http_exception(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)
    status = error.status_code
    code = HTTP_CODES.get(status, "error")
    headers = {name.replace("-", "_"): value for name, value in (error.headers or {}).items()}
    if status == 405:
        headers["Allow"] = ", ".join(_methods_at(request)) or headers.get("Allow", "")
    plain = error.detail == HTTPStatus(status).phrase
    return envelope(
        request.scope, status, code, SAID[status] if plain and status in SAID else error.detail, **headers
    )


def _is_senseless(flaw: Mapping[str, Any]) -> bool:
    """Beyond what a schema can say: no such day, or fields that contradict each other."""
    return flaw["type"] == "senseless" or (
        flaw["type"] == "value_error" and isinstance(flaw.get("input"), dict)
    )


def _flaw(flaw: Mapping[str, Any]) -> dict[str, str]:
    """Where (a JSON Pointer; query, path and header by name), what kind, and why, without the value."""
    place, *path = flaw["loc"] or ("body",)
    if flaw["type"] == "json_invalid":
        where = f" at character {path[0]}" if path and path[0] else ""
        why = flaw.get("ctx", {}).get("error", "")
        return {"field": "", "code": "json_invalid", "message": f"Not JSON that we take{where}: {why}."}
    steps = ["" if place == "body" else place, *path]
    pointer = "/".join(str(step).replace("~", "~0").replace("/", "~1") for step in steps)
    message = SHAPES.get(flaw["type"]) or str(flaw["msg"]).removeprefix("Value error, ")
    return {"field": pointer[:LONGEST_POINTER], "code": str(flaw["type"]), "message": message}


def _methods_at(request: Request) -> list[str]:
    """Every method that some route takes at this path; the router itself names one route's only."""
    path = request.scope["path"]
    fitting = [c for c in iter_route_contexts(request.app.routes) if c.methods and c.path_regex.match(path)]
    named = [c for c in fitting if c.path_format == path]
    methods = set().union(*(c.methods or () for c in named or fitting))
    return sorted(methods | {"HEAD"} if "GET" in methods else methods)


def install(app: FastAPI) -> None:
    app.add_exception_handler(errors.DomainError, on_domain_error)
    app.add_exception_handler(RequestValidationError, on_invalid_request)
    app.add_exception_handler(TimeoutError, on_timeout)
    app.add_exception_handler(HTTPException, on_http_exception)

"""The edge of the house, as pure ASGI: request id, access log, last resort, headers, body limit, 304."""

import re
import time
from collections.abc import Iterable, Mapping, Sequence
from http import HTTPStatus
from random import getrandbits

import structlog
from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.middleware.cors import CORSMiddleware
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.presentation import errors

log = structlog.get_logger("jobwise.http")

_REQUEST_ID = re.compile(r"[A-Za-z0-9._-]{1,64}")
_STEP = re.compile(r"[A-Za-z0-9._~-]{0,64}")
SECURITY = {
    "X-Content-Type-Options": "nosniff",
    "Strict-Transport-Security": "max-age=63072000; includeSubDomains",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}
_SECURITY = tuple((name.lower().encode(), value.encode()) for name, value in SECURITY.items())
RATE_LIMIT = (
    "RateLimit",
    "RateLimit-Policy",
    "RateLimit-Limit",
    "RateLimit-Remaining",
    "RateLimit-Reset",
)
EXPOSED = ("ETag", "Idempotent-Replayed", "Link", "Location", *RATE_LIMIT, "Retry-After", "X-Request-Id")
"""What a page of another origin may read, beside the body."""


class AnswerBrokenOff(Exception):
    """The answer had begun when something went wrong: all that is left is to close the connection."""


class Edge:
    """Outermost: whatever happens inside, the client gets the envelope, its request id and our headers."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        given = Headers(scope=scope).get("x-request-id", "")
        request_id = given if _REQUEST_ID.fullmatch(given) else f"{getrandbits(128):032x}"
        structlog.contextvars.clear_contextvars()
        structlog.contextvars.bind_contextvars(request_id=request_id)
        scope.setdefault("state", {})
        began, status = time.perf_counter(), 0

        async def sending(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                counted = scope["state"].get("rate", ())
                message["headers"] = _with_ours(message["headers"], request_id, counted)
            await send(message)

        try:
            await self.app(scope, receive, sending)
        except Exception as error:
            log.error("unhandled error", exc_info=error)
            if status:
                raise AnswerBrokenOff from None
            await errors.internal_error(scope)(scope, receive, sending)
        finally:
            taken = round((time.perf_counter() - began) * 1000, 1)
            log.info("request", method=scope["method"], path=_path(scope), status=status, ms=taken)


def _path(scope: Scope) -> str:
    """Names and ids as we give them. What else stands there may be an address, a name or a page of text."""
    return "/".join(step if _STEP.fullmatch(step) else "..." for step in scope["path"].split("/"))


def _with_ours(
    headers: Iterable[tuple[bytes, bytes]], request_id: str, counted: Iterable[tuple[bytes, bytes]]
) -> list[tuple[bytes, bytes]]:
    """What a handler has said already stays as it said it."""
    headers = list(headers)
    said = {name for name, _ in headers}
    ours = ((name, value) for name, value in _SECURITY if name not in said)
    return [*headers, (b"x-request-id", request_id.encode()), *counted, *ours]


class Origins(CORSMiddleware):
    """CORS for the origins that the host names; what it refuses is refused in the envelope."""

    def __init__(self, app: ASGIApp, allow_origins: Sequence[str]) -> None:
        super().__init__(
            app,
            allow_origins,
            allow_methods=["*"],
            allow_headers=["*"],
            allow_credentials="*" not in allow_origins,
            expose_headers=EXPOSED,
            max_age=600,
        )

    def preflight_response(self, request_headers: Headers) -> Response:
        answer = super().preflight_response(request_headers)
        if answer.status_code < 400:
            return answer
        return errors.envelope({}, 400, "origin_refused", "This origin, method or header is not allowed.")


class BodyLimit:
    """Refuses a body that says it is too large before any of it is read, and others as soon as they are."""

    def __init__(self, app: ASGIApp, limit: int, rooms: Mapping[str, int] | None = None) -> None:
        """`rooms`: the paths that may have more, and how much."""
        self.app = app
        self.limit = limit
        self.rooms = rooms or {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        declared = Headers(scope=scope).get("content-length")
        limit = max(self.limit, self.rooms.get(scope["path"], 0))
        if declared is None:
            await self.app(scope, _counted(receive, limit), send)
        elif len(declared) > 15 or not declared.isdecimal() or int(declared) > limit:
            await errors.too_large(scope)(scope, receive, send)
        else:
            await self.app(scope, receive, send)


def _counted(receive: Receive, left: int) -> Receive:
    async def receiving() -> Message:
        nonlocal left
        message = await receive()
        left -= len(message.get("body", b""))
        if left < 0:
            raise HTTPException(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        return message

    return receiving


class NotModified:
    """Answers 304 when the client already holds what a GET would send."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        known = Headers(scope=scope).get("if-none-match") if scope["type"] == "http" else None
        if known is None or scope["method"] not in {"GET", "HEAD"}:
            await self.app(scope, receive, send)
            return
        unchanged = False

        async def sending(message: Message) -> None:
            nonlocal unchanged
            if message["type"] == "http.response.start" and message["status"] == 200:
                headers = MutableHeaders(scope=message)
                unchanged = _lists(known, headers.get("etag"))
                if unchanged:
                    message["status"] = 304
                    del headers["content-length"], headers["content-type"]
            elif unchanged and message["type"] == "http.response.body":
                message["body"] = b""
            await send(message)

        await self.app(scope, receive, sending)


def _lists(known: str, etag: str | None) -> bool:
    if etag is None:
        return False
    return known.strip() == "*" or etag in {tag.strip().removeprefix("W/") for tag in known.split(",")}

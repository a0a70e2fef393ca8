"""What we ask of every answer beside what schemathesis asks by itself. Loaded by its own process."""

import json
from typing import Any

import schemathesis

Case = schemathesis.Case[Any]


@schemathesis.hook
def filter_body(ctx: schemathesis.HookContext, body: object) -> bool:
    """What may hold anything may hold no NUL, and a schema cannot say so of names deep within.

    A JSON Resume is such a thing as a whole, a posting in its `data`.
    """
    if not (ctx.operation and isinstance(body, dict)):
        return True
    free = body if ctx.operation.path.endswith("/profiles/import") else body.get("data")
    return "\\u0000" not in json.dumps(free)


@schemathesis.check
def envelope(ctx: schemathesis.CheckContext, response: schemathesis.Response, case: Case) -> None:
    """Every error has one shape."""
    if response.status_code < 400 or response.request.method == "HEAD":
        return
    assert response.headers["content-type"] == ["application/json"], response.headers["content-type"]
    body = json.loads(response.content)
    assert set(body) == {"error"}, body
    assert set(body["error"]) == {"code", "message", "details"}, body


@schemathesis.check
def edge_headers(ctx: schemathesis.CheckContext, response: schemathesis.Response, case: Case) -> None:
    """Every answer can be found again in the log, and says how it may be used."""
    for name in ("x-request-id", "x-content-type-options", "content-security-policy", "cache-control"):
        assert response.headers.get(name), f"no {name}"
    assert "server" not in response.headers


@schemathesis.check
def says_where_it_is(ctx: schemathesis.CheckContext, response: schemathesis.Response, case: Case) -> None:
    """What was made has a place, what must be repeated has a time, what wants a token says so."""
    wanted = {201: "location", 401: "www-authenticate", 405: "allow", 429: "retry-after", 503: "retry-after"}
    name = wanted.get(response.status_code)
    assert name is None or response.headers.get(name), f"{response.status_code} without {name}"

"""What we ask of every answer beside what schemathesis asks by itself. Loaded by its own process."""

import json
from typing import Any

import schemathesis

Case = schemathesis.Case[Any]


@schemathesis.hook
def filter_body(ctx: schemathesis.HookContext, body: object) -> bool:
    """A JSON Resume may hold anything, and a schema cannot say of names deep within that NUL is none."""
    free = ctx.operation is not None and ctx.operation.path.endswith("/profiles/import")
    return not (free and isinstance(body, dict) and "\\u0000" in json.dumps(body))


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

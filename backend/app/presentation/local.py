"""The door of a house with one user, who needs no token: only who sits at its machine may come in.

A page on the web can make that person's browser call 127.0.0.1, under a name of its own that leads there or
from its own origin. It can forge neither Host nor Origin.
"""

import re
from collections.abc import Sequence
from ipaddress import ip_address

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from app.presentation import errors

_OURS = re.compile(r"(localhost|127\.0\.0\.1|\[::1\])(:[0-9]{1,5})?", re.IGNORECASE)
_FORWARDED = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via")
"""What a proxy adds: then whoever asks is somewhere else."""
_ELSEWHERE = {"cross-site", "same-site"}
"""As a browser calls the page that made it ask. Another port of this machine is the same site."""


class LocalOnly:
    def __init__(self, app: ASGIApp, origins: Sequence[str] = ()) -> None:
        """`origins`: of pages that the host trusts, beside our own."""
        self.app = app
        self.origins = frozenset(origins)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in {"http", "websocket"}:
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        hosts = headers.getlist("host")
        if not _is_near(scope, headers):
            answer = errors.envelope(scope, 400, "not_local", "Only this machine itself may ask.")
        elif len(hosts) != 1 or not _OURS.fullmatch(hosts[0]):
            answer = errors.envelope(scope, 400, "host_refused", "This is not a name of this machine.")
        elif not self._may_ask(scope, headers, hosts[0]):
            answer = errors.envelope(scope, 400, "origin_refused", "This page may not ask here.")
        else:
            await self.app(scope, receive, send)
            return
        await answer(scope, receive, send)

    def _may_ask(self, scope: Scope, headers: Headers, host: str) -> bool:
        """A link that is followed to here shows its own page alone, and is no question of another."""
        said = headers.getlist("origin")
        if said:
            return len(said) == 1 and (said[0].lower() == f"http://{host.lower()}" or said[0] in self.origins)
        is_visit = scope.get("method") in {"GET", "HEAD"} and headers.get("sec-fetch-mode") == "navigate"
        return headers.get("sec-fetch-site") not in _ELSEWHERE or is_visit


def _is_near(scope: Scope, headers: Headers) -> bool:
    client = scope.get("client")
    try:
        near = client is None or ip_address(client[0]).is_loopback
    except ValueError:
        near = False
    return near and not any(name in headers for name in _FORWARDED)

"""By which name and method it may be asked, as pure ASGI."""

from collections.abc import Sequence

from starlette.datastructures import Headers
from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.presentation import errors


class KnownHosts:
    """Refuses whoever asks by a name that is none of ours, or by two: what is made of a foreign name, a link
    or an entry in a cache, would lead elsewhere."""

    def __init__(self, app: ASGIApp, hosts: Sequence[str]) -> None:
        self.app = app
        self._names = frozenset(host for host in hosts if not host.startswith("*."))
        self._below = tuple(host[1:] for host in hosts if host.startswith("*."))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or self._is_ours(Headers(scope=scope).getlist("host")):
            await self.app(scope, receive, send)
        else:
            refused = errors.envelope(scope, 400, "unknown_host", "Nobody of this name is here.")
            await refused(scope, receive, send)

    def _is_ours(self, given: Sequence[str]) -> bool:
        if len(given) != 1:
            return False
        name = given[0].lower()
        if not name.endswith("]"):  # what follows the address of IPv6 is no port
            bare, colon, port = name.rpartition(":")
            name = bare if colon and port.isdecimal() else name
        return name in self._names or name.endswith(self._below)


class _Answered(OSError):
    """Whoever asked has all of it. To those who answer it is as if the client were gone."""


class Head:
    """Answers HEAD as GET, without the body: a stream is left as soon as it has begun."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] != "HEAD":
            await self.app(scope, receive, send)
            return
        is_answered = False

        async def sending(message: Message) -> None:
            nonlocal is_answered
            if message["type"] != "http.response.body":
                await send(message)
                return
            if not is_answered:
                is_answered = True
                await send({"type": "http.response.body", "body": b""})
            if message.get("more_body", False):
                raise _Answered

        try:
            await self.app({**scope, "method": "GET"}, receive, sending)
        except (ClientDisconnect, _Answered):
            if not is_answered:
                raise

"""uvicorn's fast parser with the bounds that it leaves out: how long a request's head may be, and how long
a request may take to arrive."""

import asyncio

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

LONGEST_HEAD = 65_536
VERSIONS = ("1.0", "1.1")
ARRIVES_WITHIN = 30.0
"""Seconds. Who opens a connection and says nothing, or sends a byte at a time, is cut off."""


class BoundedHttp(HttpToolsProtocol):
    _arriving = False
    _in_head = False
    _head = 0
    _late: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._hurry()

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        if not self._arriving or self.transport.is_closing():
            return
        self._hurry()
        if self._in_head:
            self._head += len(data)
            if self._head > LONGEST_HEAD:
                self.send_400_response("The head of the request is too long.")

    def on_message_begin(self) -> None:
        self._arriving = self._in_head = True
        self._head = 0
        super().on_message_begin()

    def on_headers_complete(self) -> None:
        self._in_head = False
        if len(self.url) + sum(len(name) + len(value) for name, value in self.headers) > LONGEST_HEAD:
            raise ValueError("the head of the request is too long")
        if self.parser.get_http_version() not in VERSIONS:
            raise ValueError("not a version of HTTP that we speak")
        super().on_headers_complete()

    def on_message_complete(self) -> None:
        self._arriving = False
        self._calm()
        super().on_message_complete()

    def connection_lost(self, exc: Exception | None) -> None:
        self._calm()
        super().connection_lost(exc)

    def _hurry(self) -> None:
        if self._late is None:
            self._late = self.loop.call_later(ARRIVES_WITHIN, self._cut_off)

    def _calm(self) -> None:
        if self._late:
            self._late.cancel()
            self._late = None

    def _cut_off(self) -> None:
        if not self.transport.is_closing():
            self.transport.close()

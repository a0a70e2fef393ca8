"""A provider on loopback: one plan for each call, kept to the byte."""

import asyncio
import gzip
import json
import re
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from enum import StrEnum

from tests.llm.dialects import Asked, Dialect, encoded

MARK = "planted-in-the-answer-51c"
"""In all that a provider says in an error: none of it is to be told to anybody."""


class Fault(StrEnum):
    NONE = "none"
    SILENCE = "silence"
    HANG_AFTER_HEADERS = "hang after headers"
    ONE_BYTE_A_SECOND = "one byte a second"
    TOO_MANY = "429"
    BAD_KEY = "401"
    BROKEN = "500"
    OVERLOADED = "529"
    RESET = "reset in the middle"
    NO_SUCH_HOST = "closed at once"
    EMPTY = "empty"
    TRUNCATED = "truncated"
    WRONG_SHAPE = "wrong shape"
    TWICE = "the same chunk twice"
    TEN_MEGABYTES = "10 MB"
    PACKED = "packed"
    BAD_UTF8 = "bad UTF-8"
    NO_JSON = "an HTML page"
    REFUSED = "refusal"
    CUT = "length stop"
    NOTHING_SAID = "neither answer nor usage"


STATUS = {Fault.TOO_MANY: 429, Fault.BAD_KEY: 401, Fault.BROKEN: 500, Fault.OVERLOADED: 529}
Answering = Callable[[Asked], str]


@dataclass
class Provider:
    dialect: Dialect
    answering: Answering
    """The text that a well-behaved model says."""
    faults: list[Fault] = field(default_factory=list)
    """Of the calls to come, in their order; after them there is none."""
    failing: Callable[[Asked], Fault] | None = None
    """Where calls fail for what they are about, not for when they come."""
    asked: list[Asked] = field(default_factory=list)
    calls: int = 0
    address: str = ""
    serving: set[asyncio.Task[None]] = field(default_factory=set)

    def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.create_task(self._serve(reader, writer))
        self.serving.add(task)
        task.add_done_callback(lambda _: writer.transport.abort())
        task.add_done_callback(self.serving.discard)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            while await self._one(reader, writer):
                pass

    async def _one(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        line, *rest = head.rstrip("\r\n").split("\r\n")
        headers = {name.lower(): value for name, value in (each.split(": ", 1) for each in rest)}
        body = json.loads(await reader.readexactly(int(headers["content-length"])))
        self.calls += 1
        asked = self.dialect.read(line.split(" ")[1].partition("?")[0], headers, body)
        self.asked.append(asked)
        fault = self._fault(asked)
        return await self._answer(asked, fault, writer)

    def _fault(self, asked: Asked) -> Fault:
        if self.failing:
            return self.failing(asked)
        return self.faults.pop(0) if self.faults else Fault.NONE

    async def _answer(self, asked: Asked, fault: Fault, writer: asyncio.StreamWriter) -> bool:
        if fault is Fault.NO_SUCH_HOST:
            return False
        if fault is Fault.SILENCE:
            await asyncio.sleep(60)
        if fault in STATUS:
            said = encoded(self.dialect.error(STATUS[fault], MARK))
            return await _send(writer, said, STATUS[fault], "Retry-After: 7")
        if fault is Fault.NO_JSON:
            return await _send(writer, f"<html>{MARK}</html>".encode(), kind="text/html")
        if fault is Fault.NOTHING_SAID:
            return await _send(writer, b"{}")
        said = self._said(asked, fault)
        if fault is Fault.HANG_AFTER_HEADERS:
            return await _dribble(writer, said, at_once=0)
        if fault is Fault.ONE_BYTE_A_SECOND:
            return await _dribble(writer, said, at_once=1)
        if fault is Fault.RESET:
            writer.write(_head(200, len(said)) + said[: len(said) // 2])
            await writer.drain()
            writer.transport.abort()
            return False
        if fault is Fault.PACKED:
            return await _send(writer, gzip.compress(said), 200, "Content-Encoding: gzip")
        return await _send(writer, said)

    def _said(self, asked: Asked, fault: Fault) -> bytes:
        text = self.answering(asked)
        texts = {
            Fault.EMPTY: "",
            Fault.TRUNCATED: text[: len(text) // 2],
            Fault.WRONG_SHAPE: json.dumps({"something": MARK}),
            Fault.TWICE: text + text,
            Fault.TEN_MEGABYTES: text + " " * 10_000_000,
        }
        ended = {Fault.REFUSED: "refused", Fault.CUT: "cut"}.get(fault, "whole")
        said = encoded(self.dialect.answer(texts.get(fault, text), ended))
        if fault is Fault.BAD_UTF8:
            return re.sub(rb'(\\"(?:text|order)\\": (?:\\"|\[))', rb"\1\xff\xfe", said)
        return said


def _head(status: int, length: int, *more: str, kind: str = "application/json") -> bytes:
    lines = [f"HTTP/1.1 {status} X", f"Content-Type: {kind}", f"Content-Length: {length}", *more]
    return ("\r\n".join(lines) + "\r\n\r\n").encode()


async def _send(
    writer: asyncio.StreamWriter, said: bytes, status: int = 200, *more: str, kind: str = "application/json"
) -> bool:
    writer.write(_head(status, len(said), *more, kind=kind) + said)
    await writer.drain()
    return True


async def _dribble(writer: asyncio.StreamWriter, said: bytes, *, at_once: int) -> bool:
    writer.write(_head(200, len(said)))
    for at in range(60):
        writer.write(said[at : at + at_once])
        await writer.drain()
        await asyncio.sleep(1)
    return False


@asynccontextmanager
async def providing(dialect: Dialect, answering: Answering, *faults: Fault) -> AsyncIterator[Provider]:
    provider = Provider(dialect, answering, list(faults))
    server = await asyncio.start_server(provider.serve, "127.0.0.1", 0, limit=2**24)
    port = server.sockets[0].getsockname()[1]
    provider.address = f"http://127.0.0.1:{port}"
    try:
        yield provider
    finally:
        server.close()
        serving = tuple(provider.serving)
        for task in serving:
            task.cancel()
        await asyncio.gather(*serving, return_exceptions=True)
        await asyncio.sleep(0)

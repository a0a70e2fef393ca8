"""A load of keep-alive HTTP/1.1 connections, light enough not to be what is measured."""

import asyncio
import statistics
import time
from dataclasses import dataclass, field

SLACK_SECONDS = 10.0
"""How long after the end the last answers may take, before somebody is told that one hangs."""


class LoadFailed(Exception):
    """What was measured answered with something else than what it was asked for, or not at all."""


@dataclass(frozen=True, slots=True)
class Shot:
    """One request, ready for the wire."""

    method: str
    path: str
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""
    expect: int = 200

    def encode(self) -> bytes:
        head = [f"{self.method} {self.path} HTTP/1.1", "Host: bench"]
        head += [f"{name}: {value}" for name, value in self.headers]
        if self.body:
            head += ["Content-Type: application/json", f"Content-Length: {len(self.body)}"]
        return "\r\n".join([*head, "", ""]).encode() + self.body


@dataclass(frozen=True, slots=True)
class Result:
    answers: int
    per_second: float
    median_ms: float
    p99_ms: float


async def fire(port: int, shot: Shot, *, connections: int, seconds: float) -> Result:
    """Answers a second, over so many connections at once. Raises LoadFailed."""
    loop = asyncio.get_running_loop()
    run = _Run(shot, shot.encode(), until=time.perf_counter() + seconds)
    lines = [_Line(run, loop.create_future()) for _ in range(connections)]
    began = time.perf_counter()
    try:
        async with asyncio.timeout(seconds + SLACK_SECONDS):
            for line in lines:
                await loop.create_connection(lambda line=line: line, "127.0.0.1", port)  # type: ignore[misc]
            await asyncio.gather(*(line.done for line in lines))
    except TimeoutError as error:
        raise LoadFailed(f"{shot.method} {shot.path}: some answers never came") from error
    except OSError as error:
        raise LoadFailed(f"{shot.method} {shot.path}: {error}") from error
    finally:
        for line in lines:
            line.hang_up()
    return run.result(took=time.perf_counter() - began)


@dataclass(slots=True)
class _Run:
    shot: Shot
    wire: bytes
    until: float
    latencies: list[float] = field(default_factory=list)

    def result(self, *, took: float) -> Result:
        ordered = sorted(self.latencies)
        if not ordered:
            raise LoadFailed("nothing was answered in time")
        p99 = ordered[int(len(ordered) * 0.99)]
        return Result(len(ordered), len(ordered) / took, statistics.median(ordered) * 1000, p99 * 1000)


class _Line(asyncio.Protocol):
    """One connection: asks, waits for the whole answer, asks again."""

    def __init__(self, run: _Run, done: "asyncio.Future[None]") -> None:
        self.done = done
        self._run = run
        self._transport: asyncio.Transport | None = None
        self._received = b""
        self._asked = 0.0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        self._ask()

    def data_received(self, data: bytes) -> None:
        self._received += data
        if not _is_whole(self._received):
            return
        answer, self._received = self._received, b""
        if (status := int(answer[9:12])) != self._run.shot.expect:
            self._end(LoadFailed(f"{self._run.shot.path} answered {status}: {answer[-200:]!r}"))
            return
        self._run.latencies.append(time.perf_counter() - self._asked)
        self._ask()

    def connection_lost(self, exc: Exception | None) -> None:
        self._end(LoadFailed("the connection was closed"))

    def hang_up(self) -> None:
        self.done.cancel()
        if self._transport:
            self._transport.abort()

    def _ask(self) -> None:
        self._asked = time.perf_counter()
        if self._asked >= self._run.until:
            self._end(None)
        elif self._transport:
            self._transport.write(self._run.wire)

    def _end(self, why: LoadFailed | None) -> None:
        if self.done.done():
            return
        if why:
            self.done.set_exception(why)
        else:
            self.done.set_result(None)


def _is_whole(received: bytes) -> bool:
    head, found, body = received.partition(b"\r\n\r\n")
    if not found:
        return False
    _, said, rest = head.lower().partition(b"\r\ncontent-length:")
    if not said:
        return body.endswith(b"0\r\n\r\n") if b"\r\ntransfer-encoding: chunked" in head.lower() else True
    return len(body) >= int(rest.partition(b"\r\n")[0])

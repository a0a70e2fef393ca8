"""As much of Redis as a doorbell needs: a channel, lists, and OK to everything else."""

import asyncio
from collections import defaultdict, deque

from app.infrastructure.queue.redis import CHANNEL


class TinyRedis:
    def __init__(self) -> None:
        self.listening: set[asyncio.StreamWriter] = set()
        self.connected: set[asyncio.StreamWriter] = set()
        self.silent: set[asyncio.StreamWriter] = set()
        self.subscribed = asyncio.Event()
        self.lists: defaultdict[bytes, deque[bytes]] = defaultdict(deque)
        self.waiting: deque[asyncio.StreamWriter] = deque()
        """For the next thing on a list, in the order in which they came."""
        self.fetched = 0
        self.pings = 0

    async def open(self, port: int = 0) -> None:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", port)
        self.port = self._server.sockets[0].getsockname()[1]

    @property
    def url(self) -> str:
        return f"redis://127.0.0.1:{self.port}/0"

    async def close(self) -> None:
        self._server.close()
        for writer in self.connected:
            writer.close()
        await asyncio.gather(*(writer.wait_closed() for writer in self.connected), return_exceptions=True)
        for forgotten in (self.listening, self.connected, self.silent, self.lists, self.waiting):
            forgotten.clear()
        self.subscribed.clear()

    def fall_silent(self) -> None:
        """To all who are connected now, without hanging up."""
        self.silent |= self.connected
        self.listening.clear()
        self.waiting.clear()

    async def publish(self, data: bytes) -> None:
        for writer in self.listening:
            writer.write(b">3\r\n" + b"".join(map(_bulk, (b"message", CHANNEL.encode(), data))))
            await writer.drain()

    async def push(self, name: bytes, data: bytes) -> None:
        self.lists[name].appendleft(data)
        while self.waiting and self.lists[name]:
            await self._pop(name, self.waiting.popleft())

    async def _pop(self, name: bytes, writer: asyncio.StreamWriter) -> None:
        if not writer.is_closing():
            self.fetched += 1
            writer.write(b"*2\r\n" + _bulk(name) + _bulk(self.lists[name].pop()))
            await writer.drain()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connected.add(writer)
        try:
            while True:
                command = await _command(reader)
                if writer not in self.silent:
                    await self._answer(command, writer)
        except (asyncio.IncompleteReadError, ConnectionError):
            self.listening.discard(writer)
            if writer in self.waiting:
                self.waiting.remove(writer)

    async def _answer(self, command: list[bytes], writer: asyncio.StreamWriter) -> None:
        match command[0].upper():
            case b"HELLO":
                writer.write(b"%1\r\n" + _bulk(b"proto") + b":3\r\n")
            case b"SUBSCRIBE":
                self.listening.add(writer)
                writer.write(b">3\r\n" + _bulk(b"subscribe") + _bulk(command[1]) + b":1\r\n")
                self.subscribed.set()
            case b"PING":
                self.pings += 1
                writer.write(b"+PONG\r\n")
            case b"PUBLISH":
                await self.publish(command[2])
                writer.write(b":1\r\n")
            case b"LPUSH":
                writer.write(b":1\r\n")
                await self.push(command[1], command[2])
            case b"BRPOP":
                self.waiting.append(writer)
                if self.lists[command[1]]:
                    await self._pop(command[1], self.waiting.popleft())
            case _:
                writer.write(b"+OK\r\n")
        await writer.drain()


def _bulk(data: bytes) -> bytes:
    return b"$%d\r\n%b\r\n" % (len(data), data)


async def _command(reader: asyncio.StreamReader) -> list[bytes]:
    parts = int((await reader.readuntil(b"\r\n"))[1:])
    said = []
    for _ in range(parts):
        size = int((await reader.readuntil(b"\r\n"))[1:])
        said.append((await reader.readexactly(size + 2))[:-2])
    return said

"""A stretch of network between two who talk over TCP, which can be slow, dead or cut."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from enum import Enum


class Mode(Enum):
    PASS = "pass"
    SLOW = "slow"
    BLACKHOLE = "blackhole"
    """Whatever is sent is taken, and nothing comes of it; new connections are taken too."""


class TcpProxy:
    def __init__(self, host: str, port: int) -> None:
        """`host` may be the folder of a Unix socket of PostgreSQL's."""
        self._there = host, port
        self._mode = Mode.PASS
        self._delay = 0.0
        self._passable = asyncio.Event()
        self._passable.set()
        self._open: set[asyncio.StreamWriter] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        self.port = 0

    def passing(self) -> None:
        self._mode, self._delay = Mode.PASS, 0.0
        self._passable.set()

    def slow(self, seconds: float) -> None:
        """Each way."""
        self._mode, self._delay = Mode.SLOW, seconds

    def blackhole(self) -> None:
        self._mode = Mode.BLACKHOLE
        self._passable.clear()

    def reset(self) -> None:
        """Every connection, in the middle of whatever is said."""
        for writer in self._open:
            writer.transport.abort()

    @asynccontextmanager
    async def opened(self) -> AsyncIterator["TcpProxy"]:
        server = await asyncio.start_server(self._accept, "127.0.0.1", 0)
        self.port = server.sockets[0].getsockname()[1]
        try:
            yield self
        finally:
            server.close()
            self.reset()
            for task in self._tasks:
                task.cancel()
            await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        self._open.add(writer)
        try:
            await self._passable.wait()
            there, back = await self._connect()
            self._open.add(back)
            with suppress(OSError):
                async with asyncio.TaskGroup() as both:
                    both.create_task(self._carry(reader, back))
                    both.create_task(self._carry(there, writer))
            self._open.discard(back)
            back.transport.abort()
        finally:
            self._open.discard(writer)
            writer.transport.abort()

    async def _connect(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        host, port = self._there
        if host.startswith("/"):
            return await asyncio.open_unix_connection(f"{host}/.s.PGSQL.{port}")
        return await asyncio.open_connection(host, port)

    async def _carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(OSError):
            while data := await reader.read(65_536):
                await asyncio.sleep(self._delay)
                await self._passable.wait()
                writer.write(data)
                await writer.drain()
        writer.transport.abort()

"""A real S3 server on this machine: as a store for the tests, and one that fails as stores do."""

import asyncio
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

import httpx2

from tests.survival.processes import free_port

PATIENCE = 30.0
CREDENTIALS = {
    "AWS_ACCESS_KEY_ID": "testing",
    "AWS_SECRET_ACCESS_KEY": "testing",
    "AWS_REGION": "us-east-1",
}


@dataclass
class StoreServer:
    """Keeps its objects in memory, for as long as it runs."""

    port: int
    log: Path
    _process: subprocess.Popen[bytes] | None = None

    @property
    def endpoint(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def begin(self) -> None:
        with self.log.open("a") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(self.port)],
                stdout=log,
                stderr=log,
            )
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            try:
                httpx2.get(f"{self.endpoint}/moto-api/", trust_env=False)
                return
            except httpx2.TransportError:
                time.sleep(0.1)
        raise AssertionError(self.log.read_text()[-2_000:])

    def end(self) -> None:
        if self._process:
            self._process.kill()
            self._process.wait()
            self._process = None

    @contextmanager
    def frozen(self) -> Iterator[None]:
        """It takes connections, and says nothing."""
        assert self._process
        self._process.send_signal(signal.SIGSTOP)
        try:
            yield
        finally:
            self._process.send_signal(signal.SIGCONT)

    def bucket(self, name: str = "") -> str:
        """A new one."""
        name = name or f"files-{uuid4().hex}"
        answer = httpx2.put(f"{self.endpoint}/{name}", trust_env=False)
        assert answer.status_code == 200, answer.text
        return name

    def url(self) -> str:
        """A folder of a new bucket."""
        return f"s3://{self.bucket()}/jobwise"


@contextmanager
def store_server(folder: Path) -> Iterator[StoreServer]:
    server = StoreServer(free_port(), folder / "store.log")
    server.begin()
    try:
        yield server
    finally:
        server.end()


@asynccontextmanager
async def failing_store(status: int) -> AsyncIterator[tuple[str, list[str]]]:
    """Its address, and what it was asked for; it says `status` to everything."""
    asked: list[str] = []

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        asked.append((await reader.readline()).decode().strip())
        length = 0
        while (header := await reader.readline()).strip():
            name, _, value = header.decode().partition(":")
            length = int(value) if name.lower() == "content-length" else length
        await reader.readexactly(length)
        writer.write(f"HTTP/1.1 {status} No\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".encode())
        await writer.drain()
        writer.close()

    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    async with server:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}", asked

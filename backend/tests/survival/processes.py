"""Processes of the product, begun and ended from outside."""

import asyncio
import signal
import socket
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from random import Random

import httpx2

from tests.survival.conftest import BACKEND, Scene

PATIENCE = 60.0
Process = asyncio.subprocess.Process


async def begin(scene: Scene, *module: str, **variables: str) -> Process:
    """What it says of itself stands in `log`, beside the data directory."""
    with (scene.data_dir.parent / "log").open("a") as log:
        return await asyncio.create_subprocess_exec(
            sys.executable,
            *("-m", *module),
            cwd=BACKEND,
            env=scene.environment | variables,
            stdout=asyncio.subprocess.PIPE,
            stderr=log,
        )


async def end(running: Process) -> None:
    if running.returncode is None:
        running.kill()
    await running.communicate()


@asynccontextmanager
async def process(scene: Scene, *module: str, **variables: str) -> AsyncIterator[Process]:
    running = await begin(scene, *module, **variables)
    try:
        yield running
    finally:
        await end(running)


async def stopped(running: Process) -> float:
    """How long it took to leave."""
    asked = time.monotonic()
    running.send_signal(signal.SIGTERM)
    async with asyncio.timeout(PATIENCE):
        await running.wait()
    return time.monotonic() - asked


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port: int = listening.getsockname()[1]
    return port


class Ward:
    """An API and its workers. Whoever is killed is begun again, as a supervisor would."""

    def __init__(self, scene: Scene, *, workers: int, **variables: str) -> None:
        port = free_port()
        self.address = f"http://127.0.0.1:{port}"
        self._scene = scene
        self._variables = variables
        self._commands: dict[str, tuple[str, ...]] = {"api": ("app.main", "serve", "--port", str(port))}
        self._commands |= {f"worker {n}": ("app.main", "worker") for n in range(workers)}
        self._running: dict[str, Process] = {}

    async def __aenter__(self) -> "Ward":
        for name in self._commands:
            await self._begin(name)
        await self.until_it_answers()
        return self

    async def __aexit__(self, *_: object) -> None:
        """All of them at once: whatever hinders the wait for one, none is left behind."""
        for running in self._running.values():
            if running.returncode is None:
                running.kill()
        for running in self._running.values():
            await end(running)

    async def kill(self, name: str) -> None:
        await end(self._running[name])
        await self._begin(name)

    async def kill_at_random(self, times: int, dice: Random) -> None:
        """One of them at any instant. The API only when it has come up again: else nobody would get in."""
        names = sorted(self._commands)
        for _ in range(times):
            name = dice.choice(names)
            if name == "api":
                await self.until_it_answers()
            await asyncio.sleep(dice.uniform(0, 2))
            await self.kill(name)

    async def until_it_answers(self) -> None:
        async with asyncio.timeout(PATIENCE), httpx2.AsyncClient(base_url=self.address) as visitor:
            while True:
                with suppress(httpx2.TransportError):
                    if (await visitor.get("/ready")).is_success:
                        return
                await asyncio.sleep(0.1)

    async def _begin(self, name: str) -> None:
        self._running[name] = await begin(self._scene, *self._commands[name], **self._variables)


class Customer:
    """Somebody who sends each request until it is answered, and never twice under two keys."""

    def __init__(self, client: httpx2.AsyncClient) -> None:
        self.client = client
        self.refusals: dict[int, int] = {}

    async def post(self, path: str, body: object, *, key: str | None = None) -> httpx2.Response:
        headers = {"Idempotency-Key": key} if key else {}
        async with asyncio.timeout(PATIENCE * 2):
            while True:
                with suppress(httpx2.TransportError):
                    answer = await self.client.post(path, json=body, headers=headers)
                    if not self._is_passing(answer):
                        return answer
                await asyncio.sleep(0.1)

    async def get(self, path: str) -> httpx2.Response:
        async with asyncio.timeout(PATIENCE * 2):
            while True:
                with suppress(httpx2.TransportError):
                    answer = await self.client.get(path)
                    if not self._is_passing(answer):
                        return answer
                await asyncio.sleep(0.1)

    def _is_passing(self, answer: httpx2.Response) -> bool:
        """Unavailable for now; or the same request is still on its way."""
        passing = answer.status_code == 503 or (
            answer.status_code == 409 and answer.json()["error"]["code"] == "request_in_flight"
        )
        if passing:
            self.refusals[answer.status_code] = self.refusals.get(answer.status_code, 0) + 1
        return passing


@asynccontextmanager
async def customer(address: str, email: str = "ben@example.com") -> AsyncIterator[Customer]:
    account = {"email": email, "password": "Correct-Horse-7", "full_name": "Ben Trovato"}
    async with httpx2.AsyncClient(base_url=f"{address}/api/v1", timeout=PATIENCE) as client:
        ben = Customer(client)
        pair = (await ben.post("/auth/register", account)).json()
        client.headers["Authorization"] = f"Bearer {pair['access_token']}"
        yield ben

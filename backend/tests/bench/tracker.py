"""A tracker of 1,000 applications beside one of 20: what its length costs."""

import asyncio
import json
import urllib.request
from collections.abc import Iterator
from pathlib import Path

from app.domain.applications.status import ApplicationStatus
from tests.bench.limits import UNLIMITED
from tests.bench.load import Shot, fire
from tests.bench.results import Row, compared
from tests.bench.seeding import API, Person, register
from tests.bench.serving import Server, served

MANY, FEW = 1_000, 20
CONNECTIONS = 8
ROUNDS = 5
SECONDS = 0.5
ASKED = {
    "20 applications": f"{API}/applications?limit=20",
    "the board of applications": f"{API}/applications/board",
    "the figures of a search": f"{API}/jobs/stats",
    "applications as a table": f"{API}/applications/export",
}


def measure(database: str, database_url: str, directory: Path) -> Iterator[Row]:
    directory.mkdir()
    given = {"JOBWISE_DATABASE_URL": database_url, "JOBWISE_DATA_DIR": str(directory / "var")}
    given["JOBWISE_RATE_LIMITS"] = json.dumps(UNLIMITED)
    with served("app.main:create", path="/health", logs=directory / "ours.log", **given) as server:
        trackers = [_tracker(server.port, name, size) for name, size in (("many", MANY), ("few", FEW))]
        for what, path in ASKED.items():
            many, few = asyncio.run(_rounds(server, [Shot("GET", path, who.headers) for who in trackers]))
            name = f"{what} of {MANY:,}, {database}"
            yield compared(name, many, f"of {FEW}", few, unit="/s")


def _tracker(port: int, name: str, size: int) -> Person:
    """Somebody with so many applications, all along the way."""
    person = register(port, name)
    ways = list(ApplicationStatus)
    rows = (f"Ward Nurse {n},Clinic {n % 50},{ways[n % len(ways)]},board {n % 7}" for n in range(size))
    table = "\r\n".join(["title,company,status,source", *rows]).encode()
    headers = {"Content-Type": "text/csv", **dict(person.headers)}
    address = f"http://127.0.0.1:{port}{API}/applications/import"
    with urllib.request.urlopen(urllib.request.Request(address, table, headers), timeout=60) as answer:
        answer.read()
    return person


async def _rounds(server: Server, shots: list[Shot]) -> list[list[float]]:
    """In every round each of them once, one after the other."""
    measured: list[list[float]] = [[] for _ in shots]
    for shot in shots:
        await fire(server.port, shot, connections=CONNECTIONS, seconds=SECONDS)
    for _ in range(ROUNDS):
        for found, shot in zip(measured, shots, strict=True):
            fired = await fire(server.port, shot, connections=CONNECTIONS, seconds=SECONDS)
            found.append(fired.per_second)
    return measured

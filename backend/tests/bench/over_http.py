"""Ours beside the reference over HTTP: in every round each of them once, one after the other."""

import asyncio
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.bench.limits import UNLIMITED
from tests.bench.load import Shot, fire
from tests.bench.results import Goal, Row, compared, ratio_of
from tests.bench.seeding import API, JOB, Seeded, seed
from tests.bench.serving import Server, served

CONNECTIONS = 64
ROUNDS = 5
SECONDS = 0.5
WARM_SECONDS = 0.3


@dataclass(frozen=True, slots=True)
class Rival:
    name: str
    shot: Shot
    goal: Goal | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    what: str
    ours: Shot
    rivals: tuple[Rival, ...]


@contextmanager
def both(database_url: str, directory: Path) -> Iterator[tuple[Server, Server]]:
    """Ours and the reference, on the same database."""
    directory.mkdir()
    ours = {
        "JOBWISE_DATABASE_URL": database_url,
        "JOBWISE_DATA_DIR": str(directory / "var"),
        "JOBWISE_LOG_JSON": "true",
        "JOBWISE_TIER_FREE": '{"generations": 1000000}',
        "JOBWISE_RATE_LIMITS": json.dumps(UNLIMITED),
    }
    log = directory / "ours.log"
    with (
        served("app.main:create", path="/health", logs=log, **ours) as our_server,
        served(
            "tests.bench.reference:create",
            path="/openapi.json",
            logs=directory / "reference.log",
            BENCH_DATABASE_URL=database_url,
        ) as reference,
    ):
        yield our_server, reference


def measure(database: str, database_url: str, directory: Path) -> Iterator[Row]:
    with both(database_url, directory) as (ours, reference):
        for comparison in comparisons(seed(ours.port), on_sqlite=database == "SQLite"):
            yield from _measured(database, comparison, ours, reference)


def _measured(database: str, comparison: Comparison, ours: Server, reference: Server) -> Iterator[Row]:
    targets = [(ours, comparison.ours), *((reference, rival.shot) for rival in comparison.rivals)]
    measured, *others = asyncio.run(_rounds(targets))
    for rival, theirs in zip(comparison.rivals, others, strict=True):
        yield compared(
            f"{comparison.what}, {database}",
            measured.per_second,
            rival.name,
            theirs.per_second,
            unit="/s",
            goal=rival.goal,
            cpu=ratio_of(theirs.cpu_seconds, measured.cpu_seconds),
        )


@dataclass(frozen=True, slots=True)
class Measured:
    per_second: list[float] = field(default_factory=list)
    cpu_seconds: list[float] = field(default_factory=list)
    """Of the server, for each answer."""


async def _rounds(targets: list[tuple[Server, Shot]]) -> list[Measured]:
    for server, shot in targets:
        await fire(server.port, shot, connections=CONNECTIONS, seconds=WARM_SECONDS)
    measured = [Measured() for _ in targets]
    for _ in range(ROUNDS):
        for found, (server, shot) in zip(measured, targets, strict=True):
            before = server.cpu_seconds()
            fired = await fire(server.port, shot, connections=CONNECTIONS, seconds=SECONDS)
            found.per_second.append(fired.per_second)
            found.cpu_seconds.append((server.cpu_seconds() - before) / fired.answers)
    return measured


def comparisons(seeded: Seeded, *, on_sqlite: bool) -> tuple[Comparison, ...]:
    reader, writer = seeded.reader, seeded.writer
    body = json.dumps(JOB).encode()
    return (
        Comparison(
            "one job",
            Shot("GET", f"{API}/jobs/{seeded.job_id}", reader.headers),
            (
                Rival("ORM", Shot("GET", f"/orm/jobs/{seeded.job_id}"), Goal(2.0 if on_sqlite else 1.5)),
                Rival("Core rows", Shot("GET", f"/core/jobs/{seeded.job_id}")),
                Rival("no database", Shot("GET", f"/none/jobs/{seeded.job_id}")),
            ),
        ),
        Comparison(
            "20 jobs of 200",
            Shot("GET", f"{API}/jobs?limit=20", reader.headers),
            (
                Rival("Core rows", Shot("GET", f"/core/{reader.id}/jobs"), Goal(1.0)),
                Rival("ORM", Shot("GET", f"/orm/{reader.id}/jobs")),
            ),
        ),
        Comparison(
            "a whole profile",
            Shot("GET", f"{API}/profiles/{seeded.profile_id}", reader.headers),
            (Rival("ORM selectinload", Shot("GET", f"/orm/profiles/{seeded.profile_id}"), Goal(6.0)),),
        ),
        Comparison(
            "create a job",
            Shot("POST", f"{API}/jobs", writer.headers, body, expect=201),
            (
                Rival("Core returning", Shot("POST", f"/core/{writer.id}/jobs", (), body, 201), Goal(0.8)),
                Rival("ORM", Shot("POST", f"/orm/{writer.id}/jobs", (), body, 201)),
            ),
        ),
    )

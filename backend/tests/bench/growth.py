"""What an installation's size costs one person: every list and search of theirs, beside 100,000 postings on
the board and a million rows of others, and beside 1,000 of each."""

import asyncio
import json
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

from sqlalchemy import text

from app.infrastructure.persistence.database import Database
from tests.bench import databases
from tests.bench.crowd import Crowd, gather
from tests.bench.limits import UNLIMITED
from tests.bench.load import Shot, fire
from tests.bench.results import Goal, Row, compared
from tests.bench.searching import fill
from tests.bench.seeding import API, JOB, PROFILE, Person, ask, register
from tests.bench.serving import Server, served

LARGE = (100_000, Crowd(people=2_500))
SMALL = (1_000, Crowd(people=3))
OWN = 40
"""Jobs of the one who asks, half of them saved."""
ROUNDS = 7
SECONDS = 0.5
GOAL = Goal(3.0, at_most=True)
ASKED = {
    "the board": "jobs?scope=board",
    "the board, page 50": "jobs?scope=board&offset=980",
    "the board by company": "jobs?scope=board&sort=company",
    "the board by pay": "jobs?scope=board&sort=-salary",
    "the board by deadline": "jobs?scope=board&sort=deadline",
    "the board by last change": "jobs?scope=board&sort=-updated_at",
    "the board of one type": "jobs?scope=board&employment_type=full_time",
    "the board by a rare word": "jobs?scope=board&q=w8007",
    "the board by a medium word": "jobs?scope=board&q=w407",
    "the board by a common word": "jobs?scope=board&q=w7",
    "the board by two words": "jobs?scope=board&q=w7%20w407",
    "own jobs": "jobs",
    "own jobs by a word": "jobs?q=ward",
    "recommended": "jobs/recommended",
    "figures": "jobs/stats",
    "applications": "applications",
    "the board of applications": "applications/board",
    "saved jobs": "saved-jobs",
    "documents": "documents",
    "generations": "generations",
    "profiles": "profiles",
    "skills": "skills",
}


def measure(directory: Path) -> Iterator[Row]:
    yield from _compared("SQLite", [_on_sqlite(directory, name) for name in ("small", "large")], directory)
    with ExitStack() as closing:
        urls = [
            closing.enter_context(databases.postgres(_made(directory / name))) for name in ("pg_s", "pg_l")
        ]
        yield from _compared("PostgreSQL", urls, directory)


def _on_sqlite(directory: Path, name: str) -> str:
    return databases.sqlite(_made(directory / name))


def _made(directory: Path) -> Path:
    directory.mkdir()
    return directory


def _compared(name: str, urls: list[str], directory: Path) -> Iterator[Row]:
    with ExitStack() as closing:
        sides = []
        for url, (postings, crowd) in zip(urls, (SMALL, LARGE), strict=True):
            asyncio.run(_crowded(url, postings, crowd))
            apart = _made(directory / f"{name}_{postings}")
            given = {"JOBWISE_DATABASE_URL": url, "JOBWISE_DATA_DIR": str(apart / "var")}
            given["JOBWISE_RATE_LIMITS"] = json.dumps(UNLIMITED)
            server = served("app.main:create", path="/health", logs=apart / "ours.log", **given)
            sides.append(_Side(closing.enter_context(server)))
        for what, path in ASKED.items():
            few, many = asyncio.run(_rounds(sides, f"{API}/{path}"))
            for part, small, large in zip(("p50", "p99"), few, many, strict=True):
                yield compared(
                    f"{what}, {part}, {name}",
                    large,
                    "of 1,000",
                    small,
                    unit="ms",
                    goal=GOAL if part == "p99" else None,
                )


async def _crowded(url: str, postings: int, crowd: Crowd) -> None:
    database = Database(url, pool_size=1, is_patient=True)
    await fill(database, postings)
    await gather(database, crowd)
    if database.is_sqlite:
        async with database.engine.begin() as connection:
            await connection.execute(text("ANALYZE"))
    else:
        await databases.at_leisure(database, "VACUUM ANALYZE")
    await database.dispose()


class _Side:
    """A server, and somebody with a few things of their own."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self.person: Person = register(server.port, "reader")
        ask(server.port, f"{API}/profiles", PROFILE, by=self.person)
        for n in range(OWN):
            job = ask(server.port, f"{API}/jobs", JOB | {"title": f"Ward Nurse {n}"}, by=self.person)
            if n % 2:
                ask(server.port, f"{API}/applications", {"job_id": job["id"]}, by=self.person)


async def _rounds(sides: list[_Side], path: str) -> list[tuple[list[float], list[float]]]:
    """Of each side p50 and p99 in milliseconds, round by round, one after the other."""
    measured: list[tuple[list[float], list[float]]] = [([], []) for _ in sides]
    for turn in range(ROUNDS + 1):
        for side, (half, most) in zip(sides, measured, strict=True):
            shot = Shot("GET", path, side.person.headers)
            fired = await fire(side.server.port, shot, connections=1, seconds=SECONDS)
            if turn:  # the first warms
                half.append(fired.median_ms)
                most.append(fired.p99_ms)
    return measured

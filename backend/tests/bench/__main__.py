import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench import databases, growth, on_paper, over_http, searching, storm, tracker
from tests.bench.results import Row, table

METHOD = """
Ours and the reference ran side by side on one database, each one uvicorn worker (uvloop, httptools, no
access log), and 64 connections of another process asked them in turn, round by round: a ratio is the median
of the rounds' ratios, and "by CPU" is the same by the servers' processor time. The reference is FastAPI with
SQLAlchemy on the same tables, without tokens, owners or logs; figures hold for this machine and moment."""


def rows(directory: Path) -> Iterator[Row]:
    sqlite = databases.sqlite(directory)
    yield from over_http.measure("SQLite", sqlite, directory / "on_sqlite")
    yield from tracker.measure("SQLite", sqlite, directory / "tracker_on_sqlite")
    with databases.postgres(directory) as url:
        yield from over_http.measure("PostgreSQL", url, directory / "on_postgres")
        yield from tracker.measure("PostgreSQL", url, directory / "tracker_on_postgres")
    yield from searched(directory)
    yield from growth.measure(_apart(directory, "grown"))
    yield from on_paper.measure(directory)
    yield from storm.measure(sqlite, directory / "storm")


def searched(directory: Path) -> Iterator[Row]:
    """On databases of their own: the others are to stay small."""
    apart = _apart(directory, "searched")
    yield from searching.measure("SQLite", databases.sqlite(apart))
    with databases.postgres(apart) as url:
        yield from searching.measure("PostgreSQL", url)


def _apart(directory: Path, name: str) -> Path:
    (directory / name).mkdir()
    return directory / name


def main() -> None:
    found: list[Row] = []
    try:
        with TemporaryDirectory(prefix="jobwise-bench-") as directory:
            found.extend(rows(Path(directory)))
    finally:  # what was measured before something failed is told too
        sys.stdout.write(f"{table(found)}\n{METHOD}\n")


if __name__ == "__main__":
    main()

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench import databases, over_http
from tests.bench.results import Row, table

METHOD = """\
Ours and the reference ran side by side, each one uvicorn worker (uvloop, httptools, no access log) on the
same database, and were asked in turn, round by round, by 64 connections of this process; the ratio is the
median of the rounds' ratios. Figures a second or in milliseconds hold for this machine at this moment only."""


def rows(directory: Path) -> Iterator[Row]:
    yield from over_http.measure("SQLite", databases.sqlite(directory), directory / "on_sqlite")
    with databases.postgres(directory) as url:
        yield from over_http.measure("PostgreSQL", url, directory / "on_postgres")


def main() -> None:
    with TemporaryDirectory(prefix="jobwise-bench-") as directory:
        print(table(list(rows(Path(directory)))))
    print("\n" + METHOD)


if __name__ == "__main__":
    main()

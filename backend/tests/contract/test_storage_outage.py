"""A store that is away, silent or ill: the answer comes in time, and all goes on when the store is back."""

import asyncio
import time
from collections.abc import Iterator
from datetime import timedelta

import pytest

from app.domain.shared.storage import IFileStorage, StorageUnavailable
from app.infrastructure.storage.obstore import MOST_RETRIES, ObstoreFiles
from tests.stores import CREDENTIALS, StoreServer, failing_store, store_server

KEY = "documents/7f/cafe.pdf"
PATIENCE = timedelta(seconds=1)
IN_TIME = 10.0
"""On a machine that others use. Without a bound it would be minutes."""


@pytest.fixture(autouse=True)
def credentials(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in CREDENTIALS.items():
        monkeypatch.setenv(name, value)


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StoreServer]:
    """Which nobody else is using while it is down."""
    with store_server(tmp_path_factory.mktemp("store")) as server:
        yield server


async def refused(files: IFileStorage) -> None:
    """Everything, and in time."""
    began = time.monotonic()
    for asked in (files.put(KEY, b"1"), files.get(KEY), files.list("documents"), files.delete([KEY])):
        each = time.monotonic()
        with pytest.raises(StorageUnavailable):
            await asked
        assert time.monotonic() - each < IN_TIME
    assert time.monotonic() - began < 4 * IN_TIME


async def test_a_store_that_stops_and_comes_back(own: StoreServer) -> None:
    bucket = own.bucket()
    files = ObstoreFiles.at(f"s3://{bucket}", endpoint=own.endpoint, patience=PATIENCE)
    await files.put(KEY, b"before")
    own.end()

    await refused(files)

    own.begin()
    own.bucket(bucket)
    await files.put(KEY, b"after")
    assert await files.get(KEY) == b"after"


async def test_a_store_that_says_nothing_is_given_up_in_time_and_works_on_later(own: StoreServer) -> None:
    files = ObstoreFiles.at(own.url(), endpoint=own.endpoint, patience=PATIENCE)
    await files.put(KEY, b"before")

    with own.frozen():
        await refused(files)

    await files.put(KEY, b"after")
    assert await files.get(KEY) == b"after"


@pytest.mark.parametrize("status", [403, 500, 503])
async def test_a_store_that_fails_is_asked_again_a_few_times(status: int) -> None:
    async with failing_store(status) as (address, asked):
        files = ObstoreFiles.at("s3://bucket", endpoint=address, patience=PATIENCE)
        with pytest.raises(StorageUnavailable):
            await files.put(KEY, b"1")

    assert len(asked) == (1 if status < 500 else 1 + MOST_RETRIES)
    assert {line.split()[0] for line in asked} == {"PUT"}


async def test_a_bucket_that_is_not_there_is_no_missing_file(own: StoreServer) -> None:
    files = ObstoreFiles.at("s3://nobodys", endpoint=own.endpoint, patience=PATIENCE)

    with pytest.raises(StorageUnavailable):
        await files.put(KEY, b"1")


async def test_a_store_is_found_by_the_usual_names_of_the_environment(
    own: StoreServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AWS_ENDPOINT_URL_S3", own.endpoint)
    files = ObstoreFiles.at(own.url())

    await asyncio.gather(*(files.put(f"documents/{n}", b"1") for n in range(3)))

    assert await files.list("documents") == [f"documents/{n}" for n in range(3)]

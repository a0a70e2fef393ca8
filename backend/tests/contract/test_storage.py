"""What every IFileStorage promises, wherever it keeps the files."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from obstore.store import MemoryStore

from app.domain.shared.storage import FileMissing, IFileStorage, StorageUnavailable
from app.infrastructure.storage.local import LocalFiles
from app.infrastructure.storage.obstore import ObstoreFiles
from tests.fakes.documents import BrokenFiles, MemoryFiles
from tests.stores import CREDENTIALS, StoreServer, failing_store

KEY = "documents/7f/cafe.pdf"
OTHER = "documents/8a/cafe.pdf"


@pytest.fixture(params=["fake", "local", "memory", "s3"])
def files(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> IFileStorage:
    if request.param == "fake":
        return MemoryFiles()
    if request.param == "local":
        return LocalFiles(tmp_path / "files")
    if request.param == "memory":
        store = MemoryStore()
        return ObstoreFiles(lambda: store)
    server: StoreServer = request.getfixturevalue("s3")
    for name, value in CREDENTIALS.items():
        monkeypatch.setenv(name, value)
    return ObstoreFiles.at(server.url(), endpoint=server.endpoint)


@pytest.fixture(params=["fake", "local", "s3"])
async def broken_files(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[IFileStorage]:
    """Where nothing can be written, not even by root: below a file."""
    if request.param == "fake":
        yield BrokenFiles()
    elif request.param == "local":
        (tmp_path / "files").write_text("in the way")
        yield LocalFiles(tmp_path / "files")
    else:
        for name, value in CREDENTIALS.items():
            monkeypatch.setenv(name, value)
        async with failing_store(500) as (address, _):
            yield ObstoreFiles.at("s3://bucket", endpoint=address)


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\n\x00\xff", b"x" * 3_000_000])
async def test_what_is_put_comes_back(files: IFileStorage, data: bytes) -> None:
    await files.put(KEY, data)

    assert await files.get(KEY) == data


async def test_a_part_comes_back(files: IFileStorage) -> None:
    await files.put(KEY, b"0123456789")

    assert await files.get(KEY, start=2, end=5) == b"234"
    assert await files.get(KEY, start=7) == b"789"
    assert await files.get(KEY, end=1) == b"0"


async def test_the_old_are_told_from_the_young(files: IFileStorage) -> None:
    await files.put(KEY, b"1")
    await files.put("uploads/cafe.pdf", b"2")

    async def older(than: datetime) -> list[str]:
        return [key async for keys in files.older("documents", than=than) for key in keys]

    assert await older(datetime.now(UTC) + timedelta(minutes=1)) == [KEY]
    assert await older(datetime.now(UTC) - timedelta(minutes=1)) == []


async def test_of_the_old_what_was_put_again_since_stays(files: IFileStorage) -> None:
    for key in (KEY, OTHER):
        await files.put(key, b"1")

    await files.delete([KEY, "documents/none"], put_before=datetime.now(UTC) - timedelta(minutes=1))
    assert await files.list("documents") == [KEY, OTHER]

    await files.delete([KEY], put_before=datetime.now(UTC) + timedelta(minutes=1))
    assert await files.list("documents") == [OTHER]


async def test_what_is_put_again_is_replaced(files: IFileStorage) -> None:
    await files.put(KEY, b"a long first")
    await files.put(KEY, b"second")

    assert await files.get(KEY) == b"second"


async def test_what_is_not_there_is_missing(files: IFileStorage) -> None:
    with pytest.raises(FileMissing):
        await files.get(KEY)


async def test_what_is_deleted_is_gone_and_nothing_else(files: IFileStorage) -> None:
    await files.put(KEY, b"1")
    await files.put(OTHER, b"2")

    await files.delete([KEY, "documents/none/none.pdf"])

    assert await files.list("documents") == [OTHER]
    with pytest.raises(FileMissing):
        await files.get(KEY)
    await files.delete([])


async def test_a_list_knows_folders_from_beginnings_of_names(files: IFileStorage) -> None:
    for key in ("documents/7/b.pdf", "documents/7/a.pdf", "documents/77/a.pdf"):
        await files.put(key, b"1")

    assert await files.list("documents/7") == ["documents/7/a.pdf", "documents/7/b.pdf"]
    assert await files.list("documents/none") == []


async def test_many_at_once_do_not_get_in_each_others_way(files: IFileStorage) -> None:
    data = [bytes([n]) * 5_000 for n in range(20)]

    await asyncio.gather(*(files.put(f"documents/{n}/f", one) for n, one in enumerate(data)))
    await asyncio.gather(*(files.put(KEY, one) for one in data))

    assert [await files.get(f"documents/{n}/f") for n in range(20)] == data
    assert await files.get(KEY) in data


async def test_what_cannot_be_done_is_said_in_one_way(broken_files: IFileStorage) -> None:
    with pytest.raises(StorageUnavailable):
        await broken_files.put(KEY, b"1")
    with pytest.raises(StorageUnavailable):
        await broken_files.get(KEY)
    with pytest.raises(StorageUnavailable):
        await broken_files.list("documents")
    with pytest.raises(StorageUnavailable):
        await broken_files.delete([KEY])
    with pytest.raises(StorageUnavailable):
        [keys async for keys in broken_files.older("documents", than=datetime.now(UTC))]

"""A store or a disk that fails: 503 in the envelope, in time, no row without a file; later all goes on."""

import errno
import os
import time
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import httpx2
import pytest

from app.domain.documents.model import Document
from app.domain.shared.ids import DocumentId
from app.infrastructure.persistence.documents import SqlDocumentWork
from app.infrastructure.storage.local import PARTIAL
from tests.api.conftest import House, house_on
from tests.api.documents.conftest import Desk
from tests.builders.stored_documents import as_json
from tests.stores import CREDENTIALS, StoreServer, failing_store, store_server

SECONDS = 1.0
IN_TIME = 10.0
"""With all that an answer takes beside its files, on a machine that others use."""


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StoreServer]:
    """Which nobody else is using while it is down."""
    with store_server(tmp_path_factory.mktemp("store")) as server:
        yield server


@pytest.fixture
async def house(
    own: StoreServer, database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[House]:
    for name, value in CREDENTIALS.items():
        monkeypatch.setenv(name, value)
    about = {"storage_url": own.url(), "storage_endpoint": own.endpoint, "storage_seconds": SECONDS}
    async with house_on(database_url, tmp_path / "var", **about) as house:
        yield house


def require_503(answer: httpx2.Response) -> None:
    assert answer.status_code == 503, answer.text
    assert answer.json()["error"]["code"] == "storage_unavailable"
    assert int(answer.headers["retry-after"]) > 0


async def rows_of(desk: Desk, document: Document) -> int:
    async with SqlDocumentWork(desk.database, readonly=True) as work:
        return len(await work.documents.exports_of(DocumentId(document.id)))


async def everything_that_writes(desk: Desk, document: Document) -> list[httpx2.Response]:
    path = f"/documents/{document.id}"
    look = {"title": "x", "layout": {"paper": "letter"}}
    return [
        await desk.ada.post(f"{path}/export", json={"format": "md"}),
        await desk.ada.get(f"{path}/download", params={"format": "html"}),
        await desk.ada.put(path, json=look),
        await desk.ada.put(path, json=look | {"content": as_json(document.content)}),
    ]


async def test_an_s3_keeps_the_files_and_hands_them_out(desk: Desk, house: House, document: Document) -> None:
    made = (await desk.ada.post(f"/documents/{document.id}/export", json={})).json()

    file = await house.visitor().get(made["download_url"].removeprefix("/api/v1"))

    assert (file.status_code, len(file.content)) == (200, made["size"])
    assert desk.files() == []
    assert (await desk.ada.delete(f"/documents/{document.id}")).status_code == 204


async def test_an_s3_that_falls_silent_is_survived(desk: Desk, own: StoreServer, document: Document) -> None:
    kept = f"/documents/{document.id}/download?format=txt"
    before = await desk.ada.get(kept)
    said = (await desk.ada.get(f"/documents/{document.id}")).json()

    with own.frozen():
        began = time.monotonic()
        refused = [*await everything_that_writes(desk, document), await desk.ada.get(kept)]
        assert time.monotonic() - began < len(refused) * IN_TIME
        ready = await desk.ada.get("http://test/ready")

    for answer in refused:
        require_503(answer)
    assert ready.status_code == 503
    assert (await desk.ada.get(f"/documents/{document.id}")).json() == said
    assert (await desk.ada.get("/documents")).json()["total"] == 1
    assert await rows_of(desk, document) == 1
    assert (await desk.ada.get(kept)).content == before.content
    assert {answer.status_code for answer in await everything_that_writes(desk, document)} == {200, 201}


async def test_an_s3_that_fails_at_everything_leaves_no_row(
    database_url: str, tmp_path: Path, desk: Desk, document: Document
) -> None:
    async with failing_store(500) as (address, asked):
        about = {"storage_url": "s3://bucket", "storage_endpoint": address, "storage_seconds": SECONDS}
        async with house_on(database_url, tmp_path / "other", **about) as other:
            ada = other.visitor(Authorization=desk.ada.headers["authorization"])
            elsewhere = Desk(ada, other, desk.database, desk.profile, desk.job)
            for answer in await everything_that_writes(elsewhere, document):
                require_503(answer)

    assert asked
    assert await rows_of(desk, document) == 0


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EACCES, errno.EIO])
async def test_a_disk_that_refuses_is_survived(
    database_url: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    number: int,
    desk: Desk,
    document: Document,
) -> None:
    real = os.open

    def refusing(path: Any, *args: Any, **about: Any) -> int:
        if str(path).endswith(PARTIAL):
            raise OSError(number, os.strerror(number))
        return real(path, *args, **about)

    async with house_on(database_url, tmp_path / "other") as other:
        ada = other.visitor(Authorization=desk.ada.headers["authorization"])
        elsewhere = Desk(ada, other, desk.database, desk.profile, desk.job)
        with monkeypatch.context() as broken:
            broken.setattr(os, "open", refusing)
            for answer in await everything_that_writes(elsewhere, document):
                require_503(answer)
        assert elsewhere.files() == []
        assert await rows_of(desk, document) == 0

        healed = await everything_that_writes(elsewhere, document)

    assert {answer.status_code for answer in healed} == {200, 201}

"""kill -9 between a file and its row, in either order: never a row without its file; the rest is swept."""

import os
from contextlib import AbstractAsyncContextManager
from functools import partial
from typing import Any
from uuid import UUID

import httpx2
import pytest

from app.application.housekeeping.kind import FILES_WAIT
from app.application.work.failpoints import AFTER_PUT, BEFORE_DISCARD
from app.domain.documents.model import Document
from app.domain.shared.ids import UserId
from app.infrastructure.persistence.documents import SqlDocumentWork, documents, exports
from app.infrastructure.persistence.housekeeping import SqlHousekeepingWork
from app.infrastructure.persistence.resumes import resumes
from app.infrastructure.queue.failpoints import KILLED
from app.infrastructure.storage.local import LocalFiles
from tests.api.conftest import House, house_on
from tests.builders.profile import a_profile
from tests.builders.stored_documents import a_stored_document, as_json
from tests.builders.uploads import NURSE
from tests.contract.test_housekeeping import NOW, kept_house
from tests.survival.conftest import Scene
from tests.survival.processes import PATIENCE, free_port, process

API = "/api/v1"


async def a_document(scene: Scene) -> tuple[Document, dict[str, str]]:
    """Of somebody who is registered; and what they sign their requests with."""
    async with alive(scene) as house:
        grace = await house.person("grace")
        owner = UserId(UUID((await grace.get("/auth/me")).json()["id"]))
    profile = a_profile(owner)
    document = a_stored_document(profile)
    async with SqlDocumentWork(scene.database) as work:
        await work.profiles.add(profile)
        await work.documents.add(document)
        await work.commit()
    return document, {"Authorization": grace.headers["authorization"]}


def alive(scene: Scene) -> AbstractAsyncContextManager[House]:
    return house_on(scene.database_url, scene.data_dir)


async def dies_of(scene: Scene, failpoint: str, method: str, path: str, **about: Any) -> None:
    """A process of its own, killed there while it answers."""
    port = free_port()
    serving = ("app.main", "serve", "--port", str(port))
    async with process(scene, *serving, JOBWISE_FAILPOINT=failpoint) as running:
        assert running.stdout
        while not (await running.stdout.readline()).startswith(b"JobWise"):
            assert running.returncode is None
        async with httpx2.AsyncClient(base_url=f"http://127.0.0.1:{port}", trust_env=False) as client:
            with pytest.raises(httpx2.TransportError):
                await client.request(method, f"{API}{path}", timeout=PATIENCE, **about)
        assert await running.wait() == KILLED


def age(scene: Scene) -> None:
    then = (NOW - FILES_WAIT).timestamp() - 60
    for key in scene.files():
        os.utime(scene.data_dir / "files" / key, (then, then))


async def sweep(scene: Scene) -> None:
    await kept_house(partial(SqlHousekeepingWork, scene.database), LocalFiles(scene.data_dir / "files"))


async def test_a_file_whose_row_never_came_is_taken_up_or_swept(scene: Scene) -> None:
    document, signed = await a_document(scene)
    path = f"/documents/{document.id}/export"

    await dies_of(scene, AFTER_PUT, "POST", path, json={"format": "txt"}, headers=signed)
    assert await scene.rows(exports) == []
    [lone] = scene.files()
    async with alive(scene) as house:
        made = await house.visitor(**signed).post(path, json={"format": "txt"})
        file = await house.visitor().get(made.json()["download_url"].removeprefix(API))
    [row] = await scene.rows(exports)
    assert (row["storage_key"], file.status_code, len(file.content)) == (lone, 200, row["size"])

    await dies_of(scene, AFTER_PUT, "POST", path, json={"format": "md"}, headers=signed)
    assert len(scene.files()) == 2
    age(scene)
    await sweep(scene)
    assert scene.files() == {lone}


async def test_a_new_version_that_was_not_kept_is_not_there_and_its_file_is_swept(scene: Scene) -> None:
    document, signed = await a_document(scene)
    body = {"title": "x", "layout": {"paper": "letter"}, "content": as_json(document.content)}

    await dies_of(scene, AFTER_PUT, "PUT", f"/documents/{document.id}", json=body, headers=signed)

    assert [row["id"] for row in await scene.rows(documents)] == [document.id]
    assert await scene.rows(exports) == []
    assert len(scene.files()) == 1
    age(scene)
    await sweep(scene)
    assert scene.files() == set()


async def test_a_document_that_was_removed_is_gone_and_its_files_are_swept(scene: Scene) -> None:
    document, signed = await a_document(scene)
    async with alive(scene) as house:
        made = await house.visitor(**signed).post(f"/documents/{document.id}/export", json={})
        assert made.status_code == 201, made.text

    await dies_of(scene, BEFORE_DISCARD, "DELETE", f"/documents/{document.id}", headers=signed)

    assert await scene.rows(documents) == await scene.rows(exports) == []
    assert len(scene.files()) == 1
    async with alive(scene) as house:
        assert (await house.visitor().get(made.json()["download_url"].removeprefix(API))).status_code == 404
    age(scene)
    await sweep(scene)
    assert scene.files() == set()


async def test_an_upload_that_dies_leaves_a_row_with_its_file_or_a_file_that_is_swept(scene: Scene) -> None:
    async with alive(scene) as house:
        grace = await house.person("grace")
        signed = {"Authorization": grace.headers["authorization"]}
        sent = {"file": ("cv.txt", NURSE.encode())}

    await dies_of(scene, AFTER_PUT, "POST", "/resumes/upload", files=sent, headers=signed)
    assert await scene.rows(resumes) == []
    assert len(scene.files()) == 1
    async with alive(scene) as house:
        made = await house.visitor(**signed).post("/resumes/upload", files=sent)
        assert made.status_code == 201, made.text
        other = {"file": ("b.txt", b"Grace Hopper")}
        kept = await house.visitor(**signed).post("/resumes/upload", files=other)
    assert len(scene.files()) == 3

    await dies_of(scene, BEFORE_DISCARD, "DELETE", f"/resumes/{made.json()['id']}", headers=signed)
    [row] = await scene.rows(resumes)
    assert str(row["id"]) == kept.json()["id"]
    assert len(scene.files()) == 3
    age(scene)
    await sweep(scene)
    assert scene.files() == {row["storage_key"]}

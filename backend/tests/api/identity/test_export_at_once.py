"""One archive of an account at a time, on the disk of the data, and nothing of it left."""

import asyncio
import errno
import gc
import tempfile
from pathlib import Path
from typing import Any
from uuid import UUID

import httpx2
import pytest

from app.domain.shared.ids import UserId
from app.infrastructure.archives import zip as archives
from tests.api.conftest import House, house_on

PATH = "/users/me/export"


async def id_of(person: httpx2.AsyncClient) -> UserId:
    return UserId(UUID((await person.get("/users/me")).json()["id"]))


async def test_of_two_at_once_one_is_refused_and_another_person_is_not(house: House) -> None:
    ada, ben = await house.person(), await house.person("ben")

    first, second, other = await asyncio.gather(ada.get(PATH), ada.get(PATH), ben.get(PATH))

    assert sorted((first.status_code, second.status_code)) == [200, 409]
    refused = second if second.status_code == 409 else first
    assert refused.json()["error"]["code"] == "export_under_way"
    assert other.status_code == 200
    assert (await ada.get(PATH)).status_code == 200


async def test_there_is_no_other_while_one_is_being_fetched(house: House) -> None:
    ada = await house.person()
    archive = await house.services.account_exports.export(await id_of(ada))

    assert (await ada.get(PATH)).status_code == 409

    await archive.close()
    assert (await ada.get(PATH)).status_code == 200


@pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning")
async def test_one_that_was_let_go_of_unread_keeps_nobody_back(house: House) -> None:
    ada = await house.person()
    await house.services.account_exports.export(await id_of(ada))
    gc.collect()

    assert (await ada.get(PATH)).status_code == 200


async def test_it_lies_beside_the_data_and_has_no_name(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    ada, folder, used = await house.person(), house.settings.data_dir / "archives", []

    def seen(*given: Any, **about: Any) -> Any:
        used.append(about["dir"])
        return tempfile.TemporaryFile(*given, **about)

    monkeypatch.setattr(archives, "TemporaryFile", seen)
    archive = await house.services.account_exports.export(await id_of(ada))

    assert used == [folder]
    assert folder.stat().st_mode & 0o077 == 0
    assert list(folder.iterdir()) == []
    await archive.close()


async def test_what_a_dead_process_left_is_gone_with_the_next_archive(
    sqlite_url: str, tmp_path: Path
) -> None:
    folder = tmp_path / "var" / "archives"
    folder.mkdir(parents=True)
    left, foreign = folder / f"{archives.PREFIX}abc", folder / "notes.txt"
    for each in (left, foreign):
        each.write_text("all that Ada has")

    async with house_on(sqlite_url, tmp_path / "var") as house:
        assert (await (await house.person()).get(PATH)).status_code == 200

    assert list(folder.iterdir()) == [foreign]


async def test_a_full_disk_is_told_and_the_next_archive_is_made(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    ada = await house.person()

    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(archives, "TemporaryFile", full)
        answer = await ada.get(PATH)
    assert (answer.status_code, answer.json()["error"]["code"]) == (503, "storage_unavailable")
    assert "retry-after" in answer.headers

    assert (await ada.get(PATH)).status_code == 200

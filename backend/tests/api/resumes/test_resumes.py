"""Uploaded resumes: listed, opened, handed out, changed and deleted; one of them is the primary one."""

import asyncio
import os

import httpx2
import pytest

from app.domain.resumes.errors import ResumeWithoutText
from app.domain.resumes.files import FileKind, FileText
from app.infrastructure.extraction.resume_files import ChildResumeFiles
from tests.api.conftest import House
from tests.api.resumes.conftest import upload
from tests.api.statements import statements
from tests.builders.uploads import NURSE


async def several(ada: httpx2.AsyncClient, count: int) -> list[str]:
    """The oldest first."""
    return [(await upload(ada, f"{NURSE}\nNumber {n}\n")).json()["id"] for n in range(count)]


async def primaries(ada: httpx2.AsyncClient) -> list[str]:
    listed = (await ada.get("/resumes?limit=100")).json()["items"]
    return [each["id"] for each in listed if each["is_primary"]]


async def test_a_list_takes_as_many_statements_however_long_it_is(ada: httpx2.AsyncClient) -> None:
    counts = []
    for number in range(2, 9, 3):
        await upload(ada, f"{NURSE}\nNumber {number}\n")
        await upload(ada, f"{NURSE}\nNumber {number + 1}\n")
        await ada.get("/resumes")
        with statements() as said:
            listed = (await ada.get("/resumes")).json()
        counts.append(len([each for each in said if "FROM resumes" in each]))
    assert listed["total"] == 6
    assert counts == [2, 2, 2]
    assert not {"text", "parsed"} & set(listed["items"][0])


async def test_the_newest_comes_first(ada: httpx2.AsyncClient) -> None:
    ids = await several(ada, 3)

    listed = (await ada.get("/resumes?limit=2")).json()
    assert [each["id"] for each in listed["items"]] == [ids[2], ids[1]]
    assert listed["total"] == 3


async def test_the_file_is_handed_out_as_it_came(ada: httpx2.AsyncClient) -> None:
    data = ("\ufeff" + NURSE.replace("\n", "\r\n")).encode()
    path = f"/resumes/{(await upload(ada, data)).json()['id']}/file"
    file = await ada.get(path)

    assert file.content == data
    assert file.headers["content-type"].startswith("text/plain")
    assert file.headers["x-content-type-options"] == "nosniff"
    assert file.headers["content-disposition"] == 'attachment; filename="Ada Byron.txt"'
    assert "no-store" in file.headers["cache-control"]
    part = await ada.get(path, headers={"Range": "bytes=10-19"})
    assert (part.status_code, part.content) == (206, data[10:20])
    assert part.headers["content-range"] == f"bytes 10-19/{len(data)}"
    held = await ada.get(path, headers={"If-None-Match": file.headers["etag"]})
    assert (held.status_code, held.content) == (304, b"")
    assert (await ada.get(path, headers={"Range": f"bytes={len(data)}-"})).status_code == 416
    many = ", ".join(f"{n}-{n}" for n in range(4_000))
    assert (await ada.get(path, headers={"Range": f"bytes={many}"})).status_code == 200


async def test_there_is_always_one_primary_resume(ada: httpx2.AsyncClient) -> None:
    first, second, third = await several(ada, 3)
    assert await primaries(ada) == [first]

    chosen = await ada.post(f"/resumes/{second}/set-primary", headers={"If-Match": '"1"'})
    assert (chosen.status_code, chosen.json()["is_primary"], chosen.headers["etag"]) == (200, True, '"2"')
    assert await primaries(ada) == [second]
    again = await ada.post(f"/resumes/{second}/set-primary")
    assert again.headers["etag"] == '"2"'
    assert (await ada.post(f"/resumes/{first}/set-primary", headers={"If-Match": '"1"'})).status_code == 412

    assert (await ada.delete(f"/resumes/{second}")).status_code == 204
    assert await primaries(ada) == [third]
    await ada.delete(f"/resumes/{first}")
    await ada.delete(f"/resumes/{third}")
    assert (await ada.get("/resumes")).json()["items"] == []


async def test_a_race_for_the_first_place_has_one_winner(ada: httpx2.AsyncClient) -> None:
    ids = await several(ada, 6)
    chosen = await asyncio.gather(*(ada.post(f"/resumes/{each}/set-primary") for each in ids * 3))

    assert {answer.status_code for answer in chosen} == {200}
    assert len(await primaries(ada)) == 1
    mixed = await asyncio.gather(
        *(ada.delete(f"/resumes/{each}") for each in ids[:3]),
        *(ada.post(f"/resumes/{each}/set-primary") for each in ids[:5]),
    )
    assert {answer.status_code for answer in mixed} <= {200, 204, 404, 409}
    assert len(await primaries(ada)) == 1


async def test_what_is_deleted_goes_with_its_file(house: House, ada: httpx2.AsyncClient) -> None:
    [resume] = await several(ada, 1)
    stale = await ada.delete(f"/resumes/{resume}", headers={"If-Match": '"7"'})
    assert stale.status_code == 412

    assert (await ada.delete(f"/resumes/{resume}", headers={"If-Match": '"1"'})).status_code == 204
    assert (await ada.get(f"/resumes/{resume}")).status_code == 404
    assert [p for p in (house.settings.data_dir / "files").rglob("*") if p.is_file()] == []


async def test_it_is_read_anew_with_the_reader_of_today(
    ada: httpx2.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = (await upload(ada)).json()
    path = f"/resumes/{made['id']}/re-extract"

    async def newer(_: ChildResumeFiles, data: bytes) -> FileText:
        text = data.decode().replace("Ada", "Eve")
        return FileText(kind=FileKind.TXT, text=text, pages=1, reader="newer 2")

    monkeypatch.setattr(ChildResumeFiles, "read", newer)
    again = await ada.post(path, headers={"If-Match": '"1"'})

    assert again.status_code == 200, again.text
    body = again.json()
    assert (body["version"], body["parsed"]["name"]["value"]) == (2, "Eve Byron")
    assert body["extracted_at"] > made["extracted_at"]
    assert body["created_at"] == made["created_at"]
    assert (await ada.post(path, headers={"If-Match": '"1"'})).status_code == 412

    async def blind(_: ChildResumeFiles, data: bytes) -> FileText:
        raise ResumeWithoutText("There is no text in it.")

    monkeypatch.setattr(ChildResumeFiles, "read", blind)
    failed = await ada.post(path)
    assert (failed.status_code, failed.json()["error"]["code"]) == (422, "resume_without_text")
    assert (await ada.get(f"/resumes/{made['id']}")).json()["parsed"]["name"]["value"] == "Eve Byron"


async def test_without_its_files_nothing_is_taken_in_and_nothing_said_twice(
    house: House, ada: httpx2.AsyncClient
) -> None:
    folder = house.settings.data_dir / "files"
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.write_text("no folder")
    down = await upload(ada)
    assert (down.status_code, down.json()["error"]["code"]) == (503, "storage_unavailable")
    assert int(down.headers["retry-after"]) > 0
    assert (await ada.get("/resumes")).json()["total"] == 0

    os.unlink(folder)
    made = await upload(ada)
    assert made.status_code == 201
    for file in folder.rglob("*.txt"):
        file.unlink()
    gone = await ada.get(f"/resumes/{made.json()['id']}/file")
    assert (gone.status_code, gone.json()["error"]["code"]) == (503, "file_missing")


async def test_an_erased_account_takes_its_resumes_and_their_files_along(house: House) -> None:
    ada, ben = await house.person("ada"), await house.person("ben")
    await several(ada, 2)
    kept = (await upload(ben)).json()["id"]
    gone = await ada.delete("/users/me")

    assert gone.status_code == 204, gone.text
    [file] = [p for p in (house.settings.data_dir / "files").rglob("*") if p.is_file()]
    assert kept in str(file)

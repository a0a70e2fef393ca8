"""An account that is erased leaves nothing: no row, no file, no word in an index, a log or a queue."""

import asyncio
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any
from uuid import UUID

import asyncpg
import httpx2
import pytest
from sqlalchemy.engine import make_url

from app.domain.identity.model import Role
from app.domain.shared.ids import UserId
from app.infrastructure.persistence.schema import metadata
from app.infrastructure.storage.local import LocalFiles
from app.presentation.api.applications import examples as tracked
from app.presentation.api.profiles import examples
from tests.api.conftest import House
from tests.api.edge.test_logs import Log
from tests.builders.generation import CAREER, POSTING
from tests.builders.pictures import a_picture

CANARY = "zyxkanaria"
"""A word that nobody else says; in small letters, since indexes fold it."""


def sung(body: Any) -> Any:
    """The same body with the word in each text that anything may stand in."""
    if isinstance(body, dict):
        return {name: value if name in FIXED else sung(value) for name, value in body.items()}
    if isinstance(body, list):
        return [sung(each) for each in body]
    return f"{body} {CANARY}" if isinstance(body, str) and " " in body else body


SUNG = {"users", "sessions", "jobs", "documents", "applications", "proposals", "work_steps"}
"""Some of the tables that the word comes to."""
FIXED = {"proposed_by", "said_in", "category", "experience_id", "start_date", "end_date", "date", "startDate"}


async def a_singing_account(house: House) -> httpx2.AsyncClient:
    """Something of everything, with the word in it; and the keys, devices and names of an account as well."""
    body = {"email": f"{CANARY}@example.com", "password": "Correct-Horse-7", "full_name": f"Ada {CANARY}"}
    signed = await house.visitor(**{"User-Agent": f"{CANARY}/1"}).post("/auth/register", json=body)
    ada = house.visitor(Authorization=f"Bearer {signed.json()['access_token']}")
    career = sung(CAREER)
    career["basics"]["name"] = f"Ada {CANARY}"
    profile = await made(ada, "/profiles/import", career)
    posting = f"{POSTING}\n\nWe like {CANARY}.\n"
    job = await made(ada, "/jobs", {"source": "user_created", "raw_text": posting})
    wish = {"profile_id": profile["id"], "job_id": job["id"], "options": {}}
    begun = await made(ada, "/generations/resume", wish, **{"Idempotency-Key": CANARY})
    await ada.get(f"/generations/{begun['id']}/events")
    [document] = (await ada.get("/documents")).json()["items"]
    await made(ada, f"/documents/{document['id']}/export", {"format": "docx"})
    held = await made(ada, "/experiences", sung(examples.EXPERIENCE))
    await made(ada, "/experiences/proposals", sung(examples.PROPOSAL) | {"experience_id": held["id"]})
    await made(ada, "/job-profiles", {"name": CANARY})
    applied = sung(tracked.APPLIED) | {"document_id": document["id"]}
    await made(ada, f"/jobs/{job['id']}/apply", applied)
    assert (await ada.post("/users/avatar", files={"file": a_picture()})).status_code == 201
    assert (await ada.get("/users/me/export")).status_code == 200
    return ada


async def made(client: httpx2.AsyncClient, path: str, body: Any, **headers: str) -> Any:
    answer = await client.post(path, json=body, headers=headers)
    assert answer.status_code in {200, 201}, f"{path}: {answer.text}"
    return answer.json()


def sqlite_cells(path: str) -> Iterator[tuple[str, str]]:
    with closing(sqlite3.connect(path)) as connection:
        names = [n for (n,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        for name in names:
            for row in connection.execute(f'SELECT * FROM "{name}"'):
                for cell in row:
                    yield name, cell.decode("latin-1") if isinstance(cell, bytes) else str(cell)


async def cells(database_url: str) -> list[tuple[str, str]]:
    """Every value of every table, as text, those that hold indexes included."""
    url = make_url(database_url)
    if url.get_backend_name() == "sqlite":
        return list(sqlite_cells(str(url.database)))
    connection = await asyncpg.connect(url.set(drivername="postgresql").render_as_string(hide_password=False))
    try:
        rows = {
            table.name: await connection.fetch(f'SELECT t::text AS row FROM "{table.name}" t')
            for table in metadata.sorted_tables
        }
        return [(name, str(row["row"])) for name, found in rows.items() for row in found]
    finally:
        await connection.close()


def on_disk(*folders: Path) -> list[str]:
    """Files that have the word in them, byte for byte; or in their name."""
    files = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    return [str(f) for f in files if CANARY.encode() in f.read_bytes().lower() or CANARY in f.name.lower()]


async def holding(database_url: str, *words: str) -> set[str]:
    """Tables with any of the words, whoever's: as a UUID with or without its hyphens."""
    spelled = {form for word in words for form in (word.lower(), word.replace("-", "").lower())}
    return {name for name, cell in await cells(database_url) if any(word in cell.lower() for word in spelled)}


async def test_nothing_is_left_of_an_erased_account(
    house: House, database_url: str, tmp_path: Path, log: Log
) -> None:
    ada = await a_singing_account(house)
    user_id = (await ada.get("/users/me")).json()["id"]
    assert await holding(database_url, CANARY) >= SUNG
    if database_url.startswith("sqlite"):
        assert on_disk(tmp_path)

    assert (await ada.delete("/users/me")).status_code == 204

    assert await holding(database_url, CANARY, user_id) == set()
    assert on_disk(tmp_path) == []
    assert files_of(house) == []
    assert user_id in log.text
    assert CANARY not in log.text.lower()


async def test_that_it_happened_is_told_and_not_to_whom(house: House, database_url: str) -> None:
    root, ada = await house.person("root"), await house.person()
    await house.services.accounts.set_role(email="root@example.com", role=Role.ADMIN)
    await ada.get("/users/me/export", headers={"User-Agent": "Exporter/1"})
    user_id = (await ada.get("/users/me")).json()["id"]

    assert (await root.delete(f"/users/{user_id}")).status_code == 204

    assert await holding(database_url, user_id, "Exporter/1") == set()
    told = [cell for name, cell in await cells(database_url) if name == "security_events"]
    assert any("account_erased" in cell for cell in told)
    assert any("account_exported" in cell for cell in told)


async def test_no_table_keeps_a_row_of_an_erased_user(house: House, database_url: str) -> None:
    """By what the tables say of themselves: any column that names a user."""
    ada = await a_singing_account(house)
    user_id = (await ada.get("/users/me")).json()["id"]
    naming = {t.name for t in metadata.sorted_tables if {"user_id", "actor_id", "by"} & {c.name for c in t.c}}
    assert naming > {"sessions", "jobs", "application_moves"}
    before = await holding(database_url, user_id)
    assert len(before & naming) > 8

    await ada.delete("/users/me")

    assert await holding(database_url, user_id) == set()


async def test_a_run_that_is_under_way_leaves_no_file(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its owner goes between its file and its row."""
    ada = await house.person()
    owner, put = UserId(UUID((await ada.get("/users/me")).json()["id"])), LocalFiles.put
    erased = asyncio.Event()

    async def put_and_erased(files: LocalFiles, key: str, data: bytes) -> None:
        await put(files, key, data)
        await house.services.erasure.erase(owner)
        erased.set()

    monkeypatch.setattr(LocalFiles, "put", put_and_erased)
    profile = await made(ada, "/profiles/import", CAREER)
    job = await made(ada, "/jobs", {"source": "user_created", "raw_text": POSTING})
    await made(ada, "/generations/resume", {"profile_id": profile["id"], "job_id": job["id"]})

    await asyncio.wait_for(erased.wait(), 20)

    for _ in range(100):
        if not files_of(house):
            break
        await asyncio.sleep(0.05)
    assert files_of(house) == []


def files_of(house: House) -> list[Path]:
    return [path for path in (house.settings.data_dir / "files").rglob("*") if path.is_file()]


async def test_of_two_admins_who_go_at_once_one_stays(house: House) -> None:
    admins = [await an_admin(house, name) for name in ("root", "toor")]

    answers = await asyncio.gather(*(admin.delete("/users/me") for admin in admins))

    assert sorted(answer.status_code for answer in answers) == [204, 409]


async def test_of_two_admins_who_demote_each_other_at_once_one_stays(house: House) -> None:
    admins = [await an_admin(house, name) for name in ("root", "toor")]
    ids = [(await admin.get("/users/me")).json()["id"] for admin in admins]
    for _ in range(5):
        answers = await asyncio.gather(
            admins[0].patch(f"/users/{ids[1]}", json={"role": "user"}),
            admins[1].patch(f"/users/{ids[0]}", json={"is_active": False}),
        )
        assert {answer.status_code for answer in answers} <= {200, 401, 403, 409}
        kept = [user for user in await house.services.accounts.oldest(limit=5) if user.is_admin]
        assert len(kept) >= 1
        for user in await house.services.accounts.oldest(limit=5):
            facts = {"role": Role.ADMIN, "is_active": True}
            await house.services.accounts.change(UserId(user.id), facts=facts)


async def an_admin(house: House, name: str) -> httpx2.AsyncClient:
    admin = await house.person(name)
    await house.services.accounts.set_role(email=f"{name}@example.com", role=Role.ADMIN)
    return admin

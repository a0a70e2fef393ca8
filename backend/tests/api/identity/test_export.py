"""Everything that an account owns, to take away; and nothing else."""

import json
from collections.abc import Iterator
from hashlib import sha256
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import httpx2
import pytest

from app.domain.identity.model import Role
from app.infrastructure.persistence import belongings
from app.infrastructure.persistence.belongings import AREAS, ELSEWHERE, owned
from app.infrastructure.persistence.identity import users
from app.infrastructure.persistence.schema import metadata
from tests.api.conftest import House
from tests.api.identity.whole import a_full_account
from tests.builders.pictures import a_picture

SECRET = ("hash", "secret", "password", "token", "code", "salt")
"""In the name of a column that no archive may have."""
COUNTS = {"tokens", "token_usage", "input_tokens", "output_tokens"}
"""Of what a model has read and written."""
WITH_OTHERS = {"identities", "llm_calls", "llm_key_months"}
"""Of which there is nothing without Google, or a language model."""


def unpacked(answer: httpx2.Response) -> dict[str, bytes]:
    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/zip")
    with ZipFile(BytesIO(answer.content)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def rows(files: dict[str, bytes]) -> dict[str, list[dict[str, Any]]]:
    return {
        table: found
        for name, data in files.items()
        if name.endswith(".json") and "/" not in name and name != "manifest.json"
        for table, found in json.loads(data).items()
    }


def test_every_table_with_an_owner_is_exported_or_says_why_not() -> None:
    exported = {part.table for area in AREAS.values() for part in area}
    with_owner = {table.name for table in metadata.sorted_tables if owned(table) is not None}

    assert with_owner == exported | ELSEWHERE.keys()
    assert not exported & ELSEWHERE.keys()
    assert len(exported) == sum(len(area) for area in AREAS.values())


def test_a_table_that_points_at_a_user_has_an_owner() -> None:
    """By whatever column: what is not followed is not erased and not exported."""
    pointing = [t for t in metadata.sorted_tables if any(k.column.table is users for k in t.foreign_keys)]

    assert len(pointing) > 10
    assert all(owned(table) is not None for table in pointing)


def test_no_column_that_sounds_like_a_secret_is_exported() -> None:
    shown = [
        f"{part.table}.{column.name}"
        for area in AREAS.values()
        for part in area
        for column in metadata.tables[part.table].c
        if column.name not in part.without
        and column.name not in COUNTS
        and any(word in column.name for word in SECRET)
    ]

    assert shown == []


@pytest.fixture
def few_at_a_time(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Readings are made once: before and after, they are forgotten."""
    monkeypatch.setattr(belongings, "BATCH", 2)
    _forget_readings()
    yield
    _forget_readings()


def _forget_readings() -> None:
    for reading in belongings._READINGS.values():
        vars(reading).pop("rows", None)


@pytest.mark.usefixtures("few_at_a_time")
async def test_an_archive_has_all_of_an_account(house: House) -> None:
    """Also where a table takes many readings."""
    ada = await a_full_account(house)

    files = unpacked(await ada.get("/users/me/export"))

    found = rows(files)
    empty = [name for name, kept in found.items() if not kept]
    assert set(empty) <= WITH_OTHERS, empty
    assert found["users"][0]["email"] == "ada@example.com"
    assert "hashed_password" not in found["users"][0]
    assert b"$2b$" not in b"".join(files.values())
    assert b"sk-planted" not in b"".join(files.values())
    assert (found["llm_keys"][0]["last_four"], "sealed" in found["llm_keys"][0]) == ("ount", False)
    manifest = json.loads(files["manifest.json"])
    assert manifest["rows"] == {name: len(kept) for name, kept in found.items()}
    assert manifest["missing"] == []
    told = {member["name"]: (member["size"], member["sha256"]) for member in manifest["files"]}
    assert told == {
        name: (len(data), sha256(data).hexdigest()) for name, data in files.items() if name != "manifest.json"
    }
    keys = [row["storage_key"] for row in found["document_exports"] + found["avatars"] + found["resumes"]]
    assert len(keys) >= 4
    assert {f"files/{key}" for key in keys} == {name for name in files if name.startswith("files/")}
    for row in found["document_exports"]:
        assert sha256(files[f"files/{row['storage_key']}"]).hexdigest() == row["sha256"]
    assert files["README.txt"].startswith(b"JobWise")


async def test_an_archive_has_nothing_of_anybody_else(house: House) -> None:
    await a_full_account(house, "ben")
    ada = await house.person()
    before = unpacked(await ada.get("/users/me/export"))

    assert b"ben@example.com" not in b"".join(before.values())
    told = {name for name, kept in rows(before).items() if kept}
    assert told >= {"users", "sessions", "security_events"}
    assert told - {"users", "sessions", "security_events"} <= {"work", "work_steps", "work_events"}, "a mail"


async def test_an_admin_takes_away_what_is_their_own(house: House) -> None:
    await a_full_account(house, "ben")
    root = await house.person("root")
    await house.services.accounts.set_role(email="root@example.com", role=Role.ADMIN)

    assert b"ben@example.com" not in b"".join(unpacked(await root.get("/users/me/export")).values())


async def test_the_same_account_gives_the_same_archive(house: House) -> None:
    ada = await a_full_account(house)
    await ada.get("/users/me/export")

    first, second = [unpacked(await ada.get("/users/me/export")) for _ in range(2)]

    assert list(first) == list(second)
    alike = [name for name in first if first[name] == second[name]]
    assert set(first) - set(alike) == {"manifest.json", "security.json"}


async def test_an_export_is_told_to_the_account(house: House) -> None:
    ada = await house.person()
    await ada.get("/users/me/export", headers={"User-Agent": "Exporter/1"})

    told = rows(unpacked(await ada.get("/users/me/export")))["security_events"]

    [event] = [each for each in told if each["device"] == "Exporter/1"]
    assert event["kind"] == "account_exported"
    assert "actor_id" not in event


async def test_a_file_that_is_lost_is_named_and_keeps_nothing_back(house: House) -> None:
    ada = await house.person()
    await ada.post("/users/avatar", files={"file": a_picture()})
    [path] = (house.settings.data_dir / "files" / "avatars").rglob("*.webp")
    path.unlink()

    files = unpacked(await ada.get("/users/me/export"))

    [missing] = json.loads(files["manifest.json"])["missing"]
    assert missing.endswith(path.name)

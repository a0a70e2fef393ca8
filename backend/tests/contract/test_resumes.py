"""What every IResumeRepository promises, whoever keeps the resumes."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields, replace
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import event

from app.application.resumes.work import IResumeWork
from app.application.unit_of_work import Opens
from app.domain.resumes.errors import PrimaryTaken, ResumeExists, ResumeNotFound
from app.domain.resumes.files import FileKind, FileText
from app.domain.resumes.model import Kept, Resume
from app.domain.shared.errors import Stale
from app.domain.shared.ids import ResumeId
from app.domain.shared.page import Slice
from app.infrastructure.persistence.database import Database
from app.infrastructure.persistence.identity import SqlIdentityWork
from app.infrastructure.persistence.resumes import SqlResumeWork
from tests.builders.identity import ADA, BEN, a_user
from tests.builders.uploads import NOW, NURSE, an_upload
from tests.contract.conftest import Backend, opener
from tests.fakes.identity import MemoryIdentityWork
from tests.fakes.resume_work import MemoryResumeWork

Opener = Opens[IResumeWork]


@pytest.fixture
async def work(backend: Backend) -> Opener:
    async with opener(backend, MemoryIdentityWork, SqlIdentityWork)() as unit:
        await unit.users.add(a_user(ADA))
        await unit.users.add(a_user(BEN, "ben@example.com"))
        await unit.commit()
    found: Opener = opener(backend, MemoryResumeWork, SqlResumeWork)
    return found


async def keep(work: Opener, *resumes: Resume) -> None:
    async with work() as unit:
        for resume in resumes:
            await unit.resumes.add(resume)
        await unit.commit()


def numbered(count: int, **about: Any) -> list[Resume]:
    return [
        an_upload(ADA, f"{NURSE}\nNumber {n}\n", created_at=NOW + timedelta(minutes=n), **about)
        for n in range(count)
    ]


def id_of(resume: Resume) -> ResumeId:
    return ResumeId(resume.id)


async def test_every_field_comes_back_as_it_went(work: Opener) -> None:
    resume = an_upload(ADA, is_primary=True, text=NURSE + "\u2028 \U0001f600")
    await keep(work, resume)

    async with work(readonly=True) as unit:
        back = await unit.resumes.get(id_of(resume), owner=ADA)
    assert {f.name: getattr(back, f.name) for f in fields(back)} == {
        f.name: getattr(resume, f.name) for f in fields(resume)
    }
    assert back.version == 1


async def test_what_is_somebody_elses_is_not_there(work: Opener) -> None:
    resume = an_upload(ADA, is_primary=True)
    await keep(work, resume)

    async with work(readonly=True) as unit:
        with pytest.raises(ResumeNotFound):
            await unit.resumes.get(id_of(resume), owner=BEN)
        assert await unit.resumes.find_same(resume.sha256, owner=BEN) is None
        assert await unit.resumes.find_primary(BEN) is None
        assert await unit.resumes.find_newest(BEN) is None
        assert (await unit.resumes.page(BEN, Slice())).total == 0
        assert await unit.resumes.kept(BEN) == Kept(0, 0)
        assert await unit.resumes.storage_keys_of(BEN) == []


async def test_a_file_is_kept_once_for_each_person(work: Opener) -> None:
    resume = an_upload(ADA)
    await keep(work, resume, an_upload(BEN))

    with pytest.raises(ResumeExists):
        await keep(work, an_upload(ADA))
    async with work(readonly=True) as unit:
        assert await unit.resumes.find_same(resume.sha256, owner=ADA) == resume


async def test_nobody_has_two_primary_resumes(work: Opener) -> None:
    first, second = numbered(2)
    first.is_primary = True
    await keep(work, first, second, an_upload(BEN, is_primary=True))

    second.become_primary(now=NOW)
    with pytest.raises(PrimaryTaken):
        async with work() as unit:
            await unit.resumes.save(second)
    async with work(readonly=True) as unit:
        assert await unit.resumes.find_primary(ADA) == first


async def test_who_saves_or_removes_what_has_changed_is_told_so(work: Opener) -> None:
    resume = an_upload(ADA)
    await keep(work, resume)
    async with work() as unit:
        mine, theirs = [await unit.resumes.get(id_of(resume), owner=ADA) for _ in range(2)]
        file = FileText(kind=FileKind.TXT, text="Eve", pages=2, reader="plain 2")
        mine.read_again(file, replace(resume.parsed, language="de"), now=NOW)
        await unit.resumes.save(mine)
        with pytest.raises(Stale):
            await unit.resumes.save(theirs)
        with pytest.raises(Stale):
            await unit.resumes.remove(theirs)
        await unit.commit()
    async with work() as unit:
        again = await unit.resumes.get(id_of(resume), owner=ADA)
        assert (again.version, again.text, again.language, again.reader) == (2, "Eve", "de", "plain 2")
        await unit.resumes.remove(again)
        await unit.commit()
    async with work(readonly=True) as unit:
        with pytest.raises(ResumeNotFound):
            await unit.resumes.get(id_of(resume), owner=ADA)


async def test_files_and_bytes_are_counted(work: Opener) -> None:
    resumes = numbered(3)
    await keep(work, *resumes, an_upload(BEN))

    async with work() as unit:
        assert await unit.resumes.kept(ADA, lock=True) == Kept(3, sum(r.size for r in resumes))


@contextmanager
def statements(backend: Backend) -> Iterator[list[str]]:
    asked: list[str] = []

    def hear(connection: object, cursor: object, statement: str, *_: object) -> None:
        asked.append(statement)

    assert isinstance(backend, Database)
    event.listen(backend.engine.sync_engine, "before_cursor_execute", hear)
    yield asked
    event.remove(backend.engine.sync_engine, "before_cursor_execute", hear)


async def test_a_list_has_the_newest_first_in_two_statements(work: Opener, backend: Backend) -> None:
    resumes = numbered(5)
    await keep(work, *resumes)

    async with work(readonly=True) as unit:
        page = await unit.resumes.page(ADA, Slice(2, 1))
        assert [card.id for card in page.items] == [resumes[3].id, resumes[2].id]
        assert (page.total, page.items[0].remarks) == (5, resumes[3].remarks)
        assert await unit.resumes.find_newest(ADA) == resumes[4]
        if isinstance(backend, Database):
            with statements(backend) as asked:
                await unit.resumes.page(ADA, Slice(100))
            assert len([each for each in asked if "SELECT" in each]) == 2
            assert not any("resumes.parsed" in each or "resumes.text" in each for each in asked)


async def test_keys_are_told_of_what_is_kept(work: Opener) -> None:
    resumes = numbered(2)
    await keep(work, *resumes)
    keys = {r.storage_key for r in resumes}

    async with work(readonly=True) as unit:
        asked = [*keys, f"resumes/{uuid4()}/gone.txt"]
        assert await unit.resumes.recorded(asked) == keys
        assert list(await unit.resumes.storage_keys_of(ADA)) == sorted(keys)


async def test_who_counts_with_a_lock_counts_alone(work: Opener, backend: Backend) -> None:
    """Else two who find room for one more both take it."""
    if not isinstance(backend, Database):
        pytest.skip("memory has one writer")
    seen: list[int] = []

    async def one(resume: Resume) -> None:
        async with work() as unit:
            kept = await unit.resumes.kept(ADA, lock=True)
            seen.append(kept.files)
            await asyncio.sleep(0.02)
            await unit.resumes.add(resume)
            await unit.commit()

    await asyncio.gather(*map(one, numbered(6)))
    assert sorted(seen) == list(range(6))

"""What is left over goes, and nothing else: on every database, with files on a disk."""

import os
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from app.application.housekeeping.kind import DAILY, FILES_WAIT, WORK_KEPT, Housekeeping
from app.application.housekeeping.work import IHousekeepingWork
from app.application.idempotency import KEPT, Once, Reply
from app.application.unit_of_work import Opens
from app.application.work.runner import Runner
from app.domain.identity.challenges import Allowance
from app.domain.shared.ids import ChallengeId
from app.domain.shared.work import Order, Output, Patience, WorkState
from app.infrastructure.persistence.housekeeping import SqlHousekeepingWork
from app.infrastructure.persistence.identity import SqlIdentityWork
from app.infrastructure.storage.local import PARTIAL, LocalFiles
from tests.builders.challenges import a_challenge
from tests.builders.identity import ADA, a_user
from tests.builders.profile import a_profile
from tests.builders.stored_documents import a_stored_document, an_export
from tests.builders.work import ADDING, CHECKING, Sum, an_order
from tests.contract.conftest import Backend, opener
from tests.fakes.housekeeping import MemoryHousekeepingWork, NoRemains
from tests.fakes.identity import MemoryIdentityWork
from tests.fakes.work import RecordingBell

Opener = Opens[IHousekeepingWork]
NOW = datetime.now(UTC)


@pytest.fixture
async def opens(backend: Backend) -> Opener:
    async with opener(backend, MemoryIdentityWork, SqlIdentityWork)() as unit:
        await unit.users.add(a_user(ADA))
        await unit.commit()
    found: Opener = opener(backend, MemoryHousekeepingWork, SqlHousekeepingWork)
    return found


@pytest.fixture
def files(tmp_path: Path) -> LocalFiles:
    return LocalFiles(tmp_path)


async def kept_house(opens: Opener, files: LocalFiles) -> Sequence[tuple[str, int]]:
    """A day's housekeeping; what it told."""
    kind = Housekeeping(
        work=opens, storage=files, remains=NoRemains(), lasting={"adding": ["check"]}, now=lambda: NOW
    )
    runner = Runner(kinds=[kind], bell=RecordingBell(), patience=Patience(), name="me", now=lambda: NOW)
    order = DAILY.order(NOW)
    async with opens() as unit:
        await unit.queue.add(order, now=NOW)
        await unit.commit()
    (due,) = await waiting(opens)
    assert await runner.run(due)
    async with opens(readonly=True) as unit:
        ended = await unit.queue.find(order.id)
        assert ended
        assert ended.state is WorkState.DONE
        told = (await unit.queue.events({order.id: 0}))[order.id]
    return [(event.kind, event.data["removed"]) for event in told]


def done(**removed: int) -> list[tuple[str, int]]:
    """Each part, and how much it removed."""
    parts = ("old_work", "old_replies", "old_security_events", "old_mail", "remains", "end")
    return [(part, removed.get(part, 0)) for part in parts]


async def waiting(opens: Opener) -> Sequence[Any]:
    async with opens(readonly=True) as unit:
        return await unit.queue.due(kinds=[DAILY.kind], limit=2)


async def ended(opens: Opener, order: Order, *, at: datetime) -> None:
    async with opens() as unit:
        await unit.queue.add(order, now=at)
        found = await unit.queue.find(order.id)
        assert found
        mine = await unit.queue.claim(found, by="me", lease=60)
        assert mine
        for step in (ADDING, CHECKING):
            await unit.queue.record(mine, step, Output(Sum((), 0)), now=at)
        await unit.queue.finish(mine, WorkState.FAILED, error=None, now=at)
        await unit.commit()


async def test_old_work_goes_in_as_many_parts_as_it_takes(
    opens: Opener, files: LocalFiles, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.application.housekeeping.kind.BATCH", 2)
    old, recent = [an_order() for _ in range(5)], an_order()
    for order in old:
        await ended(opens, order, at=NOW - WORK_KEPT - timedelta(minutes=1))
    await ended(opens, recent, at=NOW - WORK_KEPT + timedelta(minutes=1))

    assert await kept_house(opens, files) == done(old_work=5, end=0)

    async with opens(readonly=True) as unit:
        assert [await unit.queue.find(order.id) for order in old] == [None] * 5
        assert await unit.queue.find(recent.id)


async def test_replies_that_are_no_longer_kept_go(opens: Opener, files: LocalFiles) -> None:
    def once(key: str) -> Once[Any]:
        return Once(route="POST /x", key=key, fingerprint="f", reply=lambda _: Reply(201, {}))

    async with opens() as unit:
        for key, age in (("old", KEPT), ("recent", KEPT - timedelta(minutes=1))):
            await unit.replies.find_or_reserve(ADA, once(key), now=NOW - age)
            await unit.replies.keep(ADA, once(key), Reply(201, {"key": key}))
        await unit.commit()

    assert ("old_replies", 1) in await kept_house(opens, files)

    async with opens() as unit:
        recent = await unit.replies.find_or_reserve(ADA, once("recent"), now=NOW)
        assert recent == Reply(201, {"key": "recent"})
        assert await unit.replies.find_or_reserve(ADA, once("old"), now=NOW) is None


class PutAgain(LocalFiles):
    """Where somebody exports anew what was left over, at the moment before it is to go."""

    async def delete(self, keys: Sequence[str], *, put_before: datetime | None = None) -> None:
        for key in keys:
            await self.put(key, b"%PDF")
        await super().delete(keys, put_before=put_before)


async def test_a_file_stays_whose_row_is_about_to_come(opens: Opener, tmp_path: Path) -> None:
    files, key = PutAgain(tmp_path), f"documents/{uuid4()}/{'0' * 64}.pdf"
    await files.put(key, b"%PDF")
    then = (NOW - FILES_WAIT - timedelta(minutes=1)).timestamp()
    os.utime(tmp_path / key, (then, then))

    await kept_house(opens, files)

    assert await files.list("documents") == [key]


async def test_what_is_left_of_a_writing_goes_too(opens: Opener, files: LocalFiles, tmp_path: Path) -> None:
    folder = tmp_path / "documents" / str(uuid4())
    folder.mkdir(parents=True)
    old, young = (folder / f"{'0' * 64}.pdf.{n}{PARTIAL}" for n in range(2))
    for path, minutes in ((old, 1), (young, -1)):
        path.write_bytes(b"%PD")
        then = (NOW - FILES_WAIT - timedelta(minutes=minutes)).timestamp()
        os.utime(path, (then, then))

    await kept_house(opens, files)

    assert os.listdir(folder) == [young.name]


async def test_what_was_mailed_and_is_good_no_more_goes(opens: Opener, files: LocalFiles) -> None:
    moments = (NOW - timedelta(minutes=1), NOW + timedelta(minutes=1))
    old, new = (a_challenge(created_at=NOW, expires_at=moment) for moment in moments)
    async with opens() as unit:
        for challenge in (old, new):
            await unit.challenges.add(challenge)
        await unit.allowances.take("old", Allowance(1, 60), now=NOW - timedelta(days=2))
        await unit.allowances.take("new", Allowance(1, 60), now=NOW)
        await unit.commit()

    assert await kept_house(opens, files) == done(old_mail=2)

    async with opens(readonly=True) as unit:
        assert await unit.challenges.find(ChallengeId(old.id)) is None
        assert await unit.challenges.find(ChallengeId(new.id))


async def test_a_file_goes_that_nothing_stands_for_when_it_is_old_enough(
    opens: Opener, files: LocalFiles, tmp_path: Path
) -> None:
    document = a_stored_document(a_profile(ADA), profile_id=None, job_id=None)
    async with opens() as unit:
        await unit.documents.add(document)
        export = an_export(document)
        await unit.documents.add_export(export)
        await unit.commit()
    lone, young = (f"documents/{uuid4()}/{'0' * 64}.pdf" for _ in range(2))
    elsewhere = "uploads/somebody.pdf"
    for key in (export.storage_key, lone, young, elsewhere):
        await files.put(key, b"%PDF")
    for key, minutes in ((export.storage_key, 1), (lone, 1), (elsewhere, 1), (young, -1)):
        then = (NOW - FILES_WAIT - timedelta(minutes=minutes)).timestamp()
        os.utime(tmp_path / key, (then, then))

    assert await kept_house(opens, files) == done(old_work=0, end=1)

    assert set(await files.list("documents")) == {export.storage_key, young}
    assert await files.list("uploads") == [elsewhere]

"""How many are signed in at once, whose a session is, and the one picture of each account."""

import asyncio
import os
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest

from app.application.housekeeping.kind import FILES_WAIT
from app.application.identity.work import IIdentityWork
from app.application.unit_of_work import Opens
from app.domain.identity.avatars import FOLDER, Avatar
from app.domain.identity.errors import UserNotFound
from app.domain.identity.model import MOST_SESSIONS
from app.domain.shared.ids import SessionId, UserId
from app.infrastructure.persistence.housekeeping import SqlHousekeepingWork
from app.infrastructure.persistence.identity import SqlIdentityWork
from app.infrastructure.storage.local import LocalFiles
from tests.builders.identity import ADA, BEN, NOON, a_session, a_user
from tests.contract.conftest import Backend, opener
from tests.contract.test_housekeeping import NOW, kept_house
from tests.fakes.housekeeping import MemoryHousekeepingWork
from tests.fakes.identity import MemoryIdentityWork

MINUTE = timedelta(minutes=1)


@pytest.fixture
async def work(backend: Backend) -> Opens[IIdentityWork]:
    opens: Opens[IIdentityWork] = opener(backend, MemoryIdentityWork, SqlIdentityWork)
    async with opens() as unit:
        await unit.users.add(a_user(ADA))
        await unit.users.add(a_user(BEN, "ben@example.com"))
        await unit.commit()
    return opens


async def signed_in(work: Opens[IIdentityWork], minute: int, user_id: UserId = ADA) -> SessionId:
    session = a_session(user_id, now=NOON + minute * MINUTE)
    async with work() as unit:
        await unit.sessions.add(session)
        await unit.commit()
    return SessionId(session.id)


async def test_of_too_many_sessions_the_one_used_longest_ago_ends(work: Opens[IIdentityWork]) -> None:
    bens = await signed_in(work, 0, BEN)
    oldest, second, *_ = [await signed_in(work, minute) for minute in range(MOST_SESSIONS)]
    now = NOON + MOST_SESSIONS * MINUTE
    async with work() as unit:
        assert len(await unit.sessions.live(ADA, now=now)) == MOST_SESSIONS
        used = await unit.sessions.find(oldest, owner=ADA, lock=True)
        assert used is not None
        used.last_used_at = now
        await unit.sessions.save(used)
        await unit.commit()

    newest = await signed_in(work, MOST_SESSIONS + 1)

    async with work(readonly=True) as unit:
        live = [session.id for session in await unit.sessions.live(ADA, now=now)]
        assert len(live) == MOST_SESSIONS
        assert second not in live
        assert {oldest, newest} <= set(live)
        ended = await unit.sessions.find(second, owner=ADA)
        assert ended is not None
        assert ended.revoked_at == NOON + (MOST_SESSIONS + 1) * MINUTE
        assert [session.id for session in await unit.sessions.live(BEN, now=now)] == [bens]


async def test_many_who_sign_in_at_once_are_no_more_than_may(work: Opens[IIdentityWork]) -> None:
    for minute in range(MOST_SESSIONS - 1):
        await signed_in(work, minute)

    await asyncio.gather(*(signed_in(work, MOST_SESSIONS + n) for n in range(4)))

    async with work(readonly=True) as unit:
        assert len(await unit.sessions.live(ADA, now=NOON + 60 * MINUTE)) == MOST_SESSIONS


async def test_somebody_elses_session_is_not_found(work: Opens[IIdentityWork]) -> None:
    mine = await signed_in(work, 0)

    async with work() as unit:
        assert await unit.sessions.find(mine, owner=ADA, lock=True)
        assert await unit.sessions.find(mine, owner=BEN) is None
        assert await unit.sessions.find(mine, owner=BEN, lock=True) is None


def an_avatar(user_id: UserId = ADA) -> Avatar:
    key = f"{FOLDER}/{user_id}/{uuid4()}.webp"
    return Avatar(user_id=user_id, storage_key=key, sha256="0" * 64, size=7, created_at=NOON)


async def put(work: Opens[IIdentityWork], avatar: Avatar) -> str | None:
    async with work() as unit:
        replaced = await unit.avatars.put(avatar)
        await unit.commit()
    return replaced


async def test_a_picture_takes_the_place_of_the_one_before(work: Opens[IIdentityWork]) -> None:
    first, second, bens = an_avatar(), an_avatar(), an_avatar(BEN)

    assert [await put(work, avatar) for avatar in (first, bens, second)] == [None, None, first.storage_key]

    async with work(readonly=True) as unit:
        shown = await unit.avatars.find_shown(ADA)
        assert shown is not None
        assert (shown.id, shown.storage_key, shown.created_at) == (second.id, second.storage_key, NOON)
        assert await unit.avatars.storage_keys_of(ADA) == [second.storage_key]
        keys = {first.storage_key, second.storage_key, bens.storage_key}
        assert set(await unit.avatars.recorded(keys)) == keys - {first.storage_key}


async def test_pictures_that_come_at_once_leave_one(work: Opens[IIdentityWork]) -> None:
    avatars = [an_avatar() for _ in range(5)]

    replaced = await asyncio.gather(*(put(work, avatar) for avatar in avatars))

    async with work(readonly=True) as unit:
        [kept] = await unit.avatars.storage_keys_of(ADA)
    assert {key for key in replaced if key} == {avatar.storage_key for avatar in avatars} - {kept}


async def test_the_picture_of_a_closed_account_is_not_shown(work: Opens[IIdentityWork]) -> None:
    await put(work, an_avatar())
    async with work() as unit:
        user = await unit.users.get(ADA)
        user.is_active = False
        await unit.users.save(user)
        await unit.commit()

    async with work(readonly=True) as unit:
        assert await unit.avatars.find_shown(ADA) is None


async def test_a_picture_is_removed_once_and_of_nobody_there_is_none(work: Opens[IIdentityWork]) -> None:
    avatar = an_avatar()
    await put(work, avatar)
    async with work() as unit:
        assert await unit.avatars.remove(ADA) == avatar.storage_key
        assert await unit.avatars.remove(ADA) is None
        with pytest.raises(UserNotFound):
            await unit.avatars.put(an_avatar(UserId(uuid4())))


async def test_a_picture_whose_row_never_came_is_swept_up(
    work: Opens[IIdentityWork], backend: Backend, tmp_path: Path
) -> None:
    files, avatar = LocalFiles(tmp_path), an_avatar()
    await put(work, avatar)
    lone, young = (an_avatar().storage_key for _ in range(2))
    for key in (avatar.storage_key, lone, young):
        await files.put(key, b"RIFF")
    for key in (avatar.storage_key, lone):
        then = (NOW - FILES_WAIT - MINUTE).timestamp()
        os.utime(tmp_path / key, (then, then))

    told = await kept_house(opener(backend, MemoryHousekeepingWork, SqlHousekeepingWork), files)

    assert told[-1] == ("end", 1)
    assert set(await files.list(FOLDER)) == {avatar.storage_key, young}

"""What every INotices promises, whoever keeps it."""

from dataclasses import fields
from datetime import timedelta
from uuid import uuid4

import pytest

from app.application.identity.work import IIdentityWork
from app.application.unit_of_work import Opens
from app.domain.identity.notices import Notice, NoticeKind
from app.domain.mail.ports import Language
from app.domain.shared.ids import NoticeId
from app.infrastructure.persistence.identity import SqlIdentityWork
from tests.builders.identity import ADA, NOON, a_user
from tests.contract.conftest import Backend, opener
from tests.fakes.identity import MemoryIdentityWork

Work = Opens[IIdentityWork]


def a_notice(minute: int = 0) -> Notice:
    return Notice(
        kind=NoticeKind.ADDRESS_CHANGED,
        email="ada@example.com",
        language=Language.FRENCH,
        user_id=ADA,
        created_at=NOON + timedelta(minutes=minute),
    )


@pytest.fixture
async def work(backend: Backend) -> Work:
    opens: Work = opener(backend, MemoryIdentityWork, SqlIdentityWork)
    async with opens() as unit:
        await unit.users.add(a_user(ADA))
        await unit.commit()
    return opens


async def kept(work: Work, *notices: Notice) -> None:
    async with work() as unit:
        for notice in notices:
            await unit.notices.add(notice)
        await unit.commit()


async def found(work: Work, notice: Notice) -> Notice | None:
    async with work(readonly=True) as unit:
        return await unit.notices.find(NoticeId(notice.id))


async def test_every_field_of_a_notice_comes_back_as_it_went(work: Work) -> None:
    notice = a_notice()
    await kept(work, notice)

    same = await found(work, notice)

    assert {f.name: getattr(same, f.name) for f in fields(notice)} == {
        f.name: getattr(notice, f.name) for f in fields(notice)
    }
    async with work(readonly=True) as unit:
        assert await unit.notices.find(NoticeId(uuid4())) is None


async def test_once_it_is_settled_the_address_is_gone(work: Work) -> None:
    one, other = a_notice(), a_notice()
    await kept(work, one, other)

    async with work() as unit:
        await unit.notices.settle(NoticeId(one.id), sent_at=NOON)
        await unit.commit()

    settled, waiting = await found(work, one), await found(work, other)
    assert settled
    assert (settled.email, settled.sent_at) == ("", NOON)
    assert waiting
    assert (waiting.email, waiting.sent_at) == ("ada@example.com", None)


async def test_the_old_ones_are_dropped(work: Work) -> None:
    old, new = a_notice(minute=-1), a_notice()
    await kept(work, old, new)

    async with work() as unit:
        assert await unit.notices.drop_before(NOON) == 1
        await unit.commit()

    assert await found(work, old) is None
    assert await found(work, new) is not None


async def test_they_go_with_the_account(work: Work) -> None:
    notice = a_notice()
    await kept(work, notice)

    async with work() as unit:
        await unit.users.remove(ADA)
        await unit.commit()

    assert await found(work, notice) is None

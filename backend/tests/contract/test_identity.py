"""What every IUserRepository and ISessionRepository promises, whoever keeps it."""

from dataclasses import fields
from datetime import timedelta

import pytest

from app.application.identity.work import IIdentityWork
from app.application.unit_of_work import Opens
from app.domain.identity.errors import EmailTaken, UserNotFound
from app.domain.identity.model import Role, Session, User
from app.domain.shared.errors import Stale
from app.domain.shared.ids import SessionId, UserId
from app.infrastructure.persistence.identity import SqlIdentityWork
from tests.builders.identity import ADA, BEN, NOON, a_session, a_user
from tests.contract.conftest import Backend, opener
from tests.fakes.identity import MemoryIdentityWork


@pytest.fixture
def work(backend: Backend) -> Opens[IIdentityWork]:
    return opener(backend, MemoryIdentityWork, SqlIdentityWork)


async def kept(work: Opens[IIdentityWork], user: User, *sessions: Session) -> None:
    async with work() as unit:
        await unit.users.add(user)
        for session in sessions:
            await unit.sessions.add(session)
        await unit.commit()


async def test_every_field_of_a_user_comes_back_as_it_went(work: Opens[IIdentityWork]) -> None:
    user = a_user(role=Role.ADMIN, is_verified=True)
    await kept(work, user)

    async with work(readonly=True) as unit:
        found = await unit.users.get(ADA)

    assert {f.name: getattr(found, f.name) for f in fields(user)} == {
        f.name: getattr(user, f.name) for f in fields(user)
    }


async def test_every_field_of_a_session_comes_back_as_it_went(work: Opens[IIdentityWork]) -> None:
    session = a_session()
    session.revoke(now=NOON + timedelta(hours=1))
    await kept(work, a_user(), session)

    async with work(readonly=True) as unit:
        found = await unit.sessions.find(SessionId(session.id))

    assert found is not None
    assert {f.name: getattr(found, f.name) for f in fields(session)} == {
        f.name: getattr(session, f.name) for f in fields(session)
    }


async def test_what_is_not_saved_is_lost(work: Opens[IIdentityWork]) -> None:
    user = a_user()
    await kept(work, user)
    user.full_name = "Somebody Else"

    async with work(readonly=True) as unit:
        assert (await unit.users.get(ADA)).full_name == "Ada Byron"


async def test_what_is_not_committed_is_lost(work: Opens[IIdentityWork]) -> None:
    async with work() as unit:
        await unit.users.add(a_user())

    async with work(readonly=True) as unit:
        with pytest.raises(UserNotFound):
            await unit.users.get(ADA)


async def test_the_second_of_two_savers_is_told(work: Opens[IIdentityWork]) -> None:
    await kept(work, a_user())
    async with work(readonly=True) as unit:
        mine, theirs = await unit.users.get(ADA), await unit.users.get(ADA)
    async with work() as unit:
        await unit.users.save(theirs)
        await unit.commit()

    async with work() as unit:
        with pytest.raises(Stale):
            await unit.users.save(mine)


async def test_an_address_names_one_account(work: Opens[IIdentityWork]) -> None:
    await kept(work, a_user())

    with pytest.raises(EmailTaken):
        await kept(work, a_user(BEN))


async def test_a_user_is_found_by_address(work: Opens[IIdentityWork]) -> None:
    await kept(work, a_user())

    async with work(readonly=True) as unit:
        found = await unit.users.find_by_email("ada@example.com")
        assert found is not None
        assert found.id == ADA
        assert await unit.users.find_by_email("ben@example.com") is None


async def test_the_oldest_come_first(work: Opens[IIdentityWork]) -> None:
    await kept(work, a_user(BEN, "ben@example.com", created_at=NOON + timedelta(days=1)))
    await kept(work, a_user())

    async with work(readonly=True) as unit:
        assert [user.id for user in await unit.users.oldest(limit=5)] == [ADA, BEN]
        assert [user.id for user in await unit.users.oldest(limit=1)] == [ADA]


@pytest.mark.parametrize("ending", ["revoked", "expired", "closed account"])
async def test_only_a_live_session_of_an_active_user_is_a_visitor(
    work: Opens[IIdentityWork], ending: str
) -> None:
    live, ended = a_session(), a_session()
    await kept(work, a_user(), live, ended)
    later = NOON + timedelta(hours=1)
    async with work(readonly=True) as unit:
        visitor = await unit.sessions.visitor(SessionId(live.id), now=later)
        assert visitor is not None
        assert visitor.user_id == ADA

    async with work() as unit:
        if ending == "revoked":
            ended.revoke(now=NOON)
            await unit.sessions.save(ended)
        elif ending == "expired":
            later = ended.expires_at
        else:
            user = await unit.users.get(ADA)
            user.is_active = False
            await unit.users.save(user)
        await unit.commit()

    async with work(readonly=True) as unit:
        assert await unit.sessions.visitor(SessionId(ended.id), now=later) is None


async def test_an_unknown_user_is_said_to_be_unknown(work: Opens[IIdentityWork]) -> None:
    async with work(readonly=True) as unit:
        with pytest.raises(UserNotFound):
            await unit.users.get(UserId(BEN))

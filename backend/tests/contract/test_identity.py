"""What every IUserRepository and ISessionRepository promises, whoever keeps it."""

from dataclasses import fields
from datetime import timedelta
from uuid import uuid4

import pytest

from app.application.identity.work import IIdentityWork
from app.application.unit_of_work import Opens
from app.domain.identity.errors import EmailTaken, UserNotFound
from app.domain.identity.model import Role, Session, Tier, User
from app.domain.identity.ports import SecurityEventSearch, UserSearch, UserSort
from app.domain.identity.security import SecurityEvent, SecurityEventKind
from app.domain.shared.errors import Stale
from app.domain.shared.ids import SessionId, UserId
from app.domain.shared.page import Slice
from app.infrastructure.persistence.identity import SqlIdentityWork
from tests.builders.identity import ADA, AT_HOME, BEN, NOON, a_session, a_user
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
        found = await unit.sessions.find(SessionId(session.id), owner=ADA)

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


async def test_an_address_that_is_taken_is_not_taken_over(work: Opens[IIdentityWork]) -> None:
    await kept(work, a_user())
    await kept(work, a_user(BEN, "ben@example.com"))

    async def move() -> None:
        async with work() as unit:
            ben = await unit.users.get(BEN)
            ben.readdress("Ada@example.com")
            await unit.users.save(ben)
            await unit.commit()

    with pytest.raises(EmailTaken):
        await move()


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


async def found(work: Opens[IIdentityWork], sort: UserSort = UserSort.EMAIL, **wanted: object) -> list[str]:
    async with work(readonly=True) as unit:
        search = UserSearch(**wanted)  # type: ignore[arg-type]
        page = await unit.users.page(search, sort=sort, part=Slice(limit=2))
    return [*(user.email.partition("@")[0] for user in page.items), str(page.total)]


async def test_users_are_listed_as_asked(work: Opens[IIdentityWork]) -> None:
    await kept(work, a_user(role=Role.ADMIN))
    later = NOON + timedelta(days=1)
    await kept(work, a_user(BEN, "ben@example.com", created_at=later, full_name="Ben 100% Ökri"))
    await kept(work, a_user(UserId(uuid4()), "cyd@example.com", is_active=False, created_at=NOON))

    assert await found(work) == ["ada", "ben", "3"]
    assert await found(work, UserSort.EMAIL_DOWN) == ["cyd", "ben", "3"]
    assert (await found(work, UserSort.NEWEST))[0] == "ben"
    assert await found(work, q="ÖKRI") == ["ben", "1"]
    assert await found(work, q="100%") == ["ben", "1"]
    assert await found(work, q="a_a") == ["0"]
    assert await found(work, role=Role.ADMIN) == ["ada", "1"]
    assert await found(work, is_active=False) == ["cyd", "1"]
    assert await found(work, tier=Tier.PREMIUM) == ["0"]


async def test_the_last_admin_is_the_only_active_one(work: Opens[IIdentityWork]) -> None:
    await kept(work, a_user(role=Role.ADMIN))
    async with work() as unit:
        assert await unit.users.is_last_admin(ADA)

    await kept(work, a_user(BEN, "ben@example.com", role=Role.ADMIN, is_active=False))
    async with work() as unit:
        assert await unit.users.is_last_admin(ADA)
        assert not await unit.users.is_last_admin(BEN)
        ben = await unit.users.get(BEN, lock=True)
        ben.is_active = True
        await unit.users.save(ben)
        assert not await unit.users.is_last_admin(ADA)


async def test_a_removed_user_is_gone_with_their_sessions(work: Opens[IIdentityWork]) -> None:
    session = a_session()
    await kept(work, a_user(), session)
    async with work() as unit:
        await unit.users.remove(ADA)
        await unit.commit()

    async with work() as unit:
        assert await unit.sessions.find(SessionId(session.id), owner=ADA) is None
        with pytest.raises(UserNotFound):
            await unit.users.remove(ADA)


async def test_live_sessions_are_the_owners_the_one_used_last_first(work: Opens[IIdentityWork]) -> None:
    old, new, ended = a_session(), a_session(now=NOON + timedelta(hours=1)), a_session()
    ended.revoke(now=NOON)
    await kept(work, a_user(), old, new, ended)
    await kept(work, a_user(BEN, "ben@example.com"), a_session(BEN))

    async with work(readonly=True) as unit:
        live = await unit.sessions.live(ADA, now=NOON + timedelta(hours=2))
        assert [s.id for s in live] == [new.id, old.id]
        assert [s.id for s in await unit.sessions.live(ADA, now=old.expires_at)] == [new.id]


async def test_all_sessions_but_one_are_revoked_and_nobody_elses(work: Opens[IIdentityWork]) -> None:
    mine, other, ended = a_session(), a_session(), a_session()
    ended.revoke(now=NOON)
    bens = a_session(BEN)
    await kept(work, a_user(), mine, other, ended)
    await kept(work, a_user(BEN, "ben@example.com"), bens)
    later = NOON + timedelta(hours=1)
    async with work() as unit:
        await unit.sessions.revoke_others(ADA, kept=SessionId(mine.id), now=later)
        await unit.commit()

    async with work(readonly=True) as unit:
        assert [s.id for s in await unit.sessions.live(ADA, now=later)] == [mine.id]
        assert [s.id for s in await unit.sessions.live(BEN, now=later)] == [bens.id]
        was_ended = await unit.sessions.find(SessionId(ended.id), owner=ADA)
        assert was_ended is not None
        assert was_ended.revoked_at == NOON


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


def an_event(
    kind: SecurityEventKind = SecurityEventKind.SIGNED_IN, minute: int = 0, **about: UserId
) -> SecurityEvent:
    return SecurityEvent.of(kind, at=NOON + timedelta(minutes=minute), origin=AT_HOME, note="x", **about)


async def logged(work: Opens[IIdentityWork], *events: SecurityEvent) -> None:
    async with work() as unit:
        for event in events:
            await unit.security.add(event)
        await unit.commit()


async def events_of(work: Opens[IIdentityWork], search: SecurityEventSearch) -> list[SecurityEvent]:
    async with work(readonly=True) as unit:
        return list((await unit.security.page(search, Slice())).items)


async def test_every_field_of_a_security_event_comes_back_as_it_went(work: Opens[IIdentityWork]) -> None:
    event = an_event(user_id=ADA, actor_id=BEN)
    await logged(work, event)

    [found] = await events_of(work, SecurityEventSearch())

    assert {f.name: getattr(found, f.name) for f in fields(event)} == {
        f.name: getattr(event, f.name) for f in fields(event)
    }


async def test_security_events_come_newest_first_and_by_whose_what_and_when(
    work: Opens[IIdentityWork],
) -> None:
    first, failed = an_event(user_id=ADA), an_event(SecurityEventKind.SIGN_IN_FAILED, 1, user_id=BEN)
    made = an_event(SecurityEventKind.ROLE_CHANGED, 2, user_id=BEN, actor_id=ADA)
    await logged(work, failed, first, made)

    assert await events_of(work, SecurityEventSearch()) == [made, failed, first]
    assert await events_of(work, SecurityEventSearch(user_id=ADA)) == [made, first]
    assert await events_of(work, SecurityEventSearch(kind=SecurityEventKind.SIGN_IN_FAILED)) == [failed]
    assert await events_of(work, SecurityEventSearch(since=failed.at, until=made.at)) == [failed]


async def test_a_forgotten_person_is_in_no_event_and_others_stay(work: Opens[IIdentityWork]) -> None:
    await logged(work, an_event(user_id=ADA), an_event(minute=1, user_id=BEN, actor_id=ADA))
    await logged(work, an_event(minute=2, user_id=BEN))

    async with work() as unit:
        await unit.security.forget(ADA)
        await unit.commit()

    kept, done, own = await events_of(work, SecurityEventSearch())
    assert (kept.user_id, kept.address) == (BEN, AT_HOME.address)
    assert (done.user_id, done.actor_id, done.address, done.device) == (BEN, None, "", "")
    assert (own.user_id, own.address, own.device) == (None, "", "")


async def test_old_security_events_go(work: Opens[IIdentityWork]) -> None:
    old, new = an_event(user_id=ADA), an_event(minute=5, user_id=ADA)
    await logged(work, old, new)

    async with work() as unit:
        gone = await unit.security.drop_before(new.at)
        await unit.commit()

    assert gone == 1
    assert await events_of(work, SecurityEventSearch()) == [new]

"""What every IProposalRepository promises, whoever keeps the proposals."""

from collections.abc import Sequence
from datetime import timedelta
from uuid import uuid4

import pytest
from sqlalchemy import delete, select

from app.application.identity.work import IIdentityWork
from app.application.profile.work import IProfileWork
from app.application.unit_of_work import Opens
from app.domain.profile.errors import ProposalNotFound
from app.domain.profile.model import Experience, Profile
from app.domain.profile.proposals import Proposal, ProposalStatus
from app.domain.shared.errors import Stale
from app.domain.shared.ids import ItemId, ProposalId, UserId
from app.domain.shared.page import Slice
from app.infrastructure.persistence.database import Database
from app.infrastructure.persistence.identity import SqlIdentityWork, users
from app.infrastructure.persistence.profile import SqlProfileWork
from app.infrastructure.persistence.profile_history import profile_editions
from app.infrastructure.persistence.proposals import proposals
from tests.builders.identity import ADA, BEN, NOON, a_user
from tests.builders.profile import a_profile
from tests.builders.proposals import a_proposal
from tests.contract.conftest import Backend, opener
from tests.contract.test_profile import every_field, statements
from tests.fakes.identity import MemoryIdentityWork
from tests.fakes.profile import MemoryProfileWork

LATER = NOON + timedelta(days=1)


@pytest.fixture
async def work(backend: Backend) -> Opens[IProfileWork]:
    people: Opens[IIdentityWork] = opener(backend, MemoryIdentityWork, SqlIdentityWork)
    async with people() as unit:
        await unit.users.add(a_user(ADA))
        await unit.users.add(a_user(BEN, "ben@example.com"))
        await unit.commit()
    return opener(backend, MemoryProfileWork, SqlProfileWork)


@pytest.fixture
async def profile(work: Opens[IProfileWork]) -> Profile:
    kept = a_profile()
    async with work() as unit:
        await unit.profiles.add(kept)
        await unit.commit()
    return kept


async def kept(work: Opens[IProfileWork], *made: Proposal) -> None:
    async with work() as unit:
        for each in made:
            await unit.proposals.add(each)
        await unit.commit()


async def found(work: Opens[IProfileWork], one: Proposal, owner: UserId = ADA) -> Proposal:
    async with work(readonly=True) as unit:
        return await unit.proposals.get(ProposalId(one.id), owner=owner)


async def listed(
    work: Opens[IProfileWork],
    experience: Experience,
    owner: UserId = ADA,
    status: ProposalStatus | None = None,
) -> Sequence[Proposal]:
    async with work(readonly=True) as unit:
        page = await unit.proposals.page(experience.id, owner=owner, status=status, part=Slice())
    assert page.total == len(page.items)
    return page.items


async def test_every_field_comes_back_as_it_went(work: Opens[IProfileWork], profile: Profile) -> None:
    pending = a_proposal(profile.experiences[0])
    decided = a_proposal(profile.experiences[0], status=ProposalStatus.REJECTED, decided_at=LATER)
    await kept(work, pending, decided)

    for each in (pending, decided):
        assert every_field(await found(work, each)) == every_field(each)


async def test_somebody_elses_is_said_to_be_unknown(work: Opens[IProfileWork], profile: Profile) -> None:
    one = a_proposal(profile.experiences[0])
    await kept(work, one)

    for asked in (one, a_proposal(profile.experiences[0])):
        with pytest.raises(ProposalNotFound) as told:
            await found(work, asked, owner=BEN)
        assert str(told.value) == "There is no such proposal."
    assert await listed(work, profile.experiences[0], owner=BEN) == []


async def test_they_come_by_experience_and_status_the_newest_first(
    work: Opens[IProfileWork], profile: Profile
) -> None:
    here, there = profile.experiences
    old, new = a_proposal(here), a_proposal(here, created_at=LATER)
    rejected = a_proposal(here, created_at=LATER + timedelta(1), status=ProposalStatus.REJECTED)
    await kept(work, new, rejected, old, a_proposal(there))

    assert await listed(work, here) == [rejected, new, old]
    assert await listed(work, here, status=ProposalStatus.PENDING) == [new, old]
    async with work(readonly=True) as unit:
        assert await unit.proposals.pending(here.id, owner=ADA) == [old, new]
        assert await unit.proposals.pending(here.id, owner=BEN) == []
        assert await unit.proposals.pending(ItemId(uuid4()), owner=ADA) == []


async def test_the_second_of_two_who_decide_is_told(work: Opens[IProfileWork], profile: Profile) -> None:
    one = a_proposal(profile.experiences[0])
    await kept(work, one)
    mine, theirs = await found(work, one), await found(work, one)

    theirs.reject(now=LATER)
    async with work() as unit:
        await unit.proposals.save(theirs)
        await unit.commit()
    async with work() as unit:
        with pytest.raises(Stale):
            await unit.proposals.save(mine)
        with pytest.raises(Stale):
            await unit.proposals.remove(mine)

    assert (await found(work, one)).status is ProposalStatus.REJECTED


async def test_only_those_that_are_named_get_another_base(
    work: Opens[IProfileWork], profile: Profile
) -> None:
    one, other = a_proposal(profile.experiences[0]), a_proposal(profile.experiences[0])
    await kept(work, one, other)

    async with work() as unit:
        await unit.proposals.rebase([ProposalId(one.id)], {"title": "x"})
        await unit.commit()

    assert (await found(work, one)).base == {"title": "x"}
    assert (await found(work, one)).version == 1
    assert (await found(work, other)).base == other.base


async def test_they_go_with_their_profile(work: Opens[IProfileWork], profile: Profile) -> None:
    one = a_proposal(profile.experiences[0])
    await kept(work, one)

    async with work() as unit:
        await unit.profiles.remove(profile)
        await unit.commit()

    with pytest.raises(ProposalNotFound):
        await found(work, one)


@pytest.mark.parametrize("backend", ["sqlite", "postgres"], indirect=True)
async def test_a_list_asks_twice_however_long_it_is(
    work: Opens[IProfileWork], profile: Profile, backend: Backend
) -> None:
    asked_for = {}
    for _ in range(2):
        await kept(work, *(a_proposal(profile.experiences[0]) for _ in range(4)))
        with statements(backend) as asked:
            items = await listed(work, profile.experiences[0])
        asked_for[len(items)] = len([each for each in asked if each.lstrip().startswith("SELECT")])

    assert asked_for == {4: 2, 8: 2}


@pytest.mark.parametrize("backend", ["sqlite", "postgres"], indirect=True)
async def test_nothing_is_left_of_who_closes_their_account(
    work: Opens[IProfileWork], profile: Profile, backend: Backend
) -> None:
    await kept(work, a_proposal(profile.experiences[0]))
    assert isinstance(backend, Database)

    async with work() as unit:
        assert isinstance(unit, SqlProfileWork)
        await unit.connection.execute(delete(users).where(users.c.id == ADA))
        await unit.commit()

    async with backend.engine.connect() as connection:
        for table in (proposals, profile_editions):
            assert (await connection.execute(select(table))).all() == [], table.name

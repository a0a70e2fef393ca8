"""What every IProfileRepository promises, whoever keeps the profiles."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields, replace
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import select

from app.application.identity.work import IIdentityWork
from app.application.profile.work import IProfileWork
from app.application.unit_of_work import Opens
from app.domain.profile.errors import ProfileNotFound
from app.domain.profile.lines import all_lines
from app.domain.profile.model import Achievement, Experience, Profile, Skill
from app.domain.profile.proposals import Proposal
from app.domain.shared.errors import Stale
from app.domain.shared.ids import ItemId, ProfileId, UserId
from app.domain.shared.page import Slice
from app.infrastructure.persistence import profile_tables
from app.infrastructure.persistence.database import Database
from app.infrastructure.persistence.identity import SqlIdentityWork
from app.infrastructure.persistence.profile import SqlProfileWork
from tests.api.statements import statements as heard
from tests.builders.identity import ADA, BEN, NOON, a_user
from tests.builders.profile import a_profile, a_skill, an_experience, lines
from tests.contract.conftest import Backend, opener
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


async def kept(work: Opens[IProfileWork], *profiles: Profile) -> None:
    async with work() as unit:
        for profile in profiles:
            await unit.profiles.add(profile)
        await unit.commit()


async def found(work: Opens[IProfileWork], profile: Profile, owner: UserId = ADA) -> Profile:
    async with work(readonly=True) as unit:
        return await unit.profiles.get(ProfileId(profile.id), owner=owner)


def every_field(entity: Profile | Proposal) -> dict[str, Any]:
    return {f.name: getattr(entity, f.name) for f in fields(entity)}


@contextmanager
def statements(backend: Backend) -> Iterator[list[str]]:
    """What the database is asked meanwhile."""
    assert isinstance(backend, Database)
    with heard() as asked:
        yield asked


async def test_every_field_of_a_profile_comes_back_as_it_went(work: Opens[IProfileWork]) -> None:
    profile = a_profile()
    await kept(work, profile)

    assert every_field(await found(work, profile)) == every_field(profile)


async def test_a_profile_may_hold_nothing_but_a_name(work: Opens[IProfileWork]) -> None:
    profile = Profile(user_id=ADA, full_name="Ada", created_at=NOON, updated_at=NOON)
    await kept(work, profile)

    assert every_field(await found(work, profile)) == every_field(profile)


async def test_somebody_elses_profile_is_said_to_be_unknown(work: Opens[IProfileWork]) -> None:
    profile = a_profile()
    await kept(work, profile)

    with pytest.raises(ProfileNotFound) as theirs:
        await found(work, profile, owner=BEN)
    with pytest.raises(ProfileNotFound) as nobodys:
        await found(work, a_profile(), owner=BEN)
    assert str(theirs.value) == str(nobodys.value)


@pytest.mark.parametrize("again", [False, True], ids=["in the same work", "in another work"])
async def test_every_kind_of_change_is_saved(work: Opens[IProfileWork], again: bool) -> None:
    profile = a_profile(skills=tuple(a_skill(name) for name in "abcde"))
    await kept(work, profile)

    async with work() as unit:
        known = await unit.profiles.get(ProfileId(profile.id), owner=ADA, lock=True)
        if again:
            profile.version = known.version
        else:
            profile = known
        first, second = profile.experiences
        changed = replace(first, title="Sister", achievements=(*lines("New."), *first.achievements[1:]))
        profile.change(Experience, [changed], now=LATER)
        profile.remove(Experience, [second.id], now=LATER)
        profile.add(Experience, [an_experience("Matron")], now=LATER)
        a, _b, c, d, e = profile.skills
        profile.skills = (e, a, replace(c, name="C"), a_skill("new"), d)
        profile.achievements = ()
        profile.describe(now=LATER, full_name="Ada King", custom_fields={})
        await unit.profiles.save(profile)
        await unit.commit()

    back = await found(work, profile)
    assert every_field(back) == every_field(profile)
    assert [s.name for s in back.skills] == ["e", "a", "C", "new", "d"]
    assert back.version == 2


async def test_a_profile_can_be_saved_twice_in_one_work(work: Opens[IProfileWork]) -> None:
    profile = a_profile()
    async with work() as unit:
        await unit.profiles.add(profile)
        for name in ("x", "y"):
            profile.add(Skill, [a_skill(name)], now=LATER)
            await unit.profiles.save(profile)
        await unit.commit()

    assert every_field(await found(work, profile)) == every_field(profile)


async def test_the_second_of_two_savers_is_told_and_writes_nothing(work: Opens[IProfileWork]) -> None:
    profile = a_profile()
    await kept(work, profile)
    mine, theirs = await found(work, profile), await found(work, profile)
    theirs.add(Skill, [a_skill("theirs")], now=LATER)
    async with work() as unit:
        await unit.profiles.save(theirs)
        await unit.commit()

    mine.add(Skill, [a_skill("mine")], now=LATER)
    async with work() as unit:
        with pytest.raises(Stale):
            await unit.profiles.save(mine)
        with pytest.raises(Stale):
            await unit.profiles.remove(mine)
        await unit.commit()

    assert [s.name for s in (await found(work, profile)).skills][-1] == "theirs"


async def test_what_is_not_saved_is_lost(work: Opens[IProfileWork]) -> None:
    profile = a_profile()
    await kept(work, profile)
    profile.describe(now=LATER, full_name="Somebody Else")

    assert (await found(work, profile)).full_name == "Ada Byron"


async def test_the_default_and_the_oldest_are_found(work: Opens[IProfileWork]) -> None:
    oldest, default = a_profile(is_default=False), a_profile(created_at=LATER)
    await kept(work, default, oldest, a_profile(BEN))

    async with work() as unit:
        assert await unit.profiles.find_default(ADA, lock=True) == default
        assert await unit.profiles.find_oldest(ADA) == oldest
        nobody = UserId(uuid4())
        assert await unit.profiles.find_default(nobody) is None
        assert await unit.profiles.find_oldest(nobody) is None


async def test_a_list_holds_the_owners_own_newest_first(work: Opens[IProfileWork]) -> None:
    profiles = [a_profile(created_at=NOON + timedelta(hours=n), full_name=f"Ada {n}") for n in range(3)]
    await kept(work, *profiles, a_profile(BEN))

    async with work(readonly=True) as unit:
        page = await unit.profiles.page(ADA, Slice(limit=2, offset=1))
        assert await unit.profiles.count(ADA) == 3

    assert [card.full_name for card in page.items] == ["Ada 1", "Ada 0"]
    assert (page.total, page.limit, page.offset) == (3, 2, 1)


async def test_nothing_of_a_removed_profile_is_left(work: Opens[IProfileWork], backend: Backend) -> None:
    profile = a_profile()
    await kept(work, profile)

    async with work() as unit:
        await unit.profiles.remove(await unit.profiles.get(ProfileId(profile.id), owner=ADA))
        await unit.commit()

    async with work(readonly=True) as unit:
        assert await unit.profiles.count(ADA) == 0
    if isinstance(backend, Database):
        async with backend.engine.connect() as connection:
            for name in ("experiences", "achievements", "education", "projects", "skills"):
                table = getattr(profile_tables, name)
                assert (await connection.execute(select(table.c.id))).all() == [], name


@pytest.mark.parametrize("backend", ["sqlite", "postgres"], indirect=True)
async def test_a_whole_profile_is_one_statement(work: Opens[IProfileWork], backend: Backend) -> None:
    profile = a_profile(experiences=tuple(an_experience(f"Nurse {n}") for n in range(20)))
    await kept(work, profile)

    async with work(readonly=True) as unit:
        with statements(backend) as asked:
            await unit.profiles.get(ProfileId(profile.id), owner=ADA)

    assert len([each for each in asked if each.lstrip().startswith("SELECT")]) == 1


@pytest.mark.parametrize("backend", ["sqlite", "postgres"], indirect=True)
async def test_a_list_asks_twice_however_long_it_is(work: Opens[IProfileWork], backend: Backend) -> None:
    asked_for = {}
    for _ in range(2):
        await kept(work, *(a_profile() for _ in range(4)))
        async with work(readonly=True) as unit:
            with statements(backend) as asked:
                page = await unit.profiles.page(ADA, Slice())
        asked_for[len(page.items)] = len([each for each in asked if each.lstrip().startswith("SELECT")])

    assert asked_for == {4: 2, 8: 2}


@pytest.mark.parametrize("backend", ["sqlite", "postgres"], indirect=True)
async def test_only_rows_that_changed_are_written(work: Opens[IProfileWork], backend: Backend) -> None:
    profile = a_profile(skills=tuple(a_skill(f"skill {n}") for n in range(6)))
    await kept(work, profile)

    async with work() as unit:
        profile = await unit.profiles.get(ProfileId(profile.id), owner=ADA)
        profile.change(Skill, [replace(profile.skills[3], name="other")], now=LATER)
        profile.remove(Skill, [profile.skills[1].id], now=LATER)
        await unit.profiles.save(profile)
        await unit.commit()

    async with work(readonly=True) as unit:
        assert isinstance(unit, SqlProfileWork)
        touched = {}
        for name in ("experiences", "achievements", "education", "projects", "skills"):
            c = getattr(profile_tables, name).c
            rows = await unit.connection.execute(select(c.id).where(c.updated_at == LATER))
            touched[name] = [row.id for row in rows]
    assert touched == {
        "experiences": [],
        "achievements": [],
        "education": [],
        "projects": [],
        "skills": [profile.skills[2].id],
    }


async def test_a_component_is_found_in_the_owners_profile_that_holds_it(work: Opens[IProfileWork]) -> None:
    one, other = a_profile(), a_profile(is_default=False)
    await kept(work, one, other)
    line = other.experiences[0].achievements[0]

    async with work() as unit:
        for kind, item in (
            (Experience, other.experiences[1].id),
            (Skill, other.skills[2].id),
            (Achievement, other.achievements[0].id),
            (Achievement, line.id),
        ):
            for lock in (False, True):
                held = await unit.profiles.find_holding(kind, item, owner=ADA, lock=lock)
                assert held == other
                assert await unit.profiles.find_holding(kind, item, owner=BEN, lock=lock) is None
        assert await unit.profiles.find_holding(Skill, line.id, owner=ADA) is None
        assert await unit.profiles.find_holding(Skill, ItemId(uuid4()), owner=ADA) is None


async def test_all_achievements_come_in_order_with_where_they_stand(work: Opens[IProfileWork]) -> None:
    other, default = a_profile(is_default=False), a_profile(created_at=LATER)
    await kept(work, other, default, a_profile(BEN))

    async with work(readonly=True) as unit:
        page = await unit.profiles.achievements(ADA, Slice())
        part = await unit.profiles.achievements(ADA, Slice(limit=3, offset=4))

    assert list(page.items) == [*all_lines(default), *all_lines(other)]
    assert page.total == len(page.items) == 10
    assert (list(part.items), part.total) == (list(page.items[4:7]), 10)


async def test_what_was_written_last_is_known_by_component(work: Opens[IProfileWork]) -> None:
    profile = a_profile()
    await kept(work, profile)
    changed = replace(profile.experiences[0], title="Sister")
    profile.change(Experience, [changed], now=LATER)
    async with work() as unit:
        await unit.profiles.save(profile)
        await unit.commit()

    async with work(readonly=True) as unit:
        touched = await unit.profiles.touched(ProfileId(profile.id), owner=ADA)
        assert await unit.profiles.touched(ProfileId(profile.id), owner=BEN) == {}

    assert touched[changed.id] == LATER
    assert {moment for pk, moment in touched.items() if pk != changed.id} == {NOON}
    assert len(touched) == 2 + 4 + 1 + 1 + 3 + 1


@pytest.mark.parametrize("backend", ["sqlite", "postgres"], indirect=True)
async def test_history_and_achievements_ask_as_often_however_many_there_are(
    work: Opens[IProfileWork], backend: Backend
) -> None:
    profile = a_profile()
    await kept(work, profile)
    counts = []
    for n in range(2):
        async with work() as unit:
            profile.add(Experience, [an_experience(f"{n} {k}") for k in range(5)], now=LATER)
            await unit.profiles.save(profile)
            await unit.commit()
        async with work(readonly=True) as unit:
            with statements(backend) as asked:
                await unit.history.page(ProfileId(profile.id), owner=ADA, part=Slice())
                await unit.profiles.achievements(ADA, Slice())
                await unit.profiles.touched(ProfileId(profile.id), owner=ADA)
                await unit.profiles.find_holding(Skill, profile.skills[0].id, owner=ADA)
                await unit.profiles.find_default(ADA)
        counts.append(len([each for each in asked if each.lstrip().startswith("SELECT")]))

    assert counts == [7, 7]

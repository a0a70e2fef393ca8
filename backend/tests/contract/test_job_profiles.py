"""What every IJobProfileRepository promises, whoever keeps it."""

from dataclasses import fields
from datetime import timedelta

import pytest

from app.application.profile.work import IProfileWork
from app.application.unit_of_work import Opens
from app.domain.profile.errors import JobProfileNotFound
from app.domain.profile.job_profile import JobProfile
from app.domain.shared.errors import Stale
from app.domain.shared.ids import JobProfileId
from app.domain.shared.page import Slice
from app.infrastructure.persistence.identity import SqlIdentityWork
from app.infrastructure.persistence.profile import SqlProfileWork
from tests.builders.identity import ADA, BEN, NOON, a_user
from tests.builders.job_profiles import a_full_job_profile, a_job_profile
from tests.contract.conftest import Backend, opener
from tests.fakes.identity import MemoryIdentityWork
from tests.fakes.profile import MemoryProfileWork


@pytest.fixture
async def work(backend: Backend) -> Opens[IProfileWork]:
    async with opener(backend, MemoryIdentityWork, SqlIdentityWork)() as unit:
        await unit.users.add(a_user(ADA))
        await unit.users.add(a_user(BEN, "ben@example.com"))
        await unit.commit()
    return opener(backend, MemoryProfileWork, SqlProfileWork)


async def kept(work: Opens[IProfileWork], *job_profiles: JobProfile) -> None:
    async with work() as unit:
        for each in job_profiles:
            await unit.job_profiles.add(each)
        await unit.commit()


def _id(job_profile: JobProfile) -> JobProfileId:
    return JobProfileId(job_profile.id)


async def test_every_field_of_a_job_profile_comes_back_as_it_went(work: Opens[IProfileWork]) -> None:
    wanted = a_full_job_profile()
    bare = a_job_profile()
    assert all(
        getattr(wanted, f.name) != getattr(bare, f.name)
        for f in fields(JobProfile)
        if f.init and f.name in _TOLD
    )
    await kept(work, wanted)

    async with work(readonly=True) as unit:
        found = await unit.job_profiles.get(_id(wanted), owner=ADA)

    for field in fields(JobProfile):
        assert getattr(found, field.name) == getattr(wanted, field.name), field.name


_TOLD = {f.name for f in fields(JobProfile)} - {
    "id",
    "version",
    "user_id",
    "name",
    "created_at",
    "updated_at",
}


async def test_what_is_saved_is_there_and_counted(work: Opens[IProfileWork]) -> None:
    wanted = a_job_profile()
    await kept(work, wanted)

    async with work() as unit:
        found = await unit.job_profiles.get(_id(wanted), owner=ADA, lock=True)
        found.change({"contact_phone": "1"}, now=NOON)
        await unit.job_profiles.save(found)
        await unit.commit()

    async with work(readonly=True) as unit:
        again = await unit.job_profiles.get(_id(wanted), owner=ADA)
        assert (again.contact_phone, again.version) == ("1", 2)
        assert (await unit.job_profiles.count(ADA), await unit.job_profiles.count(BEN)) == (1, 0)


async def test_what_was_read_before_another_saved_it_is_stale(work: Opens[IProfileWork]) -> None:
    wanted = a_job_profile()
    await kept(work, wanted)
    async with work() as unit:
        first = await unit.job_profiles.get(_id(wanted), owner=ADA)
        second = await unit.job_profiles.get(_id(wanted), owner=ADA)
        await unit.job_profiles.save(first)

        with pytest.raises(Stale):
            await unit.job_profiles.save(second)
        with pytest.raises(Stale):
            await unit.job_profiles.remove(second)


async def test_somebody_elses_is_not_found(work: Opens[IProfileWork]) -> None:
    wanted = a_job_profile(is_default=True)
    await kept(work, wanted)

    async with work(readonly=True) as unit:
        with pytest.raises(JobProfileNotFound):
            await unit.job_profiles.get(_id(wanted), owner=BEN)
        assert await unit.job_profiles.find_default(BEN) is None
        assert await unit.job_profiles.find_oldest(BEN) is None
        assert (await unit.job_profiles.page(BEN, Slice())).total == 0


async def test_the_default_the_oldest_and_the_newest_are_found(work: Opens[IProfileWork]) -> None:
    old, middle, new = (a_job_profile(now=NOON + timedelta(hours=n), is_default=n == 1) for n in range(3))
    await kept(work, middle, new, old)

    async with work(readonly=True) as unit:
        default = await unit.job_profiles.find_default(ADA, lock=False)
        oldest = await unit.job_profiles.find_oldest(ADA)
        page = await unit.job_profiles.page(ADA, Slice(2, 1))

    assert default == middle
    assert oldest == old
    assert (page.items, page.total) == ([middle, old], 3)


async def test_what_is_removed_is_gone(work: Opens[IProfileWork]) -> None:
    wanted = a_job_profile()
    await kept(work, wanted)

    async with work() as unit:
        await unit.job_profiles.remove(await unit.job_profiles.get(_id(wanted), owner=ADA))
        await unit.commit()

    async with work(readonly=True) as unit:
        assert await unit.job_profiles.count(ADA) == 0

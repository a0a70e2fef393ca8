"""What every IJobRepository promises, whoever keeps it."""

from collections.abc import Sequence
from dataclasses import fields
from datetime import timedelta
from typing import Any

import pytest

from app.application.jobs.work import IJobWork
from app.application.unit_of_work import Opens
from app.domain.jobs.errors import JobNotFound
from app.domain.jobs.model import Job, JobStatus
from app.domain.jobs.ports import JobListing, JobSearch, JobSort
from app.domain.jobs.posting import EmploymentType, Period, Salary, Seniority, Workplace
from app.domain.jobs.search import clauses_of
from app.domain.shared.errors import Stale
from app.domain.shared.ids import JobId
from app.domain.shared.page import Page, Slice
from app.infrastructure.persistence.identity import SqlIdentityWork
from app.infrastructure.persistence.jobs import SqlJobWork
from tests.builders.identity import ADA, BEN, NOON, a_user
from tests.builders.jobs import a_full_job, a_job
from tests.contract.conftest import Backend, opener
from tests.fakes.identity import MemoryIdentityWork
from tests.fakes.jobs import MemoryJobWork


@pytest.fixture
async def work(backend: Backend) -> Opens[IJobWork]:
    async with opener(backend, MemoryIdentityWork, SqlIdentityWork)() as unit:
        await unit.users.add(a_user(ADA))
        await unit.users.add(a_user(BEN, "ben@example.com"))
        await unit.commit()
    return opener(backend, MemoryJobWork, SqlJobWork)


async def kept(work: Opens[IJobWork], *jobs: Job) -> None:
    async with work() as unit:
        for job in jobs:
            await unit.jobs.add(job)
        await unit.commit()


async def found(
    work: Opens[IJobWork], *, sort: JobSort = JobSort.NEWEST, part: Slice | None = None, **search: Any
) -> Page[JobListing]:
    async with work(readonly=True) as unit:
        return await unit.jobs.page(JobSearch(**{"owner": ADA} | search), sort=sort, part=part or Slice())


def titles(page: Page[JobListing]) -> Sequence[str]:
    return [job.title for job in page.items]


async def test_every_field_of_a_job_comes_back_as_it_went(work: Opens[IJobWork]) -> None:
    job = a_full_job()
    await kept(work, job)

    async with work(readonly=True) as unit:
        back = await unit.jobs.get(JobId(job.id), owner=ADA)

    assert {f.name: getattr(back, f.name) for f in fields(back)} == {
        f.name: getattr(job, f.name) for f in fields(job)
    }


async def test_a_listing_says_what_the_job_says(work: Opens[IJobWork]) -> None:
    job = a_full_job()
    await kept(work, job)

    [listing] = (await found(work)).items

    assert {f.name: getattr(listing, f.name) for f in fields(listing)} == {
        f.name: getattr(job, f.name) for f in fields(listing)
    }


async def test_what_is_somebody_elses_is_not_there(work: Opens[IJobWork]) -> None:
    job = a_job(BEN)
    await kept(work, job)

    async with work(readonly=True) as unit:
        with pytest.raises(JobNotFound) as not_mine:
            await unit.jobs.get(JobId(job.id), owner=ADA)
        with pytest.raises(JobNotFound) as not_visible:
            await unit.jobs.get_visible(JobId(job.id), reader=ADA)
        with pytest.raises(JobNotFound) as unknown:
            await unit.jobs.get(JobId(a_job().id), owner=ADA)

    assert str(not_mine.value) == str(not_visible.value) == str(unknown.value)


async def test_everybody_sees_the_board_and_nobody_owns_it(work: Opens[IJobWork]) -> None:
    job = a_job(None)
    await kept(work, job)

    async with work(readonly=True) as unit:
        assert await unit.jobs.get_visible(JobId(job.id), reader=None) == job
        assert await unit.jobs.get_visible(JobId(job.id), reader=ADA) == job
        with pytest.raises(JobNotFound):
            await unit.jobs.get(JobId(job.id), owner=ADA)


async def test_a_list_shows_ones_own_or_the_board(work: Opens[IJobWork]) -> None:
    await kept(work, a_job(ADA, title="Mine"), a_job(BEN, title="His"), a_job(None, title="Public"))

    assert titles(await found(work)) == ["Mine"]
    assert titles(await found(work, owner=None)) == ["Public"]


@pytest.mark.parametrize(
    ("name", "value", "other"),
    [
        ("status", JobStatus.ARCHIVED, JobStatus.ACTIVE),
        ("source", "imported", "indeed"),
        ("remote", True, False),
        ("workplace", Workplace.HYBRID, Workplace.ONSITE),
        ("employment_type", EmploymentType.CONTRACT, None),
        ("seniority", Seniority.LEAD, Seniority.MID),
    ],
)
async def test_a_filter_lets_through_what_fits(
    work: Opens[IJobWork], name: str, value: Any, other: Any
) -> None:
    await kept(work, a_job(title="Yes", **{name: value}), a_job(title="No", **{name: other}))

    page = await found(work, **{name: value})

    assert titles(page) == ["Yes"]
    assert page.total == 1


async def test_text_is_found_in_title_company_and_description_whatever_its_case(
    work: Opens[IJobWork],
) -> None:
    await kept(
        work,
        a_job(title="Head baker", now=NOON),
        a_job(title="B", company="Baker & Sons", now=NOON + timedelta(1)),
        a_job(title="C", description="You assist the BAKER.", now=NOON + timedelta(2)),
        a_job(title="D", location="Bakersfield"),
    )

    assert titles(await found(work, clauses=clauses_of("baker"))) == ["C", "B", "Head baker"]


async def test_pay_is_counted_up_to_a_year(work: Opens[IJobWork]) -> None:
    await kept(
        work,
        a_job(title="hour", salary=Salary(20, 30, "EUR", Period.HOUR)),
        a_job(title="day", salary=Salary(None, 230, "EUR", Period.DAY)),
        a_job(title="week", salary=Salary(1_000, None, "EUR", Period.WEEK)),
        a_job(title="month", salary=Salary(5_000, 5_200, "GBP", Period.MONTH)),
        a_job(title="year", salary=Salary(50_000, 61_000, None, Period.YEAR)),
        a_job(title="no period", salary=Salary(61_000, None, None, None)),
        a_job(title="no amount", salary=Salary(None, None, "EUR", None)),
        a_job(title="no pay"),
    )
    least = await found(work, salary_min=60_000.0, sort=JobSort.TITLE)

    assert titles(least) == ["hour", "month", "no period", "year"]
    assert titles(await found(work, salary_min=62_400.5)) == []
    assert titles(await found(work, salary_min=62_000.0, currency="GBP")) == ["month"]


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        (JobSort.NEWEST, ["B", "C", "A"]),
        (JobSort.OLDEST, ["A", "C", "B"]),
        (JobSort.TITLE, ["A", "B", "C"]),
        (JobSort.TITLE_DOWN, ["C", "B", "A"]),
        (JobSort.COMPANY, ["C", "A", "B"]),
        (JobSort.COMPANY_DOWN, ["A", "C", "B"]),
        (JobSort.LAST_CHANGED, ["A", "B", "C"]),
        (JobSort.FIRST_CHANGED, ["C", "B", "A"]),
    ],
)
async def test_a_list_is_in_the_order_that_was_asked_for(
    work: Opens[IJobWork], sort: JobSort, expected: list[str]
) -> None:
    day = timedelta(days=1)
    await kept(
        work,
        a_job(title="A", company="Beta", now=NOON, updated_at=NOON + 9 * day),
        a_job(title="B", now=NOON + 2 * day),
        a_job(title="C", company="Alpha", now=NOON + day),
    )

    assert titles(await found(work, sort=sort)) == expected


async def test_pages_of_equals_neither_repeat_nor_lose(work: Opens[IJobWork]) -> None:
    jobs = [a_job() for _ in range(5)]
    await kept(work, *jobs)

    pages = [await found(work, part=Slice(2, offset)) for offset in (0, 2, 4)]

    assert [len(page.items) for page in pages] == [2, 2, 1]
    assert {page.total for page in pages} == {5}
    assert {item.id for page in pages for item in page.items} == {job.id for job in jobs}


async def test_what_somebody_else_saved_first_is_not_overwritten(work: Opens[IJobWork]) -> None:
    job = a_job()
    await kept(work, job)
    async with work() as unit:
        mine = await unit.jobs.get(JobId(job.id), owner=ADA)
        mine.title = "Changed"
        await unit.jobs.save(mine)
        await unit.commit()

    async with work() as unit:
        with pytest.raises(Stale):
            await unit.jobs.save(job)
    async with work() as unit:
        with pytest.raises(Stale):
            await unit.jobs.remove(job)


async def test_what_is_removed_is_gone(work: Opens[IJobWork]) -> None:
    job = a_job()
    await kept(work, job)

    async with work() as unit:
        await unit.jobs.remove(job)
        await unit.commit()

    assert (await found(work)).total == 0

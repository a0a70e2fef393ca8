"""Searching postings: the same ones, in the same order, whoever keeps them."""

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import delete

from app.application.jobs.work import IJobWork
from app.application.unit_of_work import Opens
from app.domain.jobs.model import Job, JobStatus
from app.domain.jobs.ports import JobListing, JobSearch, JobSort
from app.domain.jobs.posting import Period, Salary
from app.domain.jobs.search import clauses_of, searchable, words_of
from app.domain.shared.ids import JobId, UserId
from app.domain.shared.page import Page, Slice
from app.infrastructure.persistence.identity import SqlIdentityWork, users
from app.infrastructure.persistence.job_lists import MANY
from app.infrastructure.persistence.jobs import SqlJobWork
from tests.builders.board import QUERIES, a_board
from tests.builders.identity import ADA, BEN, NOON, a_user
from tests.builders.jobs import a_job
from tests.contract.conftest import Backend, opener
from tests.fakes.identity import MemoryIdentityWork
from tests.fakes.jobs import MemoryJobWork
from tests.fakes.memory import MemoryDatabase

ALL = Slice(100, 0)


@pytest.fixture
async def work(backend: Backend) -> Opens[IJobWork]:
    async with opener(backend, MemoryIdentityWork, SqlIdentityWork)() as unit:
        await unit.users.add(a_user(ADA))
        await unit.users.add(a_user(BEN, "ben@example.com"))
        await unit.commit()
    return opener(backend, MemoryJobWork, SqlJobWork)


@pytest.fixture
async def plain() -> Opens[IJobWork]:
    """What reads word by word: the others are held against it."""
    return opener(MemoryDatabase(), MemoryJobWork, SqlJobWork)


async def kept(work: Opens[IJobWork], *jobs: Job) -> None:
    async with work() as unit:
        for job in jobs:
            await unit.jobs.add(job)
        await unit.commit()


async def found(
    work: Opens[IJobWork],
    query: str | None = None,
    *,
    sort: JobSort = JobSort.NEWEST,
    part: Slice = ALL,
    **search: Any,
) -> Page[JobListing]:
    clauses = None if query is None else clauses_of(query)
    async with work(readonly=True) as unit:
        wanted = JobSearch(**{"owner": None, "clauses": clauses} | search)
        return await unit.jobs.page(wanted, sort=sort, part=part)


def titles(page: Page[JobListing]) -> Sequence[str]:
    return [job.title for job in page.items]


@pytest.mark.parametrize("owner", [None, ADA])
async def test_every_query_finds_the_same_in_the_same_order(
    work: Opens[IJobWork], plain: Opens[IJobWork], owner: UserId | None
) -> None:
    await kept(work, *a_board(owner), a_job(BEN, title="Nurse of somebody else"))
    await kept(plain, *a_board(owner))

    for query in QUERIES:
        for sort in (JobSort.NEWEST, JobSort.OLDEST, JobSort.RELEVANCE, JobSort.TITLE_DOWN):
            theirs = await found(plain, query, sort=sort, owner=owner)
            assert titles(await found(work, query, sort=sort, owner=owner)) == titles(theirs), (query, sort)


async def test_words_drawn_by_lot_find_what_a_plain_reading_finds(
    work: Opens[IJobWork], plain: Opens[IJobWork]
) -> None:
    board = a_board()
    await kept(work, *board)
    await kept(plain, *board)
    lot = random.Random(7)

    for _ in range(150):
        words = words_of(lot.choice(board).description + " " + lot.choice(board).title)
        size = min(lot.choice((1, 1, 2, 3)), len(words))
        at = lot.randrange(len(words) - size + 1)
        drawn = " ".join(words[at : at + size])
        query = lot.choice((drawn, f'"{drawn}"', drawn[:-1] + "*"))
        page, theirs = await found(work, query), await found(plain, query)
        assert (titles(page), page.total) == (titles(theirs), theirs.total), query


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("c++", ["Senior C++ Developer"]),
        ("C", ["C Programmer", "Senior C++ Developer"]),
        ("c#", [".NET Engineer", "Senior C++ Developer"]),
        (".net", [".NET Engineer"]),
        ("net", ["Network Technician"]),
        ("ingenieur ETE", ["Ingénieur logiciel"]),
        ("straße", []),
        ('"machine learning"', ["Data Scientist"]),
        ("machine learning", ["Machine Operator", "Data Scientist"]),
        ("kube*", ["Kubernetes Administrator"]),
        ("kube", []),
        ("営業", ["営業マネージャー"]),
        ("%", []),
        ("nurse OR clerk", []),
        ("@board", ["Board Secretary"]),
    ],
)
async def test_a_word_is_what_a_person_would_call_one(
    work: Opens[IJobWork], query: str, expected: list[str]
) -> None:
    await kept(work, *a_board())

    assert titles(await found(work, query)) == expected


async def test_a_phrase_does_not_run_from_one_field_into_the_next(work: Opens[IJobWork]) -> None:
    await kept(work, a_job(None, title="Night Nurse", company="Harbour Clinic", description="Ward by night"))

    assert (await found(work, '"night nurse"')).total == 1
    assert (await found(work, '"nurse harbour"')).total == 0
    assert (await found(work, '"clinic ward"')).total == 0


async def test_a_very_long_text_is_found_by_its_first_words_alike(work: Opens[IJobWork]) -> None:
    filler = " ".join(f"w{n}" for n in range(16_500))
    often = "again " * 400
    await kept(work, a_job(None, title="Long", description=f"first {often} last300 {filler} never"))

    assert (await found(work, "first w9000")).total == 1
    assert (await found(work, '"again last300"')).total == 0, "past the 255th time"
    assert (await found(work, '"again again"')).total == 1
    assert (await found(work, "never")).total == 0


async def test_any_text_that_the_api_takes_can_be_kept_and_found(work: Opens[IJobWork]) -> None:
    wide = "".join(chr(0x20000 + n % 40_000) for n in range(199_000))
    cyrillic = " ".join(f"щит{n}" for n in range(18_000))
    quoted = "it's a \\ 'quoted' :* & | ! ( ) <-> \"text\" ~ @board " * 20
    await kept(
        work, *(a_job(None, title=f"T{n}", description=t) for n, t in enumerate((wide, cyrillic, quoted)))
    )

    assert titles(await found(work, "щит77")) == ["T1"]
    assert titles(await found(work, "quoted text")) == ["T2"]
    assert titles(await found(work, chr(0x20000) + chr(0x20001))) == ["T0"]


async def test_what_is_changed_or_removed_is_found_as_it_is_now(work: Opens[IJobWork]) -> None:
    job = a_job(None, title="Baker")
    await kept(work, job, a_job(None, title="Baker too"))
    assert (await found(work, "baker")).total == 2

    async with work() as unit:
        job.title = "Confectioner"
        await unit.jobs.save(job)
        await unit.commit()
    assert titles(await found(work, "baker")) == ["Baker too"]
    assert titles(await found(work, "confectioner")) == ["Confectioner"]

    async with work() as unit:
        await unit.jobs.remove(job)
        await unit.commit()
    assert (await found(work, "confectioner")).total == 0
    assert (await found(work, "baker")).total == 1


async def test_pages_of_what_is_found_neither_repeat_nor_lose(work: Opens[IJobWork]) -> None:
    await kept(work, *(a_job(None, title=f"Cook {n}", now=NOON + timedelta(n % 3)) for n in range(7)))

    for sort in JobSort:
        pages = [await found(work, "cook", sort=sort, part=Slice(3, offset)) for offset in (0, 3, 6, 9)]
        assert [len(page.items) for page in pages] == [3, 3, 1, 0], sort
        assert {page.total for page in pages} == {7}
        assert len({item.id for page in pages for item in page.items}) == 7


async def test_the_board_leaves_out_what_has_expired_and_shows_it_to_who_asks(
    work: Opens[IJobWork],
) -> None:
    today = NOON.date()
    yesterday, tomorrow = today - timedelta(1), today + timedelta(1)
    await kept(
        work,
        a_job(None, title="Cook today", application_deadline=today),
        a_job(None, title="Cook yesterday", application_deadline=yesterday),
        a_job(None, title="Cook said so", status=JobStatus.EXPIRED, application_deadline=tomorrow),
        a_job(None, title="Cook archived", status=JobStatus.ARCHIVED, application_deadline=yesterday),
        a_job(None, title="Cook ever"),
    )

    for query in (None, "cook"):
        board = await found(work, query, sort=JobSort.TITLE, today=today)
        assert titles(board) == ["Cook archived", "Cook ever", "Cook today"]
        assert board.total == 3
        over = await found(work, query, sort=JobSort.TITLE, today=today, status=JobStatus.EXPIRED)
        assert titles(over) == ["Cook said so", "Cook yesterday"]
        still = await found(work, query, sort=JobSort.TITLE, today=today, status=JobStatus.ACTIVE)
        assert titles(still) == ["Cook ever", "Cook today"]
        next_day = await found(work, query, today=tomorrow, status=JobStatus.ACTIVE)
        assert titles(next_day) == ["Cook ever"]


@pytest.mark.parametrize("query", [None, "cook"])
async def test_words_and_filters_must_both_fit(work: Opens[IJobWork], query: str | None) -> None:
    day = date(2026, 3, 1)
    facts: dict[str, Any] = {
        "company": "Crumb & Co", "location": "New York, NY", "source": "indeed", "remote": True,
        "salary": Salary(40_000, 50_000, "USD", Period.YEAR), "date_posted": day, "application_deadline": day,
    }  # fmt: skip
    await kept(
        work,
        a_job(None, title="Cook", **facts),
        a_job(None, title="Cook of nothing", now=NOON - timedelta(900)),
    )
    fits: dict[str, Any] = {
        "company": "crumb", "location": "new york", "source": "indeed", "remote": True, "currency": "USD",
        "salary_min": 50_000, "salary_max": 40_000, "posted_since": day,
        "deadline_from": day, "deadline_to": day,
    }  # fmt: skip
    misses: dict[str, Any] = {
        "company": "co crumb", "location": "york new", "source": "inde", "currency": "EUR",
        "salary_min": 50_001, "salary_max": 39_999, "posted_since": day + timedelta(1),
        "deadline_from": day + timedelta(1), "deadline_to": day - timedelta(1),
    }  # fmt: skip

    for name, value in fits.items():
        page = await found(work, query, **{name: value})
        assert (titles(page), page.total) == (["Cook"], 1), name
    for name, value in misses.items():
        assert (await found(work, query, **{name: value})).total == 0, name
    assert (await found(work, query, **fits)).total == 1


@pytest.mark.parametrize("query", [None, "cook"])
async def test_pay_and_deadline_give_an_order(work: Opens[IJobWork], query: str | None) -> None:
    def cook(name: str, least: float | None, last: date | None) -> Job:
        pay = least and Salary(least, None, "EUR", Period.MONTH)
        return a_job(ADA, title=f"Cook {name}", salary=pay or None, application_deadline=last)

    await kept(
        work,
        cook("A", 3_000, date(2027, 5, 1)),
        cook("B", None, None),
        cook("C", 4_000, date(2027, 4, 1)),
    )
    expected = {
        JobSort.BEST_PAID: "CAB",
        JobSort.WORST_PAID: "ACB",
        JobSort.FIRST_TO_CLOSE: "CAB",
        JobSort.LAST_TO_CLOSE: "ACB",
    }
    for sort, order in expected.items():
        page = await found(work, query, sort=sort, owner=ADA)
        assert "".join(title[-1] for title in titles(page)) == order, sort


async def test_who_says_it_in_the_title_comes_first(work: Opens[IJobWork]) -> None:
    await kept(
        work,
        a_job(None, title="Pastry Cook", description="In a kitchen"),
        a_job(None, title="Cook", description="Pastry, too", now=NOON + timedelta(1)),
        a_job(None, title="Waiter", description="The cook and the pastry", now=NOON + timedelta(2)),
        a_job(None, title="Porter", company="Pastry Cook Inc", now=NOON - timedelta(1)),
    )

    page = await found(work, "pastry cook", sort=JobSort.RELEVANCE)

    assert titles(page) == ["Pastry Cook", "Porter", "Cook", "Waiter"]


async def test_a_common_word_on_a_large_board_gives_the_same_pages(
    work: Opens[IJobWork], plain: Opens[IJobWork]
) -> None:
    """So many that an order is walked instead of sorting what was found. Backwards by title there is none for
    so long that the walk is given up."""
    jobs = [
        a_job(
            None,
            title=f"{'Kitchen ' if n % 20 == 1 else ''}Cook {n % 700}" if n % 2 else f"Waiter {n % 700}",
            description="Kitchen" if n % 2 else "",
            now=NOON + timedelta(seconds=n),
            company=lot_of("company", n),
            salary=lot_of("salary", n),
            application_deadline=lot_of("application_deadline", n),
        )
        for n in range(2 * MANY + 40)
    ]
    await kept(work, *jobs)
    await kept(plain, *jobs[1::2])

    for sort in JobSort:
        page = await found(work, "cook", sort=sort, part=Slice(5, 10))
        theirs = await found(plain, sort=sort, part=Slice(5, 10))
        assert ([job.id for job in page.items], page.total) == ([job.id for job in theirs.items], MANY + 20)
    for part in (Slice(5, 10), Slice(5, 98), Slice(5, 500)):  # 101 say it in the title
        page = await found(work, "kitchen cook", sort=JobSort.RELEVANCE, part=part)
        theirs = await found(plain, "kitchen cook", sort=JobSort.RELEVANCE, part=part)
        assert [job.id for job in page.items] == [job.id for job in theirs.items], part


def lot_of(name: str, n: int) -> Any:
    """A few of each, and of each there is none at times: so that there are ties everywhere."""
    pay = Salary(1_000 + n % 7 * 100, 2_000 if n % 3 else None, "EUR", list(Period)[n % 5])
    said = {
        "company": f"{'abÄZé'[n % 5]} & Sons",
        "salary": Salary(None, None, "EUR", None) if n % 11 == 5 else pay,
        "application_deadline": NOON.date() + timedelta(n % 6 - 1),
    }
    return None if n % 4 == len(name) % 4 else said[name]


ASKED_BESIDE: tuple[dict[str, Any], ...] = (
    {},
    {"remote": True},
    {"company": "sons"},
    {"status": JobStatus.EXPIRED},
    {"salary_min": 24_000, "deadline_from": NOON.date() + timedelta(1)},
)


@pytest.mark.parametrize("search", ASKED_BESIDE)
async def test_every_order_of_the_board_is_the_same_with_ties_and_with_what_says_nothing(
    work: Opens[IJobWork], plain: Opens[IJobWork], search: dict[str, Any]
) -> None:
    names = ("company", "salary", "application_deadline")
    jobs = [
        a_job(
            None,
            NOON + timedelta(days=n % 4),
            id=JobId(UUID(int=n * 611 % 1_024 << 118)),
            title=f"{'Cook' if n % 3 else 'Čook'} {n % 5}",
            remote=n % 2 == 0,
            **{name: lot_of(name, n) for name in names},
        )
        for n in range(60)
    ]
    await kept(work, *jobs, a_job(ADA, title="Cook of her own"))
    await kept(plain, *jobs)

    for sort in JobSort:
        for query in (None, "cook"):
            for part in (ALL, Slice(7, 9)):
                asked: dict[str, Any] = {"sort": sort, "part": part, "today": NOON.date(), **search}
                page, theirs = await found(work, query, **asked), await found(plain, query, **asked)
                assert page.total == theirs.total > 0
                assert [job.id for job in page.items] == [job.id for job in theirs.items], (sort, query)


async def test_what_is_changed_stands_elsewhere_in_the_orders_of_the_board(work: Opens[IJobWork]) -> None:
    job = a_job(None, title="Baker", company="Crumb", salary=Salary(20_000, None, "EUR", None))
    await kept(work, job, a_job(None, title="Cook", company="Oven", salary=Salary(30_000, None, "EUR", None)))

    async with work() as unit:
        job.title, job.company, job.salary = "Waiter", None, Salary(4_000, None, "EUR", Period.MONTH)
        job.updated_at += timedelta(1)
        await unit.jobs.save(job)
        await unit.commit()

    for sort, first in (
        (JobSort.TITLE, "Cook"),
        (JobSort.COMPANY, "Cook"),
        (JobSort.COMPANY_DOWN, "Cook"),
        (JobSort.BEST_PAID, "Waiter"),
        (JobSort.LAST_CHANGED, "Waiter"),
    ):
        assert titles(await found(work, sort=sort))[0] == first, sort

    async with work() as unit:
        await unit.jobs.remove(job)
        await unit.commit()
    assert titles(await found(work, sort=JobSort.BEST_PAID)) == ["Cook"]


async def test_twins_are_those_of_ones_own_and_of_the_board(work: Opens[IJobWork]) -> None:
    same: dict[str, Any] = {
        "title": "Ward Nurse (m/f/d)",
        "company": "Harbour Clinic Ltd",
        "location": "Bristol, UK",
    }
    mine, board, his = (a_job(owner, **same) for owner in (ADA, None, BEN))
    address = a_job(None, title="Other", url="https://www.example.com/jobs/7/?utm_source=x")
    await kept(work, mine, board, his, address, a_job(None, title="Ward Nurse", company="Elsewhere"))
    new = a_job(
        ADA, title="ward nurse", company="HARBOUR CLINIC", location="Bristol", url="http://example.com/jobs/7"
    )

    async with work(readonly=True) as unit:
        twins = await unit.jobs.twins(searchable(new), reader=ADA)
        public = await unit.jobs.twins(searchable(new), reader=None)
        none = await unit.jobs.twins(searchable(replace_title(new)), reader=ADA)

    assert {twin.id for twin in twins} == {mine.id, board.id, address.id}
    assert {twin.id for twin in twins if twin.same_address} == {address.id}
    assert {twin.id for twin in public} == {board.id, address.id}
    assert none == []


async def test_of_twins_those_that_were_there_before_are_found(work: Opens[IJobWork]) -> None:
    same: dict[str, Any] = {"title": "Cook", "company": "Oven"}
    one, two, three = (a_job(ADA, NOON + timedelta(n), **same) for n in range(3))
    await kept(work, one, two, three)

    async with work(readonly=True) as unit:
        found = [await unit.jobs.twins(searchable(job), reader=ADA, before=job) for job in (one, two, three)]

    assert [[twin.id for twin in twins] for twins in found] == [[], [one.id], [two.id, one.id]]


async def test_links_to_what_is_another_post_by_now_end(work: Opens[IJobWork]) -> None:
    cook: dict[str, Any] = {"title": "Cook", "company": "Oven"}
    first = a_job(ADA, title="Baker", company="Oven", url="https://oven.example/7")
    ended = [a_job(ADA, duplicate_of=first.id, **cook), a_job(BEN, repost_of=first.id, **cook)]
    still = [
        a_job(ADA, duplicate_of=first.id, title="Baker", company="Oven"),
        a_job(ADA, repost_of=first.id, url="https://oven.example/7", **cook),
    ]
    await kept(work, first, *ended, *still)

    async with work() as unit:
        await unit.jobs.part(first, searchable(first))
        await unit.commit()

    async with work(readonly=True) as unit:
        now = [await unit.jobs.get_visible(JobId(job.id), reader=job.user_id) for job in (*ended, *still)]
    assert [(job.duplicate_of or job.repost_of) for job in now] == [None, None, first.id, first.id]
    assert [job.version for job in now] == [2, 2, 1, 1]


def replace_title(job: Job) -> Job:
    return a_job(ADA, title="Something else", company=job.company)


async def test_links_between_postings_come_back_and_end_with_the_other(work: Opens[IJobWork]) -> None:
    first = a_job(ADA)
    second = a_job(ADA, duplicate_of=first.id)
    third = a_job(ADA, repost_of=first.id)
    await kept(work, first, second, third)

    links = {(job.duplicate_of, job.repost_of) for job in (await found(work, owner=ADA)).items}

    assert links == {(None, None), (first.id, None), (None, first.id)}


async def test_counts_on_the_board_are_right_after_every_change(work: Opens[IJobWork]) -> None:
    job = a_job(None, title="Cook")
    for query in (None, "cook"):
        assert (await found(work, query)).total == 0
    await kept(work, job, a_job(ADA, title="Cook"))
    for query in (None, "cook"):
        assert (await found(work, query)).total == 1
    async with work() as unit:
        job.title = "Waiter"
        await unit.jobs.save(job)
        await unit.commit()
    assert (await found(work, "cook")).total == 0


def test_fields_of_a_search_are_compared_whole() -> None:
    """Counts are remembered by it."""
    one = JobSearch(owner=None, clauses=clauses_of("cook"), today=NOON.date())
    assert one == JobSearch(owner=None, clauses=clauses_of("COOK"), today=NOON.date())
    assert len({one, replace(one, today=date.min), replace(one, remote=True)}) == 3


async def test_candidates_are_the_open_ones_of_the_board_that_hold_most(work: Opens[IJobWork]) -> None:
    today, gone = NOON.date(), NOON.date() - timedelta(1)
    await kept(
        work,
        a_job(None, title="Nurse", description="Wound care and triage", now=NOON - timedelta(3)),
        a_job(None, title="Nurse of old", description="triage", now=NOON - timedelta(2)),
        a_job(None, title="Nurse of late", description="triage", now=NOON),
        a_job(None, title="Nurse gone", description="Wound care and triage", application_deadline=gone),
        a_job(None, title="Nurse archived", description="triage", status=JobStatus.ARCHIVED),
        a_job(ADA, title="Nurse of one's own", description="Wound care and triage"),
        a_job(None, title="Baker"),
    )
    asked = clauses_of('nurse "wound care" triage surgery')

    async with work(readonly=True) as unit:
        found = await unit.jobs.candidates(asked, today=today, most=3)
        two = await unit.jobs.candidates(asked, today=today, most=2)
        none = await unit.jobs.candidates((), today=today, most=3)

    assert [job.title for job in found] == ["Nurse", "Nurse of late", "Nurse of old"]
    assert [job.title for job in two] == ["Nurse", "Nurse of late"]
    assert none == []


async def test_what_goes_with_its_owner_is_found_no_more(backend: Backend, work: Opens[IJobWork]) -> None:
    """In memory nothing goes with anybody: there it is taken away by hand."""
    job = a_job(BEN, title="Cook")
    await kept(work, job, a_job(ADA, title="Cook of Ada's"))

    if isinstance(backend, MemoryDatabase):
        del backend.entities[job.id]
    else:
        async with backend.engine.begin() as connection:
            await connection.execute(delete(users).where(users.c.id == BEN))

    assert (await found(work, "cook", owner=BEN)).total == 0
    assert titles(await found(work, "cook", owner=ADA)) == ["Cook of Ada's"]
    again = a_job(ADA, title="Cook again", now=NOON + timedelta(1))
    await kept(work, again)
    assert titles(await found(work, "cook", owner=ADA)) == ["Cook again", "Cook of Ada's"]


async def test_ones_own_are_counted_without_the_board(work: Opens[IJobWork]) -> None:
    await kept(work, a_job(ADA), a_job(ADA), a_job(BEN), a_job(None))

    async with work() as unit:
        assert await unit.jobs.count_own(ADA, most=9) == 2
        assert await unit.jobs.count_own(ADA, most=1, lock=True) == 1

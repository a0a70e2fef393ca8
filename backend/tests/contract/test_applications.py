"""What every IApplicationRepository and every ITrackedJobs promises, whoever keeps them."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import fields
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import event

from app.application.applications.work import IApplicationWork
from app.application.unit_of_work import Opens
from app.domain.applications.errors import ApplicationExists, ApplicationNotFound
from app.domain.applications.model import Application, FollowUp
from app.domain.applications.ports import (
    ApplicationListing,
    ApplicationSearch,
    ApplicationSort,
    TrackedListing,
    Tracking,
)
from app.domain.applications.status import STAGES, ApplicationStatus
from app.domain.documents.model import Document
from app.domain.jobs.errors import JobNotFound
from app.domain.jobs.model import Job
from app.domain.jobs.ports import JobListing, JobSearch, JobSort
from app.domain.shared.errors import Stale
from app.domain.shared.ids import ApplicationId, DocumentId, JobId
from app.domain.shared.page import Page, Slice
from app.infrastructure.persistence.applications import SqlApplicationWork
from app.infrastructure.persistence.database import Database
from app.infrastructure.persistence.identity import SqlIdentityWork
from tests.builders.applications import a_card, a_full_card, sent_as
from tests.builders.identity import ADA, BEN, NOON, a_user
from tests.builders.jobs import a_full_job, a_job
from tests.builders.profile import a_profile
from tests.builders.stored_documents import a_stored_document
from tests.contract.conftest import Backend, opener
from tests.fakes.applications import MemoryApplicationWork
from tests.fakes.identity import MemoryIdentityWork

Work = Opens[IApplicationWork]
S = ApplicationStatus
HOUR = timedelta(hours=1)


@pytest.fixture
def job() -> Job:
    return a_job()


@pytest.fixture
def document() -> Document:
    return a_stored_document(a_profile(), profile_id=None)


@pytest.fixture
async def work(backend: Backend, job: Job, document: Document) -> Work:
    async with opener(backend, MemoryIdentityWork, SqlIdentityWork)() as people:
        await people.users.add(a_user(ADA))
        await people.users.add(a_user(BEN, "ben@example.com"))
        await people.commit()
    work: Work = opener(backend, MemoryApplicationWork, SqlApplicationWork)
    async with work() as unit:
        await unit.jobs.add(job)
        await unit.documents.add(document)
        await unit.commit()
    return work


@contextmanager
def statements(backend: Backend) -> Iterator[list[str]]:
    """What the database is asked meanwhile; a fake is asked nothing."""
    asked: list[str] = []
    if not isinstance(backend, Database):
        yield asked
        return

    def hear(connection: Any, cursor: Any, statement: str, *rest: Any) -> None:
        asked.append(statement)

    event.listen(backend.engine.sync_engine, "before_cursor_execute", hear)
    yield asked
    event.remove(backend.engine.sync_engine, "before_cursor_execute", hear)


async def kept(work: Work, *cards: Application, jobs: Sequence[Job] = ()) -> None:
    async with work() as unit:
        for job in jobs:
            await unit.jobs.add(job)
        await unit.applications.add_all(cards)
        await unit.commit()


async def many(work: Work, *cards: Application) -> None:
    """With the job of each."""
    jobs = []
    for card in cards:
        assert card.job_id
        jobs.append(a_job(card.user_id, id=card.job_id))
    await kept(work, *cards, jobs=jobs)


async def found(
    work: Work, *, sort: ApplicationSort = ApplicationSort.NEWEST, part: Slice | None = None, **search: Any
) -> Page[ApplicationListing]:
    wanted = ApplicationSearch(**{"owner": ADA} | search)
    async with work(readonly=True) as unit:
        return await unit.applications.page(wanted, sort=sort, part=part or Slice())


def titles(page: Page[Any]) -> Sequence[str]:
    return [each.title for each in page.items]


def values(thing: Any) -> dict[str, Any]:
    return {f.name: getattr(thing, f.name) for f in fields(thing)}


async def test_every_field_of_a_card_comes_back_as_it_went(work: Work, job: Job, document: Document) -> None:
    card = a_full_card(job, document)
    await kept(work, card)

    async with work(readonly=True) as unit:
        back = await unit.applications.get(ApplicationId(card.id), owner=ADA)
        of_job = await unit.applications.find_of_job(JobId(job.id), owner=ADA)
        [all_of_them] = await unit.applications.stretch(ADA, most=10)

    assert values(back) == values(card)
    assert of_job is not None
    assert values(of_job) == values(all_of_them) == values(card)


async def test_a_listing_says_what_the_card_says(work: Work, job: Job, document: Document) -> None:
    card = a_full_card(job, document)
    await kept(work, card)

    [listing] = (await found(work)).items

    assert values(listing) == {f.name: getattr(card, f.name) for f in fields(listing)}


async def test_a_card_that_is_saved_grows_by_what_came(work: Work, job: Job, document: Document) -> None:
    await kept(work, card := a_card(job))

    for status in (S.APPLIED, S.INTERVIEWING):
        async with work() as unit:
            card = await unit.applications.get(ApplicationId(card.id), owner=ADA, lock=True)
            card.move(status, by=ADA, now=NOON + HOUR)
            card.hand_out(sent_as(document))
            await unit.applications.save(card)
            await unit.commit()

    async with work(readonly=True) as unit:
        back = await unit.applications.get(ApplicationId(card.id), owner=ADA)
    assert [move.after for move in back.history] == [S.INTERESTED, S.APPLIED, S.INTERVIEWING]
    assert len(back.sent) == 2
    assert back.version == 3


async def test_a_job_has_one_card_of_each_user(work: Work) -> None:
    public = a_job(None)
    await kept(work, a_card(public), a_card(public, owner=BEN), jobs=[public])

    with pytest.raises(ApplicationExists):
        await kept(work, a_card(public))

    assert (await found(work)).total == (await found(work, owner=BEN)).total == 1


async def test_cards_whose_job_is_gone_do_not_stand_in_each_others_way(work: Work) -> None:
    await kept(work, a_card(job_id=None), a_card(job_id=None))

    assert (await found(work)).total == 2


async def test_what_is_somebody_elses_is_not_there(work: Work, job: Job) -> None:
    card = a_card(a_job(BEN), owner=BEN)
    await many(work, card)
    assert card.job_id

    async with work(readonly=True) as unit:
        with pytest.raises(ApplicationNotFound) as theirs:
            await unit.applications.get(ApplicationId(card.id), owner=ADA)
        with pytest.raises(ApplicationNotFound) as nowhere:
            await unit.applications.get(ApplicationId(uuid4()), owner=ADA)
        assert await unit.applications.find_of_job(card.job_id, owner=ADA) is None
        assert await unit.applications.known([card.id], owner=ADA) == set()
        assert await unit.applications.stretch(ADA, most=10) == []

    assert str(theirs.value) == str(nowhere.value)


@pytest.mark.parametrize(
    ("search", "yes", "no"),
    [
        ({"source": "friend"}, {"source": "friend"}, {"source": "board"}),
        ({"favorite": True}, {"favorite": True}, {}),
        ({"favorite": False}, {}, {"favorite": True}),
        ({"q": "CLIN"}, {"company": "A clinic"}, {"company": "A bakery"}),
        ({"q": "ÄRZT"}, {"title": "Leitende Ärztin"}, {"title": "Lead"}),
        ({"q": "100%"}, {"title": "100% remote"}, {"title": "1000 remote"}),
        (
            {"follow_up_until": NOON.date()},
            {"follow_up_on": NOON.date()},
            {"follow_up_on": NOON.date() + timedelta(1)},
        ),
        ({"follow_up_until": NOON.date()}, {"follow_up_on": NOON.date()}, {}),
    ],
)
async def test_a_filter_lets_through_what_fits(
    work: Work, search: dict[str, Any], yes: dict[str, Any], no: dict[str, Any]
) -> None:
    fitting = a_card(**yes)
    await many(work, fitting, a_card(**no))

    page = await found(work, **search)

    assert [listing.id for listing in page.items] == [fitting.id]
    assert page.total == 1


async def test_cards_are_found_by_status_and_by_job(work: Work) -> None:
    saved, applied = a_card(title="Saved"), a_card(None, S.APPLIED, title="Applied")
    await many(work, saved, applied)

    assert titles(await found(work, status=S.APPLIED)) == ["Applied"]
    assert titles(await found(work, job_id=saved.job_id)) == ["Saved"]


@pytest.mark.parametrize("sort", list(ApplicationSort))
async def test_every_order_is_total_and_says_nothing_last(work: Work, sort: ApplicationSort) -> None:
    same = [a_card(company="Clinic", title="Nurse") for _ in range(3)]
    await many(work, *same, a_card(None, S.APPLIED, company="Bakery", title="Baker", now=NOON + HOUR))

    pages = [await found(work, sort=sort, part=Slice(1, n)) for n in range(4)]

    whole = await found(work, sort=sort)
    assert [each.id for page in pages for each in page.items] == [each.id for each in whole.items]
    name = sort.removeprefix("-")
    told = [getattr(each, name) for each in whole.items if getattr(each, name) is not None]
    assert told == sorted(told, reverse=sort.startswith("-"))
    assert [getattr(each, name) for each in whole.items][: len(told)] == told


async def test_a_part_past_the_end_still_tells_the_total(work: Work) -> None:
    await many(work, a_card(), a_card())

    page = await found(work, part=Slice(5, 10))

    assert (page.items, page.total) == ([], 2)


async def test_the_board_has_a_column_for_each_status_with_the_last_moved_first(
    work: Work, backend: Backend
) -> None:
    saved = [a_card(title=f"Saved {n}", now=NOON + n * HOUR) for n in range(4)]
    other = a_card(owner=BEN)
    await many(work, *saved, a_card(None, S.APPLIED, S.OFFER, title="Offered"), other)

    async with work(readonly=True) as unit:
        with statements(backend) as asked:
            columns = await unit.applications.board(ApplicationSearch(owner=ADA), most=3)

    assert [column.status for column in columns] == list(S)
    by_status = {column.status: column for column in columns}
    assert by_status[S.INTERESTED].count == 4
    assert [card.title for card in by_status[S.INTERESTED].cards] == ["Saved 3", "Saved 2", "Saved 1"]
    assert [card.title for card in by_status[S.OFFER].cards] == ["Offered"]
    assert (by_status[S.CLOSED].count, by_status[S.CLOSED].cards) == (0, ())
    assert len(asked) <= 1


async def test_lists_ask_once_however_long_they_are(work: Work, backend: Backend) -> None:
    await many(work, *(a_card(None, S.APPLIED, S.REVIEWING) for _ in range(30)))

    async with work(readonly=True) as unit:
        with statements(backend) as page:
            await unit.applications.page(
                ApplicationSearch(owner=ADA), sort=ApplicationSort.NEWEST, part=Slice()
            )
        with statements(backend) as everything:
            await unit.applications.stretch(ADA, most=1_000)
        with statements(backend) as jobs:
            await unit.tracked_jobs.page(
                JobSearch(owner=ADA), Tracking(reader=ADA), sort=JobSort.NEWEST, part=Slice()
            )
        with statements(backend) as figures:
            await unit.applications.count(ADA, weeks=[NOON, NOON + HOUR])

    assert len(page) <= 1
    assert len(everything) <= 3
    assert len(jobs) <= 1
    assert len(figures) <= 4


async def test_stretches_follow_one_another_whatever_was_made_at_the_same_moment(work: Work) -> None:
    """Each with its history, none left out and none twice."""
    cards = [a_card(None, S.APPLIED, S.REVIEWING) for _ in range(7)]
    cards += [a_card(None, S.APPLIED, now=NOON + HOUR) for _ in range(3)]
    await many(work, *cards)

    found: list[Application] = []
    async with work(readonly=True) as unit:
        for _ in range(5):
            found += await unit.applications.stretch(ADA, after=found[-1] if found else None, most=3)
        assert await unit.applications.stretch(ADA, after=found[-1], most=3) == []
        assert await unit.applications.stretch(BEN, most=3) == []

    assert [card.id for card in found] == [
        card.id for card in sorted(cards, key=lambda card: (card.created_at, card.id))
    ]
    wanted = {card.id: values(card) for card in cards}
    assert {card.id: values(card) for card in found} == wanted


async def test_many_are_added_in_as_many_statements_as_one(work: Work, backend: Backend) -> None:
    with statements(backend) as asked:
        await kept(work, *(a_card(None, S.APPLIED, job_id=None) for _ in range(40)))

    assert len([each for each in asked if each.startswith("INSERT")]) <= 2
    assert (await found(work)).total == 40


async def test_what_somebody_else_saved_first_is_not_overwritten(work: Work, job: Job) -> None:
    await kept(work, card := a_card(job))
    async with work() as unit:
        mine = await unit.applications.get(ApplicationId(card.id), owner=ADA)
        mine.move(S.APPLIED, by=ADA, now=NOON)
        await unit.applications.save(mine)
        await unit.commit()

    async with work() as unit:
        with pytest.raises(Stale):
            await unit.applications.save(card)
    async with work() as unit:
        with pytest.raises(Stale):
            await unit.applications.remove(card)


async def test_what_is_removed_is_gone_and_may_be_made_anew(work: Work, job: Job, document: Document) -> None:
    await kept(work, card := a_full_card(job, document))

    async with work() as unit:
        assert await unit.applications.held([DocumentId(document.id)]) == {document.id}
        await unit.applications.remove(await unit.applications.get(ApplicationId(card.id), owner=ADA))
        assert await unit.applications.held([DocumentId(document.id)]) == set()
        await unit.applications.add(a_card(job))
        await unit.commit()

    assert (await found(work)).total == 1


async def test_jobs_without_a_card_are_those_that_the_owner_sees(work: Work, job: Job) -> None:
    theirs, public, carded = a_job(BEN), a_job(None), a_job()
    await kept(work, a_card(carded), jobs=[theirs, public, carded])
    asked = [JobId(each.id) for each in (job, theirs, public, carded)]

    async with work(readonly=True) as unit:
        assert await unit.applications.untracked(asked, owner=ADA) == {job.id, public.id}


async def test_figures_count_what_is_ones_own(work: Work) -> None:
    weeks = [datetime(2025, 12, 22, tzinfo=UTC) + timedelta(weeks=n) for n in range(3)]
    last_week = NOON - timedelta(weeks=1)
    await many(
        work,
        a_card(source="friend"),
        a_card(None, S.APPLIED, source="friend"),
        a_card(None, S.INTERESTED, S.APPLIED, S.INTERVIEWING, now=last_week),
        a_card(None, S.INTERESTED, S.APPLIED, S.REVIEWING, S.REJECTED),
        a_card(None, S.APPLIED, S.OFFER, S.ACCEPTED, owner=BEN, source="friend"),
    )

    async with work(readonly=True) as unit:
        counted = await unit.applications.count(ADA, weeks=weeks)
        nobody = await unit.applications.count(BEN, weeks=weeks[:2])

    assert counted.by_status_and_source == {
        (S.INTERESTED, "friend"): 1,
        (S.APPLIED, "friend"): 1,
        (S.INTERVIEWING, "user_created"): 1,
        (S.REJECTED, "user_created"): 1,
    }
    assert counted.furthest == {0: 1, 1: 1, STAGES.index(S.INTERVIEWING): 1, STAGES.index(S.REVIEWING): 1}
    assert counted.median_seconds == {S.INTERESTED: 3600, S.APPLIED: 3600, S.REVIEWING: 3600}
    assert (list(counted.saved), list(counted.applied)) == ([1, 3], [1, 2])
    assert (list(nobody.saved), list(nobody.applied)) == ([0], [0])


@pytest.mark.parametrize(("hours", "middle"), [([5], 5), ([1, 4], 2.5), ([9, 1, 2], 2), ([1, 2, 8, 4], 3)])
async def test_the_median_is_the_one_in_the_middle_or_between_the_two(
    work: Work, hours: list[int], middle: float
) -> None:
    cards = []
    for n in hours:
        cards.append(a_card(None, S.APPLIED))
        cards[-1].move(S.REVIEWING, by=ADA, now=NOON + n * HOUR)
    await many(work, *cards)

    async with work(readonly=True) as unit:
        counted = await unit.applications.count(ADA, weeks=[NOON, NOON + HOUR])

    assert counted.median_seconds == {S.APPLIED: pytest.approx(middle * 3600)}


async def test_a_job_shows_what_the_readers_card_says_and_nobody_elses(work: Work) -> None:
    job = a_full_job()
    job.user_id = None
    mine, theirs = a_card(job, S.APPLIED, favorite=True), a_card(job, owner=BEN)
    await kept(work, mine, theirs, jobs=[job, other := a_job(None)])
    search = JobSearch(owner=None)

    async with work(readonly=True) as unit:
        page = await unit.tracked_jobs.page(search, Tracking(reader=ADA), sort=JobSort.TITLE, part=Slice())
        shown, mark = await unit.tracked_jobs.get(JobId(job.id), reader=ADA)
        _, nothing = await unit.tracked_jobs.get(JobId(other.id), reader=ADA)

    assert page.total == 2
    [listing] = [each for each in page.items if each.id == job.id]
    assert {f.name: getattr(listing, f.name) for f in fields(JobListing)} == {
        f.name: getattr(job, f.name) for f in fields(JobListing)
    }
    assert (listing.application_id, listing.tracking_status, listing.favorite) == (mine.id, S.APPLIED, True)
    [bare] = [each for each in page.items if each.id == other.id]
    assert (bare.application_id, bare.tracking_status, bare.favorite) == (None, None, False)
    assert values(shown) == values(job)
    assert mark is not None
    assert (mark.application_id, mark.tracking_status, mark.favorite) == (mine.id, S.APPLIED, True)
    assert nothing is None


async def test_jobs_are_found_by_where_they_stand(work: Work, job: Job) -> None:
    applied, liked = a_job(title="Applied"), a_job(title="Liked")
    cards = [a_card(applied, S.APPLIED), a_card(liked, favorite=True)]
    await kept(work, *cards, jobs=[applied, liked])

    async def shown(**about: Any) -> Page[TrackedListing]:
        async with work(readonly=True) as unit:
            wanted = Tracking(reader=ADA, **about)
            return await unit.tracked_jobs.page(
                JobSearch(owner=ADA), wanted, sort=JobSort.TITLE, part=Slice()
            )

    assert titles(await shown()) == ["Applied", "Liked", job.title]
    assert titles(await shown(tracking_status=S.APPLIED)) == ["Applied"]
    assert titles(await shown(favorite=True)) == ["Liked"]
    assert titles(await shown(favorite=False)) == ["Applied", job.title]
    assert (await shown(tracking_status=S.INTERESTED, favorite=True)).total == 1


async def test_a_job_that_is_not_visible_shows_no_card_either(work: Work) -> None:
    theirs = a_job(BEN)
    await kept(work, jobs=[theirs])

    async with work(readonly=True) as unit:
        with pytest.raises(JobNotFound):
            await unit.tracked_jobs.get(JobId(theirs.id), reader=ADA)


async def test_a_follow_up_that_is_done_is_not_the_next(work: Work, job: Job) -> None:
    card = a_card(job)
    card.change({"follow_ups": (FollowUp(on=NOON.date(), done=True),)}, by=ADA, now=NOON)
    await kept(work, card)

    assert (await found(work, follow_up_until=NOON.date())).total == 0


async def test_ones_own_are_counted_no_further_than_is_asked(work: Work, job: Job) -> None:
    await many(work, *(a_card() for _ in range(3)))

    async with work() as unit:
        counts = [await unit.applications.count_own(ADA, most=most, lock=lock) for most, lock in _COUNTED]
        of_ben = await unit.applications.count_own(BEN, most=5)

    assert (counts, of_ben) == ([3, 2, 3], 0)


_COUNTED = ((5, False), (2, True), (3, True))

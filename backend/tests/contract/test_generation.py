"""What every IGenerationRepository promises, whoever keeps it."""

from collections.abc import Sequence
from dataclasses import fields
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from app.application.generation.work import IGenerationWork
from app.application.unit_of_work import Opens
from app.domain.documents.model import DocumentType
from app.domain.generation.errors import GenerationNotFound
from app.domain.generation.matching.receipt import Recommendation
from app.domain.generation.model import Generation, GenerationStatus, Stage
from app.domain.generation.ports import GenerationSearch, GenerationSort
from app.domain.generation.usage import Charge, RunBudget, Spent
from app.domain.jobs.model import Job
from app.domain.jobs.posting import Need
from app.domain.profile.model import Profile
from app.domain.shared.errors import Stale
from app.domain.shared.ids import DocumentId, GenerationId, JobId, ProfileId
from app.domain.shared.page import Page, Slice
from app.infrastructure.persistence.database import Database
from app.infrastructure.persistence.generation import SqlGenerationWork
from app.infrastructure.persistence.identity import SqlIdentityWork
from tests.builders.generation import a_generation
from tests.builders.identity import ADA, BEN, NOON, a_user
from tests.builders.jobs import a_job
from tests.builders.profile import a_profile
from tests.builders.stored_documents import a_stored_document
from tests.contract.conftest import Backend, opener
from tests.fakes.generation import MemoryGenerationWork
from tests.fakes.identity import MemoryIdentityWork

Work = Opens[IGenerationWork]


@pytest.fixture
def profile() -> Profile:
    return a_profile()


@pytest.fixture
def job() -> Job:
    return a_job()


@pytest.fixture
async def work(backend: Backend, profile: Profile, job: Job) -> Work:
    async with opener(backend, MemoryIdentityWork, SqlIdentityWork)() as people:
        await people.users.add(a_user(ADA))
        await people.users.add(a_user(BEN, "ben@example.com"))
        await people.commit()
    work: Work = opener(backend, MemoryGenerationWork, SqlGenerationWork)
    async with work() as unit:
        await unit.profiles.add(profile)
        await unit.jobs.add(job)
        await unit.commit()
    return work


async def kept(work: Work, *generations: Generation) -> None:
    async with work() as unit:
        for generation in generations:
            await unit.generations.add(generation)
        await unit.commit()


async def got(work: Work, generation: Generation) -> Generation:
    async with work(readonly=True) as unit:
        return await unit.generations.get(GenerationId(generation.id), owner=ADA)


async def found(
    work: Work, *, sort: GenerationSort = GenerationSort.NEWEST, part: Slice | None = None, **search: Any
) -> Page[Generation]:
    async with work(readonly=True) as unit:
        wanted = GenerationSearch(**{"owner": ADA} | search)
        return await unit.generations.page(wanted, sort=sort, part=part or Slice())


def ids(generations: Sequence[Generation]) -> list[Any]:
    return [generation.id for generation in generations]


async def test_every_field_of_a_generation_comes_back_as_it_went(
    work: Work, profile: Profile, job: Job
) -> None:
    document = a_stored_document(profile)
    async with work() as unit:
        await unit.documents.add(document)
        await unit.commit()
    parent = a_generation()
    generation = a_generation(
        profile_id=ProfileId(profile.id),
        job_id=JobId(job.id),
        parent_id=GenerationId(parent.id),
        match_score=71.5,
        keywords_required_count=9,
        keywords_matched_count=7,
        recommendations=(
            Recommendation(key="r-1", need=Need.MUST, text="Name it.", skills=("Triage",), gain=4.5),
        ),
        rating=4,
        comment="Just right.",
        charge=Charge.CHARGED,
        budget=RunBudget(tokens=900, cost_micros=70_000),
        reserved=Spent(tokens=10, cost_micros=20),
        estimated_completion=NOON + timedelta(seconds=6),
    )
    generation.begin(now=NOON)
    generation.finish_stage(
        Stage.ANALYZE_JOB, spent=Spent(tokens=12, cost_micros=34), now=NOON + timedelta(seconds=1)
    )
    generation.complete(
        DocumentId(document.id), objection="“900 surgeons”: nobody says so.", now=NOON + timedelta(seconds=2)
    )
    await kept(work, parent, generation)

    back = await got(work, generation)

    assert {f.name: getattr(back, f.name) for f in fields(back)} == {
        f.name: getattr(generation, f.name) for f in fields(generation)
    }


async def test_somebody_elses_is_as_unknown_as_what_is_not_there(work: Work) -> None:
    theirs = a_generation(BEN)
    await kept(work, theirs)

    said = []
    async with work(readonly=True) as unit:
        for unknown in (theirs, a_generation()):
            with pytest.raises(GenerationNotFound) as error:
                await unit.generations.get(GenerationId(unknown.id), owner=ADA)
            said.append(str(error.value))
    assert said[0] == said[1]


async def test_the_second_of_two_savers_is_told(work: Work) -> None:
    generation = a_generation()
    await kept(work, generation)
    mine, theirs = await got(work, generation), await got(work, generation)
    async with work() as unit:
        await unit.generations.save(theirs)
        await unit.commit()

    async with work() as unit:
        with pytest.raises(Stale):
            await unit.generations.save(mine)
    async with work() as unit:
        with pytest.raises(Stale):
            await unit.generations.remove(mine)


async def test_a_list_is_of_ones_own_and_the_newest_come_first(work: Work) -> None:
    generations = [a_generation(created_at=NOON + timedelta(minutes=n)) for n in range(3)]
    await kept(work, *generations, a_generation(BEN))

    newest, oldest = await found(work), await found(work, sort=GenerationSort.OLDEST)

    assert ids(newest.items) == ids(generations[::-1])
    assert ids(oldest.items) == ids(generations)
    assert newest.total == 3


async def test_a_part_of_a_list_is_cut_from_a_total_order(work: Work) -> None:
    await kept(work, *(a_generation() for _ in range(5)))

    parts = [await found(work, part=Slice(2, offset)) for offset in (0, 2, 4)]
    whole = await found(work)

    assert [i for part in parts for i in ids(part.items)] == ids(whole.items)
    assert [part.total for part in parts] == [5, 5, 5]


async def test_a_list_has_what_fits_every_filter(work: Work, profile: Profile, job: Job) -> None:
    about: dict[str, Any] = {"profile_id": ProfileId(profile.id), "job_id": JobId(job.id)}
    wanted, other = a_generation(**about), a_generation()
    wanted.cancel(now=NOON)
    await kept(work, wanted, other)

    for search in (
        {"job_id": JobId(job.id)},
        {"profile_id": ProfileId(profile.id)},
        {"status": GenerationStatus.CANCELLED},
        {**about, "status": GenerationStatus.CANCELLED, "document_type": DocumentType.RESUME},
    ):
        assert ids((await found(work, **search)).items) == [wanted.id]
    assert (await found(work, document_type=DocumentType.COVER_LETTER)).total == 0


async def test_what_was_made_of_one_is_found_by_its_parent(work: Work) -> None:
    parent = a_generation()
    child = a_generation(parent_id=GenerationId(parent.id))
    await kept(work, parent, child)

    assert ids((await found(work, parent_id=GenerationId(parent.id))).items) == [child.id]


async def test_the_last_completed_ones_tell_how_long_they_took(work: Work) -> None:
    for minute in range(4):
        done = a_generation(created_at=NOON + timedelta(minutes=minute))
        done.complete(
            DocumentId(uuid4()), objection=None, now=done.created_at + timedelta(seconds=10 + minute)
        )
        done.document_id = None
        await kept(work, done)
    failed = a_generation(created_at=NOON + timedelta(minutes=9))
    failed.fail("No.", now=NOON + timedelta(minutes=10))
    await kept(work, failed, a_generation(BEN))

    async with work(readonly=True) as unit:
        assert await unit.generations.recent_seconds(ADA, limit=3) == [13, 12, 11]
        assert await unit.generations.recent_seconds(BEN, limit=3) == []


async def test_what_is_removed_is_gone(work: Work) -> None:
    generation = a_generation()
    await kept(work, generation)

    async with work() as unit:
        await unit.generations.remove(generation)
        await unit.commit()

    with pytest.raises(GenerationNotFound):
        await got(work, generation)


@pytest.mark.parametrize("backend", ["sqlite", "postgres"], indirect=True)
async def test_a_generation_outlives_its_profile_and_its_job(
    backend: Database, work: Work, profile: Profile, job: Job
) -> None:
    generation = a_generation(profile_id=ProfileId(profile.id), job_id=JobId(job.id))
    await kept(work, generation)

    async with work() as unit:
        await unit.profiles.remove(profile)
        await unit.jobs.remove(job)
        await unit.commit()

    back = await got(work, generation)
    assert (back.profile_id, back.job_id) == (None, None)

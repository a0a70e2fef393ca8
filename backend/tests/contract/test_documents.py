"""What every IDocumentRepository promises, whoever keeps it."""

import asyncio
from collections.abc import Sequence
from dataclasses import fields
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from app.application.documents.work import IDocumentWork
from app.application.unit_of_work import Opens
from app.domain.documents.errors import AlreadyStored, DocumentNotFound, PinnedAtOnce, VersionTaken
from app.domain.documents.model import Document, DocumentType
from app.domain.documents.ports import Format, Layout, Paper
from app.domain.documents.repository import DocumentListing, DocumentSearch, DocumentSort, Series
from app.domain.jobs.model import Job
from app.domain.profile.model import Profile
from app.domain.shared.errors import Stale
from app.domain.shared.ids import DocumentId, GenerationId, JobId, ProfileId
from app.domain.shared.page import Page, Slice
from app.infrastructure.persistence.documents import SqlDocumentWork
from app.infrastructure.persistence.identity import SqlIdentityWork
from tests.builders.identity import ADA, BEN, NOON, a_user
from tests.builders.jobs import a_job
from tests.builders.profile import a_profile
from tests.builders.stored_documents import a_full_document, a_stored_document, an_export
from tests.contract.conftest import Backend, opener
from tests.fakes.documents import MemoryDocumentWork
from tests.fakes.identity import MemoryIdentityWork

Work = Opens[IDocumentWork]


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
    work: Work = opener(backend, MemoryDocumentWork, SqlDocumentWork)
    async with work() as unit:
        await unit.profiles.add(profile)
        await unit.jobs.add(job)
        await unit.commit()
    return work


async def kept(work: Work, *documents: Document) -> None:
    async with work() as unit:
        for document in documents:
            await unit.documents.add(document)
        await unit.commit()


async def found(
    work: Work, *, sort: DocumentSort = DocumentSort.NEWEST, part: Slice | None = None, **search: Any
) -> Page[DocumentListing]:
    async with work(readonly=True) as unit:
        wanted = DocumentSearch(**{"owner": ADA} | search)
        return await unit.documents.page(wanted, sort=sort, part=part or Slice())


def titles(page: Page[DocumentListing]) -> Sequence[str]:
    return [document.title for document in page.items]


def values(thing: Any) -> dict[str, Any]:
    return {f.name: getattr(thing, f.name) for f in fields(thing)}


async def test_every_field_of_a_document_comes_back_as_it_went(
    work: Work, profile: Profile, job: Job
) -> None:
    document = a_full_document(profile, job_id=JobId(job.id), generation_id=GenerationId(uuid4()))
    await kept(work, document)

    async with work(readonly=True) as unit:
        back = await unit.documents.get(DocumentId(document.id), owner=ADA)

    assert values(back) == values(document)


async def test_every_field_of_an_export_comes_back_as_it_went(work: Work, profile: Profile) -> None:
    document = a_full_document(profile)
    export = an_export(document)
    async with work() as unit:
        await unit.documents.add(document)
        await unit.documents.add_export(export)
        await unit.commit()

    async with work(readonly=True) as unit:
        [back] = await unit.documents.exports_of(DocumentId(document.id))

    assert values(back) == values(export)


async def test_a_listing_says_what_the_document_says(work: Work, profile: Profile) -> None:
    document = a_full_document(profile)
    unjudged = a_stored_document(profile, faithfulness=None, ats=None, now=NOON - timedelta(1))
    await kept(work, document, unjudged)

    page = await found(work)

    for listing, told in zip(page.items, (document, unjudged), strict=True):
        assert values(listing) == {f.name: getattr(told, f.name) for f in fields(listing)}
    assert page.items[0].scores.read_back not in (None, 0, 1)


async def test_somebody_elses_is_not_there(work: Work, profile: Profile) -> None:
    document = a_stored_document(profile)
    await kept(work, document)

    async with work(readonly=True) as unit:
        with pytest.raises(DocumentNotFound) as theirs:
            await unit.documents.get(DocumentId(document.id), owner=BEN)
        with pytest.raises(DocumentNotFound) as unknown:
            await unit.documents.get(DocumentId(uuid4()), owner=ADA)

    assert str(theirs.value) == str(unknown.value)
    assert (await found(work, owner=BEN)).total == 0


async def test_a_generation_has_one_document(work: Work, profile: Profile) -> None:
    generation = GenerationId(uuid4())
    first = a_stored_document(profile, generation_id=generation)
    await kept(work, first)

    async with work(readonly=True) as unit:
        assert await unit.documents.find_by_generation(generation) == first
        assert await unit.documents.find_by_generation(GenerationId(uuid4())) is None
    with pytest.raises(AlreadyStored):
        await kept(work, a_stored_document(profile, generation_id=generation, version_number=2))


async def test_versions_are_counted_for_one_job_and_type(work: Work, profile: Profile, job: Job) -> None:
    job_id = JobId(job.id)
    await kept(
        work,
        a_stored_document(profile, job_id=job_id),
        a_stored_document(profile, job_id=job_id, version_number=4),
        a_stored_document(profile, version_number=9),
    )

    async def following(**about: Any) -> int:
        async with work() as unit:
            wanted: dict[str, Any] = {
                "owner": ADA,
                "job_id": job_id,
                "document_type": DocumentType.RESUME,
            } | about
            return await unit.documents.next_version_number(**wanted)

    assert await following() == 5
    assert await following(document_type=DocumentType.COVER_LETTER) == 1
    assert await following(job_id=None) == 10
    assert await following(owner=BEN) == 1


async def test_a_version_is_taken_once(work: Work, profile: Profile, job: Job) -> None:
    await kept(work, a_stored_document(profile, job_id=JobId(job.id)))

    with pytest.raises(VersionTaken):
        await kept(work, a_stored_document(profile, job_id=JobId(job.id)))


@pytest.mark.parametrize("backend", ["sqlite", "postgres"], indirect=True)
async def test_two_at_once_get_different_versions(work: Work, profile: Profile, job: Job) -> None:
    async def store() -> None:
        async with work() as unit:
            number = await unit.documents.next_version_number(
                owner=ADA, job_id=JobId(job.id), document_type=DocumentType.RESUME
            )
            document = a_stored_document(profile, job_id=JobId(job.id), version_number=number)
            await unit.documents.add(document)
            await unit.commit()

    await asyncio.gather(*(store() for _ in range(4)))

    assert {document.version_number for document in (await found(work)).items} == {1, 2, 3, 4}


def series_of(job: Job, **about: Any) -> Series:
    facts: dict[str, Any] = {"owner": ADA, "job_id": JobId(job.id), "document_type": DocumentType.RESUME}
    return Series(**facts | about)


async def three_versions(work: Work, profile: Profile, job: Job) -> list[Document]:
    """And a letter for the same job, and a resume for none, which are none of them."""
    made = [
        a_stored_document(profile, job_id=JobId(job.id), version_number=n, title=f"v{n}") for n in (1, 2, 4)
    ]
    others = [
        a_stored_document(profile, version_number=9),
        a_stored_document(
            profile, job_id=JobId(job.id), document_type=DocumentType.COVER_LETTER, version_number=9
        ),
    ]
    await kept(work, *made, *others)
    return made


async def pinned(work: Work, series: Series) -> dict[str, tuple[bool, int]]:
    """By title, with its version."""
    listed = await found(work, job_id=series.job_id, document_type=series.document_type)
    return {d.title: (d.pinned, d.version) for d in listed.items}


async def pin(work: Work, document: Document, series: Series) -> None:
    async with work() as unit:
        mine = await unit.documents.get_version(DocumentId(document.id), series, lock=True)
        await unit.documents.pin(mine)
        await unit.commit()


async def test_a_version_is_found_in_its_own_series_alone(work: Work, profile: Profile, job: Job) -> None:
    [first, *_] = await three_versions(work, profile, job)
    of_it = DocumentId(first.id)

    async with work() as unit:
        for lock in (False, True):
            assert await unit.documents.get_version(of_it, series_of(job), lock=lock) == first
            for other in (
                series_of(job, owner=BEN),
                series_of(job, job_id=JobId(uuid4())),
                series_of(job, document_type=DocumentType.COVER_LETTER),
            ):
                with pytest.raises(DocumentNotFound):
                    await unit.documents.get_version(of_it, other, lock=lock)


async def test_the_newest_is_current_until_another_is_pinned(work: Work, profile: Profile, job: Job) -> None:
    [first, second, newest] = await three_versions(work, profile, job)
    series = series_of(job)

    async def current() -> Document | None:
        async with work(readonly=True) as unit:
            return await unit.documents.find_current(series)

    assert await current() == newest
    await pin(work, second, series)
    assert await current() == second
    await pin(work, first, series)
    assert await current() == first
    async with work(readonly=True) as unit:
        assert await unit.documents.find_current(series_of(job, owner=BEN)) is None


async def test_the_earlier_one_is_the_nearest_below(work: Work, profile: Profile, job: Job) -> None:
    [first, second, newest] = await three_versions(work, profile, job)
    await pin(work, first, series_of(job))

    async with work(readonly=True) as unit:
        assert await unit.documents.find_earlier(series_of(job), newest.version_number) == second
        assert await unit.documents.find_earlier(series_of(job), 1) is None


async def test_one_is_pinned_and_no_other(work: Work, profile: Profile, job: Job) -> None:
    [first, second, _] = await three_versions(work, profile, job)
    series = series_of(job)

    await pin(work, first, series)
    assert await pinned(work, series) == {"v1": (True, 2), "v2": (False, 1), "v4": (False, 1)}
    await pin(work, second, series)

    assert await pinned(work, series) == {"v1": (False, 3), "v2": (True, 2), "v4": (False, 1)}


async def test_each_type_has_a_pin_of_its_own(work: Work, profile: Profile, job: Job) -> None:
    [first, *_] = await three_versions(work, profile, job)
    letters = series_of(job, document_type=DocumentType.COVER_LETTER)
    async with work(readonly=True) as unit:
        letter = await unit.documents.find_current(letters)
    assert letter

    await pin(work, first, series_of(job))
    await pin(work, letter, letters)

    assert (await pinned(work, series_of(job)))["v1"] == (True, 2)


async def test_a_second_pin_is_refused_where_nobody_looked(work: Work, profile: Profile, job: Job) -> None:
    [first, second, _] = await three_versions(work, profile, job)
    await pin(work, first, series_of(job))
    second.pinned = True

    with pytest.raises(PinnedAtOnce):
        async with work() as unit:
            await unit.documents.save(second)
    with pytest.raises(PinnedAtOnce):
        await kept(work, a_stored_document(profile, job_id=JobId(job.id), version_number=7, pinned=True))


@pytest.mark.parametrize("backend", ["sqlite", "postgres"], indirect=True)
async def test_of_many_pins_at_once_each_is_done_and_one_stays(
    work: Work, profile: Profile, job: Job
) -> None:
    made = await three_versions(work, profile, job)

    await asyncio.gather(*(pin(work, document, series_of(job)) for document in made * 3))

    states = await pinned(work, series_of(job))
    assert sum(is_pinned for is_pinned, _ in states.values()) == 1


async def test_pins_without_a_job_do_not_meet(work: Work, profile: Profile) -> None:
    """As they are left behind by jobs that were deleted."""
    await kept(work, *(a_stored_document(profile, version_number=n, pinned=True) for n in (1, 2)))

    assert [listed.pinned for listed in (await found(work)).items] == [True, True]


async def test_a_list_is_filtered(work: Work, profile: Profile, job: Job) -> None:
    generation = GenerationId(uuid4())
    await kept(
        work,
        a_stored_document(profile, title="For the job", job_id=JobId(job.id)),
        a_stored_document(profile, title="Letter", document_type=DocumentType.COVER_LETTER),
        a_stored_document(profile, title="Without", profile_id=None, version_number=2),
        a_stored_document(profile, title="Made", generation_id=generation, version_number=3),
    )

    assert titles(await found(work, job_id=JobId(job.id))) == ["For the job"]
    assert titles(await found(work, document_type=DocumentType.COVER_LETTER)) == ["Letter"]
    assert titles(await found(work, generation_id=generation)) == ["Made"]
    assert (await found(work, profile_id=ProfileId(profile.id))).total == 3
    assert (await found(work, job_id=JobId(uuid4()))).items == []


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        (DocumentSort.NEWEST, "BCA"),
        (DocumentSort.OLDEST, "ACB"),
        (DocumentSort.LAST_CHANGED, "ABC"),
        (DocumentSort.FIRST_CHANGED, "CBA"),
        (DocumentSort.TITLE, "ABC"),
        (DocumentSort.TITLE_DOWN, "CBA"),
        (DocumentSort.LAST_VERSION, "BAC"),
        (DocumentSort.FIRST_VERSION, "CAB"),
    ],
)
async def test_a_list_is_in_the_order_that_was_asked_for(
    work: Work, profile: Profile, sort: DocumentSort, expected: str
) -> None:
    day = timedelta(days=1)
    await kept(
        work,
        a_stored_document(profile, title="A", version_number=2, now=NOON, updated_at=NOON + 9 * day),
        a_stored_document(profile, title="B", version_number=3, now=NOON + 2 * day),
        a_stored_document(profile, title="C", now=NOON + day),
    )

    assert "".join(titles(await found(work, sort=sort))) == expected
    assert "".join(titles(await found(work, sort=sort, part=Slice(1, 1)))) == expected[1]


async def test_an_export_takes_the_place_of_its_like(work: Work, profile: Profile) -> None:
    document = a_stored_document(profile)
    letter = Layout(paper=Paper.LETTER)
    of_it = DocumentId(document.id)
    async with work() as unit:
        await unit.documents.add(document)
        for export in (
            an_export(document, size=1),
            an_export(document, size=2, layout=letter),
            an_export(document, size=3, format=Format.DOCX),
            an_export(document, size=4),
        ):
            await unit.documents.add_export(export)
        await unit.commit()

    async with work(readonly=True) as unit:
        assert [e.size for e in await unit.documents.exports_of(of_it)] == [3, 4, 2]
        pdf = await unit.documents.find_export(of_it, format=Format.PDF, layout=letter)
        none = await unit.documents.find_export(of_it, format=Format.HTML, layout=letter)

    assert pdf is not None
    assert pdf.size == 2
    assert none is None


async def test_a_document_that_is_gone_gets_no_export(work: Work, profile: Profile) -> None:
    async with work() as unit:
        with pytest.raises(DocumentNotFound):
            await unit.documents.add_export(an_export(a_stored_document(profile)))


async def test_what_is_removed_takes_its_exports_along(work: Work, profile: Profile) -> None:
    document = a_stored_document(profile)
    async with work() as unit:
        await unit.documents.add(document)
        await unit.documents.add_export(an_export(document))
        await unit.commit()

    async with work() as unit:
        await unit.documents.remove(document)
        await unit.commit()

    async with work(readonly=True) as unit:
        assert await unit.documents.exports_of(DocumentId(document.id)) == []
    assert (await found(work)).total == 0


async def test_what_somebody_else_saved_first_is_not_overwritten(work: Work, profile: Profile) -> None:
    document = a_stored_document(profile)
    await kept(work, document)
    async with work() as unit:
        mine = await unit.documents.get(DocumentId(document.id), owner=ADA)
        mine.title = "Changed"
        await unit.documents.save(mine)
        await unit.commit()

    for late in ("save", "remove"):
        async with work() as unit:
            with pytest.raises(Stale):
                await getattr(unit.documents, late)(document)

"""The stages as background work, on a queue in memory."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from pydantic import TypeAdapter

from app.application.generation.pipeline import FAILPOINTS, Analysed
from app.application.generation.tailoring import Tailor, Written
from app.application.generation.writing import DRAFT, LETTER, STEPS
from app.application.work.failpoints import SUBMISSION
from app.application.work.runner import OUR_SIDE
from app.domain.documents.content import DocumentContent
from app.domain.documents.errors import TemplateNotFound
from app.domain.documents.model import DocumentType
from app.domain.generation.analysis import analyse_job
from app.domain.generation.errors import GenerationHasNoResult, GenerationNotFinished
from app.domain.generation.model import STAGES, Generation, GenerationStatus, Stage
from app.domain.generation.options import Options
from app.domain.shared.ids import GenerationId, JobId, ProfileId
from app.domain.shared.storage import StorageUnavailable
from app.domain.shared.work import WorkState
from tests.builders.careers import a_nurse
from tests.builders.identity import ADA, NOON
from tests.builders.jobs import a_full_job
from tests.builders.resumes import one_page
from tests.fakes.documents import MemoryFiles
from tests.fakes.memory import MemoryDatabase
from tests.unit.generation.conftest import Shop


@pytest.fixture
def patch() -> Iterator[pytest.MonkeyPatch]:
    with pytest.MonkeyPatch.context() as patch:
        yield patch


async def test_five_stages_make_one_document_and_one_file(shop: Shop) -> None:
    generation_id = await shop.started()

    made = await shop.run(generation_id)

    assert made.status is GenerationStatus.COMPLETED
    before, after = STAGES[:2], STAGES[2:]
    assert list(shop.row(generation_id).steps) == [*before, *STEPS, *after]
    result = await shop.results.get(generation_id, owner=ADA)
    assert result.document.id == made.document_id
    assert result.match.total == made.match_score
    assert result.export is not None
    assert list(shop.files.files) == [result.export.storage_key]


async def test_every_failpoint_that_is_listed_is_passed(shop: Shop) -> None:
    await shop.run(await shop.started())

    assert set(shop.passed) == set(FAILPOINTS)
    assert len(FAILPOINTS) == len(set(FAILPOINTS))
    assert shop.passed[:2] == list(SUBMISSION)


async def test_the_document_is_the_same_whoever_makes_it(shop: Shop) -> None:
    generation_id = await shop.started()
    before = shop.row(generation_id)
    first = await shop.run(generation_id)

    again = Shop(MemoryDatabase(), MemoryFiles(), shop.profile, shop.job, [])
    again.database.entities = {
        key: thing
        for key, thing in shop.database.entities.items()
        if thing.id in (shop.profile.id, shop.job.id)
    }
    async with again.opens() as unit:
        generation = Generation.request(
            user_id=ADA,
            profile_id=ProfileId(shop.profile.id),
            job_id=JobId(shop.job.id),
            document_type=DocumentType.RESUME,
            options=Options(),
            now=NOON,
        )
        generation.id = generation_id
        await unit.generations.add(generation)
        await unit.queue.add(before.order, now=NOON)
        await unit.commit()

    second = await again.run(generation_id)
    assert second.document_id == first.document_id
    assert list(again.files.files) == list(shop.files.files)


async def test_a_change_of_the_profile_between_two_tries_changes_nothing(
    shop: Shop, patch: pytest.MonkeyPatch
) -> None:
    generation_id = await shop.started()
    write = Tailor.write

    async def stumble(*args: Any, **about: Any) -> Written:
        raise RuntimeError("a loose wire")

    patch.setattr(Tailor, "write", stumble)
    waiting = await shop.run(generation_id)
    assert waiting.status is GenerationStatus.GENERATING
    async with shop.opens() as unit:
        shop.profile.experiences = ()
        await unit.profiles.save(shop.profile)
        await unit.commit()

    patch.setattr(Tailor, "write", write)
    shop.row(generation_id).due_in = 0
    made = await shop.run(generation_id)

    assert made.status is GenerationStatus.COMPLETED
    result = await shop.results.get(generation_id, owner=ADA)
    assert "experience" in {section.kind for section in result.document.content.sections}


async def test_what_does_not_hold_needs_review_and_no_file_is_made(
    shop: Shop, patch: pytest.MonkeyPatch
) -> None:
    generation_id = await shop.started()
    write = Tailor.write

    async def invent(*args: Any, **about: Any) -> Written:
        written = await write(*args, **about)
        header = written.content.header
        name = replace(header.name, text="Dame Nobody von Elsewhere")
        return replace(written, content=replace(written.content, header=replace(header, name=name)))

    patch.setattr(Tailor, "write", invent)
    made = await shop.run(generation_id)

    assert made.status is GenerationStatus.NEEDS_REVIEW
    assert made.error_message is not None
    assert "Dame Nobody" in made.error_message
    assert shop.files.files == {}
    result = await shop.results.get(generation_id, owner=ADA)
    assert result.export is None
    assert result.document.faithfulness is not None
    assert not result.document.faithfulness.holds


async def test_a_disk_that_is_full_is_tried_again_and_told_at_last(
    shop: Shop, patch: pytest.MonkeyPatch
) -> None:
    generation_id = await shop.started()

    async def full(*_: Any) -> None:
        raise StorageUnavailable("Files can be neither written nor read at the moment.")

    patch.setattr(MemoryFiles, "put", full)
    await shop.run(generation_id)
    shop.row(generation_id).due_in = 0
    ended = await shop.run(generation_id)

    assert ended.status is GenerationStatus.FAILED
    assert ended.error_message == "Files can be neither written nor read at the moment."
    assert shop.row(generation_id).work.state is WorkState.FAILED
    assert shop.row(generation_id).events[-1].kind == "end"
    with pytest.raises(GenerationHasNoResult):
        await shop.results.get(generation_id, owner=ADA)


async def test_a_bug_of_ours_is_told_without_its_inside(shop: Shop, patch: pytest.MonkeyPatch) -> None:
    generation_id = await shop.started()

    async def stumble(*args: Any, **about: Any) -> Written:
        raise RuntimeError("SELECT * FROM users")

    patch.setattr(Tailor, "write", stumble)
    await shop.run(generation_id)
    shop.row(generation_id).due_in = 0
    ended = await shop.run(generation_id)

    assert ended.error_message == OUR_SIDE
    assert ended.progress_of(Stage.GENERATE_CONTENT).state == "failed"


async def test_there_is_no_result_before_the_end(shop: Shop) -> None:
    generation_id = await shop.started()

    with pytest.raises(GenerationNotFinished):
        await shop.results.get(generation_id, owner=ADA)
    assert (await shop.results.figures(generation_id, owner=ADA)).scores is None


async def test_a_cancelled_generation_leaves_no_work_behind(shop: Shop) -> None:
    generation_id = await shop.started()

    await shop.generations.cancel(generation_id, owner=ADA)

    row = shop.row(generation_id)
    assert row.work.state is WorkState.CANCELLED
    assert [event.kind for event in row.events] == ["progress", "end"]
    assert not await shop.runner.run(row.work)


async def test_a_template_that_there_is_not_starts_nothing(shop: Shop) -> None:
    with pytest.raises(TemplateNotFound):
        await shop.started(template="baroque")

    assert shop.database.rest.get("work", {}) == {}


async def test_a_letter_is_a_document_of_its_own_through_the_same_stages(shop: Shop) -> None:
    made = await shop.generations.start(
        user_id=ADA,
        profile_id=ProfileId(shop.profile.id),
        job_id=JobId(shop.job.id),
        document_type=DocumentType.COVER_LETTER,
        options=Options(),
    )
    assert isinstance(made, Generation)

    ended = await shop.run(GenerationId(made.id))

    assert ended.status is GenerationStatus.COMPLETED
    written = [*STAGES[:2], DRAFT.name, LETTER.name, *STAGES[2:]]
    assert list(shop.row(GenerationId(made.id)).steps) == written
    document = (await shop.results.get(GenerationId(made.id), owner=ADA)).document
    assert document.content.letter is not None
    assert document.content.letter.recipient[1].text == shop.job.company
    assert document.title == "Cover letter: Ward Nurse, Harbour Street Clinic"
    assert document.faithfulness is not None
    assert document.faithfulness.holds


def test_steps_that_were_recorded_before_there_were_letters_still_read() -> None:
    steps: dict[str, TypeAdapter[Any]] = {
        "analysed": TypeAdapter(Analysed),
        "content": TypeAdapter(DocumentContent),
    }
    analysed = Analysed(profile=a_nurse(), analysis=analyse_job(a_full_job()), today=NOON.date())
    content = one_page()
    old = {
        "analysed": steps["analysed"].dump_python(analysed, mode="json"),
        "content": steps["content"].dump_python(content, mode="json"),
    }
    del old["analysed"]["occasion"], old["content"]["letter"]

    assert steps["analysed"].validate_python(old["analysed"]) == analysed
    assert steps["content"].validate_python(old["content"]) == content

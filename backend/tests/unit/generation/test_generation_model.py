from collections.abc import Callable
from datetime import timedelta
from uuid import uuid4

import pytest

from app.domain.generation.errors import GenerationAlreadyFinished, SourceGone
from app.domain.generation.model import STAGES, Generation, GenerationStatus, Stage, StageState
from app.domain.generation.usage import Spent
from app.domain.shared.ids import DocumentId
from tests.builders.generation import a_request
from tests.builders.identity import NOON

LATER = NOON + timedelta(seconds=90)
DOCUMENT = DocumentId(uuid4())


def states(generation: Generation) -> list[str]:
    return [progress.state.value for progress in generation.stage_progress]


def told(generation: Generation) -> tuple[str, str | None]:
    return generation.status.value, generation.error_message


def test_nothing_has_begun_when_it_is_asked_for() -> None:
    generation = a_request()

    assert generation.status is GenerationStatus.PENDING
    assert states(generation) == ["pending"] * 5
    assert generation.percent == 0


def test_one_stage_runs_after_the_other() -> None:
    generation = a_request()
    generation.begin(now=NOON)
    assert states(generation) == ["running", *["pending"] * 4]

    generation.finish_stage(Stage.ANALYZE_JOB, spent=Spent(tokens=7, cost_micros=3), now=LATER)

    assert states(generation) == ["completed", "running", *["pending"] * 3]
    done = generation.progress_of(Stage.ANALYZE_JOB)
    assert (done.started_at, done.finished_at, done.percent) == (NOON, LATER, 100)
    assert generation.progress_of(Stage.COMPILE_PROFILE).started_at == LATER
    assert (generation.percent, generation.token_usage, generation.updated_at) == (20, 7, LATER)


def test_beginning_again_goes_on_where_it_was() -> None:
    generation = a_request()
    generation.begin(now=NOON)
    generation.finish_stage(Stage.ANALYZE_JOB, now=NOON)

    generation.begin(now=LATER)

    assert states(generation) == ["completed", "running", *["pending"] * 3]
    assert generation.progress_of(Stage.COMPILE_PROFILE).started_at == NOON


def test_it_is_complete_when_its_document_is() -> None:
    generation = a_request()
    generation.begin(now=NOON)
    for stage in STAGES:
        generation.finish_stage(stage, now=NOON)

    generation.complete(DOCUMENT, objection=None, now=LATER)

    assert (generation.status, generation.percent) == (GenerationStatus.COMPLETED, 100)
    assert (generation.document_id, generation.completed_at) == (DOCUMENT, LATER)
    assert generation.generation_time_seconds == 90


def test_with_an_objection_it_needs_review() -> None:
    generation = a_request()
    generation.begin(now=NOON)

    generation.complete(DOCUMENT, objection="“900 surgeons”", now=LATER)

    assert told(generation) == ("needs_review", "“900 surgeons”")


def test_a_review_can_settle_an_objection_and_raise_one() -> None:
    generation = a_request()
    generation.complete(DOCUMENT, objection="“900 surgeons”", now=NOON)

    generation.review(None, now=LATER)
    assert told(generation) == ("completed", None)
    generation.review("“900 surgeons”", now=LATER)
    assert told(generation) == ("needs_review", "“900 surgeons”")


def test_the_stage_at_which_it_fails_is_told() -> None:
    generation = a_request()
    generation.begin(now=NOON)

    generation.fail("The job was deleted.", now=LATER)

    assert (generation.status, generation.error_message) == (GenerationStatus.FAILED, "The job was deleted.")
    assert generation.progress_of(Stage.ANALYZE_JOB).state is StageState.FAILED
    assert generation.generation_time_seconds == 90


def test_one_that_waits_can_be_cancelled() -> None:
    generation = a_request()

    generation.cancel(now=LATER)

    assert generation.status is GenerationStatus.CANCELLED
    assert states(generation) == ["pending"] * 5


def test_what_has_ended_has_one_end() -> None:
    generation = a_request()
    generation.cancel(now=NOON)

    endings: list[Callable[[], object]] = [
        lambda: generation.cancel(now=LATER),
        lambda: generation.begin(now=LATER),
        lambda: generation.fail("no", now=LATER),
        lambda: generation.complete(DOCUMENT, objection=None, now=LATER),
        lambda: generation.finish_stage(Stage.EXPORT, now=LATER),
    ]
    for again in endings:
        with pytest.raises(GenerationAlreadyFinished):
            again()
    assert (generation.status, generation.completed_at) == (GenerationStatus.CANCELLED, NOON)


def test_a_clock_that_was_set_back_makes_no_negative_time() -> None:
    generation = a_request()

    generation.fail("no", now=NOON - timedelta(hours=1))

    assert generation.generation_time_seconds == 0


def test_a_review_changes_nothing_of_what_has_no_result() -> None:
    generation = a_request()
    generation.cancel(now=NOON)

    generation.review("“900 surgeons”", now=LATER)

    assert (generation.status, generation.error_message) == (GenerationStatus.CANCELLED, None)


@pytest.mark.parametrize("gone", ["profile", "job"])
def test_without_what_it_rests_on_it_cannot_go_on(gone: str) -> None:
    generation = a_request()
    generation.sources()
    setattr(generation, f"{gone}_id", None)

    with pytest.raises(SourceGone, match=gone):
        generation.sources()

"""Where a card may go, and what it keeps of the way."""

from datetime import timedelta
from itertools import pairwise
from uuid import UUID, uuid4

import pytest

from app.domain.applications.errors import (
    AlreadyApplied,
    ApplicationExists,
    AppliedInFuture,
    HistoryFull,
    IllegalMove,
    NoSuchNote,
)
from app.domain.applications.model import MOST_MOVES, Application, FollowUp
from app.domain.applications.status import MOVES, STAGES, ApplicationStatus, way_to
from tests.builders.applications import a_card
from tests.builders.identity import ADA, NOON
from tests.builders.jobs import a_full_job, a_job

S = ApplicationStatus
HOUR = timedelta(hours=1)
PAIRS = [(before, after) for before in S for after in S if before is not after]


@pytest.mark.parametrize(("before", "after"), PAIRS)
def test_a_move_is_made_or_refused_with_what_would_be_legal(before: S, after: S) -> None:
    card = a_card(None, *way_to(before, applied=False))
    assert card.status is before
    moves = len(card.history)

    if after in MOVES[before]:
        card.move(after, by=ADA, now=NOON + HOUR)
        assert card.status is after
        return
    with pytest.raises(IllegalMove) as refused:
        card.move(after, by=ADA, now=NOON + HOUR)

    allowed = [status.value for status in MOVES[before]]
    assert refused.value.details == {"status": before, "allowed": allowed, "wanted": after}
    assert (card.status, len(card.history)) == (before, moves)


@pytest.mark.parametrize("applied", [True, False])
@pytest.mark.parametrize("status", list(S))
def test_every_status_can_be_reached_by_legal_moves_alone(status: S, applied: bool) -> None:
    if applied and status is S.INTERESTED:
        return
    way = way_to(status, applied=applied)

    assert way[0] is (S.APPLIED if applied else S.INTERESTED)
    assert way[-1] is status
    assert all(after in MOVES[before] for before, after in pairwise(way))


def test_no_status_is_a_trap() -> None:
    assert all(MOVES[status] for status in S)


def test_nobody_gets_an_offer_without_having_applied() -> None:
    with pytest.raises(IllegalMove):
        Application.of(a_job(), S.OFFER, by=ADA, now=NOON)
    reached = {after for before in (None, S.INTERESTED, S.WITHDRAWN, S.CLOSED) for after in MOVES[before]}
    assert not reached & set(STAGES[2:])


def test_the_history_says_when_who_why_and_how_long() -> None:
    card = a_card()
    card.move(S.APPLIED, by=ADA, now=NOON + 2 * HOUR, why="Sent by post")

    first, second = card.history
    assert (first.before, first.after, first.at, first.by, first.stayed) == (
        None,
        S.INTERESTED,
        NOON,
        ADA,
        None,
    )
    assert (second.before, second.after, second.at) == (S.INTERESTED, S.APPLIED, NOON + 2 * HOUR)
    assert (second.why, second.stayed) == ("Sent by post", 7200.0)
    assert card.applied_at == card.moved_at == NOON + 2 * HOUR


def test_where_it_stands_already_it_stays_without_a_word() -> None:
    card = a_card(None, S.APPLIED)

    card.move(S.APPLIED, by=ADA, now=NOON + HOUR)

    assert len(card.history) == 1
    assert card.moved_at == card.updated_at == NOON


def test_a_history_has_an_end() -> None:
    card = a_card(None, *[(S.INTERESTED, S.CLOSED)[n % 2] for n in range(MOST_MOVES)])

    with pytest.raises(HistoryFull):
        card.move(S.INTERESTED, by=ADA, now=NOON + MOST_MOVES * HOUR)

    assert len(card.history) == MOST_MOVES


def test_what_was_saved_is_applied_for_with_the_posting_as_it_is_now() -> None:
    job = a_full_job()
    card = a_card(job)
    job.title, job.company = "Charge Nurse", None

    card.apply_for(job, by=ADA, now=NOON + HOUR)

    assert (card.title, card.company, card.status) == ("Charge Nurse", None, S.APPLIED)


@pytest.mark.parametrize("status", [status for status in S if status is not S.INTERESTED])
def test_nobody_applies_twice(status: S) -> None:
    card = a_card(None, *way_to(status, applied=False))

    with pytest.raises(ApplicationExists) as refused:
        card.apply_for(a_job(), by=ADA, now=NOON)

    assert refused.value.details is not None
    assert refused.value.details["application_id"] == str(card.id)
    assert refused.value.details["status"] == status


def test_what_was_applied_for_once_is_more_than_saved() -> None:
    a_card().require_only_saved()
    withdrawn = a_card(None, S.APPLIED, S.WITHDRAWN, S.INTERESTED)

    with pytest.raises(AlreadyApplied):
        withdrawn.require_only_saved()


def test_an_application_of_last_week_stands_there_since_last_week() -> None:
    card = a_card(None, S.APPLIED, now=NOON)

    card.applied_on(NOON - 50 * HOUR, now=NOON)

    assert card.applied_at == card.moved_at == card.history[0].at == NOON - 50 * HOUR
    with pytest.raises(AppliedInFuture):
        card.applied_on(NOON + HOUR, now=NOON)


def test_a_history_does_not_run_backwards() -> None:
    card = a_card(None, S.INTERESTED, S.APPLIED)

    card.applied_on(NOON - HOUR, now=NOON + 2 * HOUR)

    assert [move.at for move in card.history] == [NOON, NOON]
    assert card.history[1].stayed == 0
    assert card.applied_at == NOON - HOUR


def test_a_note_that_says_the_same_keeps_its_time_and_one_left_out_goes() -> None:
    card = a_card()
    one, two, new = uuid4(), uuid4(), uuid4()
    card.change({"notes": [(None, one, "One"), (None, two, "Two")]}, by=ADA, now=NOON)

    card.change(
        {"notes": [(two, uuid4(), "Two"), (one, uuid4(), "Other"), (None, new, "New")]},
        by=ADA,
        now=NOON + HOUR,
    )

    assert [(n.id, n.text, n.at) for n in card.notes] == [
        (two, "Two", NOON),
        (one, "Other", NOON + HOUR),
        (new, "New", NOON + HOUR),
    ]
    card.change({"notes": [(one, uuid4(), "Other")]}, by=ADA, now=NOON)
    assert [n.id for n in card.notes] == [one]


@pytest.mark.parametrize("named", [[UUID(int=9)], [UUID(int=1), UUID(int=1)]])
def test_a_note_that_is_not_there_or_named_twice_is_refused(named: list[UUID]) -> None:
    card = a_card()
    card.change({"notes": [(None, UUID(int=1), "One")]}, by=ADA, now=NOON)

    with pytest.raises(NoSuchNote) as refused:
        card.change({"notes": [(each, uuid4(), "X") for each in named]}, by=ADA, now=NOON)

    assert refused.value.flaws[0].field == f"/notes/{len(named) - 1}/id"


def test_the_next_follow_up_is_the_first_that_is_not_done() -> None:
    card = a_card()
    day = NOON.date()

    card.change(
        {
            "follow_ups": (
                FollowUp(on=day + timedelta(2)),
                FollowUp(on=day, done=True),
                FollowUp(on=day + timedelta(1)),
            )
        },
        by=ADA,
        now=NOON,
    )
    assert card.follow_up_on == day + timedelta(1)

    card.change({"follow_ups": ()}, by=ADA, now=NOON)
    assert card.follow_up_on is None

from dataclasses import fields, replace
from datetime import timedelta

import pytest

from app.domain.profile.errors import (
    ComponentNotFound,
    DatesReversed,
    ExperienceChanged,
    NothingProposed,
    ProposalDecided,
)
from app.domain.profile.model import Experience
from app.domain.profile.proposals import ProposalStatus, changed_since, prints_of_experience
from app.domain.shared.time import PartialDate
from tests.builders.identity import NOON
from tests.builders.profile import an_experience, lines
from tests.builders.proposals import a_proposal

LATER = NOON + timedelta(days=1)


def accepted(experience: Experience, **about: object) -> Experience:
    return a_proposal(experience, **about).accept(experience, over_changes=False, now=LATER)


def test_only_what_is_named_changes() -> None:
    before = an_experience()

    after = accepted(before)

    assert after == replace(before, title="Senior Ward Nurse", end_date=None, achievements=after.achievements)
    assert after.achievements[:-1] == before.achievements
    assert (after.achievements[-1].text, after.achievements[-1].date) == ("Led nights.", PartialDate(2018, 5))


def test_a_line_that_is_named_by_its_id_keeps_it_and_its_place() -> None:
    before = an_experience()
    told = {"id": str(before.achievements[0].id), "title": "Trained 15.", "description": None}

    after = accepted(before, changes={}, achievements=(told,))

    assert after.achievements == (replace(before.achievements[0], text="Trained 15."), before.achievements[1])


def test_it_is_decided_once() -> None:
    experience = an_experience()
    proposal = a_proposal(experience)
    proposal.accept(experience, over_changes=False, now=LATER)

    assert (proposal.status, proposal.decided_at) == (ProposalStatus.ACCEPTED, LATER)
    with pytest.raises(ProposalDecided):
        proposal.accept(experience, over_changes=True, now=LATER)
    with pytest.raises(ProposalDecided):
        proposal.reject(now=LATER)


OTHER = {
    "title": "x",
    "company": "x",
    "employment": None,
    "location": None,
    "start_date": None,
    "end_date": PartialDate(2019, 1),
    "description": "x",
    "url": None,
    "achievements": lines("x"),
}


def test_every_field_that_changed_since_is_named() -> None:
    before = an_experience()
    base = prints_of_experience(before)

    assert set(OTHER) == {f.name for f in fields(Experience)} - {"id"}
    assert changed_since(base, before) == []
    for name, value in OTHER.items():
        assert changed_since(base, replace(before, **{name: value})) == [name]  # type: ignore[arg-type]
    line = replace(before.achievements[0], icon="star")
    assert changed_since(base, replace(before, achievements=(line, *before.achievements[1:]))) == [
        "achievements"
    ]


def test_an_experience_that_changed_since_is_only_changed_when_that_is_wanted() -> None:
    before = an_experience()
    now = replace(before, location=None)

    with pytest.raises(ExperienceChanged) as told:
        a_proposal(before).accept(now, over_changes=False, now=LATER)

    assert told.value.details == {"changed": ["location"]}
    assert a_proposal(before).accept(now, over_changes=True, now=LATER).title == "Senior Ward Nurse"


def test_what_cannot_be_is_refused() -> None:
    experience = an_experience()
    gone = {"id": str(an_experience().achievements[0].id), "title": "x"}

    for about, error in (
        ({"changes": {}, "achievements": ()}, NothingProposed),
        ({"changes": {"end_date": "1999"}}, DatesReversed),
        ({"achievements": (gone,)}, ComponentNotFound),
    ):
        with pytest.raises(error):
            a_proposal(experience, **about).applied_to(experience)

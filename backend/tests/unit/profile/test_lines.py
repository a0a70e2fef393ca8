from dataclasses import replace

import pytest

from app.domain.profile.errors import ComponentNotFound, TooManyComponents
from app.domain.profile.lines import add_lines, all_lines, amend_line, drop_line, find_line, lines_under
from app.domain.profile.model import Achievement, Experience, new_item_id
from tests.builders.identity import NOON
from tests.builders.profile import a_profile, an_experience, lines


def test_lines_are_known_by_where_they_stand() -> None:
    profile = a_profile()
    above = profile.experiences[0]

    assert [line.id for line in lines_under(profile, above.id)] == list(above.achievement_ids)
    assert [line.experience_id for line in all_lines(profile)][:2] == [None, above.id]
    assert find_line(profile, above.achievement_ids[1]).title == above.achievements[1].text


def test_a_line_that_takes_the_words_of_another_stays_itself() -> None:
    profile = a_profile(experiences=(an_experience("A", "x", "y", "z"),))
    x, y, z = profile.experiences[0].achievement_ids

    amend_line(profile, x, {"text": "y", "icon": "star"}, now=NOON)

    assert profile.experiences[0].achievement_ids == (x, y, z)
    assert [a.text for a in profile.experiences[0].achievements] == ["y", "y", "z"]
    assert find_line(profile, x).icon == "star"


def test_a_line_among_equals_that_is_dropped_is_the_one_that_was_meant() -> None:
    profile = a_profile(experiences=(an_experience("A", "x", "x", "x"),))
    first, second, third = profile.experiences[0].achievement_ids

    drop_line(profile, second, now=NOON)

    assert profile.experiences[0].achievement_ids == (first, third)


def test_one_that_stands_alone_is_changed_and_dropped_likewise() -> None:
    profile = a_profile()
    [award] = profile.achievements

    amend_line(profile, award.id, {"text": "Nurse of two years"}, now=NOON)
    assert profile.achievements == (replace(award, text="Nurse of two years"),)
    drop_line(profile, award.id, now=NOON)
    assert len(profile.components(Achievement)) == 0


def test_new_lines_stand_below_and_are_not_too_many() -> None:
    profile = a_profile()
    above = profile.experiences[1]

    add_lines(profile, above.id, lines("new"), now=NOON)

    assert [a.text for a in profile.component(Experience, above.id).achievements][-1] == "new"
    with pytest.raises(TooManyComponents):
        add_lines(profile, above.id, lines(*"x" * 48), now=NOON)
    for unknown in (find_line, lines_under):
        with pytest.raises(ComponentNotFound):
            unknown(profile, new_item_id())

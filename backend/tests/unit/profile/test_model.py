from dataclasses import replace
from datetime import timedelta

import pytest

from app.application.versions import require_version
from app.domain.profile.errors import (
    ComponentNotFound,
    ComponentRepeated,
    CustomFieldsRefused,
    DefaultProfileNeeded,
    TooManyComponents,
)
from app.domain.profile.model import HELD, MOST_LINES, Achievement, Experience, Skill, new_item_id
from app.domain.shared.errors import PreconditionFailed
from tests.builders.identity import NOON
from tests.builders.profile import a_profile, a_skill, an_award, an_experience, lines

LATER = NOON + timedelta(days=1)


def test_what_is_added_stands_at_the_end() -> None:
    profile = a_profile()
    before = profile.skills

    profile.add(Skill, [a_skill("x"), a_skill("y")], now=LATER)

    assert [s.name for s in profile.skills[len(before) :]] == ["x", "y"]
    assert profile.updated_at == LATER


def test_one_too_many_adds_none() -> None:
    most = HELD[Skill][1]
    profile = a_profile(skills=tuple(a_skill(str(n)) for n in range(most - 1)))

    with pytest.raises(TooManyComponents):
        profile.add(Skill, [a_skill(), a_skill()], now=LATER)

    assert len(profile.skills) == most - 1
    assert profile.updated_at == NOON
    profile.add(Skill, [a_skill()], now=LATER)
    assert len(profile.skills) == most


def test_an_experience_holds_only_so_many_lines() -> None:
    profile = a_profile()
    told = [f"line {n}" for n in range(MOST_LINES + 1)]

    profile.add(Experience, [an_experience("x", *told[1:])], now=LATER)
    with pytest.raises(TooManyComponents):
        profile.add(Experience, [an_experience("y", *told)], now=LATER)


def test_what_is_changed_keeps_its_place() -> None:
    profile = a_profile(achievements=(an_award(), an_award(), an_award()))
    first, second, third = profile.achievements

    profile.change(Achievement, [replace(third, text="c"), replace(first, text="a")], now=LATER)

    assert profile.achievements == (replace(first, text="a"), second, replace(third, text="c"))
    assert profile.updated_at == LATER


def test_a_list_that_names_a_stranger_changes_none() -> None:
    profile = a_profile()
    before = profile.skills

    with pytest.raises(ComponentNotFound):
        profile.change(Skill, [replace(before[0], name="x"), a_skill("stranger")], now=LATER)
    with pytest.raises(ComponentNotFound):
        profile.remove(Skill, [before[0].id, new_item_id()], now=LATER)

    assert profile.skills == before
    assert profile.updated_at == NOON


def test_a_list_names_each_once() -> None:
    profile = a_profile()
    skill = profile.skills[0]

    with pytest.raises(ComponentRepeated):
        profile.change(Skill, [skill, skill], now=LATER)
    with pytest.raises(ComponentRepeated):
        profile.remove(Skill, [skill.id, skill.id], now=LATER)

    assert skill in profile.skills


def test_lines_whose_text_is_unchanged_stay_themselves_with_all_they_say() -> None:
    a, b, c = (replace(line, awarder="Trust") for line in lines("a", "b", "a"))
    profile = a_profile(experiences=(an_experience(achievements=(a, b, c)),))
    experience = profile.experiences[0]

    profile.change(
        Experience, [replace(experience, achievements=lines("a", "new", "a", "a", "b!"))], now=LATER
    )

    first, new, second, third, changed = profile.experiences[0].achievements
    assert (first, second) == (a, c)
    assert new.id not in (a.id, b.id, c.id)
    assert third.id not in (a.id, b.id, c.id)
    assert changed.id != b.id


def test_a_version_is_required_only_when_one_is_named() -> None:
    profile = a_profile(version=3)

    require_version(profile, None)
    require_version(profile, 3)
    with pytest.raises(PreconditionFailed):
        require_version(profile, 2)


def test_custom_fields_that_cannot_be_kept_change_nothing() -> None:
    profile = a_profile()

    with pytest.raises(CustomFieldsRefused):
        profile.describe(now=LATER, full_name="x", custom_fields={"a": "\x00"})

    assert (profile.full_name, profile.updated_at) == ("Ada Byron", NOON)


def test_a_default_is_not_laid_down() -> None:
    profile, other = a_profile(), a_profile(is_default=False)

    with pytest.raises(DefaultProfileNeeded):
        profile.become_default(False, now=LATER)
    other.become_default(True, now=LATER)
    profile.step_down(now=LATER)

    assert (profile.is_default, other.is_default) == (False, True)

import pytest

from app.domain.generation.options import Options
from app.domain.generation.selection import TIGHTEST
from app.domain.generation.unwritten import notes_with_unwritten
from app.domain.profile.model import SkillCategory
from tests.builders.careers import (
    EVERY_CAREER,
    a_backend_engineer,
    a_nurse,
    a_position,
    a_profile,
    skills,
)
from tests.builders.choosing import (
    Career,
    bullets,
    compiled,
    require_faithful,
    skills_shown,
    texts,
    written,
)
from tests.builders.instructions import HOSTILE
from tests.builders.letters import a_letter, an_occasion


@pytest.mark.parametrize("career", EVERY_CAREER)
def test_emphasising_a_skill_never_lowers_it(career: Career) -> None:
    profile = career()
    for level in (0, 4, 8, TIGHTEST):
        before = skills_shown(written(profile, level))
        for skill in profile.skills:
            if skill.category in (SkillCategory.TECHNICAL, SkillCategory.SOFT):
                after = skills_shown(written(profile, level, emphasis=(skill.name,)))
                assert skill.name in after
                assert skill.name not in before or after.index(skill.name) <= before.index(skill.name)
                assert after.index(skill.name) == 0


@pytest.mark.parametrize("career", EVERY_CAREER)
def test_what_is_emphasised_is_kept_before_the_rest(career: Career) -> None:
    profile = career()
    for experience in profile.experiences:
        for told in experience.achievements:
            choices = compiled(profile, 9, emphasis=(told.text[:80],)).choices
            among = [c for c in choices if c.source.id in experience.achievement_ids]
            chosen = next(c for c in among if c.source.id == told.id)
            assert chosen.kept
            assert chosen.position == 0
            assert chosen.reason.startswith("Emphasised: ")


def test_a_theme_is_shown_by_deeds() -> None:
    first = bullets(written(a_backend_engineer(), emphasis=("leadership",)), 0)[0]
    assert first.startswith("Mentored 4 engineers")


def test_an_emphasised_skill_counts_under_its_other_names() -> None:
    content = written(a_backend_engineer(), emphasis=("Kubernetes",))
    assert skills_shown(content)[0] == "k8s"
    assert "k8s" in bullets(content, 0)[0]


def test_an_emphasis_that_nothing_supports_is_told_and_adds_nothing() -> None:
    profile = a_nurse()
    chosen = compiled(profile, emphasis=("Kubernetes", "Triage"))
    assert chosen.notes == ("Nothing in your profile speaks of Kubernetes.",)
    assert sorted(texts(written(profile, emphasis=("Kubernetes",)))) == sorted(texts(written(profile)))


def test_an_emphasis_that_a_letter_does_not_speak_of_is_told() -> None:
    profile = a_profile(
        skills=skills(SkillCategory.TECHNICAL, ("Forklift", "Triage")),
        experiences=(a_position("Nurse", "Elm Clinic", "2020/", ("Did triage of 40 patients a day",)),),
    )
    for options in (Options(emphasis=("Triage", "Forklift")), Options(instructions="Mention Forklift")):
        letter = a_letter(profile, options=options)
        assert not any("forklift" in text.lower() for text in texts(letter))
        assert notes_with_unwritten(("Else.",), options, letter) == (
            "Else.",
            "Your profile speaks of Forklift, but this document does not.",
        )


def test_that_the_posting_names_it_is_not_the_document_speaking_of_it() -> None:
    profile = a_profile(skills=skills(SkillCategory.TECHNICAL, ("Forklift",)))
    letter = a_letter(profile, occasion=an_occasion(title="Forklift Nurse"))
    assert notes_with_unwritten((), Options(emphasis=("Forklift",)), letter)


def test_what_stands_in_the_document_needs_no_note() -> None:
    profile = a_nurse()
    options = Options(emphasis=("Triage", "leadership", "Kubernetes"))
    content = written(profile, emphasis=options.emphasis)
    notes = compiled(profile, emphasis=options.emphasis).notes
    assert notes_with_unwritten(notes, options, content) == notes


def test_what_the_profile_denies_does_not_support_an_emphasis() -> None:
    profile = a_profile(professional_summary="A nurse. No experience with Kubernetes.")
    assert compiled(profile, emphasis=("Kubernetes",)).notes


def test_a_whole_position_is_emphasised_by_its_employer() -> None:
    profile = a_backend_engineer()
    usual, told = compiled(profile, 7), compiled(profile, 7, emphasis=("Ferryline",))
    place = [e.company for e in profile.experiences].index("Ferryline")
    assert len(told.experiences[place].bullets) > len(usual.experiences[place].bullets)


def test_no_emphasis_puts_anything_into_a_document() -> None:
    profile = a_backend_engineer()
    own = set(texts(written(profile)))
    for said in HOSTILE:
        content = written(profile, emphasis=(said[:80],))
        assert set(texts(content)) <= own, said
        require_faithful(content, profile)

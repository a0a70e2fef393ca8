from collections.abc import Callable
from datetime import date
from itertools import pairwise

import pytest

from app.domain.documents.content import SourceKind
from app.domain.generation.analysis import JobAnalysis
from app.domain.generation.compiled import CompiledProfile
from app.domain.generation.matching import match
from app.domain.generation.selection import TIGHTEST, Selection, compile_profile
from app.domain.profile.model import Profile
from tests.builders.careers import (
    EVERY_CAREER,
    TECHNICAL,
    a_backend_engineer,
    a_degree,
    a_nurse,
    a_position,
    a_profile,
    skills,
)
from tests.builders.postings import a_platform_posting, a_ward_posting, an_analysis

TODAY = date(2026, 11, 21)


def compiled(profile: Profile, analysis: JobAnalysis, level: int = 0) -> CompiledProfile:
    return compile_profile(profile, analysis, match(profile, analysis, TODAY), TODAY, level=level)


def at_every_level(profile: Profile, analysis: JobAnalysis) -> list[CompiledProfile]:
    selection = Selection(profile, analysis, match(profile, analysis, TODAY), TODAY)
    return [selection.at(level) for level in range(TIGHTEST + 1)]


def texts_of(profile: Profile, chosen: CompiledProfile, place: int) -> list[str]:
    told = {a.id: a.text for e in profile.experiences for a in e.achievements}
    return [told[at] for at in chosen.experiences[place].bullets]


def test_positions_stand_newest_first_whatever_their_order() -> None:
    profile = a_nurse()
    profile.experiences = tuple(reversed(profile.experiences))
    chosen = compiled(profile, a_ward_posting())
    held = {e.id: e for e in profile.experiences}
    starts = [str(held[p.id].start_date) for p in chosen.experiences]
    assert starts == sorted(starts, reverse=True)


def test_what_lasts_stands_before_what_ended_later_than_it_began() -> None:
    profile = a_profile(
        experiences=(
            a_position("Trainer", "Evening School", "2020-01/2026-10"),
            a_position("Cook", "Blue Door", "2015-01/"),
        )
    )
    held = {e.id: e.company for e in profile.experiences}
    assert [held[p.id] for p in compiled(profile, an_analysis()).experiences] == [
        "Blue Door",
        "Evening School",
    ]


def test_bullets_that_answer_the_posting_stand_first() -> None:
    profile = a_backend_engineer()
    chosen = compiled(profile, an_analysis(must=("Kubernetes", "Mentoring engineers")))
    first, second = texts_of(profile, chosen, 0)[:2]
    assert "k8s" in first
    assert "Mentored" in second


def test_another_posting_orders_them_otherwise() -> None:
    profile = a_backend_engineer()
    chosen = compiled(profile, an_analysis(must=("PostgreSQL and Go",)))
    assert "ledger in Go and PostgreSQL" in texts_of(profile, chosen, 0)[0]


def test_the_skills_asked_for_stand_first() -> None:
    profile = a_backend_engineer()
    chosen = compiled(profile, an_analysis(must=("Terraform", "Redis")))
    names = {s.id: s.name for s in profile.skills}
    assert {names[at] for at in chosen.skills[:2]} == {"Terraform", "Redis"}


def test_every_item_has_its_fate_and_the_reason() -> None:
    for career in EVERY_CAREER:
        profile = career()
        for level in (0, 5, TIGHTEST):
            chosen = compiled(profile, a_platform_posting(), level)
            ids = [*(e.id for e in profile.experiences), *(s.id for s in profile.skills)]
            ids += [a.id for e in profile.experiences for a in e.achievements]
            ids += [project.id for project in profile.projects]
            ids += [degree.id for degree in profile.education]
            ids += [award.id for award in profile.achievements]
            assert sorted(map(str, ids)) == sorted(str(c.source.id) for c in chosen.choices)
            assert all(c.reason for c in chosen.choices)
            assert all((c.position is not None) is c.kept for c in chosen.choices)


def test_a_choice_says_which_requirements_it_answers() -> None:
    profile, analysis = a_backend_engineer(), an_analysis(must=("Kubernetes", "Haskell"))
    choice = next(c for c in compiled(profile, analysis).choices if c.what == "k8s")
    assert choice.answers == (analysis.requirements[0].key,)
    assert "Kubernetes" in choice.reason


def kept(chosen: CompiledProfile) -> set[object]:
    return {
        *(("summary", n) for n in chosen.summary),
        *(p.id for p in chosen.experiences),
        *(at for p in chosen.experiences for at in p.bullets),
        *((p.id, n) for p in chosen.experiences for n in p.sentences),
        *(p.id for p in chosen.projects),
        *((p.id, "highlight", n) for p in chosen.projects for n in p.highlights),
        *chosen.education,
        *chosen.skills,
        *chosen.awards,
    }


def a_crowded_career() -> Profile:
    return a_profile(
        professional_summary=" ".join(f"Sentence number {n} says a thing." for n in range(9)),
        experiences=tuple(
            a_position(
                "Engineer",
                f"Company {n}",
                f"{1980 + n}-01/{1980 + n}-12",
                [f"Did thing {k} at place {n} with Python" for k in range(10)],
                description="One sentence. Another sentence. A third.",
            )
            for n in range(45)
        ),
        education=tuple(a_degree("BSc", f"Field {n}", f"School {n}", f"{1970 + n}") for n in range(14)),
        skills=skills(TECHNICAL, [f"Tool {n}" for n in range(90)]),
    )


@pytest.mark.parametrize("career", [*EVERY_CAREER, a_crowded_career])
def test_a_tighter_level_never_keeps_what_a_wider_one_cut(career: Callable[[], Profile]) -> None:
    levels = [kept(chosen) for chosen in at_every_level(career(), a_platform_posting())]
    assert all(tighter <= wider for wider, tighter in pairwise(levels))


def test_every_level_tightens_a_crowded_career() -> None:
    sizes = [len(kept(chosen)) for chosen in at_every_level(a_crowded_career(), a_platform_posting())]
    assert sizes == sorted(sizes, reverse=True)
    assert len(set(sizes)) == len(sizes)


def test_the_middle_of_a_career_is_never_cut() -> None:
    profile = a_crowded_career()
    years = {e.id: e.start_date.year for e in profile.experiences if e.start_date}
    for chosen in at_every_level(profile, a_platform_posting()):
        shown = [years[p.id] for p in chosen.experiences]
        assert shown == list(range(2024, 2024 - len(shown), -1))


def test_an_old_position_that_answers_nothing_is_shortened_not_hidden() -> None:
    old = a_position("Baker", "Corner Bakery", "1999/2005", ("Baked bread", "Sold rolls", "Swept up"))
    profile = a_backend_engineer()
    profile.experiences = (*profile.experiences, old)
    chosen = compiled(profile, a_platform_posting(), 4)
    assert chosen.experiences[-1].id == old.id
    assert chosen.experiences[-1].bullets == ()
    fate = next(c for c in chosen.choices if c.source.kind is SourceKind.EXPERIENCE and c.source.id == old.id)
    assert fate.kept
    assert fate.reason.startswith("Heading only")


def test_one_selection_gives_every_level_as_if_it_were_the_only_one() -> None:
    profile, analysis = a_backend_engineer(), a_platform_posting()
    selection = Selection(profile, analysis, match(profile, analysis, TODAY), TODAY)
    for level in (7, 0, 3):
        assert selection.at(level) == compiled(profile, analysis, level)


def test_a_level_beyond_the_last_is_the_last() -> None:
    profile, analysis = a_nurse(), a_ward_posting()
    assert compiled(profile, analysis, 99) == compiled(profile, analysis, TIGHTEST)
    assert compiled(profile, analysis, -3) == compiled(profile, analysis, 0)


def test_education_leads_for_those_who_have_just_left_school() -> None:
    degree = a_degree("BSc", "Biology", "Elm College", "2022/2026")
    fresh = a_profile(education=(degree,), experiences=(a_position("Intern", "Lab", "2026-05/2026-09"),))
    assert compiled(fresh, an_analysis()).education_first
    assert not compiled(a_nurse(), an_analysis()).education_first


def test_the_same_input_is_compiled_the_same() -> None:
    first = compiled(a_backend_engineer(), a_platform_posting())
    assert all(compiled(a_backend_engineer(), a_platform_posting()) == first for _ in range(5))


def a_developer_who(*told: str) -> Profile:
    return a_profile(experiences=(a_position("Developer", "North", "2020/", told),))


def test_a_bullet_that_names_a_keyword_stands_before_one_that_names_none() -> None:
    profile = a_developer_who("Painted the office", "Tuned Redis")
    chosen = compiled(profile, an_analysis(must=("Patience with guests",), skills=("Redis",)))
    assert texts_of(profile, chosen, 0)[0] == "Tuned Redis"


def test_a_bullet_that_does_what_the_job_does_stands_before_one_that_does_not() -> None:
    profile = a_developer_who("Painted the office", "Answered letters of worried customers")
    chosen = compiled(profile, an_analysis(duties=("Answer letters of customers",)))
    assert texts_of(profile, chosen, 0)[0].startswith("Answered letters")

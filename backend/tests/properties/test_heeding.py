"""Options and instructions at work: they choose and order among the person's own words."""

from typing import Any

import pytest
from pydantic import TypeAdapter

from app.domain.documents.content import DocumentContent, SectionKind, SourceKind
from app.domain.documents.facts import Verdict, check_facts
from app.domain.generation.composing import compose
from app.domain.generation.matching import match
from app.domain.generation.options import Length, Options, Tone
from app.domain.generation.selection import TIGHTEST, Selection
from app.domain.profile.model import Profile
from tests.builders.careers import (
    EVERY_CAREER,
    a_backend_engineer,
    a_degree,
    a_language,
    a_nurse,
    a_position,
    a_profile,
    an_accountant,
)
from tests.builders.choosing import (
    TODAY,
    Career,
    bullets,
    compiled,
    kinds,
    require_faithful,
    section,
    texts,
    written,
)
from tests.builders.instructions import HOSTILE
from tests.builders.postings import a_platform_posting, an_analysis

ALL = tuple(kind for kind in SectionKind if kind is not SectionKind.OTHER)


def test_only_the_sections_asked_for_stand_there_in_that_order() -> None:
    asked = (SectionKind.SKILLS, SectionKind.EXPERIENCE, SectionKind.SUMMARY)
    content = written(a_nurse(), sections=asked)
    assert kinds(content) == list(asked)
    assert content.header == written(a_nurse()).header


def test_a_section_asked_for_that_has_nothing_is_noted() -> None:
    chosen = compiled(a_nurse(), sections=(SectionKind.SKILLS, SectionKind.PUBLICATIONS))
    assert chosen.notes == ("Your profile has nothing for the section publications.",)


def test_a_document_is_never_left_empty() -> None:
    profile = a_nurse()
    assert kinds(written(profile, sections=(SectionKind.PUBLICATIONS,))) == kinds(written(profile))
    everything = (
        "leave out summary, experience, education, skills, languages, certifications, volunteering, interests"
    )
    chosen = compiled(profile, instructions=everything)
    assert any(note.startswith("Nothing would be left") for note in chosen.notes)
    assert kinds(written(profile, instructions=everything)) == kinds(written(profile))


def test_not_even_by_leaving_out_every_item() -> None:
    cook = a_profile(experiences=(a_position("Cook", "Blue Door", "2001/2004"),))
    for said in ("leave out Blue Door", "only the last 5 years"):
        assert kinds(written(cook, instructions=said)) == [SectionKind.EXPERIENCE]
        assert any(
            note.startswith("Nothing would be left") for note in compiled(cook, instructions=said).notes
        )


@pytest.mark.parametrize("career", EVERY_CAREER)
@pytest.mark.parametrize("kind", ALL)
def test_leaving_a_section_out_removes_exactly_it(career: Career, kind: SectionKind) -> None:
    profile = career()
    whole = written(profile)
    less = written(profile, instructions=f"leave out {kind}")
    assert less.header == whole.header
    assert less.sections == tuple(s for s in whole.sections if s.kind is not kind)


def test_a_section_asked_for_by_name_is_not_squeezed_out() -> None:
    asked = (SectionKind.EXPERIENCE, SectionKind.PROJECTS, SectionKind.PUBLICATIONS)
    assert kinds(written(a_backend_engineer(), TIGHTEST)) != list(asked)
    assert kinds(written(a_backend_engineer(), TIGHTEST, sections=asked)) == list(asked)


def test_an_employer_left_out_is_named_nowhere() -> None:
    profile = a_profile(
        headline="Head Cook at Blue Door",
        email="cook@bluedoor.example",
        education=(a_degree("Diploma", "Cooking", "Elm", "2010", honors=("Blue Door prize", "Best")),),
        professional_summary="A cook by trade. At Blue Door I ran the grill. I like the sea.",
        experiences=(
            a_position("Head Cook", "Blue Door Ltd", "2019/", ("Ran the grill", "Hired 4 cooks")),
            a_position("Cook", "Old Mill", "2012/2018", ("Cooked", "Left for Blue Door with my chef")),
        ),
        custom_fields={"volunteering": ["Soup kitchen", "Blue Door charity run"]},
    )
    content = written(profile, instructions="leave out my time at Blue Door")
    assert "Best" in texts(content)
    assert [contact.text for contact in content.header.contacts] == ["cook@bluedoor.example"]
    assert not any("Blue Door" in text for text in texts(content))
    assert "Head Cook" not in texts(content)
    assert "I like the sea" in " ".join(texts(content))
    assert "Soup kitchen" in texts(content)
    choices = compiled(profile, instructions="leave out my time at Blue Door").choices
    assert {c.reason for c in choices if not c.kept} == {"Left out, as you asked: Blue Door."}
    require_faithful(content, profile)


def test_a_skill_left_out_goes_from_lists_too() -> None:
    content = written(a_backend_engineer(), instructions="leave out PostgreSQL")
    assert not any("PostgreSQL" in text for text in texts(content))
    project = section(content, SectionKind.PROJECTS).entries[0]
    assert [(detail.text, [s.field for s in detail.sources]) for detail in project.details] == [
        ("Go", ["technologies.0"])
    ]


def test_a_name_that_nothing_bears_is_noted() -> None:
    assert compiled(a_nurse(), instructions="leave out my time at Acme").notes == (
        "Nothing in your profile is called Acme: there was nothing to leave out.",
    )


def test_only_the_last_years_are_shown() -> None:
    content = written(a_nurse(), instructions="only the last 8 years")
    shown = [e.organization.text for e in section(content, SectionKind.EXPERIENCE).entries if e.organization]
    assert shown == ["Riverbend Medical Center", "St. Alban's Hospital"]
    assert SectionKind.EDUCATION in kinds(content)


def test_no_position_has_more_bullets_than_were_asked_for() -> None:
    listed = a_position("Cook", "Old Mill", "2012/2018", description="- Ran the grill\n- Wrote menus\n- Sang")
    profile = a_nurse()
    profile.experiences = (*profile.experiences, listed)
    content = written(profile, instructions="no more than 2 bullets per job")
    counts = {e.title.text: len(e.bullets) for e in section(content, SectionKind.EXPERIENCE).entries}
    assert max(counts.values()) == counts["Cook"] == 2


def test_sections_are_moved_by_instructions() -> None:
    first = kinds(written(a_nurse(), instructions="Education first, skills before experience"))
    assert first[0] is SectionKind.EDUCATION
    assert first.index(SectionKind.SKILLS) == first.index(SectionKind.EXPERIENCE) - 1
    assert sorted(first) == sorted(kinds(written(a_nurse())))


def a_long_career() -> Profile:
    return a_profile(
        professional_summary=" ".join(f"Sentence {n} says a thing." for n in range(15)),
        experiences=tuple(
            a_position("Cook", f"House {n}", f"{2018 + n}/{2019 + n}", [f"Did thing {k}" for k in range(20)])
            for n in range(5)
        ),
    )


def test_the_length_says_how_much_is_kept() -> None:
    shown = {
        length: [len(p.bullets) for p in compiled(a_long_career(), length=length).experiences]
        for length in Length
    }
    assert shown == {
        Length.SHORT: [3, 2, 2, 2, 2],
        Length.MEDIUM: [7, 5, 5, 5, 5],
        Length.LONG: [12, 10, 10, 10, 10],
    }


@pytest.mark.parametrize("length", Length)
def test_at_every_length_a_tighter_level_keeps_no_more(length: Length) -> None:
    sizes = [len(texts(written(a_long_career(), level, length=length))) for level in range(TIGHTEST + 1)]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[-1] == len(texts(written(a_long_career(), TIGHTEST)))


def test_the_tone_decides_between_equally_relevant_statements() -> None:
    told = (
        "Kept the ovens clean through all of the long winter nights",
        "Baked bread",
        "Served 40 guests a day",
    )
    profile = a_profile(experiences=(a_position("Baker", "Mill", "2020/", told),))
    first = {
        tone: bullets(compose(profile, compiled(profile, 0, an_analysis(), tone=tone), an_analysis()), 0)[0]
        for tone in Tone
    }
    assert first == {
        Tone.PROFESSIONAL: told[0],
        Tone.WARM: told[2],
        Tone.CONFIDENT: told[2],
        Tone.CONCISE: told[1],
    }


@pytest.mark.parametrize(
    ("language", "spoken", "grade"),
    [
        ("de", ["Norwegisch (Muttersprache)", "Englisch (fließend)", "Esperanto (Some)"], "grade 3.9"),
        ("fr", ["Norvégien (langue maternelle)", "Anglais (courant)", "Esperanto (Some)"], "grade 3.9"),
        ("es", ["Noruego (nativo)", "Inglés (fluido)", "Esperanto (Some)"], "grade 3.9"),
        ("sv", ["Norska (modersmål)", "Engelska (flytande)", "Esperanto (Some)"], "grade 3.9"),
        ("en", ["Norwegian (Native)", "English (Fluent)", "Esperanto (Some)"], "grade 3.9"),
    ],
)
def test_languages_and_marks_are_named_in_the_language_of_the_document(
    language: str, spoken: list[str], grade: str
) -> None:
    profile = an_accountant()
    profile.skills = (
        a_language("Norwegian", "Native"),
        a_language("English", "Fluent"),
        a_language("Esperanto", "Some"),
    )
    content = written(profile, language=language)
    shown = [i.text for g in section(content, SectionKind.LANGUAGES).groups for i in g.items]
    assert sorted(shown) == sorted(spoken)
    assert grade in [d.text for e in section(content, SectionKind.EDUCATION).entries for d in e.details]
    require_faithful(content, profile)


@pytest.mark.parametrize(
    ("written_in", "language", "gpa", "shown"),
    [
        ("Verantwortlich für die Buchhaltung und den Abschluss", "de", "1,3", "Note 1,3"),
        ("Verantwortlich für die Buchhaltung und den Abschluss", "en", "1,3", "grade 1,3"),
        ("Responsible for the books and the year end", "de", "85 %", "grade 85 %"),
        ("Responsible for the books and the year end", "en", "14/20", "grade 14/20"),
        ("Responsible for the books and the year end", "fr", "3.85", "grade 3.85"),
    ],
)
def test_a_mark_is_named_so_that_no_country_reads_it_as_its_own(
    written_in: str, language: str, gpa: str, shown: str
) -> None:
    profile = a_profile(
        professional_summary=written_in,
        education=(a_degree("BSc", "Accounting", "Northfield College", "2012/2015", gpa=gpa),),
    )
    content = written(profile, language=language)
    assert shown in texts(content)
    require_faithful(content, profile)


def test_what_a_person_lacks_stands_last_and_never_in_the_summary() -> None:
    lacking = "NOT yet trained in triage, sepsis screening or Epic"
    profile = a_profile(
        professional_summary="Not yet registered in this state. Ward nurse with six years in surgery.",
        experiences=(
            a_position("Nurse", "Avon Hospital", "2019-03/", [lacking, "Ran the rota of 12 nurses"]),
        ),
    )
    content = written(profile)
    assert [line.text for line in section(content, SectionKind.SUMMARY).paragraphs] == [
        "Ward nurse with six years in surgery."
    ]
    assert bullets(content, 0)[-1] == lacking


def test_that_the_persons_own_words_stay_in_their_language_is_told() -> None:
    assert compiled(a_nurse(), language="de").notes == (
        "Nothing was translated: your own words stay in the language you wrote them in (en).",
    )
    assert compiled(a_nurse(), language="en").notes == ()


def test_a_level_of_another_language_does_not_hold() -> None:
    profile = an_accountant()
    profile.skills = (a_language("Norwegian", "Native"), a_language("English", "Basic"))
    content = written(profile, language="de")
    raised = TypeAdapter(DocumentContent).validate_python(
        TypeAdapter(DocumentContent).dump_python(content, mode="json")
    )
    text = TypeAdapter(DocumentContent).dump_json(raised).decode()
    forged = TypeAdapter(DocumentContent).validate_json(
        text.replace("Englisch (Grundkenntnisse)", "Englisch (Muttersprache)")
    )
    bad = [
        line.text for line in check_facts(forged, profile, TODAY).lines if line.verdict is Verdict.UNSUPPORTED
    ]
    assert bad == ["Englisch (Muttersprache)"]


def test_a_language_without_headings_is_told() -> None:
    assert compiled(a_nurse(), language="fi").notes[0].startswith("There are no headings in 'fi'")


@pytest.mark.parametrize("career", [a_nurse, a_backend_engineer])
def test_no_instruction_puts_anything_into_a_document(career: Career) -> None:
    profile, usual = career(), written(career())
    own = set(texts(usual))
    for said in HOSTILE:
        for instructions in (said, f"Emphasise Python. {said}, and keep it to one page"):
            content = written(profile, instructions=instructions)
            assert set(texts(content)) <= own, instructions
            assert content.header == usual.header
            if content != usual:
                require_faithful(content, profile)


@pytest.mark.parametrize("career", EVERY_CAREER)
def test_every_item_has_its_fate_whatever_was_asked(career: Career) -> None:
    profile = career()
    for said in (
        "leave out SQL and Epic",
        "only skills",
        "only the last 3 years",
        "omit education, experience",
    ):
        for level in (0, 6, TIGHTEST):
            chosen = compiled(profile, level, instructions=said)
            ids = [*(e.id for e in profile.experiences), *(s.id for s in profile.skills)]
            ids += [a.id for e in profile.experiences for a in e.achievements]
            ids += [*(p.id for p in profile.projects), *(e.id for e in profile.education)]
            ids += [award.id for award in profile.achievements]
            assert sorted(map(str, ids)) == sorted(str(c.source.id) for c in chosen.choices)
            assert all((c.position is not None) is c.kept and c.reason for c in chosen.choices)
            assert {c.source.kind for c in chosen.choices} <= set(SourceKind)


def test_the_same_options_choose_the_same() -> None:
    said: dict[str, Any] = {
        "emphasis": ("Go", "leadership"),
        "instructions": "education first, leave out Ferryline",
    }
    first = compiled(a_backend_engineer(), 3, **said)
    assert all(compiled(a_backend_engineer(), 3, **said) == first for _ in range(5))
    assert first.inputs_sha256 != compiled(a_backend_engineer(), 3).inputs_sha256


def test_one_selection_gives_every_level_as_if_it_were_the_only_one() -> None:
    profile, analysis = a_backend_engineer(), a_platform_posting()
    options = Options(length=Length.LONG, emphasis=("SQL",), instructions="at most 2 bullets per job")
    selection = Selection(profile, analysis, match(profile, analysis, TODAY), TODAY, options)
    for level in (TIGHTEST, 0, 5):
        assert selection.at(level) == compiled(
            profile, level, analysis, length=Length.LONG, emphasis=("SQL",), instructions=options.instructions
        )

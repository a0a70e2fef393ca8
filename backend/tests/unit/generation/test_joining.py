"""What a writer wrote takes the draft's place, and no other."""

from dataclasses import replace
from datetime import date

import pytest

from app.application.generation.tailoring import Tailor, Written
from app.domain.documents.content import DocumentContent, Section, SectionKind, lines_of
from app.domain.generation.joining import joined, longest
from app.domain.generation.options import Options
from app.domain.generation.parts import KINDS, OF_A_RESUME, Part, WrittenPart
from tests.builders.careers import a_nurse
from tests.builders.documents import a_line, some_lines
from tests.builders.postings import a_ward_posting
from tests.builders.resumes import one_page
from tests.fakes.documents import MemoryFiles
from tests.fakes.generation import PagedPDF, a_press, a_tailor

TODAY = date(2026, 3, 2)
LONG = "Nurse. " * 40


def a_summary(*texts: str, kind: SectionKind = SectionKind.SUMMARY) -> Section:
    return Section(kind=kind, title="<b>Me</b>", paragraphs=some_lines(*texts))


def a_part(*sections: Section, note: str | None = None) -> WrittenPart:
    return WrittenPart(sections=sections, note=note)


def section_of(content: DocumentContent, kind: SectionKind) -> Section:
    return next(section for section in content.sections if section.kind is kind)


def test_a_written_section_stands_where_the_draft_had_it_under_the_same_heading() -> None:
    draft = one_page()

    made = joined(draft, {Part.SUMMARY: a_part(a_summary("Calm in a storm."))})

    assert [section.kind for section in made.sections] == [section.kind for section in draft.sections]
    old, new = (section_of(each, SectionKind.SUMMARY) for each in (draft, made))
    assert new == replace(old, paragraphs=some_lines("Calm in a storm."))
    assert [s for s in made.sections if s is not new] == [s for s in draft.sections if s is not old]


@pytest.mark.parametrize(
    "written",
    [
        a_part(),
        a_part(a_summary()),
        a_part(a_summary("I am the skills now.", kind=SectionKind.SKILLS)),
        a_part(a_summary("I was never asked for.", kind=SectionKind.OTHER)),
    ],
    ids=["nothing", "an empty section", "another part's", "a section of its own"],
)
def test_a_writer_can_neither_lose_a_section_nor_write_anothers(written: WrittenPart) -> None:
    draft = one_page()

    assert joined(draft, {Part.SUMMARY: written}) == draft


def test_what_is_to_be_left_unsaid_no_writer_says() -> None:
    draft, written = one_page(), a_part(a_summary("I know Excel.", "I know wards."))

    made = joined(draft, {Part.SUMMARY: written}, unsaid=("Excel",))

    assert section_of(made, SectionKind.SUMMARY).paragraphs == some_lines("I know wards.")


def test_no_section_is_two_parts() -> None:
    kinds = [kind for part in OF_A_RESUME for kind in KINDS[part]]
    assert len(kinds) == len(set(kinds))


def test_the_longest_part_is_the_one_that_adds_most() -> None:
    written = {Part.EXPERIENCE: a_part(), Part.SUMMARY: a_part(a_summary(LONG)), Part.SKILLS: a_part()}

    assert longest(one_page(), written) is Part.SUMMARY


async def drafted(room: int) -> tuple[Tailor, Written, PagedPDF]:
    """On a page of so many lines."""
    pdf = PagedPDF(lines=room)
    tailor = a_tailor(a_press(MemoryFiles(), pdf))
    profile, analysis = a_nurse(), a_ward_posting()
    compiled = await tailor.compile(profile, analysis, Options(max_pages=1), today=TODAY)
    draft = await tailor.write(profile, analysis, compiled, Options(max_pages=1), today=TODAY)
    return tailor, draft, pdf


async def test_a_part_that_does_not_fit_stays_in_own_words_and_the_others_are_taken() -> None:
    tailor, draft, pdf = await drafted(40)
    pdf.lines = len(tuple(lines_of(draft.content)))
    (skill, *_), *_ = (group.items for group in section_of(draft.content, SectionKind.SKILLS).groups)
    (group, *_) = section_of(draft.content, SectionKind.SKILLS).groups
    fewer = replace(group, items=(skill,))
    parts = {
        Part.SUMMARY: a_part(a_summary(*[LONG] * 30)),
        Part.SKILLS: a_part(Section(kind=SectionKind.SKILLS, title="", groups=(fewer,)), note="Told so."),
    }

    made = await tailor.join(draft, parts, Options(max_pages=1))

    assert made.pages == 1
    assert section_of(made.content, SectionKind.SUMMARY) == section_of(draft.content, SectionKind.SUMMARY)
    assert section_of(made.content, SectionKind.SKILLS).groups == (fewer,)
    assert made.notes == (
        "Told so.",
        "The summary as it was written did not fit the pages: it is in your own words.",
    )


async def test_what_was_written_may_be_as_long_as_a_draft_that_never_fits() -> None:
    tailor, draft, _ = await drafted(3)
    assert draft.pages > 1
    text = "One line for another."

    made = await tailor.join(draft, {Part.SUMMARY: a_part(a_summary(text))}, Options(max_pages=1))

    assert section_of(made.content, SectionKind.SUMMARY).paragraphs == (a_line(text),)
    assert made.notes == ()


async def test_where_nothing_was_changed_nothing_is_rendered_again() -> None:
    tailor, draft, pdf = await drafted(1_000)
    rendered = pdf.rendered
    own = {
        part: a_part(*(s for s in draft.content.sections if s.kind in KINDS[part]), note="Told so.")
        for part in (Part.SUMMARY, Part.SKILLS)
    }

    assert await tailor.join(draft, own, Options()) == replace(draft, notes=("Told so.", "Told so."))
    assert pdf.rendered == rendered

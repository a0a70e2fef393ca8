"""Sections in the order, and under the titles, that a look gives them."""

from dataclasses import replace

import pytest

from app.domain.documents.arranging import arranged, titled
from app.domain.documents.content import DocumentContent, SectionKind
from app.domain.documents.ports import ExtractedText, FontFamily, Layout, Template
from app.domain.documents.readback import fields_of, read_back
from tests.builders.documents import a_document, an_entry, bullets, entries, paragraphs, skills

PLAIN = Template(
    id="plain", name="Plain", description="Plain.", letter="Plain.", font=FontFamily.CARLITO, accent="#000000"
)
SKILLS_FIRST = replace(PLAIN, sections=(SectionKind.SKILLS, SectionKind.SUMMARY), capitals=True)


def a_resume() -> DocumentContent:
    return a_document(
        paragraphs("Summary", "Keeps lighthouses."),
        entries("Experience", an_entry("Keeper", bullets=("Lit the lamp.",))),
        bullets("Awards", "Best light 1901"),
        skills("Skills", Light=("lamps", "lenses")),
        bullets("More awards", "Best light 1902"),
    )


def test_without_wishes_it_stays_as_it_is() -> None:
    setting = arranged(a_resume(), Layout(), PLAIN)

    assert setting.content == a_resume()
    assert setting.order == (0, 1, 2, 3, 4)


def test_a_section_with_nothing_in_it_has_no_title_and_keeps_its_number() -> None:
    content = a_document(paragraphs("Summary", " \u200b"), *a_resume().sections, bullets("Interests"))

    setting = arranged(content, Layout(), PLAIN)

    assert [section.title for section in setting.titled.sections] == [
        "",
        *(section.title for section in a_resume().sections),
        "",
    ]
    assert setting.order == tuple(range(7))


def test_what_is_named_comes_first_and_nothing_is_lost() -> None:
    wish = Layout(sections=(SectionKind.AWARDS, SectionKind.SKILLS))

    setting = arranged(a_resume(), wish, PLAIN)

    assert [s.title for s in setting.content.sections] == [
        "Awards",
        "More awards",
        "Skills",
        "Summary",
        "Experience",
    ]


def test_a_persons_order_goes_before_the_templates() -> None:
    own = arranged(a_resume(), Layout(), SKILLS_FIRST)
    asked = arranged(a_resume(), Layout(sections=(SectionKind.AWARDS,)), SKILLS_FIRST)

    assert [s.kind for s in own.content.sections][:2] == [SectionKind.SKILLS, SectionKind.SUMMARY]
    assert asked.content.sections[0].kind is SectionKind.AWARDS


def test_titles_of_ones_own_stand_in_capitals_where_the_template_has_them_so() -> None:
    wish = Layout(titles={SectionKind.EXPERIENCE: "At the light"})

    shown = arranged(a_resume(), wish, SKILLS_FIRST, capitals=True).titled.sections[1].title

    assert shown == "AT THE LIGHT"
    assert arranged(a_resume(), wish, SKILLS_FIRST).titled.sections[1].title == "At the light"
    assert arranged(a_resume(), wish, PLAIN, capitals=True).titled.sections[1].title == "At the light"


def test_turkish_titles_are_left_as_they_are() -> None:
    content = replace(a_document(paragraphs("E\u011fitim", "x")), language="tr")

    assert arranged(content, Layout(), SKILLS_FIRST, capitals=True).titled == content


def test_a_section_without_a_title_gets_none() -> None:
    content = a_document(paragraphs("", "Keeps lighthouses."))

    assert titled(content, {SectionKind.SUMMARY: "About"}).sections[0].title == ""


@pytest.mark.parametrize("file", [None, (0, 1, 2, 3, 4), (4, 3, 2, 1, 0)])
def test_a_file_is_read_back_in_the_order_it_was_set_in(file: tuple[int, ...] | None) -> None:
    setting = arranged(a_resume(), Layout(), SKILLS_FIRST)
    sections = setting.content.sections
    shown = replace(setting.content, sections=tuple(sections[n] for n in file or range(5)))
    text = ExtractedText("plain 1", ("\n".join(field.text for field in fields_of(shown)),))

    receipt = read_back(setting.titled, [text], setting.order_in(file))
    as_it_was = read_back(setting.titled, [text])

    assert (receipt.recall, receipt.in_order, receipt.losses) == (1.0, True, ())
    assert not as_it_was.in_order


def test_a_loss_is_told_by_its_place_in_the_content() -> None:
    setting = arranged(a_resume(), Layout(), SKILLS_FIRST)
    said = [field.text for field in fields_of(setting.content) if field.text != "Lit the lamp."]

    receipt = read_back(setting.titled, [ExtractedText("plain 1", ("\n".join(said),))], setting.order)

    assert [loss.pointer for loss in receipt.losses] == ["/sections/1/entries/0/bullets/0"]

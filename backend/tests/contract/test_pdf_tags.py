"""Whoever cannot see a PDF gets all of it: headings, lists and links, each once and in reading order."""

import re
from dataclasses import replace

import pytest

from app.domain.documents.content import ContactKind, DocumentContent
from app.domain.documents.ports import Layout, Paper
from app.infrastructure.looks import LOOKS
from app.infrastructure.pdf.generator import render_pdf
from tests.builders.documents import a_contact, a_document, a_header, an_entry, bullets, entries, paragraphs
from tests.builders.resumes import one_page, two_pages
from tests.builders.resumes_by_script import BY_SCRIPT, a_letter_in, career
from tests.contract.printing import printed
from tests.contract.tagged import Part, Tagged

PAIRS = list(zip(LOOKS, reversed(BY_SCRIPT), strict=True))
"""Each template and each script once; all of them together are too many for every day."""


def heard(content: DocumentContent, layout: Layout | None = None) -> Tagged:
    return Tagged(render_pdf(content, layout or Layout()).data)


def squeezed(text: str) -> str:
    """Without spaces and marks: a row's end is none in the file."""
    return re.sub("[\\s\u00a0\u200b]", "", text)


def texts(document: Part, kind: str) -> list[str]:
    return [squeezed(part.text) for part in document.all(kind)]


def said(content: DocumentContent) -> list[str]:
    """The bullets of a resume, one after the other."""
    return [
        squeezed(line.text)
        for section in content.sections
        for lines in (*(entry.bullets for entry in section.entries), section.bullets)
        for line in lines
    ]


@pytest.mark.parametrize(("template", "script"), PAIRS)
def test_every_resume_is_tagged_throughout(template: str, script: str) -> None:
    content = career(script, pages=2)
    found = Tagged(printed(content, Layout(template=template)).data)

    assert found.faults == []
    assert found.claims
    assert sorted(texts(found.document, "LBody")) == sorted(said(content))
    assert len(texts(found.document, "H2")) == len(content.sections)


@pytest.mark.parametrize(("template", "script"), PAIRS)
def test_every_letter_is_tagged_throughout(template: str, script: str) -> None:
    content = a_letter_in(script)
    found = Tagged(printed(content, Layout(template=template, paper=Paper.LETTER)).data)

    assert found.faults == []
    assert squeezed(content.header.name.text) in texts(found.document, "H1")[0]
    assert content.letter
    paragraph = "".join(squeezed(line.text) for line in content.letter.paragraphs[0].sentences)
    assert paragraph in texts(found.document, "P")


def test_headings_say_what_stands_below_them() -> None:
    content, document = two_pages(), heard(two_pages()).document

    assert texts(document, "H1") == [squeezed(content.header.name.text)]
    assert texts(document, "H2") == [squeezed(section.title) for section in content.sections]
    assert texts(document, "H3") == [
        squeezed(entry.title.text) for section in content.sections for entry in section.entries
    ]


def test_where_and_when_follow_the_title() -> None:
    document = heard(a_document(entries("Work", an_entry("Clerk", "Shop", "Bonn", "2019")))).document

    assert [(part.kind, squeezed(part.text)) for part in document.kids[-2:]] == [
        ("H3", "Clerk"),
        ("P", "·Shop·Bonn2019"),
    ]


def test_bullets_of_one_position_are_one_list_across_pages() -> None:
    content = a_document(entries("Work", an_entry("Clerk", bullets=tuple(f"Did {n}." for n in range(90)))))
    found = heard(content)

    assert found.faults == []
    (only,) = found.document.all("L")
    assert [part.text for part in only.kids] == [f"•Did {n}." for n in range(90)]


def test_bullets_of_two_positions_are_two_lists() -> None:
    position = an_entry("Clerk", bullets=("Did this.", "Did that."))

    assert len(list(heard(a_document(entries("Work", position, position))).document.all("L"))) == 2


def test_a_paragraph_that_goes_on_on_the_next_page_is_one() -> None:
    long = " ".join(f"Sentence {n} of a tale that does not end." for n in range(260))
    found = heard(a_document(paragraphs("Tale", long)))

    assert found.faults == []
    assert texts(found.document, "P")[-1] == squeezed(long)


def test_a_link_tells_where_it_leads() -> None:
    links = list(heard(two_pages()).document.all("Link"))

    assert [link.addresses for link in links] == [
        ["mailto:marta.lindqvist@post.example"],
        ["tel:+49405550147"],
        ["https://marta-lindqvist.example"],
        ["https://code.example/marta"],
        ["https://tidewatch.example"],
    ]
    assert "marta.lindqvist@post.example" in links[0].text


def test_a_link_of_many_strokes_is_one() -> None:
    contact = a_contact(ContactKind.LINK, "אתר 12 של noa", "https://noa.example")
    content = a_document(header=a_header("נועה", None, contact), language="he")

    (link,) = heard(content).document.all("Link")

    assert link.addresses == ["https://noa.example"]
    assert squeezed(link.text) == squeezed(contact.text)


def test_no_level_of_headings_is_left_out() -> None:
    found = heard(a_document(entries("", an_entry("Clerk")), bullets("Skills", "Typing")))

    assert found.faults == []
    assert (texts(found.document, "H2"), texts(found.document, "H3")) == (["Clerk", "Skills"], [])


def test_what_runs_leftwards_is_told_as_it_is_read() -> None:
    found = heard(BY_SCRIPT["Hebrew"]())

    assert found.faults == []
    assert set(texts(found.document, "LBody")) == set(said(BY_SCRIPT["Hebrew"]()))


def test_a_file_in_no_known_language_claims_nothing() -> None:
    assert not heard(replace(one_page(), language="?")).claims

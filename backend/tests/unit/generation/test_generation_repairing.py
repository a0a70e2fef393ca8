import pytest

from app.domain.documents.content import ContactKind, DocumentContent, lines_of
from app.domain.generation.repairing import without
from tests.builders.documents import (
    a_contact,
    a_document,
    a_header,
    an_entry,
    bullets,
    entries,
    paragraphs,
    skills,
)


def a_rich_document() -> DocumentContent:
    header = a_header("Ada", "Nurse", a_contact(ContactKind.EMAIL, "a@example.com"))
    position = an_entry(
        "Nurse",
        "Clinic",
        "Bristol",
        "2016 - 2019",
        text="A ward.",
        bullets=("One.", "Two."),
        details=("2:1",),
    )
    return a_document(
        paragraphs("Summary", "First.", "Second."),
        entries("Experience", position),
        skills("Skills", Wards=("Triage", "Handover")),
        bullets("Awards", "A prize."),
        header=header,
    )


STAYING = {"/header/name", "/sections/1/entries/0/title"}
EVERY = [pointer for pointer, _ in lines_of(a_rich_document())]


@pytest.mark.parametrize("pointer", EVERY)
def test_one_line_is_taken_out_and_no_other(pointer: str) -> None:
    content = a_rich_document()
    texts = [line.text for _, line in lines_of(content)]
    taken = dict(lines_of(content))[pointer].text

    left = [line.text for _, line in lines_of(without(content, {pointer}))]

    assert left == texts if pointer in STAYING else [text for text in texts if text != taken]


def test_what_is_empty_then_goes_too() -> None:
    content = without(
        a_rich_document(),
        {"/sections/2/groups/0/items/0", "/sections/2/groups/0/items/1", "/sections/3/bullets/0"},
    )

    assert [section.title for section in content.sections] == ["Summary", "Experience"]


def test_nothing_to_take_out_changes_nothing() -> None:
    assert without(a_rich_document(), set()) == a_rich_document()

import pytest

from app.domain.documents.content import DocumentContent
from app.domain.documents.ports import ExtractedText, FileFacts, Format
from app.domain.documents.readback import FieldKind, ReadBackReceipt, fields_of, read_back
from tests.builders.documents import a_document, a_header, an_entry, bullets, entries, paragraphs, skills

PAINTED = "Painted the north pier twice."
COUNTED = "Counted 4,000 bolts and signed for each."


def a_resume() -> DocumentContent:
    return a_document(
        paragraphs("Summary", "Keeps piers upright."),
        entries(
            "Experience",
            an_entry("Pier Warden", "Port of Vik", "Vik", "2019 - 2024", bullets=(PAINTED, COUNTED)),
        ),
        skills("Skills", Crafts=("rope", "paint")),
        bullets("Awards", "Golden Bollard 2021"),
        header=a_header("Siv Aune", "Warden"),
    )


def text_of(content: DocumentContent) -> str:
    return "\n".join(field.text for field in fields_of(content))


def receipt_for(*texts: str, content: DocumentContent | None = None) -> ReadBackReceipt:
    read = [ExtractedText(f"reader {n}", (text,)) for n, text in enumerate(texts)]
    return read_back(content or a_resume(), read)


def test_a_file_that_gives_everything_back_has_full_recall_in_order() -> None:
    receipt = receipt_for(text_of(a_resume()))

    assert receipt.version == 2
    assert receipt.recall == 1.0
    assert receipt.in_order
    assert receipt.complete


def test_fields_come_in_reading_order_with_the_section_titles_between() -> None:
    kinds = [field.kind for field in fields_of(a_resume())]

    assert kinds == [
        FieldKind.NAME,
        FieldKind.HEADLINE,
        FieldKind.SECTION,
        FieldKind.PARAGRAPH,
        FieldKind.SECTION,
        FieldKind.TITLE,
        FieldKind.ORGANIZATION,
        FieldKind.LOCATION,
        FieldKind.DATES,
        FieldKind.BULLET,
        FieldKind.BULLET,
        FieldKind.SECTION,
        FieldKind.SKILL_GROUP,
        FieldKind.SKILL,
        FieldKind.SKILL,
        FieldKind.SECTION,
        FieldKind.BULLET,
    ]


def test_sections_without_lines_are_fields_too() -> None:
    content = a_document(paragraphs("First"), paragraphs("Second", "Words."), paragraphs("Third"))

    titles = [field.text for field in fields_of(content) if field.kind is FieldKind.SECTION]

    assert titles == ["First", "Second", "Third"]


def test_a_removed_bullet_is_a_loss_named_with_its_reader() -> None:
    whole = text_of(a_resume())

    receipt = receipt_for(whole, whole.replace(PAINTED, ""))

    assert [(loss.extractor, loss.text, loss.misplaced) for loss in receipt.losses] == [
        ("reader 1", PAINTED, False)
    ]
    assert receipt.losses[0].pointer == "/sections/1/entries/0/bullets/0"
    assert receipt.readings[0].recall == 1.0
    assert receipt.readings[1].recall == pytest.approx(16 / 17, abs=1e-4)
    assert receipt.recall < 1.0
    assert receipt.in_order


def test_recall_is_told_for_each_kind() -> None:
    receipt = receipt_for(text_of(a_resume()).replace(PAINTED, ""))

    found = {kind.kind: (kind.found, kind.total) for kind in receipt.readings[0].kinds}

    assert found[FieldKind.BULLET] == (2, 3)
    assert found[FieldKind.NAME] == (1, 1)
    assert FieldKind.CONTACT not in found


def test_two_bullets_that_changed_places_are_out_of_order_but_not_lost() -> None:
    whole = text_of(a_resume())
    swapped = whole.replace(PAINTED, "@").replace(COUNTED, PAINTED).replace("@", COUNTED)

    receipt = receipt_for(swapped)

    assert not receipt.in_order
    assert receipt.recall == 1.0
    assert [loss.misplaced for loss in receipt.losses] == [True]


def test_a_bullet_that_lost_a_word_is_lost() -> None:
    receipt = receipt_for(text_of(a_resume()).replace("4,000 bolts", "bolts"))

    assert [loss.text for loss in receipt.losses] == [COUNTED]


def test_a_twin_does_not_stand_in_for_a_lost_bullet() -> None:
    content = a_document(bullets("Twice", PAINTED, COUNTED, PAINTED))
    whole = text_of(content)
    once = whole.replace(PAINTED, "", 1)

    receipt = receipt_for(once, content=content)

    assert [(loss.text, loss.misplaced) for loss in receipt.losses] == [(PAINTED, False)]
    assert receipt.in_order


def test_a_word_within_another_statement_does_not_stand_in_for_a_lost_skill() -> None:
    content = a_document(
        skills("Skills", Crafts=("rope", "paint")), bullets("More", "Can paint with a rope in hand.")
    )
    without = text_of(content).replace("paint\nMore", "\nMore")

    receipt = receipt_for(without, content=content)

    assert [(loss.kind, loss.text) for loss in receipt.losses] == [(FieldKind.SKILL, "paint")]


def test_a_receipt_without_readers_claims_nothing() -> None:
    receipt = read_back(a_resume(), [])

    assert receipt.recall == 0.0
    assert not receipt.in_order


def test_the_same_readings_give_the_same_receipt() -> None:
    text = text_of(a_resume()).replace(PAINTED, "")

    assert receipt_for(text) == receipt_for(text)


def test_a_file_that_gives_back_too_little_is_marked_with_what_it_lost() -> None:
    whole = text_of(a_resume())
    assert receipt_for(whole).warning is None

    warning = receipt_for(whole.replace(PAINTED, "").replace("rope", "")).warning

    assert warning == "Only 88.2% of it is read back from the file. Lost: bullet (1), skill (1)."


def test_a_file_that_gives_back_enough_is_not_marked() -> None:
    many = a_document(bullets("Awards", *(f"Award number {n} of the harbour" for n in range(200))))
    receipt = receipt_for(text_of(many).replace("Award number 7 of the harbour", ""), content=many)

    assert not receipt.complete
    assert receipt.warning is None


def test_a_file_in_another_order_is_marked_though_all_of_it_is_there() -> None:
    whole = text_of(a_resume())
    receipt = receipt_for(whole.replace(f"{PAINTED}\n", "") + f"\n{PAINTED}")

    assert receipt.recall == 1.0
    assert "another order" in (receipt.warning or "")
    assert PAINTED in (receipt.warning or "")


def test_the_receipt_tells_the_file_and_the_order_that_were_read() -> None:
    facts = FileFacts(format=Format.TEXT, size=9)
    read = ExtractedText("one", (text_of(a_resume()),), facts)

    receipt = read_back(a_resume(), [ExtractedText("other", read.pages), read], [0, 1, 2, 3])

    assert receipt.file == facts
    assert receipt.order == (0, 1, 2, 3)

"""Letters in every format show every line in order, and read back whole from the PDF."""

import json
from collections.abc import Callable
from dataclasses import asdict

import pytest

from app.domain.documents.ats import ats_score
from app.domain.documents.content import DocumentContent, lines_of
from app.domain.documents.ports import Layout, Paper
from app.domain.documents.printable import printable
from app.domain.documents.readback import FieldKind, fields_of, read_back
from app.infrastructure.extraction.pdfium import read_with_pdfium
from app.infrastructure.extraction.pypdf import read_with_pypdf
from app.infrastructure.looks import LOOKS
from app.infrastructure.pdf.flow import blocks_of
from app.infrastructure.pdf.generator import render_pdf
from app.infrastructure.pdf.template import design_for
from app.infrastructure.pdf.typefaces import Ink
from app.infrastructure.text.json import to_json
from app.infrastructure.text.plain import to_text
from tests.builders.careers import a_backend_engineer, a_nurse, an_accountant, an_electrician
from tests.builders.letters import a_letter, a_plain_letter, a_sender, an_occasion
from tests.contract.printing import receipt_for
from tests.contract.test_renderers import SHOWN

_LONG = "A sentence that is long enough to need two rows of a page, and that says nothing else at all. "
EVERY_LETTER: dict[str, Callable[[], DocumentContent]] = {
    "english": lambda: a_letter(a_nurse()),
    "german": lambda: a_letter(an_accountant(), language="de"),
    "french": lambda: a_letter(an_electrician(), language="fr"),
    "spanish": lambda: a_letter(a_backend_engineer(), language="es"),
    "with a sender": lambda: a_letter(a_nurse(), occasion=an_occasion(sender=a_sender())),
    "without an employer": lambda: a_letter(a_nurse(), occasion=an_occasion(company=None)),
    "two pages": lambda: a_plain_letter(
        *((f"Paragraph {n}. {_LONG * 3}", f"Its end is number {n}.") for n in range(16))
    ),
    "marks": lambda: a_plain_letter(("1. *Not* a list.", "# no heading, <b>no</b> markup & no `code`.")),
    "abroad": lambda: a_plain_letter(
        ("Żółć w Łodzi über Ærøskøbing.", "Ελληνικά και кириллица."), language="pl"
    ),
}


@pytest.mark.parametrize("template", LOOKS)
@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("make", EVERY_LETTER.values(), ids=EVERY_LETTER.keys())
def test_every_letter_reads_back_whole_and_in_order(
    make: Callable[[], DocumentContent], paper: Paper, template: str
) -> None:
    content = make()
    data = render_pdf(content, Layout(template=template, paper=paper)).data

    receipt = read_back(content, [read_with_pdfium(data), read_with_pypdf(data)])

    assert receipt.losses == ()
    assert (receipt.recall, receipt.in_order) == (1.0, True)
    kinds = {kind.kind for kind in receipt.readings[0].kinds}
    assert {FieldKind.NAME, FieldKind.DATE, FieldKind.RECIPIENT, FieldKind.SALUTATION} <= kinds
    assert {FieldKind.PARAGRAPH, FieldKind.CLOSING, FieldKind.SIGNATURE, FieldKind.CONTACT} - kinds <= {
        FieldKind.CONTACT
    }


@pytest.mark.parametrize("show", SHOWN.values(), ids=SHOWN.keys())
@pytest.mark.parametrize("make", EVERY_LETTER.values(), ids=EVERY_LETTER.keys())
def test_every_line_of_a_letter_appears_in_order(
    make: Callable[[], DocumentContent], show: Callable[[DocumentContent], str]
) -> None:
    shown, at = show(make()), 0
    for field in fields_of(make()):
        found = shown.find(printable(field.text), at)
        assert found >= 0, f"{field.pointer} is not where it should be"
        at = found + len(printable(field.text))


def test_a_paragraph_is_one_line_of_plain_text() -> None:
    letter = a_letter(a_nurse())
    rows = to_text(letter).splitlines()

    assert letter.letter
    for paragraph in letter.letter.paragraphs:
        assert " ".join(line.text for line in paragraph.sentences) in rows


def test_a_letter_of_the_usual_length_is_one_page() -> None:
    for make in (a_nurse, an_accountant, an_electrician, a_backend_engineer):
        assert render_pdf(a_letter(make()), Layout()).pages == 1


def test_closing_and_signature_stay_on_one_page() -> None:
    for length in range(12, 40):
        content = a_plain_letter(*((f"Paragraph {n} is short.",) for n in range(length)))

        pages = read_with_pypdf(render_pdf(content, Layout()).data).pages

        last = next(page for page in reversed(pages) if "Sincerely," in page)
        assert "Marta Lindqvist" in last.partition("Sincerely,")[2], length


def test_what_heads_a_letter_and_what_ends_it_is_kept_together() -> None:
    blocks = blocks_of(a_plain_letter(("One.",)), design_for(Layout()), 480, Ink())

    assert [block.keep_next for block in blocks[1:]] == [True] * 5 + [False, True, False]


def test_json_is_the_letter_with_its_sources() -> None:
    content = a_letter(a_nurse())

    assert json.loads(to_json(content)) == json.loads(json.dumps(asdict(content), default=str))


def test_every_line_of_a_letter_has_a_place_of_its_own() -> None:
    content = a_letter(a_nurse())

    pointers = [pointer for pointer, _ in lines_of(content)]

    assert len(pointers) == len(set(pointers))
    found = json.loads(to_json(content))
    for pointer, line in lines_of(content):
        node = found
        for step in pointer.split("/")[1:]:
            node = node[int(step)] if isinstance(node, list) else node[step]
        assert node["text"] == line.text


def test_the_ats_score_of_a_letter_has_rules_of_its_own() -> None:
    content = a_letter(a_nurse())
    receipt = ats_score(content, keywords=["Triage", "Cobol"], read=receipt_for(content, Layout()))

    judged = {rule.rule for rule in receipt.rules}
    assert {"keywords", "letter-parts", "contact-email", "length-letter", "read-back", "order"} <= judged
    assert judged.isdisjoint({"section-career", "section-skills", "dates-present", "length-words"})
    assert receipt.keywords_found == ("Triage",)

"""The file around the text: fonts, links, outline, metadata; and what it does with what it cannot draw."""

import hashlib
import subprocess
import sys
from io import BytesIO

import pypdf
import pypdfium2
import pytest
from pypdfium2 import PdfTextObj

from app.domain.documents.content import ContactKind, DocumentContent
from app.domain.documents.errors import ContentNotRenderable
from app.domain.documents.ports import Layout
from app.infrastructure.cpu import CpuDoor
from app.infrastructure.extraction.pdfium import read_with_pdfium
from app.infrastructure.pdf.generator import ReportLabPDF, render_pdf
from tests.builders.documents import a_contact, a_document, a_header, an_entry, bullets, entries, paragraphs
from tests.builders.resumes import one_page, two_pages
from tests.builders.resumes_abroad import cyrillic


def opened(content: DocumentContent) -> pypdf.PdfReader:
    return pypdf.PdfReader(BytesIO(render_pdf(content, Layout()).data))


def links(reader: pypdf.PdfReader) -> list[str]:
    notes = [note.get_object() for page in reader.pages for note in page.get("/Annots", [])]
    return [str(note["/A"]["/URI"]) for note in notes]


async def test_the_generator_draws_behind_the_door() -> None:
    async with CpuDoor(workers=1) as door:
        rendered = await ReportLabPDF(door).render(two_pages(), Layout())

    assert rendered == render_pdf(two_pages(), Layout())
    assert rendered.pages == 2
    assert rendered.notes == ()


async def test_every_listed_template_can_be_drawn() -> None:
    async with CpuDoor(workers=1) as door:
        generator = ReportLabPDF(door)
        for template in generator.templates():
            assert template.name
            assert template.description
            assert (await generator.render(one_page(), Layout(template=template.id))).pages == 1


def test_a_template_that_we_lack_is_refused_in_plain_words() -> None:
    with pytest.raises(ContentNotRenderable, match="no template called 'baroque'"):
        render_pdf(one_page(), Layout(template="baroque"))


def test_a_content_of_too_many_pages_is_refused() -> None:
    with pytest.raises(ContentNotRenderable, match="100 are the most"):
        render_pdf(a_document(bullets("Endless", *("So it went on." for _ in range(6000)))), Layout())


def test_the_same_content_gives_the_same_bytes() -> None:
    assert render_pdf(cyrillic(), Layout()).data == render_pdf(cyrillic(), Layout()).data


def test_another_process_gives_the_same_bytes() -> None:
    program = (
        "import hashlib; from app.domain.documents.ports import Layout; "
        "from app.infrastructure.pdf.generator import render_pdf; "
        "from tests.builders.resumes import two_pages; "
        "print(hashlib.sha256(render_pdf(two_pages(), Layout()).data).hexdigest())"
    )

    other = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": ":".join(sys.path), "PYTHONHASHSEED": "7"},
    )

    assert other.stdout.strip() == hashlib.sha256(render_pdf(two_pages(), Layout()).data).hexdigest()


def test_every_font_is_embedded_with_its_unicode_map() -> None:
    with pypdfium2.PdfDocument(render_pdf(cyrillic(), Layout()).data) as pdf:
        fonts = {
            item.get_font() for page in pdf for item in page.get_objects() if isinstance(item, PdfTextObj)
        }
        assert {font.get_base_name() for font in fonts} == {"Carlito", "Carlito-Bold"}
        assert all(font.is_embedded for font in fonts)


def test_no_font_is_named_that_is_not_embedded() -> None:
    assert b"Helvetica" not in render_pdf(two_pages(), Layout()).data


def test_the_file_says_whose_it_is_and_in_what_language() -> None:
    reader = opened(two_pages())

    assert reader.metadata is not None
    assert reader.metadata.title == "Marta Lindqvist - Senior Data Engineer"
    assert reader.metadata.author == "Marta Lindqvist"
    assert str(reader.root_object["/Lang"]) == "en"


def test_the_outline_lists_the_sections() -> None:
    reader = opened(two_pages())

    titles = [item.title for item in reader.outline if isinstance(item, pypdf.generic.Destination)]

    assert titles == [section.title for section in two_pages().sections]


def test_contacts_and_projects_can_be_clicked() -> None:
    assert links(opened(two_pages())) == [
        "mailto:marta.lindqvist@post.example",
        "tel:+49405550147",
        "https://marta-lindqvist.example",
        "https://code.example/marta",
        "https://tidewatch.example",
    ]


def test_only_safe_addresses_can_be_clicked() -> None:
    header = a_header("Eve", None, a_contact(ContactKind.LINK, "click me", "javascript:alert(1)"))
    content = a_document(entries("Work", an_entry("Owner", url="file:///etc/passwd")), header=header)

    assert links(opened(content)) == []


def test_characters_that_no_font_has_are_left_out_and_said() -> None:
    content = a_document(paragraphs("Summary", "Ships 🚀 code 🚀 from पुणे every day."))

    rendered = render_pdf(content, Layout())

    assert rendered.notes == (
        "No embedded font has ण (U+0923 DEVANAGARI LETTER NNA): left out.",
        "No embedded font has प (U+092A DEVANAGARI LETTER PA): left out.",
        "No embedded font has ु (U+0941 DEVANAGARI VOWEL SIGN U): left out.",
        "No embedded font has े (U+0947 DEVANAGARI VOWEL SIGN E): left out.",
        "No embedded font has 🚀 (U+1F680 ROCKET): left out 2 times.",
    )
    assert "Ships code from every day." in read_with_pdfium(rendered.data).pages[0]


def test_symbols_that_the_text_font_lacks_come_from_the_stand_in() -> None:
    rendered = render_pdf(a_document(paragraphs("Summary", "Rated ★★★ → worth 5 ₽ or 7 ₺.")), Layout())

    assert rendered.notes == ()
    assert "Rated ★★★ → worth 5 ₽ or 7 ₺." in read_with_pdfium(rendered.data).pages[0]


def test_a_name_that_no_font_has_still_gives_a_file() -> None:
    rendered = render_pdf(a_document(header=a_header("पुणे")), Layout())

    assert rendered.pages == 1
    assert len(rendered.notes) == 4


@pytest.mark.parametrize(
    "text",
    [
        "\x00\x07\x1b[31m",
        "\u202egnp.exe",
        "\ud800",
        "x" * 10_000,
        "א" * 3_000,
        "ב\u05b7" * 600,
        "لا" * 1_500,
        "語" * 3_000,
        "한" * 3_000,
        "q\u0323\u0302" * 600,
        "\u0301\u0301",
        "\u064b",
        "a" * 400 + "א" * 400 + "(" * 400,
        "\u0661" * 500,
        "(unbalanced \\ (parens",
        "",
        " ",
        "\u00ad",
    ],
)
def test_hostile_texts_neither_crash_nor_reach_the_file(text: str) -> None:
    content = a_document(
        paragraphs("Summary", text),
        entries(text, an_entry(text, text, text, text, text=text, bullets=(text, text), details=(text,))),
        header=a_header(text, text, a_contact(ContactKind.EMAIL, text)),
    )

    shown = "".join(read_with_pdfium(render_pdf(content, Layout()).data).pages)

    assert not set(shown) & set("\x00\x07\x1b\u202e\ud800")

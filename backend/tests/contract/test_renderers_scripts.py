"""Word and HTML are told which way a document runs, in what fonts, and which words go against it."""

import re
from collections.abc import Callable
from io import BytesIO
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn

from app.domain.documents.content import DocumentContent
from app.domain.documents.ports import Layout
from app.domain.documents.readback import read_back
from app.infrastructure.docx.renderer import to_docx
from app.infrastructure.extraction.docx import read_docx
from app.infrastructure.text.html import to_html
from tests.builders.documents import a_document, a_header, paragraphs
from tests.builders.resumes import two_pages
from tests.builders.resumes_scripts import (
    OF_EVERY_SCRIPT,
    arabic,
    hebrew,
    japanese,
    korean,
    traditional_chinese,
)


def opened(content: DocumentContent) -> Any:
    return docx.Document(BytesIO(to_docx(content, Layout())))


def runs(content: DocumentContent, text: str) -> list[tuple[str, bool]]:
    """Of the paragraph that holds the text: each run, and whether it is marked as running leftwards."""
    (paragraph,) = [p for p in opened(content).paragraphs if text in p.text]
    found = paragraph._p.iter(qn("w:r"))
    return [(r.text, r.rPr is not None and r.rPr.find(qn("w:rtl")) is not None) for r in found]


@pytest.mark.parametrize("make", OF_EVERY_SCRIPT.values(), ids=OF_EVERY_SCRIPT.keys())
def test_a_word_document_of_every_script_reads_back(make: Callable[[], DocumentContent]) -> None:
    content = make()

    assert read_back(content, [read_docx(to_docx(content, Layout()))]).losses == ()


@pytest.mark.parametrize("make", [hebrew, arabic])
def test_the_styles_of_a_leftward_document_run_leftwards(make: Callable[[], DocumentContent]) -> None:
    document = opened(make())

    for name in ("Normal", "Title", "Heading 1", "Heading 2", "List Bullet", "Resume Place"):
        assert document.styles[name].element.pPr.find(qn("w:bidi")) is not None
    language = document.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}")
    assert language.get(qn("w:bidi")) == make().language


@pytest.mark.parametrize(("make", "side"), [(hebrew, "right"), (two_pages, "left")])
def test_a_headings_bar_stands_where_its_document_begins(
    make: Callable[[], DocumentContent], side: str
) -> None:
    layout = Layout(template="modern")
    heading = docx.Document(BytesIO(to_docx(make(), layout))).styles["Heading 1"].element
    page = to_html(make(), layout)

    assert [border.tag for border in heading.find(f".//{qn('w:pBdr')}")] == [qn(f"w:{side}")]
    assert "border-inline-start:" in page
    assert not re.search(r"border-(left|right)|(padding|margin)-(left|right)|text-align: (left|right)", page)


def test_other_documents_run_as_they_did() -> None:
    document = opened(two_pages())

    assert document.styles["Normal"].element.find(f".//{qn('w:bidi')}") is None
    assert not list(document.element.body.iter(qn("w:rtl")))


def test_words_that_go_against_the_document_are_runs_of_their_own() -> None:
    text = "ניהלתי את Acme Systems משנת 2019."
    content = a_document(paragraphs("", text), header=a_header("א"), language="he")

    assert runs(content, "Acme") == [
        ("ניהלתי את ", True),
        ("Acme Systems", False),
        (" משנת ", True),
        ("2019", False),
        (".", True),
    ]


def test_a_leftward_name_within_an_english_document_is_marked() -> None:
    content = a_document(paragraphs("", "Reported to דנה לוי (Haifa)."))

    assert runs(content, "Reported") == [("Reported to ", False), ("דנה לוי", True), (" (Haifa).", False)]


def test_letters_of_complex_scripts_have_the_size_and_weight_of_the_others() -> None:
    style = opened(hebrew()).styles["Title"].element.rPr

    assert style.find(qn("w:szCs")).get(qn("w:val")) == style.find(qn("w:sz")).get(qn("w:val")) == "48"
    assert style.find(qn("w:bCs")) is not None
    assert style.find(qn("w:rFonts")).get(qn("w:cs")) == "Arial"


@pytest.mark.parametrize(
    ("make", "font", "tag"),
    [
        (japanese, "Yu Gothic", "ja"),
        (korean, "Malgun Gothic", "ko"),
        (traditional_chinese, "Microsoft YaHei", "zh-TW"),
    ],
)
def test_east_asian_documents_name_their_font_and_language(
    make: Callable[[], DocumentContent], font: str, tag: str
) -> None:
    document = opened(make())
    language = document.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}")

    assert document.styles["Normal"].element.rPr.find(qn("w:rFonts")).get(qn("w:eastAsia")) == font
    assert language.get(qn("w:eastAsia")) == tag


def test_a_page_says_which_way_it_runs() -> None:
    assert '<html lang="he" dir="rtl">' in to_html(hebrew())
    assert '<html lang="ar" dir="rtl">' in to_html(arabic())
    assert '<html lang="ja">' in to_html(japanese())
    assert "margin-left: auto" not in to_html(hebrew())

"""Every format but PDF shows every line, in order."""

import json
from collections.abc import Callable
from dataclasses import asdict
from html.parser import HTMLParser
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from markdown_it import MarkdownIt

from app.domain.documents.content import DocumentContent, lines_of
from app.domain.documents.ports import IDocumentRenderer, Layout, Paper
from app.domain.documents.printable import printable
from app.domain.documents.readback import fields_of
from app.infrastructure.cpu import CpuDoor
from app.infrastructure.docx.renderer import DocxRenderer, to_docx
from app.infrastructure.extraction.docx import read_docx
from app.infrastructure.text.html import HtmlRenderer, to_html
from app.infrastructure.text.json import JsonRenderer, to_json
from app.infrastructure.text.json_resume import JsonResumeRenderer
from app.infrastructure.text.markdown import MarkdownRenderer, to_markdown
from app.infrastructure.text.plain import TextRenderer, to_text
from tests.builders.documents import a_document, a_header, an_entry, bullets, entries, skills
from tests.builders.resumes import EVERY_RESUME, one_page, two_pages


class _Texts(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def shown_by_html(html: str) -> str:
    parser = _Texts()
    parser.feed(html.partition("<body>")[2])
    return "".join(parser.texts)


def shown_by_markdown(content: DocumentContent) -> str:
    return shown_by_html("<body>" + MarkdownIt("commonmark", {"html": True}).render(to_markdown(content)))


def shown_by_docx(content: DocumentContent) -> str:
    return "\n".join(read_docx(to_docx(content, Layout())).pages)


SHOWN: dict[str, Callable[[DocumentContent], str]] = {
    "text": to_text,
    "html": lambda content: shown_by_html(to_html(content)),
    "markdown": shown_by_markdown,
    "docx": shown_by_docx,
}


@pytest.mark.parametrize("show", SHOWN.values(), ids=SHOWN.keys())
@pytest.mark.parametrize("make", EVERY_RESUME.values(), ids=EVERY_RESUME.keys())
def test_every_line_appears_in_order(
    make: Callable[[], DocumentContent], show: Callable[[DocumentContent], str]
) -> None:
    shown, at = show(make()), 0
    for field in fields_of(make()):
        text = printable(field.text)
        found = shown.find(text.upper() if field.kind == "section" and show is to_text else text, at)
        assert found >= 0, f"{field.pointer} is not where it should be"
        at = found + len(field.text)


@pytest.mark.parametrize("make", EVERY_RESUME.values(), ids=EVERY_RESUME.keys())
def test_plain_text_keeps_every_statement_on_one_line(make: Callable[[], DocumentContent]) -> None:
    rows = to_text(make()).splitlines()

    assert all(any(line.text in row for row in rows) for _, line in lines_of(make()))


@pytest.mark.parametrize("make", EVERY_RESUME.values(), ids=EVERY_RESUME.keys())
def test_json_is_the_content_with_its_sources(make: Callable[[], DocumentContent]) -> None:
    assert json.loads(to_json(make())) == json.loads(json.dumps(asdict(make()), default=str))


def test_json_keeps_the_order_of_the_model() -> None:
    content = json.loads(to_json(one_page()))

    assert list(content) == ["language", "header", "sections", "letter"]
    assert list(content["header"]["name"]) == ["text", "sources"]
    assert list(content["header"]["name"]["sources"][0]) == ["kind", "id", "field"]


async def test_every_renderer_gives_the_same_bytes_twice() -> None:
    async with CpuDoor(workers=1) as door:
        renderers: list[IDocumentRenderer] = [
            MarkdownRenderer(),
            HtmlRenderer(),
            TextRenderer(),
            JsonRenderer(),
            JsonResumeRenderer(),
            DocxRenderer(door),
        ]
        for renderer in renderers:
            first = await renderer.render(two_pages(), Layout())
            assert first == await renderer.render(two_pages(), Layout())
            assert len(first) > 2000


def test_a_word_document_has_real_headings_and_lists() -> None:
    document = docx.Document(BytesIO(to_docx(two_pages(), Layout())))
    of_style: dict[str, list[str]] = {}
    for paragraph in document.paragraphs:
        assert paragraph.style is not None
        of_style.setdefault(str(paragraph.style.name), []).append(paragraph.text)

    assert of_style["Title"] == ["Marta Lindqvist"]
    assert of_style["Heading 1"] == [section.title for section in two_pages().sections]
    assert of_style["Heading 2"][:2] == ["Senior Data Engineer", "Data Analyst"]
    assert "English (C1)" in of_style["List Bullet"]
    assert document.tables == []


@pytest.mark.parametrize(("paper", "width"), [(Paper.A4, 210), (Paper.LETTER, 216)])
def test_a_word_document_has_the_size_of_the_paper(paper: Paper, width: int) -> None:
    section = docx.Document(BytesIO(to_docx(one_page(), Layout(paper=paper)))).sections[0]

    assert section.page_width is not None
    assert round(section.page_width.mm) == width


def test_a_word_document_says_whose_it_is_and_in_what_language() -> None:
    properties = docx.Document(BytesIO(to_docx(two_pages(), Layout()))).core_properties

    assert (properties.title, properties.author, properties.language) == (
        "Marta Lindqvist",
        "Marta Lindqvist",
        "en",
    )


def test_a_word_document_remembers_no_hour() -> None:
    with ZipFile(BytesIO(to_docx(one_page(), Layout()))) as packed:
        assert {part.date_time for part in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize("show", SHOWN.values(), ids=SHOWN.keys())
def test_nothing_but_a_name_is_enough(show: Callable[[DocumentContent], str]) -> None:
    assert show(a_document(header=a_header("Ines Duarte"))).strip() == "Ines Duarte"


@pytest.mark.parametrize("show", SHOWN.values(), ids=SHOWN.keys())
def test_what_is_empty_leaves_no_trace(show: Callable[[DocumentContent], str]) -> None:
    content = a_document(
        entries("", an_entry(" ", " ", " ", " ", bullets=("", "\u200b"), details=("",))),
        skills("", **{" ": ("",)}),
        bullets("", ""),
    )

    assert show(content).strip() == "Marta Lindqvist"

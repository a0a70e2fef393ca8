"""Foreign text stays text: no markup, no script, no address but a page, a mail or a call."""

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from io import BytesIO
from typing import Any
from xml.etree.ElementTree import fromstring
from zipfile import ZipFile

import pypdf
import pytest
from lxml import etree
from markdown_it import MarkdownIt
from markdown_it.token import Token

from app.domain.documents.content import lines_of
from app.domain.documents.ports import Layout
from app.domain.documents.printable import printable
from app.infrastructure.docx.renderer import to_docx
from app.infrastructure.extraction.docx import read_docx
from app.infrastructure.extraction.pdfium import read_with_pdfium
from app.infrastructure.looks import LOOKS
from app.infrastructure.pdf.generator import render_pdf
from app.infrastructure.pdf.typefaces import Ink
from app.infrastructure.text.html import to_html
from app.infrastructure.text.json import to_json
from app.infrastructure.text.json_resume import to_json_resume
from app.infrastructure.text.markdown import to_markdown
from app.infrastructure.text.plain import to_text
from tests.builders.documents import a_document, bullets
from tests.contract.hostile import ADDRESSES, PAYLOADS, SAFE, a_full_document, each_alone, filled
from tests.contract.tagged import Tagged

LINES = len(list(lines_of(a_full_document())))
TITLES = len(a_full_document().sections)
LINKS = 6
"""Of the full document: four contacts and two entries."""
SHORT = [text for text in PAYLOADS if len(printable(text)) < 1_000]


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.addresses: list[str] = []
        self.texts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes.update(name for name, _ in attrs)
        self.addresses.extend(value or "" for name, value in attrs if name in ("href", "src"))

    def handle_comment(self, data: str) -> None:
        self.tags.add("comment")

    def handle_pi(self, data: str) -> None:
        self.tags.add("instruction")

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def parsed(html: str) -> _Tags:
    tags = _Tags()
    tags.feed(html)
    return tags


_TAGS = {"html", "head", "meta", "title", "style", "body", "main", "header", "section", "article"}
_TAGS |= {"h1", "h2", "h3", "p", "ul", "li", "span", "strong", "a"}
_ATTRIBUTES = {"lang", "dir", "charset", "http-equiv", "content", "name", "class"}
# Whatever a parser makes of the rest: where no other `<` stands, there is no other tag.
_OURS = re.compile(r'<!DOCTYPE html>|</?[a-z]+[1-3]?(?: [a-z-]+="[^"<>]*")*>')


@pytest.mark.parametrize("text", PAYLOADS)
def test_html_shows_markup_as_text(text: str) -> None:
    html = to_html(filled(text))
    page = parsed(html)

    assert page.tags <= _TAGS
    assert page.attributes <= _ATTRIBUTES
    assert "<" not in _OURS.sub("", html)
    assert "".join(page.texts).count(printable(text)) >= LINES + TITLES


@pytest.mark.parametrize("text", SHORT)
def test_another_parser_of_html_sees_the_same(text: str) -> None:
    page = etree.fromstring(to_html(filled(text)), etree.HTMLParser())

    assert {str(each.tag) for each in page.iter()} <= _TAGS
    assert {str(name) for each in page.iter() for name in each.attrib} <= _ATTRIBUTES
    assert "".join(page.itertext()).count(printable(text)) >= LINES + TITLES


def links_in_markdown(markdown: str) -> list[str]:
    return [str(token.attrs["href"]) for token in inline(markdown) if token.type == "link_open"]


@pytest.mark.parametrize("url", ADDRESSES)
def test_no_format_links_to_what_could_do_harm(url: str) -> None:
    content = filled("click", url)

    assert parsed(to_html(content)).addresses == []
    assert links_in_markdown(to_markdown(content)) == []
    assert outside(to_docx(content, Layout())) == []
    assert links_in_pdf(render_pdf(content, Layout()).data) == []
    assert url not in to_text(content)


@pytest.mark.parametrize(
    "url", ["https://a.example/x?y=(1)&z=a;b#c", "mailto:a@b.example", "tel:+49405550147", "http://a.example"]
)
def test_what_is_safe_can_be_clicked_in_every_format(url: str) -> None:
    content = filled("click", url)

    assert parsed(to_html(content)).addresses == [url] * LINKS
    assert links_in_markdown(to_markdown(content)) == [url] * LINKS
    assert set(outside(to_docx(content, Layout()))) == {url}
    assert set(links_in_pdf(render_pdf(content, Layout()).data)) == {url}


def test_html_fetches_nothing_and_runs_nothing() -> None:
    html = to_html(filled("x", "https://a.example"))

    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', html)

    assert policy is not None
    assert policy[1].startswith("default-src 'none'; style-src 'sha256-")
    assert set(parsed(html).addresses) == {"https://a.example"}
    assert "url(" not in html
    assert "@import" not in html


def inline(markdown: str) -> list[Token]:
    tokens = MarkdownIt("gfm-like", {"html": True, "linkify": False}).parse(markdown)
    return tokens + [child for token in tokens for child in token.children or ()]


_ACTIVE = {"html_block", "html_inline", "image", "link_open", "fence", "code_block", "code_inline", "hr"}
_ACTIVE |= {"blockquote_open", "ordered_list_open", "table_open", "em_open", "s_open"}


def shape(tokens: list[Token]) -> list[str]:
    return [token.type for token in tokens if token.type not in ("inline", "text", "text_special")]


PLAIN = shape(inline(to_markdown(filled("x"))))


@pytest.mark.parametrize("text", PAYLOADS)
def test_markdown_shows_markup_as_text(text: str) -> None:
    tokens = inline(to_markdown(filled(text)))
    shown = "\n".join(
        "".join(child.content for child in token.children or ()) for token in tokens if token.type == "inline"
    )

    assert shape(tokens) == PLAIN
    assert shown.count(printable(text)) >= LINES + TITLES


@pytest.mark.parametrize("text", SHORT)
def test_markdown_shows_it_as_text_wherever_it_stands(text: str) -> None:
    for content in each_alone(text):
        tokens = inline(to_markdown(content))

        assert not _ACTIVE & {token.type for token in tokens} - {"link_open"}
        assert set(links_in_markdown(to_markdown(content))) == {"https://a.example"}
        assert printable(text) in "\n".join(
            "".join(child.content for child in token.children or ())
            for token in tokens
            if token.type == "inline"
        )


_HYPERLINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
_FIELDS = ("instrText", "fldSimple", "fldChar", "object", "control", "altChunk", "pict", "drawing", "subDoc")


def outside(data: bytes) -> list[str]:
    """What a Word document refers to outside itself; none but what a click opens."""
    found: list[str] = []
    with ZipFile(BytesIO(data)) as packed:
        for name in packed.namelist():
            if name.endswith(".rels"):
                for each in fromstring(packed.read(name)):
                    if each.attrib.get("TargetMode") == "External":
                        assert each.attrib["Type"] == _HYPERLINK
                        found.append(each.attrib["Target"])
    return found


@pytest.mark.parametrize("text", PAYLOADS)
def test_word_shows_markup_as_text(text: str) -> None:
    data = to_docx(filled(text), Layout())

    with ZipFile(BytesIO(data)) as packed:
        parts = [fromstring(packed.read(n)) for n in packed.namelist() if n.endswith((".xml", ".rels"))]
        assert not any("macro" in name.lower() or name.endswith(".bin") for name in packed.namelist())
    elements = {each.tag.rpartition("}")[2] for part in parts for each in part.iter()}
    assert not elements & set(_FIELDS)
    assert outside(data) == []
    assert read_docx(data).pages[0].count(printable(text)) >= LINES + TITLES


_ALIVE = {
    "/JS",
    "/JavaScript",
    "/Launch",
    "/EmbeddedFile",
    "/EmbeddedFiles",
    "/OpenAction",
    "/AA",
    "/Filespec",
}
_ALIVE |= {
    "/RichMedia",
    "/GoToR",
    "/GoToE",
    "/SubmitForm",
    "/ImportData",
    "/AcroForm",
    "/XFA",
    "/FileAttachment",
}
_ALIVE |= {"/Rendition", "/Movie", "/Sound", "/Named", "/Collection", "/Encrypt"}


def names_in(thing: Any, seen: set[int]) -> Iterator[str]:
    """Every key and every name of a file's objects."""
    thing = thing.get_object() if hasattr(thing, "get_object") else thing
    if id(thing) in seen:
        return
    seen.add(id(thing))
    if isinstance(thing, dict):
        yield from (str(key) for key in thing)
        for value in thing.values():
            yield from names_in(value, seen)
    elif isinstance(thing, list):
        for each in thing:
            yield from names_in(each, seen)
    elif isinstance(thing, pypdf.generic.NameObject):
        yield str(thing)


def links_in_pdf(data: bytes) -> list[str]:
    reader = pypdf.PdfReader(BytesIO(data))
    notes = [note.get_object() for page in reader.pages for note in page.get("/Annots", [])]
    assert all(note["/Subtype"] == "/Link" and note["/A"]["/S"] == "/URI" for note in notes)
    return [str(note["/A"]["/URI"]) for note in notes]


@pytest.mark.parametrize("text", SHORT)
def test_pdf_shows_markup_as_text(text: str) -> None:
    rendered = render_pdf(filled(text), Layout())
    reader = pypdf.PdfReader(BytesIO(rendered.data))
    metadata: Any = reader.root_object["/Metadata"]

    assert not _ALIVE & set(names_in(reader.trailer, set()))
    assert links_in_pdf(rendered.data) == []
    assert Tagged(rendered.data).faults == []
    assert "".join(fromstring(metadata.get_object().get_data()).itertext()).count(Ink().text(text)) >= 2
    shown = squeezed("".join(read_with_pdfium(rendered.data).pages))
    assert shown.count(squeezed(Ink().text(text))) >= LINES + TITLES


@pytest.mark.parametrize("template", LOOKS)
def test_pdf_shows_what_overflows_every_field_and_goes_on(template: str) -> None:
    rendered = render_pdf(filled("x" * 500), Layout(template=template))
    shown = squeezed("".join(read_with_pdfium(rendered.data).pages))

    assert shown.lower().count("x" * 500) >= LINES + TITLES


def squeezed(text: str) -> str:
    return re.sub("[\\s\u200b\ufffe\u00a0]", "", text)


def test_a_bullet_of_ten_thousand_lines_is_one_statement_everywhere() -> None:
    content = a_document(bullets("Work", "\n".join(f"line {n}" for n in range(10_000)), "And then this."))
    whole = " ".join(f"line {n}" for n in range(10_000))

    assert f"<li>{whole}</li>\n<li>And" in to_html(content)
    assert f"- {whole}\n- And" in to_text(content)
    assert f"- {whole}\n- And" in to_markdown(content)
    assert whole in read_docx(to_docx(content, Layout())).pages[0]
    heard = Tagged(render_pdf(content, Layout()).data)
    assert [squeezed(part.text) for part in heard.document.all("LBody")] == [squeezed(whole), "Andthenthis."]


def test_links_of_every_format_begin_as_a_page_a_mail_or_a_call_does() -> None:
    content = filled("x", "https://a.example")

    found = [*parsed(to_html(content)).addresses, *outside(to_docx(content, Layout()))]
    assert all(address.startswith(SAFE) for address in found)


@pytest.mark.parametrize("text", PAYLOADS)
def test_plain_text_holds_no_controls(text: str) -> None:
    plain = to_text(filled(text))

    assert all(letter.isprintable() or letter in "\n\ue000\uf8ff\U000f0000" for letter in plain)
    assert plain.count(printable(text)) >= LINES


@pytest.mark.parametrize("text", PAYLOADS)
def test_json_can_be_pasted_anywhere(text: str) -> None:
    data = to_json(filled(text)).encode()

    assert not set(data.decode()) & set("<>&\x00\x07\x1b\u202e\u2066")
    assert json.loads(data)["header"]["name"]["text"] == text


@pytest.mark.parametrize("text", PAYLOADS)
def test_a_json_resume_can_be_pasted_anywhere_and_holds_no_controls(text: str) -> None:
    data = to_json_resume(filled(text))

    assert not set(data) & set("<>&\x00\x07\x1b\u202e\u2066")
    assert json.loads(data)["basics"].get("name", "") == printable(text)


@pytest.mark.parametrize("url", ADDRESSES)
def test_a_json_resume_names_no_address_that_could_do_harm(url: str) -> None:
    said = json.loads(to_json_resume(filled("x", url)))

    assert all(each["url"].startswith(SAFE) for each in said["basics"].get("profiles", []) if "url" in each)
    assert url.startswith(SAFE) or url not in json.dumps(said)

"""Foreign text stays text: no markup, no script, no address but a page, a mail or a call."""

import json
import re
from html.parser import HTMLParser
from io import BytesIO
from xml.etree.ElementTree import fromstring
from zipfile import ZipFile

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from app.domain.documents.content import ContactKind, DocumentContent
from app.domain.documents.ports import Layout
from app.domain.documents.printable import printable
from app.infrastructure.docx.renderer import to_docx
from app.infrastructure.extraction.docx import read_docx
from app.infrastructure.text.html import to_html
from app.infrastructure.text.json import to_json
from app.infrastructure.text.markdown import to_markdown
from app.infrastructure.text.plain import to_text
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

HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</style></title><svg onload=alert(1)>",
    "[click](javascript:alert(1))",
    "![see](https://tracker.example/p.png)",
    "<https://tracker.example>",
    "&lt;b&gt; &#60;i&#62; &amp;",
    "# not a heading",
    "- not a list",
    "+ not a list",
    "1. not a list",
    "2) not a list",
    "> not a quote",
    "---",
    "===",
    "***",
    "_no_ *stress* **at** `all` ~~here~~",
    "\\*escaped\\*",
    "[link]: https://tracker.example",
    "```",
    "~~~",
    '=HYPERLINK("https://tracker.example","x")',
    "{{ 7 * 7 }} ${7*7}",
    "]]> <!-- -->",
    "\x00\x08\x1b[31m bell\x07",
    "\u202egnp.exe\u2066",
    "lone \ud800 half",
    "two\nlines\r\nand # more",
    "x" * 10_000,
]
ADDRESSES = [
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:x",
    "file:///etc/passwd",
    'https://a.example/" onclick="alert(1)',
    "https://a.example/> <b>",
    "java\tscript:alert(1)",
]


def a_hostile_document(text: str, url: str | None = None) -> DocumentContent:
    return a_document(
        paragraphs(text, text),
        entries(text, an_entry(text, text, text, text, text=text, url=url, bullets=(text,), details=(text,))),
        skills(text, **{text: (text, text)}),
        bullets(text, text),
        header=a_header(text, text, a_contact(ContactKind.LINK, text, url)),
        language=text,
    )


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.addresses: set[str] = set()
        self.texts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes.update(name for name, _ in attrs)
        self.addresses.update(value or "" for name, value in attrs if name in ("href", "src"))

    def handle_comment(self, data: str) -> None:
        self.tags.add("comment")

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def parsed(html: str) -> _Tags:
    tags = _Tags()
    tags.feed(html)
    return tags


_TAGS = {"html", "head", "meta", "title", "style", "body", "main", "header", "section", "article"}
_TAGS |= {"h1", "h2", "h3", "p", "ul", "li", "span", "strong", "a"}


@pytest.mark.parametrize("text", HOSTILE)
def test_html_shows_markup_as_text(text: str) -> None:
    page = parsed(to_html(a_hostile_document(text)))

    assert page.tags <= _TAGS
    assert page.attributes <= {"lang", "dir", "charset", "http-equiv", "content", "name", "class"}
    assert printable(text) in "".join(page.texts)


@pytest.mark.parametrize("url", ADDRESSES)
def test_no_format_links_to_what_could_do_harm(url: str) -> None:
    content = a_hostile_document("click", url)

    assert parsed(to_html(content)).addresses == set()
    assert not any(token.type == "link_open" for token in inline(to_markdown(content)))
    assert hyperlinks(to_docx(content, Layout())) == []
    assert url not in to_text(content)


def test_html_fetches_nothing_and_runs_nothing() -> None:
    html = to_html(a_hostile_document("x", "https://a.example"))

    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', html)

    assert policy is not None
    assert policy[1].startswith("default-src 'none'; style-src 'sha256-")
    assert parsed(html).addresses == {"https://a.example"}
    assert "url(" not in html
    assert "@import" not in html


def inline(markdown: str) -> list[Token]:
    tokens = MarkdownIt("gfm-like", {"html": True, "linkify": False}).parse(markdown)
    return tokens + [child for token in tokens for child in token.children or ()]


@pytest.mark.parametrize("text", HOSTILE)
def test_markdown_shows_markup_as_text(text: str) -> None:
    tokens = inline(to_markdown(a_hostile_document(text)))
    kinds = {token.type for token in tokens}

    assert not kinds & {
        "html_block",
        "html_inline",
        "image",
        "link_open",
        "fence",
        "code_block",
        "code_inline",
    }
    assert not kinds & {"hr", "blockquote_open", "ordered_list_open", "table_open", "em_open", "s_open"}
    assert sum(token.type == "heading_open" for token in tokens) == 6
    assert sum(token.type == "list_item_open" for token in tokens) == 3
    shown = [
        "".join(child.content for child in token.children or ()) for token in tokens if token.type == "inline"
    ]
    assert shown.count(printable(text)) >= 10


def hyperlinks(data: bytes) -> list[str]:
    with ZipFile(BytesIO(data)) as packed:
        relations = fromstring(packed.read("word/_rels/document.xml.rels"))
    return [r.attrib["Target"] for r in relations if r.attrib.get("TargetMode") == "External"]


@pytest.mark.parametrize("text", HOSTILE)
def test_word_shows_markup_as_text(text: str) -> None:
    data = to_docx(a_hostile_document(text), Layout())

    with ZipFile(BytesIO(data)) as packed:
        body = packed.read("word/document.xml").decode()
        assert all(
            fromstring(packed.read(name)) is not None for name in packed.namelist() if name.endswith(".xml")
        )
    assert "instrText" not in body
    assert "fldSimple" not in body
    assert hyperlinks(data) == []
    assert read_docx(data).pages[0].count(printable(text)) >= 15


def test_word_links_where_it_is_safe() -> None:
    assert set(hyperlinks(to_docx(a_hostile_document("x", "https://a.example"), Layout()))) == {
        "https://a.example"
    }


@pytest.mark.parametrize("text", HOSTILE)
def test_plain_text_holds_no_controls(text: str) -> None:
    plain = to_text(a_hostile_document(text))

    assert all(letter.isprintable() or letter == "\n" for letter in plain)
    assert plain.count(printable(text)) >= 14


@pytest.mark.parametrize("text", HOSTILE)
def test_json_can_be_pasted_anywhere(text: str) -> None:
    data = to_json(a_hostile_document(text)).encode()

    assert not set(data.decode()) & set("<>&\x00\x07\x1b\u202e\u2066")
    assert json.loads(data)["header"]["name"]["text"] == text

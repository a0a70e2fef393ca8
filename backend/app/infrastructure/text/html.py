"""One HTML file that is whole in itself: no script, nothing fetched, everything escaped."""

from base64 import b64encode
from collections.abc import Iterable, Iterator
from hashlib import sha256
from html import escape

from app.domain.documents.content import (
    Contact,
    DocumentContent,
    Entry,
    Header,
    Letter,
    Line,
    Section,
    SkillGroup,
)
from app.domain.documents.ports import IDocumentRenderer, Layout
from app.domain.documents.printable import language_tag, printable, runs_leftwards, safe_link
from app.infrastructure.text.shown import running, shown

_STYLE = """
:root { color: #1f2328; background: #fff; font: 16px/1.45 Carlito, Calibri, Lato, "Segoe UI", sans-serif; }
body { max-width: 46rem; margin: 2.5rem auto; padding: 0 1.25rem; overflow-wrap: anywhere; }
h1, h2, h3, p, ul { margin: 0; }
h1 { font-size: 2.1rem; line-height: 1.2; }
h2 { margin: 1.5rem 0 .5rem; padding-bottom: .15rem; border-bottom: 1px solid #b9c4cf; }
h2 { color: #1d4e7a; font-size: 1.15rem; }
h3 { font-size: 1rem; }
article { margin-bottom: .9rem; break-inside: avoid-page; }
ul { padding-inline-start: 1.15rem; }
li::marker { color: #1d4e7a; }
a { color: inherit; text-decoration-color: #b9c4cf; }
.headline { color: #1d4e7a; font-size: 1.15rem; }
.contacts { display: flex; flex-wrap: wrap; gap: 0 1.1rem; padding: .2rem 0 0; list-style: none; }
.contacts, .place, .details { color: #59636e; }
.place { display: flex; flex-wrap: wrap; gap: 0 .8rem; }
.place .organization { color: #1f2328; }
.place .dates { margin-inline-start: auto; }
.details { font-style: italic; }
.letter p { margin-bottom: .8rem; }
.letter .date { margin: 1.8rem 0 1.2rem; }
.letter .recipient { margin-bottom: 0; }
.letter .subject { margin: 1.4rem 0 1rem; font-weight: bold; }
.letter .closing { margin: 1.2rem 0 2rem; }
h2, h3 { break-after: avoid; }
@media print { body { max-width: none; margin: 0; padding: 0; font-size: 10.5pt; } }
@page { margin: 18mm; }
"""
_HASH = b64encode(sha256(_STYLE.encode()).digest()).decode()
_POLICY = f"default-src 'none'; style-src 'sha256-{_HASH}'; base-uri 'none'; form-action 'none'"


class HtmlRenderer(IDocumentRenderer):
    async def render(self, content: DocumentContent, layout: Layout) -> bytes:
        return to_html(content).encode()


def to_html(content: DocumentContent) -> str:
    body = "".join(_section(section) for section in content.sections)
    body += _letter(content.letter) if content.letter else ""
    language = f'lang="{language_tag(content.language)}"'
    if runs_leftwards(content.language):
        language += ' dir="rtl"'
    return (
        f'<!DOCTYPE html>\n<html {language}>\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="referrer" content="no-referrer">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{_text(content.header.name.text)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n"
        f"{_header(content.header)}{body}</main>\n</body>\n</html>\n"
    )


def _header(header: Header) -> str:
    contacts = [_contact(contact) for contact in header.contacts if printable(contact.text)]
    lines = [
        *_tagged("h1", header.name),
        *_tagged("p", header.headline, of="headline"),
        *_listed(contacts, of="contacts"),
    ]
    return "<header>\n" + "".join(lines) + "</header>\n"


def _contact(contact: Contact) -> str:
    return _linked(_text(contact.text), contact.url)


def _letter(letter: Letter) -> str:
    paragraphs = (escape(running(paragraph)) for paragraph in letter.paragraphs)
    lines = [
        *_tagged("p", letter.date, of="date"),
        *_tagged("p", *letter.recipient, of="recipient"),
        *_tagged("p", letter.subject, of="subject"),
        *_tagged("p", letter.salutation),
        *(f"<p>{text}</p>\n" for text in paragraphs if text),
        *_tagged("p", letter.closing, of="closing"),
        *_tagged("p", letter.signature, of="signature"),
    ]
    return '<section class="letter">\n' + "".join(lines) + "</section>\n"


def _section(section: Section) -> str:
    title = _text(section.title)
    lines = [
        f"<h2>{title}</h2>\n" if title else "",
        *_tagged("p", *section.paragraphs),
        *(_entry(entry) for entry in section.entries),
        *(_group(group) for group in section.groups),
        *_bullets(section.bullets),
    ]
    return "<section>\n" + "".join(lines) + "</section>\n"


def _entry(entry: Entry) -> str:
    title = _linked(_text(entry.title.text), entry.url)
    place = [
        *_tagged("span", entry.organization, of="organization"),
        *_tagged("span", entry.location, of="location"),
        *_tagged("span", entry.dates, of="dates"),
    ]
    details = " · ".join(escape(text) for text in shown(*entry.details))
    lines = [
        f"<h3>{title}</h3>\n" if title else "",
        '<p class="place">\n' + "".join(place) + "</p>\n" if place else "",
        *_tagged("p", entry.text),
        *_bullets(entry.bullets),
        f'<p class="details">{details}</p>\n' if details else "",
    ]
    return "<article>\n" + "".join(lines) + "</article>\n"


def _group(group: SkillGroup) -> str:
    label = "".join(f"<strong>{escape(text)}:</strong> " for text in shown(group.label))
    items = ", ".join(escape(text) for text in shown(*group.items))
    return f"<p>{label}{items}</p>\n" if label or items else ""


def _bullets(lines: Iterable[Line]) -> Iterator[str]:
    return _listed([escape(text) for text in shown(*lines)])


def _listed(items: list[str], of: str = "") -> Iterator[str]:
    if items:
        yield f"<ul{_class(of)}>\n" + "".join(f"<li>{item}</li>\n" for item in items) + "</ul>\n"


def _tagged(tag: str, *lines: Line | None, of: str = "") -> list[str]:
    return [f"<{tag}{_class(of)}>{escape(text)}</{tag}>\n" for text in shown(*lines)]


def _linked(text: str, url: str | None) -> str:
    link = safe_link(url)
    return f'<a href="{escape(link)}" rel="noopener noreferrer">{text}</a>' if text and link else text


def _class(name: str) -> str:
    return f' class="{name}"' if name else ""


def _text(raw: str) -> str:
    return escape(printable(raw))

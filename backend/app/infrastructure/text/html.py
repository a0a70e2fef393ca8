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
    SectionKind,
    SkillGroup,
)
from app.domain.documents.ports import IDocumentRenderer, Layout
from app.domain.documents.printable import language_tag, printable, runs_leftwards, safe_link
from app.infrastructure.looks import dressed
from app.infrastructure.text.css import style_of
from app.infrastructure.text.shown import running, shown


class HtmlRenderer(IDocumentRenderer):
    async def render(self, content: DocumentContent, layout: Layout) -> bytes:
        return to_html(content, layout).encode()


def to_html(content: DocumentContent, layout: Layout | None = None) -> str:
    style = style_of(dressed(layout or Layout()))
    body = "".join(_section(section) for section in content.sections)
    body += _letter(content.letter) if content.letter else ""
    language = f'lang="{language_tag(content.language)}"'
    if runs_leftwards(content.language):
        language += ' dir="rtl"'
    return (
        f'<!DOCTYPE html>\n<html {language}>\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_policy(style)}">\n'
        '<meta name="referrer" content="no-referrer">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{_text(content.header.name.text)}</title>\n<style>{style}</style>\n</head>\n<body>\n<main>\n"
        f"{_header(content.header)}{body}</main>\n</body>\n</html>\n"
    )


def _policy(style: str) -> str:
    digest = b64encode(sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


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
        *_tagged("p", *section.paragraphs, of="lead" if section.kind is SectionKind.SUMMARY else ""),
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

"""The content written paragraph by paragraph into a Word document."""

from collections.abc import Iterable

from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from app.domain.documents.content import Entry, Header, Letter, Line, Section, SectionKind, SkillGroup
from app.domain.documents.printable import printable, safe_link
from app.domain.shared.patience import go_on
from app.infrastructure.docx.styles import (
    CLOSING,
    CONTACT,
    DATE,
    DETAIL,
    PLACE,
    PROSE,
    RECIPIENT,
    SUBJECT,
    SUMMARY,
)


class Writing:
    def __init__(self, document: WordDocument) -> None:
        self._document = document
        self._styles = {style.name: style.style_id for style in document.styles}

    def header(self, header: Header) -> None:
        self._lines("Title", header.name)
        self._lines("Subtitle", header.headline)
        contacts = [(text, contact.url) for contact in header.contacts if (text := printable(contact.text))]
        paragraph = self._paragraph(CONTACT) if contacts else None
        for n, (text, url) in enumerate(contacts):
            if paragraph is not None:
                paragraph.add_run(" · " if n else "")
                _write(paragraph, text, url)

    def section(self, section: Section) -> None:
        if title := printable(section.title):
            self._paragraph("Heading 1", title)
        self._lines(SUMMARY if section.kind is SectionKind.SUMMARY else "Normal", *section.paragraphs)
        for entry in section.entries:
            self._entry(entry)
        for group in section.groups:
            self._group(group)
        self._lines("List Bullet", *section.bullets)

    def letter(self, letter: Letter) -> None:
        self._lines(DATE, letter.date)
        self._lines(RECIPIENT, *letter.recipient)
        self._lines(SUBJECT, letter.subject)
        self._lines(PROSE, letter.salutation)
        for paragraph in letter.paragraphs:
            if text := " ".join(_shown(*paragraph.sentences)):
                self._paragraph(PROSE, text)
        self._lines(CLOSING, letter.closing)
        self._lines(PROSE, letter.signature)

    def _entry(self, entry: Entry) -> None:
        if title := printable(entry.title.text):
            _write(self._paragraph("Heading 2"), title, entry.url)
        place = " · ".join(_shown(entry.organization, entry.location))
        dates = "".join(f"\t{text}" if place else text for text in _shown(entry.dates))
        if place or dates:
            self._paragraph(PLACE, place + dates)
        self._lines("Normal", entry.text)
        self._lines("List Bullet", *entry.bullets)
        if details := " · ".join(_shown(*entry.details)):
            self._paragraph(DETAIL, details)

    def _group(self, group: SkillGroup) -> None:
        label, items = "".join(_shown(group.label)), ", ".join(_shown(*group.items))
        if label or items:
            paragraph = self._paragraph("Normal")
            if label:
                paragraph.add_run(f"{label}: ").bold = True
            paragraph.add_run(items)

    def _lines(self, style: str, *lines: Line | None) -> None:
        for text in _shown(*lines):
            self._paragraph(style, text)

    def _paragraph(self, style: str, text: str = "") -> Paragraph:
        """By the style's id: by its name Word's two hundred styles would be searched for each paragraph."""
        go_on()
        paragraph = self._document.add_paragraph(text)
        paragraph._p.style = self._styles[style]
        return paragraph


def _write(paragraph: Paragraph, text: str, url: str | None) -> None:
    link = safe_link(url)
    run = paragraph.add_run(text)
    if link:
        hyperlink = OxmlElement("w:hyperlink")
        hyperlink.set(
            qn("r:id"), paragraph.part.relate_to(link, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        )
        hyperlink.append(run._r)
        paragraph._p.append(hyperlink)


def _shown(*lines: Line | None) -> Iterable[str]:
    return [text for line in lines if line and (text := printable(line.text))]

"""The blank document: paper, margins, the styles of the classic look, and who wrote it in what language."""

from dataclasses import dataclass
from datetime import datetime

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Emu, Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from app.domain.documents.content import DocumentContent
from app.domain.documents.ports import Layout, Paper
from app.domain.documents.printable import language_tag, printable
from app.infrastructure.docx.scripts import set_scripts

_PAPERS = {Paper.A4: (Mm(210), Mm(297)), Paper.LETTER: (Mm(215.9), Mm(279.4))}
_MARGIN = Mm(19)
_FONT = "Calibri"
_INK, _MUTED, _BLUE = RGBColor(0x1F, 0x23, 0x28), RGBColor(0x59, 0x63, 0x6E), RGBColor(0x1D, 0x4E, 0x7A)
_MADE = datetime(2000, 1, 1)  # noqa: DTZ001 - Word's own properties know no zone; a fixed day, for equal bytes

PLACE, CONTACT, DETAIL = "Resume Place", "Resume Contact", "Resume Detail"
DATE, RECIPIENT, SUBJECT = "Letter Date", "Letter Recipient", "Letter Subject"
PROSE, CLOSING = "Letter Prose", "Letter Closing"


def blank(content: DocumentContent, layout: Layout) -> WordDocument:
    document = Document()
    width = _set_paper(document, layout.paper)
    _set_properties(document, content)
    _set_styles(document, width)
    _set_language(document, language_tag(content.language))
    set_scripts(document, content.language, _LOOKS)
    return document


def _set_paper(document: WordDocument, paper: Paper) -> int:
    section = document.sections[0]
    section.page_width, section.page_height = _PAPERS[paper]
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = _MARGIN
    return _PAPERS[paper][0] - 2 * _MARGIN


def _set_properties(document: WordDocument, content: DocumentContent) -> None:
    properties = document.core_properties
    name = printable(content.header.name.text)[:255]
    properties.title, properties.author, properties.last_modified_by = name, name, "JobWise"
    properties.language = language_tag(content.language)
    properties.comments, properties.revision = "", 1
    properties.created = properties.modified = _MADE


@dataclass(frozen=True, slots=True, kw_only=True)
class _Look:
    size: float
    bold: bool = False
    italic: bool = False
    colour: RGBColor = _INK
    before: float = 0
    after: float = 0


_LOOKS = {
    "Normal": _Look(size=10.5, after=4),
    "Title": _Look(size=24, bold=True),
    "Subtitle": _Look(size=13, colour=_BLUE, after=2),
    "Heading 1": _Look(size=12.5, bold=True, colour=_BLUE, before=12, after=4),
    "Heading 2": _Look(size=11, bold=True, before=6),
    "List Bullet": _Look(size=10.5, after=2),
    PLACE: _Look(size=10.5, after=2),
    CONTACT: _Look(size=10, colour=_MUTED),
    DETAIL: _Look(size=10, colour=_MUTED, italic=True, after=2),
    DATE: _Look(size=11, before=24, after=16),
    RECIPIENT: _Look(size=11),
    SUBJECT: _Look(size=11, bold=True, before=18, after=12),
    PROSE: _Look(size=11, after=8),
    CLOSING: _Look(size=11, before=6, after=26),
}


def _set_styles(document: WordDocument, width: int) -> None:
    known = {style.name: style for style in document.styles}
    for name, look in _LOOKS.items():
        style = known.get(name) or document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        assert isinstance(style, ParagraphStyle)
        _dress(style, look)
        if name == PLACE:
            style.paragraph_format.keep_with_next = True
            style.paragraph_format.tab_stops.add_tab_stop(Emu(width), WD_TAB_ALIGNMENT.RIGHT)


def _dress(style: ParagraphStyle, look: _Look) -> None:
    font, spacing = style.font, style.paragraph_format
    font.size, font.bold, font.italic, font.color.rgb = Pt(look.size), look.bold, look.italic, look.colour
    spacing.space_before, spacing.space_after, spacing.line_spacing = Pt(look.before), Pt(look.after), 1.08
    _set_typeface(style)
    _without_border(style)


def _set_typeface(style: ParagraphStyle) -> None:
    """For every script; the theme's fonts, which the headings of the default template name, go."""
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for attribute in list(fonts.attrib):
        del fonts.attrib[attribute]
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), _FONT)


def _without_border(style: ParagraphStyle) -> None:
    properties = style.element.get_or_add_pPr()
    for border in properties.findall(qn("w:pBdr")):
        properties.remove(border)


def _set_language(document: WordDocument, tag: str) -> None:
    properties = document.styles.element.find(f".//{qn('w:rPrDefault')}/{qn('w:rPr')}")
    for old in properties.findall(qn("w:lang")):
        properties.remove(old)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), tag)
    properties.append(language)

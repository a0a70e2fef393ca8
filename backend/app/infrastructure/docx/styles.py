"""The blank document: paper, margins, the styles of its look, and who wrote it in what language."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Emu, Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from app.domain.documents.content import DocumentContent
from app.domain.documents.ports import FontFamily, Layout, Paper
from app.domain.documents.printable import language_tag, printable, runs_leftwards
from app.infrastructure.docx.scripts import set_scripts
from app.infrastructure.looks import Align, Look, Rule, Text, Weight, dressed

_PAPERS = {Paper.A4: (Mm(210), Mm(297)), Paper.LETTER: (Mm(215.9), Mm(279.4))}
_FONTS = {
    FontFamily.CARLITO: ("Calibri", 1.0),
    FontFamily.SOURCE_SANS: ("Arial", 0.93),
    FontFamily.SOURCE_SERIF: ("Cambria", 1.0),
    FontFamily.JETBRAINS_MONO: ("Consolas", 1.06),
}
"""What stands on most machines and looks alike, and how much larger it is to be."""
_ALIGNED = {
    Align.LEFT: WD_ALIGN_PARAGRAPH.LEFT,
    Align.CENTRE: WD_ALIGN_PARAGRAPH.CENTER,
    Align.RIGHT: WD_ALIGN_PARAGRAPH.RIGHT,
}
_BORDERS = {Rule.BELOW: "bottom", Rule.ABOVE: "top", Rule.BAR: "left"}
_MIRRORED = {**_BORDERS, Rule.BAR: "right"}
"""Alignment, indents and tab stops of a leftward paragraph Word mirrors by itself, but not its borders."""
_MADE = datetime(2000, 1, 1)  # noqa: DTZ001 - Word's own properties know no zone; a fixed day, for equal bytes

_AFTER_BORDERS = "w:shd", "w:tabs", "w:spacing", "w:ind", "w:contextualSpacing", "w:jc", "w:outlineLvl"
"""Word wants a paragraph's properties in an order of its own."""

PLACE, CONTACT, DETAIL, SUMMARY = "Resume Place", "Resume Contact", "Resume Detail", "Resume Summary"
DATE, RECIPIENT, SUBJECT = "Letter Date", "Letter Recipient", "Letter Subject"
PROSE, CLOSING = "Letter Prose", "Letter Closing"


def blank(content: DocumentContent, layout: Layout) -> WordDocument:
    document, look = Document(), dressed(layout, letter=content.letter is not None)
    width = _set_paper(document, layout.paper, look)
    _set_properties(document, content)
    _set_styles(document, width, look, leftwards=runs_leftwards(content.language))
    _set_language(document, language_tag(content.language))
    set_scripts(document, content.language, _paragraphs(look))
    return document


def _set_paper(document: WordDocument, paper: Paper, look: Look) -> int:
    section, margins = document.sections[0], look.margins
    section.page_width, section.page_height = _PAPERS[paper]
    section.left_margin, section.right_margin = Pt(margins.left), Pt(margins.right)
    section.top_margin, section.bottom_margin = Pt(margins.top), Pt(margins.bottom)
    return _PAPERS[paper][0] - Pt(margins.left) - Pt(margins.right)


def _set_properties(document: WordDocument, content: DocumentContent) -> None:
    properties = document.core_properties
    name = printable(content.header.name.text)[:255]
    properties.title, properties.author, properties.last_modified_by = name, name, "JobWise"
    properties.language = language_tag(content.language)
    properties.comments, properties.revision = "", 1
    properties.created = properties.modified = _MADE


@dataclass(frozen=True, slots=True, kw_only=True)
class _Paragraph:
    text: Text
    before: float = 0
    after: float = 0
    align: Align = Align.LEFT


def _paragraphs(look: Look) -> Mapping[str, _Paragraph]:
    texts, space, head = look.texts, look.spaces, look.header.align
    bullets = space.between_bullets
    return {
        "Normal": _Paragraph(text=texts.body, after=space.between_paragraphs),
        "Title": _Paragraph(text=texts.name, align=head),
        "Subtitle": _Paragraph(text=texts.headline, before=space.above_headline, after=2, align=head),
        "Heading 1": _Paragraph(
            text=texts.heading,
            before=space.above_section,
            after=space.below_heading,
            align=look.headings.align,
        ),
        "Heading 2": _Paragraph(text=texts.title, before=space.between_entries * 2 / 3),
        "List Bullet": _Paragraph(text=texts.body, after=bullets),
        SUMMARY: _Paragraph(text=texts.lead, after=space.between_paragraphs),
        PLACE: _Paragraph(text=texts.organization, after=2),
        CONTACT: _Paragraph(text=texts.contact, align=head),
        DETAIL: _Paragraph(text=texts.detail, after=2),
        DATE: _Paragraph(text=texts.prose, before=24, after=16, align=look.date),
        RECIPIENT: _Paragraph(text=texts.prose),
        SUBJECT: _Paragraph(text=texts.subject, before=18, after=12),
        PROSE: _Paragraph(text=texts.prose, after=space.above_prose),
        CLOSING: _Paragraph(text=texts.prose, before=6, after=space.above_signature),
    }


def _set_styles(document: WordDocument, width: int, look: Look, *, leftwards: bool) -> None:
    edges = _MIRRORED if leftwards else _BORDERS
    known = {style.name: style for style in document.styles}
    for name, paragraph in _paragraphs(look).items():
        style = known.get(name) or document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        assert isinstance(style, ParagraphStyle)
        _dress(style, paragraph, look)
        if name == PLACE:
            style.paragraph_format.keep_with_next = True
            style.paragraph_format.tab_stops.add_tab_stop(Emu(width), WD_TAB_ALIGNMENT.RIGHT)
        if name == "Heading 1":
            style.font.all_caps = look.headings.capitals
            if look.headings.rule is not Rule.NONE:
                edge = edges[look.headings.rule]
                _set_border(style, edge, look.headings.rule_width, look.rule_colour)
        if name == CONTACT and look.header.rule_width and look.headings.rule is not Rule.ABOVE:
            _set_border(style, edges[Rule.BELOW], look.header.rule_width, look.colours.accent)


def _dress(style: ParagraphStyle, paragraph: _Paragraph, look: Look) -> None:
    font, spacing, text = style.font, style.paragraph_format, paragraph.text
    name, factor = _FONTS[look.display if text.display else look.font]
    font.size = Pt(round(text.size * factor * 2) / 2)
    font.bold, font.italic = text.weight is Weight.BOLD, text.weight is Weight.ITALIC
    font.color.rgb = RGBColor.from_string(look.colours.of(text.colour).lstrip("#").upper())
    spacing.space_before, spacing.space_after = Pt(paragraph.before), Pt(paragraph.after)
    spacing.line_spacing, spacing.alignment = 1.08, _ALIGNED[paragraph.align]
    _set_typeface(style, name)
    _without_border(style)


def _set_typeface(style: ParagraphStyle, name: str) -> None:
    """For every script; the theme's fonts, which the headings of the default template name, go."""
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for attribute in list(fonts.attrib):
        del fonts.attrib[attribute]
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), name)


def _without_border(style: ParagraphStyle) -> None:
    properties = style.element.get_or_add_pPr()
    for border in properties.findall(qn("w:pBdr")):
        properties.remove(border)


def _set_border(style: ParagraphStyle, edge: str, width: float, colour: str) -> None:
    borders, line = OxmlElement("w:pBdr"), OxmlElement(f"w:{edge}")
    eighths = max(2, round(width * 8))
    about = {"val": "single", "sz": f"{eighths}", "space": "4", "color": colour.lstrip("#").upper()}
    for name, value in about.items():
        line.set(qn(f"w:{name}"), value)
    borders.append(line)
    style.element.get_or_add_pPr().insert_element_before(borders, *_AFTER_BORDERS)


def _set_language(document: WordDocument, tag: str) -> None:
    properties = document.styles.element.find(f".//{qn('w:rPrDefault')}/{qn('w:rPr')}")
    for old in properties.findall(qn("w:lang")):
        properties.remove(old)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), tag)
    properties.append(language)

"""What Word must be told of a language: its fonts, its direction, and which runs go against it."""

import re
from collections.abc import Iterable, Iterator
from copy import deepcopy
from typing import Any

from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.styles.style import ParagraphStyle

from app.domain.documents.printable import language_tag, runs_leftwards

_EAST_ASIAN = {"zh": "Microsoft YaHei", "ja": "Yu Gothic", "ko": "Malgun Gothic"}
_COMPLEX = "Arial"
"""Has Arabic and Hebrew letters, and is everywhere."""
_AFTER_BIDI = (
    *("w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:contextualSpacing", "w:mirrorIndents"),
    *("w:suppressOverlap", "w:jc", "w:textDirection", "w:textAlignment", "w:textboxTightWrap"),
    *("w:outlineLvl", "w:divId", "w:cnfStyle", "w:rPr", "w:sectPr", "w:pPrChange"),
)
"""Word refuses a paragraph's properties in any other order than its schema's."""
_R = "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]"
_L = rf"(?:(?!{_R})[^\W_])"
_LEFTWARDS = re.compile(rf"{_R}(?:[\W_]*{_R})*")
_RIGHTWARDS = re.compile(rf"{_L}(?:[\W_]*{_L})*")


def set_scripts(document: WordDocument, language: str, styles: Iterable[str]) -> None:
    """For these styles: fonts and sizes of every script, and the direction of the language."""
    tag, leftwards = language_tag(language), runs_leftwards(language)
    short = tag.partition("-")[0].lower()
    known = {style.name: style for style in document.styles}
    for name in styles:
        style = known[name]
        assert isinstance(style, ParagraphStyle)
        _set_complex(style)
        if short in _EAST_ASIAN:
            _fonts(style).set(qn("w:eastAsia"), _EAST_ASIAN[short])
        if leftwards:
            style.element.get_or_add_pPr().insert_element_before(OxmlElement("w:bidi"), *_AFTER_BIDI)
    for told in document.styles.element.iter(qn("w:lang")):
        if short in _EAST_ASIAN:
            told.set(qn("w:eastAsia"), tag)
        if leftwards:
            told.set(qn("w:bidi"), tag)


def _set_complex(style: ParagraphStyle) -> None:
    """Of letters that join or run leftwards Word asks for size, weight and slant apart."""
    font = style.font
    font.cs_bold, font.cs_italic = font.bold, font.italic
    _fonts(style).set(qn("w:cs"), _COMPLEX)
    size = style.element.rPr.find(qn("w:sz"))
    for old in style.element.rPr.findall(qn("w:szCs")):
        style.element.rPr.remove(old)
    complex_size = OxmlElement("w:szCs")
    complex_size.set(qn("w:val"), size.get(qn("w:val")))
    size.addnext(complex_size)


def _fonts(style: ParagraphStyle) -> Any:
    return style.element.get_or_add_rPr().get_or_add_rFonts()


def set_directions(document: WordDocument, language: str) -> None:
    """Runs of right-to-left letters are marked as such, apart from what is beside them."""
    leftwards = runs_leftwards(language)
    for run in list(document.element.body.iter(qn("w:r"))):
        if leftwards or any(_LEFTWARDS.search(text.text or "") for text in run.iter(qn("w:t"))):
            _divide(run, leftwards)


def _divide(run: Any, leftwards: bool) -> None:
    """A run for each stretch of one direction, with the same properties."""
    properties = run.find(qn("w:rPr"))
    for child in [child for child in run if child is not properties]:
        if child.tag != qn("w:t"):
            run.addprevious(_part(properties, child, turned=False))
            continue
        for text, turned in _stretches(child.text or "", leftwards):
            part = _part(properties, None, turned=turned)
            part.text = text
            run.addprevious(part)
    run.getparent().remove(run)


def _part(properties: Any, child: Any, *, turned: bool) -> Any:
    part = OxmlElement("w:r")
    if properties is not None:
        part.append(deepcopy(properties))
    if turned:
        part.get_or_add_rPr()._add_rtl()
    if child is not None:
        part.append(child)
    return part


def _stretches(text: str, leftwards: bool) -> Iterator[tuple[str, bool]]:
    at = 0
    for found in (_RIGHTWARDS if leftwards else _LEFTWARDS).finditer(text):
        if found.start() > at:
            yield text[at : found.start()], leftwards
        yield found[0], not leftwards
        at = found.end()
    if at < len(text):
        yield text[at:], leftwards

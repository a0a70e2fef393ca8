"""Every template draws every script, and two readers give it back; the gate `readback` tries the rest."""

from collections.abc import Iterable
from itertools import product

import pypdfium2
import pytest

from app.domain.documents.content import DocumentContent
from app.domain.documents.ports import FontFamily, Layout, Paper
from app.infrastructure.looks import LOOKS
from tests.builders.documents import a_document, a_header, paragraphs
from tests.builders.resumes_by_script import BY_SCRIPT, a_letter_in, career
from tests.builders.resumes_scripts import hebrew
from tests.contract.printing import assert_whole, printed

PAIRS = [
    (template, script, tuple(Paper)[(n + m) % 2])
    for (n, template), (m, script) in product(enumerate(LOOKS), enumerate(BY_SCRIPT))
]
"""Each paper for half of them, and for half of each template's and of each script's."""
EACH_ONCE = [pair for n, pair in enumerate(PAIRS) if n % (len(BY_SCRIPT) + 1) == 0]
WIDTH = 595.28
DENSE = {
    "ko": "가 나 다 라 7 C " * 90,
    "zh": "一 二 三 12 " * 90,
    "ar": "من 11 إلى 130 في و ما 7 " * 60,
    "he": "אב 7 גד Go הו " * 60,
}


@pytest.mark.parametrize(("template", "script", "paper"), PAIRS)
def test_one_page_reads_back_in_every_template_and_script(template: str, script: str, paper: Paper) -> None:
    assert_whole(career(script), Layout(template=template, paper=paper))


@pytest.mark.parametrize(("template", "script", "paper"), PAIRS)
def test_more_pages_read_back_in_every_template_and_script(template: str, script: str, paper: Paper) -> None:
    assert_whole(career(script, pages=2), Layout(template=template, paper=paper), pages=2)


@pytest.mark.parametrize(("template", "script", "paper"), EACH_ONCE)
def test_three_pages_read_back_in_each_template_and_each_script(
    template: str, script: str, paper: Paper
) -> None:
    assert_whole(career(script, pages=3), Layout(template=template, paper=paper), pages=3)


@pytest.mark.parametrize(("template", "script", "paper"), PAIRS)
def test_a_letter_reads_back_in_every_template_and_script(template: str, script: str, paper: Paper) -> None:
    assert_whole(a_letter_in(script), Layout(template=template, paper=paper))


def test_each_template_and_each_script_is_tried_on_three_pages_once() -> None:
    templates, scripts, _ = zip(*EACH_ONCE, strict=True)

    assert sorted(templates) == sorted(LOOKS)
    assert sorted(scripts) == sorted(BY_SCRIPT)


def shapes(content: DocumentContent, template: str) -> list[tuple[float, ...]]:
    """Of the pages, the edges of all that is drawn and no letter."""
    with pypdfium2.PdfDocument(printed(content, Layout(template=template)).data) as pdf:
        items = [item for page in pdf for item in page.get_objects()]
        drawn = [item.get_bounds() for item in items if not isinstance(item, pypdfium2.PdfTextObj)]
    return sorted(tuple(round(edge, 1) for edge in bounds) for bounds in drawn)


@pytest.mark.parametrize("template", LOOKS)
def test_rules_bars_and_side_columns_of_a_leftward_page_are_mirrored(template: str) -> None:
    here = shapes(career("Latin"), template)
    there = shapes(_turned(career("Latin")), template)

    mirrored = sorted((WIDTH - right, low, WIDTH - left, high) for left, low, right, high in here)
    assert len(there) == len(here)
    assert here
    assert _edges(there) == pytest.approx(_edges(mirrored), abs=0.3)
    assert (_edges(there) == pytest.approx(_edges(here), abs=0.3)) is (
        template not in ("modern", "two-column")
    )


def _edges(shapes: Iterable[tuple[float, ...]]) -> list[float]:
    return [edge for shape in shapes for edge in shape]


def _turned(content: DocumentContent) -> DocumentContent:
    return DocumentContent(language="he", header=content.header, sections=content.sections)


def test_the_side_column_of_a_leftward_page_stands_at_the_right() -> None:
    columns = LOOKS["two-column"].columns
    assert columns
    skills, work = (hebrew().sections[n].title for n in (3, 1))

    with pypdfium2.PdfDocument(printed(hebrew(), Layout(template="two-column")).data) as pdf:
        border = WIDTH - LOOKS["two-column"].margins.right - columns.width - columns.gap / 2
        text = pdf[0].get_textpage()
        left, right = text.get_text_bounded(right=border), text.get_text_bounded(left=border)

    assert skills in right
    assert skills not in left
    assert work in left
    assert work not in right


@pytest.mark.parametrize("language", DENSE)
@pytest.mark.parametrize("font", FontFamily)
def test_short_words_of_any_script_stay_within_the_margins_of_any_font(
    font: FontFamily, language: str
) -> None:
    layout = Layout(font=font)
    name = DENSE[language].split()[0]
    content = a_document(paragraphs("", DENSE[language].strip()), header=a_header(name), language=language)
    margins = LOOKS[layout.template].margins

    with pypdfium2.PdfDocument(printed(content, layout).data) as pdf:
        text = pdf[0].get_textpage()
        boxes = [text.get_charbox(n) for n in range(text.count_chars()) if text.get_text_range(n, 1).strip()]

    assert min(box[0] for box in boxes) >= margins.left - 1
    assert max(box[2] for box in boxes) <= WIDTH - margins.right + 1

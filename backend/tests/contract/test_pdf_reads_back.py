"""What we draw, two readers that know nothing of us give back whole and in order."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from app.domain.documents.content import DocumentContent, SectionKind
from app.domain.documents.ports import Density, FontFamily, Layout, Paper
from app.infrastructure.looks import LOOKS
from tests.builders.documents import a_document, a_header, an_entry, bullets, entries, paragraphs
from tests.builders.resumes import EVERY_RESUME, one_page, sixty_bullets, two_pages
from tests.builders.resumes_abroad import cyrillic
from tests.contract.printing import printed, receipt_for


@pytest.mark.parametrize("template", LOOKS)
@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("make", EVERY_RESUME.values(), ids=EVERY_RESUME.keys())
def test_every_resume_reads_back_whole_and_in_order(
    make: Callable[[], DocumentContent], paper: Paper, template: str
) -> None:
    receipt = receipt_for(make(), Layout(template=template, paper=paper))

    assert receipt.losses == ()
    assert receipt.recall == 1.0
    assert receipt.in_order
    assert len(receipt.readings) == 2


LENGTHS: dict[int, Callable[[], DocumentContent]] = {1: one_page, 2: two_pages, 3: sixty_bullets}
COMPACT_PAGES = {1: 1, 2: 1, 3: 2}
"""Of the template that is there to hold more."""


@pytest.mark.parametrize("template", LOOKS)
@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("pages", LENGTHS)
def test_every_template_was_tried_on_one_two_and_three_pages(pages: int, paper: Paper, template: str) -> None:
    least = COMPACT_PAGES[pages] if template == "compact" else pages - (template == "technical")

    drawn = printed(LENGTHS[pages](), Layout(template=template, paper=paper)).pages

    assert max(1, least) <= drawn <= pages + 1


CHOICES = {
    "compact": {"density": Density.COMPACT},
    "airy, in a typewriter face": {"density": Density.AIRY, "font": FontFamily.JETBRAINS_MONO},
    "serif, on narrow margins": {"font": FontFamily.SOURCE_SERIF, "margin_mm": 10},
    "sans, on wide margins, in another order": {
        "font": FontFamily.SOURCE_SANS,
        "margin_mm": 30,
        "sections": (SectionKind.SKILLS, SectionKind.EDUCATION, SectionKind.EXPERIENCE),
        "titles": {SectionKind.EXPERIENCE: "Where I have worked"},
    },
    "one page": {"max_pages": 1},
}


@pytest.mark.parametrize("template", LOOKS)
@pytest.mark.parametrize("choice", CHOICES.values(), ids=CHOICES)
@pytest.mark.parametrize("make", [two_pages, cyrillic, sixty_bullets])
def test_whatever_is_chosen_it_reads_back_whole_and_in_order(
    make: Callable[[], DocumentContent], choice: dict[str, Any], template: str
) -> None:
    receipt = receipt_for(make(), Layout(template=template, **choice))

    assert receipt.losses == ()
    assert receipt.in_order


@pytest.mark.parametrize("template", LOOKS)
@pytest.mark.parametrize("page_break", range(1, 60, 5))
def test_statements_read_back_wherever_the_page_breaks(page_break: int, template: str) -> None:
    filler = tuple(f"Filler {n} to move the rest down." for n in range(page_break))
    statement = "This statement is long enough for several rows, so that a page may end within it. " * 4
    content = a_document(
        bullets("Before", *filler), bullets("After", *(f"{n}: {statement}" for n in range(6)))
    )

    assert receipt_for(content, Layout(template=template)).losses == ()


# Upper and lower case of Latin with its neighbours, of Greek and of Cyrillic.
_LETTERS = st.characters(
    categories=("Ll", "Lu", "Nd"),
    include_characters="-,.&/()",
    max_codepoint=0x24F,
) | st.characters(categories=("Ll", "Lu"), min_codepoint=0x386, max_codepoint=0x45F)
_word = st.text(_LETTERS, min_size=1, max_size=14)
_phrase = st.lists(_word, min_size=2, max_size=30).map(" ".join)
# PDFium tells rows from columns by the longer rows of a page: a page of single letters has none.
_ROW = "A sentence as long as a page is wide, which every real resume has somewhere between its shorter ones."


@settings(max_examples=40, deadline=None, derandomize=True, phases=[Phase.generate])
@given(
    name=_phrase,
    title=_phrase,
    place=_phrase,
    dates=_phrase,
    statements=st.lists(_phrase, min_size=1, max_size=8),
)
def test_whatever_the_words_they_read_back(
    name: str, title: str, place: str, dates: str, statements: list[str]
) -> None:
    content = a_document(
        paragraphs("Profile", _ROW, *statements),
        entries(
            "Work", an_entry(title, place, place, dates, bullets=tuple(statements), details=(title, dates))
        ),
        header=a_header(name, title),
    )

    assert receipt_for(content, Layout()).losses == ()

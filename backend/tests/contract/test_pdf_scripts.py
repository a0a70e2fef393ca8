# ruff: noqa: RUF001 - texts stand in their own letters
"""Every script is drawn as it is written, and read back as it was said, by two readers."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pypdf
import pypdfium2
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from app.domain.documents.content import DocumentContent
from app.domain.documents.ports import Layout, Paper
from app.domain.documents.readback import ReadBackReceipt, read_back
from app.infrastructure.extraction.pdfium import read_with_pdfium
from app.infrastructure.extraction.pypdf import read_with_pypdf
from app.infrastructure.pdf.generator import render_pdf
from app.infrastructure.pdf.template import design_for
from tests.builders.documents import a_document, a_header, an_entry, bullets, entries, paragraphs
from tests.builders.resumes import two_pages
from tests.builders.resumes_scripts import OF_EVERY_SCRIPT, arabic, hebrew, japanese, long_form

CLASSIC = design_for(Layout())
ROW = "A sentence as long as a page is wide, which every real resume has somewhere between its shorter ones."


def receipt_for(content: DocumentContent, paper: Paper = Paper.A4) -> ReadBackReceipt:
    data = render_pdf(content, Layout(paper=paper)).data
    return read_back(content, [read_with_pdfium(data), read_with_pypdf(data)])


def boxes(data: bytes) -> list[tuple[str, tuple[float, float, float, float]]]:
    """Each letter of the first page with its left, bottom, right and top."""
    with pypdfium2.PdfDocument(data) as pdf:
        text = pdf[0].get_textpage()
        letters = [(text.get_text_range(n, 1), text.get_charbox(n)) for n in range(text.count_chars())]
        return [(letter, box) for letter, box in letters if letter.strip(" \r\n\u200b")]


def fonts_of(content: DocumentContent) -> set[str]:
    reader = pypdf.PdfReader(BytesIO(render_pdf(content, Layout()).data))
    pages: list[Any] = list(reader.pages)
    fonts = [font.get_object() for page in pages for font in page["/Resources"]["/Font"].values()]
    return {str(font["/BaseFont"]).partition("+")[2] for font in fonts}


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("make", OF_EVERY_SCRIPT.values(), ids=OF_EVERY_SCRIPT.keys())
def test_one_page_reads_back_whole_and_in_order(make: Callable[[], DocumentContent], paper: Paper) -> None:
    rendered = render_pdf(make(), Layout(paper=paper))
    receipt = receipt_for(make(), paper)

    assert (rendered.pages, rendered.notes) == (1, ())
    assert receipt.losses == ()
    assert receipt.in_order


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("make", OF_EVERY_SCRIPT.values(), ids=OF_EVERY_SCRIPT.keys())
def test_more_pages_read_back_whole_and_in_order(make: Callable[[], DocumentContent], paper: Paper) -> None:
    content = long_form(make)
    receipt = receipt_for(content, paper)

    assert render_pdf(content, Layout(paper=paper)).pages >= 2
    assert receipt.losses == ()
    assert receipt.in_order


@pytest.mark.parametrize("make", OF_EVERY_SCRIPT.values(), ids=OF_EVERY_SCRIPT.keys())
def test_no_letter_stands_outside_the_margins(make: Callable[[], DocumentContent]) -> None:
    margins = CLASSIC.margins
    drawn = [box for _, box in boxes(render_pdf(long_form(make), Layout()).data)]

    assert min(box[0] for box in drawn) >= margins.left - 1
    assert max(box[2] for box in drawn) <= 595.3 - margins.right + 1


def test_every_font_of_every_script_is_embedded() -> None:
    for make in OF_EVERY_SCRIPT.values():
        with pypdfium2.PdfDocument(render_pdf(make(), Layout()).data) as pdf:
            drawn = [item for page in pdf for item in page.get_objects()]
            assert all(i.get_font().is_embedded for i in drawn if isinstance(i, pypdfium2.PdfTextObj))


def test_a_file_holds_the_fonts_that_it_needs_and_no_others() -> None:
    latin = {"Carlito", "Carlito-Bold", "Carlito-Italic"}

    assert fonts_of(two_pages()) == latin
    assert fonts_of(japanese()) == latin | {"NotoSansCJKjp-Regular"}


@pytest.mark.parametrize(
    ("language", "text", "font"),
    [
        ("zh", "直", "NotoSansCJKsc-Regular"),
        ("ja", "直", "NotoSansCJKjp-Regular"),
        ("en", "直", "NotoSansCJKsc-Regular"),
        ("en", "直し", "NotoSansCJKjp-Regular"),
        ("ko", "直", "NotoSansCJKjp-Regular"),
        ("en", "직", "NotoSansCJKkr-Regular"),
    ],
)
def test_ideographs_are_drawn_as_the_language_writes_them(language: str, text: str, font: str) -> None:
    content = a_document(paragraphs("", text), language=language)

    assert fonts_of(content) & {f"NotoSansCJK{each}-Regular" for each in ("sc", "jp", "kr")} == {font}


def test_bytes_are_the_same_every_time() -> None:
    for make in OF_EVERY_SCRIPT.values():
        assert render_pdf(make(), Layout()).data == render_pdf(make(), Layout()).data


@pytest.mark.parametrize("make", [hebrew, arabic])
def test_a_document_that_runs_leftwards_is_mirrored(make: Callable[[], DocumentContent]) -> None:
    margins, width = CLASSIC.margins, 595.3
    drawn = boxes(render_pdf(make(), Layout()).data)
    marks = [box for letter, box in drawn if letter == "•"]
    largest = max(box[3] - box[1] for _, box in drawn[:20])
    name = [box for _, box in drawn if box[1] > 841.9 - margins.top - 32]

    assert max(box[2] for box in name) == pytest.approx(width - margins.right, abs=3)
    assert largest > 12
    assert all(box[2] == pytest.approx(width - margins.right - 3, abs=2) for box in marks)
    assert len(marks) == sum(len(entry.bullets) for s in make().sections for entry in s.entries)
    assert min(box[0] for _, box in drawn) == pytest.approx(margins.left, abs=2)  # the dates


def test_words_stand_from_right_to_left_and_numbers_from_left_to_right() -> None:
    content = a_document(paragraphs("", "שנה 2019 טובה"), header=a_header("א"), language="he")
    lefts = {letter: box[0] for letter, box in boxes(render_pdf(content, Layout()).data)}

    assert [letter for letter, _ in sorted(lefts.items(), key=lambda each: each[1]) if letter != "א"] == [
        *"הבוט",
        *"2019",
        *"נש",
    ]


@pytest.mark.parametrize(("text", "first"), [("Led a team.", "L"), ("צוות.", "."), ("(7)", ")")])
def test_a_full_stop_stands_where_its_sentence_ends(text: str, first: str) -> None:
    content = a_document(paragraphs("", text), header=a_header("א"), language="he")
    drawn = [(box[0], letter) for letter, box in boxes(render_pdf(content, Layout()).data) if letter != "א"]

    assert min(drawn)[1] == first
    assert max(left for left, _ in drawn) > 500
    assert receipt_for(content).losses == ()


@pytest.mark.parametrize("language", ["he", "ar"])
@pytest.mark.parametrize("name", ["C++", "F#", ".NET", "g++"])
def test_a_name_with_signs_keeps_them_on_its_side(name: str, language: str) -> None:
    word = {"he": "שפות", "ar": "لغات"}[language]
    content = a_document(
        bullets("", f"{word} {name}, {word}.", f"{name} {word} {name}."),
        header=a_header("א"),
        language=language,
    )
    drawn = sorted(boxes(render_pdf(content, Layout()).data), key=lambda each: (-each[1][1] // 9, each[1][0]))
    rows = "".join(letter for letter, _ in drawn)

    assert rows.count(name) == 3
    assert receipt_for(content).losses == ()


@pytest.mark.parametrize(
    ("text", "language"), [("שנה 8 ל-8 מרץ\u00a08", "he"), ("سنة 8 (8) مارس\u00a08", "ar")]
)
def test_digits_are_as_large_within_a_word_as_by_themselves(text: str, language: str) -> None:
    content = a_document(paragraphs("", text), header=a_header("א"), language=language)
    heights = [box[3] - box[1] for letter, box in boxes(render_pdf(content, Layout()).data) if letter == "8"]

    assert heights == pytest.approx([heights[0]] * 3, abs=0.01)


def test_a_telephone_number_stands_as_it_is_dialled() -> None:
    content = a_document(paragraphs("", "هاتف: +962 6 555 0102 عمّان"), header=a_header("א"), language="ar")
    signs = [
        (letter, box) for letter, box in boxes(render_pdf(content, Layout()).data) if letter in "+0123456789"
    ]

    assert "".join(letter for letter, _ in sorted(signs, key=lambda each: each[1][0])) == "+96265550102"
    assert receipt_for(content).losses == ()


@pytest.mark.parametrize("before", ["2. ", "Prometheus. ", ""])
def test_arabic_digits_read_back_beside_others(before: str) -> None:
    text = f"{before}صممتُ توسعة بسعة ٤٠ خادمًا و 12 موقعًا سنة ٢٠١٨."

    assert receipt_for(a_document(bullets("", text, text), header=a_header("א"), language="ar")).losses == ()


def test_links_lie_where_their_text_is() -> None:
    reader = pypdf.PdfReader(BytesIO(render_pdf(hebrew(), Layout()).data))
    notes = [note.get_object() for note in reader.pages[0].get("/Annots", [])]
    spans = {str(note["/A"]["/URI"]): tuple(float(edge) for edge in note["/Rect"]) for note in notes}
    mail = spans["mailto:dana@levi.example"]
    signs = [box for letter, box in boxes(render_pdf(hebrew(), Layout()).data) if letter == "@"]

    assert any(mail[0] <= box[0] and box[2] <= mail[2] and mail[1] <= box[1] for box in signs)


def test_emoji_are_left_out_and_said_in_any_script() -> None:
    content = a_document(paragraphs("", "مرحبا 🚀 بكم"), language="ar")
    rendered = render_pdf(content, Layout())

    assert rendered.notes == ("No embedded font has 🚀 (U+1F680 ROCKET): left out.",)
    assert "مرحبا بكم" in read_with_pypdf(rendered.data).pages[0]


def test_a_letter_may_carry_any_mark() -> None:
    content = a_document(paragraphs("", f"M̌arek and Ọ́lá know K̨ǫ́. {ROW}", ROW))

    assert receipt_for(content).losses == ()


def test_text_without_spaces_ends_no_row_where_it_may_not() -> None:
    text = "（「雲端」平台）的設計、開發，與維運。データベース、ちょっと「待つ」。" * 12
    for width in range(30):
        content = a_document(bullets("", "一" * width + text), language="ja")
        rows = read_with_pdfium(render_pdf(content, Layout()).data).pages[0].splitlines()
        assert len(rows) > 3
        assert not [row for row in rows if row[:1] and row[0] in "）」、，。ーっょ"]
        assert not [row for row in rows if row[-1:] and row[-1] in "（「"]


_latin = st.sampled_from(["Go", "Acme", "AWS", "C++", "Node.js", "R&D", "CI/CD"])
_number = st.sampled_from(["7", "2019", "1,200", "99.5%", "€40", "3-5", "+972 52 555", "(12)"])
_hebrew = st.text("אבגדהוזחטיכלמנסעפצקרשת", min_size=1, max_size=9)
_arabic = st.text("ابتثجحخدذرزسشصضطظعغفقكلمنهويءةىأإ", min_size=1, max_size=9)
_east = st.text("開発設計的工程師データ한국어", min_size=1, max_size=9)


def _phrase(*words: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    joined = st.lists(st.one_of(*words), min_size=2, max_size=24).map(" ".join)
    return st.tuples(joined, st.sampled_from(["", ".", "!", ":"])).map("".join)


@settings(max_examples=40, deadline=None, derandomize=True, phases=[Phase.generate])
@given(st.data(), st.sampled_from(["he", "ar", "en"]))
def test_whatever_the_mixture_it_reads_back(data: st.DataObject, language: str) -> None:
    words = _arabic | st.sampled_from(["٤٠", "٢٠١٨", "٧٪"]) if language == "ar" else _hebrew
    phrase = _phrase(_latin, _number, words, _latin | _east)
    said = data.draw(st.lists(phrase, min_size=4, max_size=8))
    content = a_document(
        paragraphs("", ROW, *said),
        entries("", an_entry(said[0], said[1], said[2], bullets=tuple(said))),
        header=a_header(said[3]),
        language=language,
    )

    assert receipt_for(content).losses == ()

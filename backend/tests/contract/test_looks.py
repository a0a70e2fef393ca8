"""The templates themselves, and what of them every format shows."""

import tomllib
from base64 import b64encode
from dataclasses import fields, is_dataclass
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any, get_type_hints

import docx
import pypdfium2
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, RGBColor
from PIL import Image, ImageChops, ImageStat

from app.domain.documents.colours import READABLE, contrast_on_white
from app.domain.documents.content import SectionKind
from app.domain.documents.errors import TemplateNotFound
from app.domain.documents.ports import Density, FontFamily, Layout
from app.infrastructure import looks
from app.infrastructure.docx.renderer import to_docx
from app.infrastructure.extraction.pdfium import read_with_pdfium
from app.infrastructure.looks import LOOKS, dressed
from app.infrastructure.looks.look import Look
from app.infrastructure.pdf.pictures import FOLDER, picture_name, picture_of
from app.infrastructure.text.html import to_html
from app.presentation.cli.careers import EXAMPLES
from tests.builders.documents import a_document, a_header, an_entry, bullets, entries
from tests.builders.resumes import one_page, sixty_bullets, two_pages
from tests.contract.printing import printed
from tests.pictures import drawn

FILES = sorted((Path(looks.__file__).parent / "templates").glob("*.toml"))
RED = "#8a1c1c"


def unknown(said: dict[str, Any], kind: type) -> list[str]:
    """Names that a template says and no look has."""
    known = get_type_hints(kind)
    strangers = [name for name in said if name not in {field.name for field in fields(kind)}]
    for name, value in said.items():
        inner = known.get(name)
        if isinstance(value, dict) and name not in strangers:
            inner = next((k for k in getattr(inner, "__args__", (inner,)) if is_dataclass(k)), None)
            assert isinstance(inner, type)
            strangers += [f"{name}.{each}" for each in unknown(value, inner)]
    return strangers


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_template_says_only_what_a_look_has(file: Path) -> None:
    assert unknown(tomllib.loads(file.read_text()), Look) == []


def test_every_file_is_a_template_and_the_other_way_round() -> None:
    assert {file.stem for file in FILES} - {"_common"} == set(LOOKS)
    assert len(LOOKS) >= 8


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
def test_every_colour_of_a_text_can_be_read(look: Look) -> None:
    texts = [getattr(look.texts, field.name) for field in fields(look.texts)]

    assert min(contrast_on_white(look.colours.of(text.colour)) for text in texts) >= READABLE
    assert min(text.size for text in texts if not text.display) >= 9


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
def test_an_order_of_its_own_names_each_section_once(look: Look) -> None:
    order = look.sections or tuple(SectionKind)

    assert len(set(order)) == len(order)
    assert set(order) >= set(SectionKind) - {SectionKind.OTHER}


async def test_the_pictures_are_what_the_program_draws() -> None:
    async for name, data in drawn():
        kept, now = (Image.open(BytesIO(png)).convert("L") for png in ((FOLDER / name).read_bytes(), data))
        assert kept.size == now.size, f"make pictures: {name}"
        assert ImageStat.Stat(ImageChops.difference(kept, now)).mean[0] < 4, f"make pictures: {name}"


def test_every_template_has_its_two_pictures_and_no_more() -> None:
    names = {picture_name(each, letter=letter) for each in LOOKS for letter in (False, True)}

    assert {path.name for path in FOLDER.glob("*.png")} == names
    assert sum(path.stat().st_size for path in FOLDER.glob("*.png")) < 600_000
    with pytest.raises(TemplateNotFound):
        picture_of("../classic")


def test_the_documentation_shows_every_template_with_both_pictures() -> None:
    told = (EXAMPLES.parent / "docs" / "templates.md").read_text(encoding="utf-8")

    for look in LOOKS.values():
        assert f"### {look.name} (`{look.id}`)" in told
        assert look.description in told
        for letter in (False, True):
            assert f"/pictures/{picture_name(look.id, letter=letter)})" in told


def colours(data: bytes) -> set[tuple[int, int, int]]:
    with pypdfium2.PdfDocument(data) as pdf:
        return {
            colour[:3]
            for page in pdf
            for _, colour in page.render(scale=2).to_pil().convert("RGB").getcolors(1 << 24)
        }


@pytest.mark.parametrize("template", LOOKS)
def test_the_accent_takes_the_place_of_the_templates_colour(template: str) -> None:
    red = (0x8A, 0x1C, 0x1C)

    assert red in colours(printed(two_pages(), Layout(template=template, accent=RED)).data)
    assert red not in colours(printed(two_pages(), Layout(template=template)).data)


@pytest.mark.parametrize("font", FontFamily)
def test_a_font_that_is_chosen_is_embedded(font: FontFamily) -> None:
    data = printed(two_pages(), Layout(template="modern", font=font)).data
    with pypdfium2.PdfDocument(data) as pdf:
        texts = [o for page in pdf for o in page.get_objects() if isinstance(o, pypdfium2.PdfTextObj)]
        names = {text.get_font().get_base_name().partition("-")[0] for text in texts}
        embedded = all(text.get_font().is_embedded for text in texts)

    families = {
        FontFamily.CARLITO: {"Carlito"},
        FontFamily.SOURCE_SANS: {"SourceSansPro"},
        FontFamily.SOURCE_SERIF: {"SourceSerifPro"},
        FontFamily.JETBRAINS_MONO: {"JetBrainsMono"},
    }
    assert names == families[font]
    assert embedded


def test_density_and_margins_change_how_much_a_page_holds() -> None:
    def pages(**about: Any) -> int:
        return printed(sixty_bullets(), Layout(template="executive", **about)).pages

    assert pages(density=Density.COMPACT) <= pages() <= pages(density=Density.AIRY)
    assert pages(density=Density.COMPACT) < pages(density=Density.AIRY)
    assert pages(margin_mm=10) < pages(margin_mm=30)


def test_it_is_set_tighter_to_stay_within_the_pages_and_loses_nothing() -> None:
    of_many = (
        a_document(bullets("Things", *(f"Thing {n} is done." for n in range(c)))) for c in range(30, 70)
    )
    content = next(each for each in of_many if printed(each, Layout()).pages == 2)

    fitted = printed(content, Layout(max_pages=1))

    assert fitted.pages == 1
    text = read_with_pdfium(fitted.data).pages[0]
    assert all(line.text in text for section in content.sections for line in section.bullets)


def test_what_cannot_fit_is_set_as_if_nobody_had_asked() -> None:
    asked, plain = printed(sixty_bullets(), Layout(max_pages=1)), printed(sixty_bullets(), Layout())

    assert asked == plain


def test_side_sections_that_find_no_room_follow_at_the_end() -> None:
    crowd = bullets("Certificates", *(f"Certificate {n}" for n in range(90)), kind=SectionKind.CERTIFICATIONS)
    languages = bullets("Languages", "German", kind=SectionKind.LANGUAGES)
    content = a_document(entries("Work"), crowd, languages, *one_page().sections[1:2])

    rendered = printed(content, Layout(template="two-column"))

    # As arranged: Languages, Certificates, Work, Experience.
    assert rendered.order == (0, 2, 3, 1)


def test_where_the_main_column_could_not_begin_there_are_no_columns() -> None:
    languages = bullets("Languages", "German", kind=SectionKind.LANGUAGES)
    saga = entries("Work", an_entry("Keeper of the light " * 210, bullets=("Lit it.",)))

    rendered = printed(a_document(languages, saga), Layout(template="two-column"))

    assert rendered.order == (0, 1)
    assert "Keeper of the light" in read_with_pdfium(rendered.data).pages[0]


@pytest.mark.parametrize("template", LOOKS)
def test_a_name_that_is_a_little_long_stays_on_one_row(template: str) -> None:
    name = "Magdalena Kowalczyk-Featherstonehaugh"

    first = read_with_pdfium(printed(a_document(header=a_header(name)), Layout(template=template)).data)

    assert first.pages[0].splitlines()[0].strip() == name


@pytest.mark.parametrize("template", LOOKS)
def test_a_word_document_has_the_templates_fonts_and_colours(template: str) -> None:
    look = dressed(Layout(template=template, accent=RED, margin_mm=15))
    document = docx.Document(
        BytesIO(to_docx(two_pages(), Layout(template=template, accent=RED, margin_mm=15)))
    )
    heading, title = document.styles["Heading 1"], document.styles["Title"]

    assert bool(heading.font.all_caps) is look.headings.capitals
    assert heading.font.color.rgb == RGBColor.from_string(
        look.colours.of(look.texts.heading.colour)[1:].upper()
    )
    assert (title.paragraph_format.alignment == WD_ALIGN_PARAGRAPH.CENTER) is (template == "executive")
    assert (heading.element.find(f".//{qn('w:pBdr')}") is not None) is (look.headings.rule != "none")
    assert document.sections[0].left_margin == pytest.approx(Mm(15), abs=Mm(0.1))


@pytest.mark.parametrize("template", LOOKS)
def test_a_web_page_has_them_too_and_its_policy_knows_its_style(template: str) -> None:
    page = to_html(two_pages(), Layout(template=template, accent=RED))
    style = page.partition("<style>")[2].partition("</style>")[0]

    assert RED in style or template == "compact"
    assert f"sha256-{b64encode(sha256(style.encode()).digest()).decode()}" in page
    assert style.count("{") == style.count("}")

"""All templates, scripts, papers and lengths, and all fonts: too many for every day."""

import pytest

from app.domain.documents.ports import Density, FontFamily, Layout, Paper
from app.infrastructure.looks import LOOKS
from tests.builders.resumes_by_script import BY_SCRIPT, POSITIONS, a_letter_in, career
from tests.contract.printing import assert_whole, printed
from tests.contract.tagged import Tagged


@pytest.mark.parametrize("script", BY_SCRIPT)
@pytest.mark.parametrize("pages", POSITIONS)
@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("template", LOOKS)
def test_a_resume_reads_back(template: str, paper: Paper, pages: int, script: str) -> None:
    assert_whole(career(script, pages=pages), Layout(template=template, paper=paper), pages=pages)


@pytest.mark.parametrize("script", BY_SCRIPT)
@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("template", LOOKS)
def test_a_letter_reads_back(template: str, paper: Paper, script: str) -> None:
    assert_whole(a_letter_in(script), Layout(template=template, paper=paper))


@pytest.mark.parametrize("script", BY_SCRIPT)
@pytest.mark.parametrize("density", Density)
@pytest.mark.parametrize("font", FontFamily)
@pytest.mark.parametrize("template", ["modern", "two-column"])
def test_whatever_is_chosen_it_reads_back(
    template: str, font: FontFamily, density: Density, script: str
) -> None:
    layout = Layout(template=template, font=font, density=density, margin_mm=14, max_pages=2)

    assert_whole(career(script, pages=2), layout)


@pytest.mark.parametrize("script", BY_SCRIPT)
@pytest.mark.parametrize("template", LOOKS)
def test_it_is_tagged_throughout(template: str, script: str) -> None:
    layout = Layout(template=template)
    made = [printed(content, layout) for content in (career(script, pages=2), a_letter_in(script))]

    assert [Tagged(pdf.data).faults for pdf in made] == [[], []]

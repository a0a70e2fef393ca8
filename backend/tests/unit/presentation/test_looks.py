"""What of a look the API takes."""

from app.domain.documents.content import SectionKind
from app.presentation.looks import TitlesIn


def test_every_section_can_have_a_title_of_ones_own() -> None:
    assert list(TitlesIn.model_fields) == list(SectionKind)

import pytest

from app.domain.documents.calendar import LANGUAGES
from app.domain.documents.content import SectionKind
from app.domain.documents.facts.texts.outline import heading_kind
from app.domain.generation.headings import title_of
from app.domain.generation.instructions.section_names import section_named
from app.domain.resumes.parsing.headings import heading_of
from app.domain.shared.section_titles import TITLES, titles_of

KINDS = [kind for kind in SectionKind if kind is not SectionKind.OTHER]


def test_every_language_has_a_title_for_every_kind_and_dates_too() -> None:
    assert set(TITLES) == LANGUAGES
    assert {"en", "de", "fr", "es", "pt", "it", "nl", "pl", "sv", "uk", "ar", "he", "zh", "ja"} <= LANGUAGES
    assert (
        set(["en", "de", "fr", "es", "pt", "it", "nl", "pl", "sv", "uk", "ar", "he", "zh", "ja"]) <= LANGUAGES
    )
    for titles in TITLES.values():
        assert set(titles) == set(KINDS)
        assert len(set(titles.values())) == len(KINDS)


@pytest.mark.parametrize("language", sorted(TITLES))
@pytest.mark.parametrize("kind", KINDS)
def test_what_we_write_over_a_section_every_reader_knows(kind: SectionKind, language: str) -> None:
    title = title_of(kind, language)

    assert heading_kind(title) is kind
    assert section_named(title) is kind
    assert heading_of(title) is not None
    if kind in (SectionKind.EXPERIENCE, SectionKind.EDUCATION, SectionKind.SKILLS, SectionKind.LANGUAGES):
        assert heading_of(title) == kind.value


def test_a_language_without_titles_gets_the_english_ones() -> None:
    assert title_of(SectionKind.SKILLS, "eo") == "Skills"


def test_a_kind_without_titles_has_none() -> None:
    assert titles_of(SectionKind.OTHER) == ()

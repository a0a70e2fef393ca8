from collections.abc import Iterator

from app.domain.documents.content import SectionKind
from app.domain.shared.section_titles import TITLES


def title_of(kind: SectionKind, language: str) -> str:
    """In English where there are no headings in the language."""
    return TITLES.get(language, TITLES["en"])[kind]


def every_title() -> Iterator[tuple[SectionKind, str]]:
    """In every language that there are headings in."""
    for titles in TITLES.values():
        for kind, title in titles.items():
            yield SectionKind(kind), title

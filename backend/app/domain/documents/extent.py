"""How much one document may hold: several times what anybody has sent with an application."""

from collections.abc import Iterator

from app.domain.documents.content import DocumentContent, lines_of
from app.domain.documents.errors import ContentTooLong

MOST_LINES = 2_000
"""Of each kind: headings, bullets, skills, contacts."""
MOST_CHARACTERS = 150_000
"""Of all lines: some forty pages."""


def require_extent(content: DocumentContent) -> None:
    """Raises ContentTooLong: before anybody spends time on it."""
    lengths = list(_lengths(content))
    if len(lengths) > MOST_LINES or sum(lengths) > MOST_CHARACTERS:
        raise ContentTooLong(
            f"A document has {MOST_LINES} lines and {MOST_CHARACTERS} characters at most.",
            details={
                "lines": len(lengths),
                "most_lines": MOST_LINES,
                "characters": sum(lengths),
                "most_characters": MOST_CHARACTERS,
            },
        )


def _lengths(content: DocumentContent) -> Iterator[int]:
    for section in content.sections:
        yield len(section.title)
    for _, line in lines_of(content):
        yield len(line.text)

"""What every text format shows of a content: cleaned, and nothing of it empty."""

from collections.abc import Iterable

from app.domain.documents.content import Line, Paragraph
from app.domain.documents.printable import printable


def shown(*lines: Line | None) -> list[str]:
    """The lines that have something to show, in order."""
    return [text for line in lines if line and (text := printable(line.text))]


def joined(between: str, lines: Iterable[Line | None]) -> str:
    return between.join(shown(*lines))


def running(paragraph: Paragraph) -> str:
    """A letter's paragraph: its sentences one after another."""
    return joined(" ", paragraph.sentences)

"""What an answer looks like, part by part."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WordedLine:
    number: int
    """Of the line that it stands for."""
    text: str


@dataclass(frozen=True, slots=True)
class WordedLines:
    lines: tuple[WordedLine, ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    text: str
    sources: tuple[int, ...]
    """Numbers of the lines that say so."""


@dataclass(frozen=True, slots=True)
class Summarised:
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class ToldParagraph:
    number: int
    """Of the paragraph that it stands for."""
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class ToldLetter:
    paragraphs: tuple[ToldParagraph, ...]


@dataclass(frozen=True, slots=True)
class Ordered:
    order: tuple[int, ...]
    """Numbers of skills, what the posting wants first."""

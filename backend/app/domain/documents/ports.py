from abc import abstractmethod
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from app.domain.documents.content import DocumentContent


class Format(StrEnum):
    PDF = "pdf"
    DOCX = "docx"
    HTML = "html"
    MARKDOWN = "md"
    TEXT = "txt"
    JSON = "json"


class Paper(StrEnum):
    A4 = "a4"
    LETTER = "letter"


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    template: str = "classic"
    paper: Paper = Paper.A4


@dataclass(frozen=True, slots=True)
class RenderedPDF:
    data: bytes
    pages: int
    notes: tuple[str, ...] = ()
    """What had to be left out, in words: characters that no embedded font has."""


@dataclass(frozen=True, slots=True)
class Template:
    """A way for a document to look, as a person picks it."""

    id: str
    name: str
    description: str


class IPDFGenerator(Protocol):
    @abstractmethod
    async def render(self, content: DocumentContent, layout: Layout) -> RenderedPDF:
        """The same content and layout give the same bytes. Raises ContentNotRenderable."""

    @abstractmethod
    def templates(self) -> tuple[Template, ...]: ...


class IDocumentRenderer(Protocol):
    """Any one format but PDF."""

    @abstractmethod
    async def render(self, content: DocumentContent, layout: Layout) -> bytes: ...


@dataclass(frozen=True, slots=True)
class ExtractedText:
    """What a reader that knows nothing of us makes of the file."""

    extractor: str
    """Its name and version."""
    pages: tuple[str, ...]


class ITextExtractor(Protocol):
    @abstractmethod
    async def extract(self, data: bytes) -> ExtractedText:
        """Raises FileUnreadable."""

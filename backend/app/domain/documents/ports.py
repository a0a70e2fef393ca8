from abc import abstractmethod
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from datetime import datetime
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


class IFileStorage(Protocol):
    """Files by key. Keys are ours, never a client's. Raises StorageUnavailable, whatever is wrong."""

    @abstractmethod
    async def put(self, key: str, data: bytes) -> None:
        """All of it or nothing; once this returns, a power cut does not take it away."""

    @abstractmethod
    async def get(self, key: str, *, start: int = 0, end: int | None = None) -> bytes:
        """Bytes [start, end) of the file, or to its end. Raises FileMissing."""

    @abstractmethod
    async def delete(self, keys: Sequence[str]) -> None:
        """Those that are not there are no error."""

    @abstractmethod
    async def list(self, prefix: str) -> Sequence[str]:
        """The keys below it, sorted."""

    @abstractmethod
    def older(self, prefix: str, *, than: datetime) -> AsyncIterator[Sequence[str]]:
        """The keys below it of files that were last put before then, some at a time."""

import re
from abc import abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from app.domain.documents.content import DocumentContent, SectionKind
from app.domain.documents.errors import LayoutImpossible


class Format(StrEnum):
    PDF = "pdf"
    DOCX = "docx"
    HTML = "html"
    MARKDOWN = "md"
    TEXT = "txt"
    JSON = "json"
    """The content itself, with its sources."""
    JSON_RESUME = "json_resume"

    @property
    def extension(self) -> str:
        """Of a file's name."""
        return "json" if self is Format.JSON_RESUME else self.value


class Paper(StrEnum):
    A4 = "a4"
    LETTER = "letter"


class FontFamily(StrEnum):
    CARLITO = "carlito"
    SOURCE_SANS = "source-sans"
    SOURCE_SERIF = "source-serif"
    JETBRAINS_MONO = "jetbrains-mono"


class Density(StrEnum):
    COMPACT = "compact"
    NORMAL = "normal"
    AIRY = "airy"


NARROWEST_MARGIN, WIDEST_MARGIN = 10, 30
"""Millimetres."""
MOST_PAGES = 2
COLOUR = r"^#[0-9a-f]{6}$"
_COLOUR = re.compile(COLOUR)
LONGEST_TITLE = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """How a document is to look. None and nothing are the template's own."""

    template: str = "classic"
    paper: Paper = Paper.A4
    accent: str | None = None
    """The one colour beside black and grey, as `#1d4e7a`."""
    font: FontFamily | None = None
    density: Density = Density.NORMAL
    margin_mm: int | None = None
    """Of all four sides."""
    sections: tuple[SectionKind, ...] | None = None
    """In this order; what is not named follows after. It takes nothing away."""
    titles: Mapping[SectionKind, str] = field(default_factory=dict)
    max_pages: int | None = None
    """Set tighter to stay within so many, as far as it can be read well. It cuts nothing."""

    def __post_init__(self) -> None:
        """Raises LayoutImpossible."""
        if self.accent is not None and not _COLOUR.fullmatch(self.accent):
            raise LayoutImpossible("A colour is written as #1d4e7a.")
        if self.margin_mm is not None and not NARROWEST_MARGIN <= self.margin_mm <= WIDEST_MARGIN:
            raise LayoutImpossible(f"A margin has {NARROWEST_MARGIN} to {WIDEST_MARGIN} mm.")


@dataclass(frozen=True, slots=True)
class RenderedPDF:
    data: bytes
    pages: int
    notes: tuple[str, ...] = ()
    """What had to be left out, in words: characters that no embedded font has."""
    order: tuple[int, ...] | None = None
    """Of the content's sections, where a template with columns reads in another one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """A way for a document to look, as a person picks it."""

    id: str
    name: str
    description: str
    letter: str
    """How the cover letter that goes with it looks."""
    font: FontFamily
    accent: str
    columns: int = 1
    capitals: bool = False
    """Of section titles."""
    sections: tuple[SectionKind, ...] | None = None
    """Its own order of sections. None: the document's."""


class IPDFGenerator(Protocol):
    @abstractmethod
    async def render(self, content: DocumentContent, layout: Layout) -> RenderedPDF:
        """The same content and layout give the same bytes. Raises ContentNotRenderable."""

    @abstractmethod
    def templates(self) -> tuple[Template, ...]: ...

    @abstractmethod
    def picture(self, template_id: str, *, letter: bool = False) -> bytes:
        """A PNG of the first page of a resume, or of a letter. Raises TemplateNotFound."""


class IDocumentRenderer(Protocol):
    """Any one format but PDF."""

    @abstractmethod
    async def render(self, content: DocumentContent, layout: Layout) -> bytes: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class FileFacts:
    """What a file says of itself, beside its text. None: this kind of file has no such thing."""

    format: Format
    size: int
    """Bytes."""
    pages: int | None = None
    title: str | None = None
    author: str | None = None
    language: str | None = None
    locked: bool = False
    """Encrypted, so that a reader needs a password or a permission."""
    pictures: int = 0
    mute_fonts: tuple[str, ...] = ()
    """Fonts that draw shapes without saying which letters they are."""
    aside: tuple[str, ...] = ()
    """Beginnings of texts in page headers, footers, text boxes and tables, which many readers skip."""
    headings: tuple[str, ...] | None = None
    """What is marked as a heading, rather than only set large."""


@dataclass(frozen=True, slots=True)
class ExtractedText:
    """What a reader that knows nothing of us makes of the file."""

    extractor: str
    """Its name and version."""
    pages: tuple[str, ...]
    file: FileFacts | None = None
    """From readers that look at more than the text."""


class ITextExtractor(Protocol):
    @abstractmethod
    async def extract(self, data: bytes) -> ExtractedText:
        """Raises FileUnreadable."""

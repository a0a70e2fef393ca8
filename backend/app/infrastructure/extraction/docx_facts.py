"""What a Word file says of itself beside its text."""

from collections.abc import Iterable, Iterator

from docx.document import Document as WordDocument

from app.domain.documents.ports import FileFacts, Format

_MOST = 20
_LONGEST = 80
_PICTURES = "//*[local-name()='pic' or local-name()='imagedata']"
_BOXES = "//*[local-name()='txbxContent'][not(ancestor::*[local-name()='Fallback'])]"
_TEXTS = ".//w:t/text()"


def facts_of(document: WordDocument, size: int) -> FileFacts:
    about = document.core_properties
    return FileFacts(
        format=Format.DOCX,
        size=size,
        title=about.title,
        author=about.author,
        language=about.language,
        pictures=len(document.element.xpath(_PICTURES)),
        aside=_few(_aside(document)),
        headings=tuple(p.text[:_LONGEST] for p in document.paragraphs if _is_heading(p.style)),
    )


def _aside(document: WordDocument) -> Iterator[str]:
    for section in document.sections:
        for edge in (section.header, section.footer):
            if not edge.is_linked_to_previous:
                yield "".join(edge._element.xpath(_TEXTS))
    for box in document.element.xpath(_BOXES):
        yield "".join(box.itertext())
    for table in document.tables:
        yield "".join(table._tbl.xpath(_TEXTS))


def _few(texts: Iterable[str]) -> tuple[str, ...]:
    said = (text.strip()[:_LONGEST] for text in texts)
    return tuple(text for text, _ in zip(filter(None, said), range(_MOST), strict=False))


def _is_heading(style: object) -> bool:
    """By the name that Word gives it in every language of its menus."""
    return str(getattr(style, "name", "")).startswith(("Heading", "Title"))

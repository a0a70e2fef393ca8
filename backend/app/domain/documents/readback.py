"""The read-back receipt: what of a document its file gives back to readers that know nothing of us."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.domain.documents.content import DocumentContent, lines_of
from app.domain.documents.matching import find_in_order
from app.domain.documents.ports import ExtractedText, FileFacts

VERSION = 2
ENOUGH = 0.98
"""Of the fields: a file that gives back less is marked."""
_NAMED = 5


class FieldKind(StrEnum):
    NAME = "name"
    HEADLINE = "headline"
    CONTACT = "contact"
    SECTION = "section"
    TITLE = "title"
    ORGANIZATION = "organization"
    LOCATION = "location"
    DATES = "dates"
    PARAGRAPH = "paragraph"
    BULLET = "bullet"
    DETAIL = "detail"
    SKILL_GROUP = "skill_group"
    SKILL = "skill"
    DATE = "date"
    RECIPIENT = "recipient"
    SUBJECT = "subject"
    SALUTATION = "salutation"
    CLOSING = "closing"
    SIGNATURE = "signature"


@dataclass(frozen=True, slots=True)
class Field:
    pointer: str
    """JSON Pointer within the content."""
    kind: FieldKind
    text: str


@dataclass(frozen=True, slots=True)
class KindRecall:
    kind: FieldKind
    found: int
    total: int

    @property
    def recall(self) -> float:
        return round(self.found / self.total, 4)


@dataclass(frozen=True, slots=True)
class Loss:
    """A field that a reader did not give back, or gave back at another place."""

    extractor: str
    pointer: str
    kind: FieldKind
    text: str
    misplaced: bool = False
    """It is in the file, but not where reading in order meets it."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What one extractor recovered."""

    extractor: str
    recall: float
    in_order: bool
    kinds: tuple[KindRecall, ...]


@dataclass(frozen=True, slots=True)
class ReadBackReceipt:
    version: int
    recall: float
    """0 to 1: the fields found, over all extractors."""
    in_order: bool
    """Every extractor met what it found in the order of the content."""
    readings: tuple[Reading, ...]
    losses: tuple[Loss, ...]
    file: FileFacts | None = None
    order: tuple[int, ...] | None = None
    """The numbers of the content's sections, as they follow each other in the file."""

    @property
    def complete(self) -> bool:
        return not self.losses

    @property
    def warning(self) -> str | None:
        """Why this file had better not be sent; None where it reads back well enough."""
        if self.recall < ENOUGH:
            lost = Counter(loss.kind.replace("_", " ") for loss in self.losses if not loss.misplaced)
            kinds = ", ".join(f"{kind} ({count})" for kind, count in sorted(lost.items()))
            return f"Only {self.recall:.1%} of it is read back from the file. Lost: {kinds}."
        if not self.in_order:
            strays = dict.fromkeys(loss.text[:60] for loss in self.losses if loss.misplaced)
            named = ", ".join(repr(text) for text in [*strays][:_NAMED])
            return f"It is read back in another order than it is written. At another place: {named}."
        return None


def read_back(
    content: DocumentContent, extracted: Sequence[ExtractedText], order: Sequence[int] | None = None
) -> ReadBackReceipt:
    """`order` numbers the sections as the file has them; without it they stand as in the content."""
    fields = tuple(fields_of(content))
    if order is not None:
        place = {f"{number}": n for n, number in enumerate(order)}
        fields = tuple(sorted(fields, key=lambda field: _turn(field.pointer, place)))
    results = [_read(fields, text) for text in extracted]
    readings = tuple(reading for reading, _ in results)
    return ReadBackReceipt(
        version=VERSION,
        recall=round(sum(r.recall for r in readings) / len(readings), 4) if readings else 0.0,
        in_order=bool(readings) and all(r.in_order for r in readings),
        readings=readings,
        losses=tuple(loss for _, losses in results for loss in losses),
        file=next((text.file for text in extracted if text.file), None),
        order=None if order is None else tuple(order),
    )


def fields_of(content: DocumentContent) -> Iterator[Field]:
    """Every text of the content in reading order, the section titles among them."""
    titled = -1
    for pointer, line in lines_of(content):
        parts = pointer.split("/")
        if parts[1] == "sections":
            while titled < int(parts[2]):
                titled += 1
                yield _title(content, titled)
        yield Field(pointer, _kind(parts), line.text)
    for empty in range(titled + 1, len(content.sections)):
        yield _title(content, empty)


def _turn(pointer: str, place: Mapping[str, int]) -> tuple[int, int]:
    """First the header, then the sections, then a letter."""
    _, part, *rest = pointer.split("/")
    if part == "sections":
        return 1, place[rest[0]]
    return (0, 0) if part == "header" else (2, 0)


def _title(content: DocumentContent, n: int) -> Field:
    return Field(f"/sections/{n}/title", FieldKind.SECTION, content.sections[n].title)


_KINDS = {
    "contacts": FieldKind.CONTACT,
    "text": FieldKind.PARAGRAPH,
    "paragraphs": FieldKind.PARAGRAPH,
    "sentences": FieldKind.PARAGRAPH,
    "bullets": FieldKind.BULLET,
    "details": FieldKind.DETAIL,
    "label": FieldKind.SKILL_GROUP,
    "items": FieldKind.SKILL,
}


def _kind(parts: list[str]) -> FieldKind:
    """`/sections/0/entries/1/bullets/2` is a bullet, `/header/name` the name."""
    word = next(part for part in reversed(parts) if not part.isdigit())
    return _KINDS.get(word) or FieldKind(word)


def _read(fields: tuple[Field, ...], text: ExtractedText) -> tuple[Reading, list[Loss]]:
    found = find_in_order([field.text for field in fields], "\n".join(text.pages))
    losses = [
        Loss(text.extractor, field.pointer, field.kind, field.text, misplaced=place is not None)
        for field, place in zip(fields, found, strict=True)
        if place is None or place.misplaced
    ]
    lost = {loss.pointer for loss in losses if not loss.misplaced}
    reading = Reading(
        extractor=text.extractor,
        recall=round(1 - len(lost) / len(fields), 4),
        in_order=not any(loss.misplaced for loss in losses),
        kinds=tuple(_recalls(fields, lost)),
    )
    return reading, losses


def _recalls(fields: tuple[Field, ...], lost: set[str]) -> Iterator[KindRecall]:
    for kind in FieldKind:
        pointers = [field.pointer for field in fields if field.kind is kind]
        if pointers:
            yield KindRecall(kind, sum(p not in lost for p in pointers), len(pointers))

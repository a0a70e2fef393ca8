"""A document's content as it is sent to us: bounded, and turned into the domain's."""

from typing import Annotated
from uuid import UUID

from pydantic import Field, StringConstraints

from app.domain.documents.content import (
    Contact,
    ContactKind,
    DocumentContent,
    Entry,
    Header,
    Letter,
    Line,
    Paragraph,
    Section,
    SectionKind,
    SkillGroup,
    Source,
    SourceKind,
)
from app.presentation.schemas import ANY_TEXT, In, Name, NoControl, Short
from app.presentation.values import becomes

Text = Annotated[str, StringConstraints(min_length=1, max_length=4_000), NoControl, ANY_TEXT]
Address = Annotated[str, StringConstraints(min_length=1, max_length=2_000), NoControl, ANY_TEXT]


class SourceIn(In):
    kind: SourceKind
    id: UUID
    field: Short | None = None


class LineIn(In):
    text: Text
    sources: list[Annotated[SourceIn, becomes(Source)]] = Field([], max_length=50)


AsLine = Annotated[LineIn, becomes(Line)]
MOST_LINES = 60
MOST_ADDRESS_LINES, MOST_PARAGRAPHS, MOST_SENTENCES = 10, 20, 20


class ContactLineIn(In):
    kind: ContactKind
    text: Text
    url: Address | None = None
    sources: list[Annotated[SourceIn, becomes(Source)]] = Field([], max_length=50)


class HeaderIn(In):
    name: AsLine
    headline: AsLine | None = None
    contacts: list[Annotated[ContactLineIn, becomes(Contact)]] = Field([], max_length=30)


class EntryIn(In):
    title: AsLine
    organization: AsLine | None = None
    location: AsLine | None = None
    dates: AsLine | None = None
    url: Address | None = None
    text: AsLine | None = None
    bullets: list[AsLine] = Field([], max_length=MOST_LINES)
    details: list[AsLine] = Field([], max_length=MOST_LINES)


class SkillGroupIn(In):
    label: AsLine | None = None
    items: Annotated[list[AsLine], Field(max_length=100)]


class SectionIn(In):
    kind: SectionKind
    title: Name
    paragraphs: list[AsLine] = Field([], max_length=MOST_LINES)
    entries: list[Annotated[EntryIn, becomes(Entry)]] = Field([], max_length=60)
    groups: list[Annotated[SkillGroupIn, becomes(SkillGroup)]] = Field([], max_length=60)
    bullets: list[AsLine] = Field([], max_length=MOST_LINES)


class ParagraphIn(In):
    sentences: list[AsLine] = Field(min_length=1, max_length=MOST_SENTENCES)


class LetterIn(In):
    date: AsLine
    recipient: list[AsLine] = Field([], max_length=MOST_ADDRESS_LINES)
    subject: AsLine | None = None
    salutation: AsLine
    paragraphs: list[Annotated[ParagraphIn, becomes(Paragraph)]] = Field(
        min_length=1, max_length=MOST_PARAGRAPHS
    )
    closing: AsLine
    signature: AsLine


class ContentIn(In):
    """Every line names the profile items it rests on. A resume has sections, a cover letter a letter."""

    language: Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$"), Field(examples=["en"])]
    header: Annotated[HeaderIn, becomes(Header)]
    sections: list[Annotated[SectionIn, becomes(Section)]] = Field([], max_length=30)
    letter: Annotated[LetterIn, becomes(Letter)] | None = None


AsContent = Annotated[ContentIn, becomes(DocumentContent)]

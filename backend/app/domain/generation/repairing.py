"""Taking out of a document what does not hold, where it can be missed."""

from collections.abc import Collection
from dataclasses import replace
from typing import TypeVar

from app.domain.documents.content import (
    DocumentContent,
    Entry,
    Header,
    Letter,
    Paragraph,
    Section,
    SkillGroup,
)

T = TypeVar("T")


def without(content: DocumentContent, pointers: Collection[str]) -> DocumentContent:
    """Without those lines, and without what is empty then. A name and an entry's title always stay."""
    sections = (_section(section, f"/sections/{n}", pointers) for n, section in enumerate(content.sections))
    return replace(
        content,
        header=_header(content.header, pointers),
        sections=tuple(section for section in sections if says_something(section)),
        letter=_letter(content.letter, pointers) if content.letter else None,
    )


def _letter(letter: Letter, pointers: Collection[str]) -> Letter:
    """Date, salutation, closing and signature make it a letter: they stay, and are a person's to mend."""
    paragraphs = (
        Paragraph(_kept(paragraph.sentences, f"/letter/paragraphs/{n}/sentences", pointers))
        for n, paragraph in enumerate(letter.paragraphs)
    )
    return replace(
        letter,
        recipient=_kept(letter.recipient, "/letter/recipient", pointers),
        subject=_one(letter.subject, "/letter/subject", pointers),
        paragraphs=tuple(paragraph for paragraph in paragraphs if paragraph.sentences),
    )


def _header(header: Header, pointers: Collection[str]) -> Header:
    return replace(
        header,
        headline=_one(header.headline, "/header/headline", pointers),
        contacts=_kept(header.contacts, "/header/contacts", pointers),
    )


def _section(section: Section, at: str, pointers: Collection[str]) -> Section:
    groups = (_group(group, f"{at}/groups/{n}", pointers) for n, group in enumerate(section.groups))
    return replace(
        section,
        paragraphs=_kept(section.paragraphs, f"{at}/paragraphs", pointers),
        entries=tuple(_entry(e, f"{at}/entries/{n}", pointers) for n, e in enumerate(section.entries)),
        groups=tuple(group for group in groups if group.items),
        bullets=_kept(section.bullets, f"{at}/bullets", pointers),
    )


def _group(group: SkillGroup, at: str, pointers: Collection[str]) -> SkillGroup:
    return SkillGroup(_one(group.label, f"{at}/label", pointers), _kept(group.items, f"{at}/items", pointers))


def _entry(entry: Entry, at: str, pointers: Collection[str]) -> Entry:
    return replace(
        entry,
        organization=_one(entry.organization, f"{at}/organization", pointers),
        location=_one(entry.location, f"{at}/location", pointers),
        dates=_one(entry.dates, f"{at}/dates", pointers),
        text=_one(entry.text, f"{at}/text", pointers),
        bullets=_kept(entry.bullets, f"{at}/bullets", pointers),
        details=_kept(entry.details, f"{at}/details", pointers),
    )


def _one(line: T | None, pointer: str, pointers: Collection[str]) -> T | None:
    return None if pointer in pointers else line


def _kept(lines: tuple[T, ...], at: str, pointers: Collection[str]) -> tuple[T, ...]:
    return tuple(line for n, line in enumerate(lines) if f"{at}/{n}" not in pointers)


def says_something(section: Section) -> bool:
    return bool(section.paragraphs or section.entries or section.groups or section.bullets)

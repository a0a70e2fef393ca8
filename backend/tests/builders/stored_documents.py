"""Documents that hold against their profile, ready to be kept."""

from dataclasses import asdict, replace
from datetime import datetime
from typing import Any

from app.domain.documents.approval import Approval
from app.domain.documents.ats import ats_score
from app.domain.documents.content import (
    Contact,
    ContactKind,
    DocumentContent,
    Entry,
    Header,
    Line,
    Section,
    SectionKind,
    Source,
    SourceKind,
    lines_of,
)
from app.domain.documents.facts import ClaimKind, check_facts
from app.domain.documents.model import Document, DocumentType, Export
from app.domain.documents.ports import Density, ExtractedText, FontFamily, Format, Layout, Paper
from app.domain.documents.readback import fields_of, read_back
from app.domain.documents.standing import prints_of
from app.domain.profile.model import Profile
from app.domain.shared.ids import DocumentId, ItemId, ProfileId
from tests.builders.identity import NOON

A_FULL_LAYOUT = Layout(
    template="modern",
    paper=Paper.LETTER,
    accent="#7a1f3d",
    font=FontFamily.SOURCE_SERIF,
    density=Density.AIRY,
    margin_mm=17,
    sections=(SectionKind.SKILLS, SectionKind.EXPERIENCE),
    titles={SectionKind.EXPERIENCE: "On the wards"},
    max_pages=1,
)


def content_of(profile: Profile) -> DocumentContent:
    """What the profile says, in its own words, every line with its source."""
    me = (Source(SourceKind.PROFILE, ItemId(profile.id)),)
    experience = profile.experiences[0]
    there = (Source(SourceKind.EXPERIENCE, experience.id),)
    bullets = tuple(Line(a.text, (Source(SourceKind.ACHIEVEMENT, a.id),)) for a in experience.achievements)
    entry = Entry(
        title=Line(experience.title, there), organization=Line(experience.company, there), bullets=bullets
    )
    contacts = (Contact(ContactKind.EMAIL, profile.email or "", f"mailto:{profile.email}", me),)
    return DocumentContent(
        language="en",
        header=Header(name=Line(profile.full_name, me), contacts=contacts),
        sections=(Section(kind=SectionKind.EXPERIENCE, title="Experience", entries=(entry,)),),
    )


def with_invention(content: DocumentContent, text: str = "Led a team of 900 surgeons.") -> DocumentContent:
    """The same, with a bullet that no profile bears out."""
    section = content.sections[0]
    entry = section.entries[0]
    bullets = (*entry.bullets, Line(text, entry.title.sources))
    return replace(content, sections=(replace(section, entries=(replace(entry, bullets=bullets),)),))


def a_stored_document(profile: Profile, now: datetime = NOON, **about: Any) -> Document:
    content = about.pop("content", None) or content_of(profile)
    facts: dict[str, Any] = {
        "profile_id": ProfileId(profile.id),
        "document_type": DocumentType.RESUME,
        "version_number": 1,
        "title": "Ward Nurse",
        "layout": Layout(),
        "faithfulness": check_facts(content, profile, now.date()),
        "ats": ats_score(content, keywords=("Triage", "Wound Care")),
        "source_prints": prints_of(content, profile),
        "created_at": now,
        "updated_at": now,
    }
    return Document(user_id=profile.user_id, content=content, **facts | about)


def a_full_document(profile: Profile, **about: Any) -> Document:
    """No field is at its default."""
    document = a_stored_document(
        profile, layout=A_FULL_LAYOUT, parameters={"pages": 2, "tone": ["plain"]}, **about
    )
    line = next(line for _, line in lines_of(document.content))
    about_it: dict[str, Any] = {"line": line.text, "sources": line.sources, "by": document.user_id}
    document.approvals = (Approval(kind=ClaimKind.NAME, claim="Dame Ada", at=NOON, **about_it),)
    document.pinned, document.frozen_at = True, NOON
    texts = [field.text for field in fields_of(document.content)]
    document.read_as(read_back(document.content, [ExtractedText("lossy 1", ("\n".join(texts[1:]),))]))
    return document


def an_export(document: Document, **about: Any) -> Export:
    facts: dict[str, Any] = {
        "format": Format.PDF,
        "layout": document.layout,
        "storage_key": f"documents/{document.id}/abc.pdf",
        "sha256": "a" * 64,
        "size": 3,
        "pages": 2,
        "read_back": document.read_back,
        "created_at": NOON,
    }
    return Export(document_id=DocumentId(document.id), **facts | about)


def as_json(content: DocumentContent) -> dict[str, Any]:
    def plain(value: Any) -> Any:
        if isinstance(value, dict):
            return {name: plain(inner) for name, inner in value.items()}
        if isinstance(value, list | tuple):
            return [plain(inner) for inner in value]
        return value if value is None or isinstance(value, int) else str(value)

    told: dict[str, Any] = plain(asdict(content))
    return told

"""Valid applications, in one word. A test names only what it is about."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from app.domain.applications.model import (
    Application,
    Contact,
    FollowUp,
    Move,
    Note,
    SalaryTalk,
    SentDocument,
    SentFile,
)
from app.domain.applications.status import ApplicationStatus
from app.domain.documents.model import Document
from app.domain.documents.ports import Format
from app.domain.jobs.model import Job
from app.domain.jobs.posting import Period
from app.domain.shared.ids import DocumentId, UserId
from tests.builders.identity import ADA, NOON
from tests.builders.jobs import a_job


def a_card(
    job: Job | None = None,
    *way: ApplicationStatus,
    owner: UserId = ADA,
    now: datetime = NOON,
    **about: Any,
) -> Application:
    """Moved along the way, an hour at each place."""
    first, *rest = way or (ApplicationStatus.INTERESTED,)
    card = Application.of(job or a_job(owner), first, by=owner, now=now)
    for n, status in enumerate(rest, start=1):
        card.move(status, by=owner, now=now + timedelta(hours=n))
    for name, value in about.items():
        setattr(card, name, value)
    return card


def a_full_card(job: Job, document: Document) -> Application:
    """No field is at its default."""
    card = a_card(job, company="Clinic", location="Bristol", url="https://jobs.example.com/7", favorite=True)
    card.notes = (Note(id=UUID(int=7), text="Ask about\nthe nights", at=NOON),)
    card.contacts = (Contact(name="Jo", role="Lead", email="jo@clinic.example", phone="+44 1"),)
    card.follow_ups = (FollowUp(on=NOON.date(), about="Call", done=True), FollowUp(on=NOON.date()))
    card.follow_up_on = NOON.date()
    card.salary = SalaryTalk(asked=36_000.0, offered=35_000.5, currency="GBP", period=Period.YEAR)
    card.move(ApplicationStatus.APPLIED, by=ADA, now=NOON + timedelta(hours=1), why="At last")
    card.sent = (sent_as(document),)
    return card


def sent_as(document: Document) -> SentDocument:
    return SentDocument(
        document_id=DocumentId(document.id),
        document_type=document.document_type,
        title=document.title,
        version_number=document.version_number,
        files=(SentFile(format=Format.PDF, sha256="a" * 64, size=3),),
        at=NOON,
    )


def moved(*pairs: tuple[ApplicationStatus, datetime]) -> tuple[Move, ...]:
    """A history as it would have come about."""
    card = a_card(None, pairs[0][0], now=pairs[0][1])
    for status, at in pairs[1:]:
        card.move(status, by=ADA, now=at)
    return card.history

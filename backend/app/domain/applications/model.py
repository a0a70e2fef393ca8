"""A user's card for one job: from the first interest to how it ended."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from app.domain.applications.errors import (
    AlreadyApplied,
    ApplicationExists,
    AppliedInFuture,
    HistoryFull,
    IllegalMove,
    NoSuchNote,
)
from app.domain.applications.status import MOVES, ApplicationStatus
from app.domain.documents.model import DocumentType
from app.domain.documents.ports import Format
from app.domain.jobs.model import Job
from app.domain.jobs.posting import Period
from app.domain.shared.entity import Entity
from app.domain.shared.errors import Flaw
from app.domain.shared.ids import DocumentId, JobId, UserId

MOST_CARDS = 10_000
"""Of one person: as many as a table brings back."""
MOST_MOVES = 200
MOST_NOTES = 100
MOST_CONTACTS = 20
MOST_FOLLOW_UPS = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """One line of the history."""

    before: ApplicationStatus | None
    """None for the first: there was no card yet."""
    after: ApplicationStatus
    at: datetime
    by: UserId
    why: str | None = None
    stayed: float | None = None
    """Seconds at `before`; None where nobody knows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    id: UUID
    text: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    name: str
    role: str | None = None
    email: str | None = None
    phone: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    on: date
    about: str | None = None
    done: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SalaryTalk:
    """What was said of pay."""

    asked: float | None = None
    offered: float | None = None
    currency: str | None = None
    period: Period | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SentFile:
    format: Format
    sha256: str
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SentDocument:
    """What went out, as it was then. The document itself is frozen for as long as a card holds it."""

    document_id: DocumentId | None
    document_type: DocumentType
    title: str
    version_number: int
    files: tuple[SentFile, ...]
    at: datetime


@dataclass(slots=True, kw_only=True, eq=False)
class Application(Entity):
    user_id: UserId
    job_id: JobId | None
    """None when the job was deleted since: what the card says of it stays."""
    title: str
    """This and the next four: of the posting, when it was saved, or when it was applied for."""
    company: str | None = None
    location: str | None = None
    url: str | None = None
    source: str
    status: ApplicationStatus
    favorite: bool = False
    notes: tuple[Note, ...] = ()
    contacts: tuple[Contact, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
    follow_up_on: date | None = None
    """The first that is still to be done."""
    salary: SalaryTalk | None = None
    applied_at: datetime | None = None
    """The last time: who withdrew may apply once more."""
    moved_at: datetime
    """Since when it stands where it does."""
    history: tuple[Move, ...] = ()
    sent: tuple[SentDocument, ...] = ()
    created_at: datetime
    updated_at: datetime

    @classmethod
    def of(
        cls, job: Job, status: ApplicationStatus, *, by: UserId, now: datetime, why: str | None = None
    ) -> "Application":
        """The first card for a job. Raises IllegalMove."""
        _require_legal(None, status)
        return cls(
            user_id=by,
            job_id=JobId(job.id),
            **posting_of(job),
            source=job.source,
            status=status,
            applied_at=now if status is ApplicationStatus.APPLIED else None,
            moved_at=now,
            history=(Move(before=None, after=status, at=now, by=by, why=why),),
            created_at=now,
            updated_at=now,
        )

    def move(self, to: ApplicationStatus, *, by: UserId, now: datetime, why: str | None = None) -> None:
        """Where it stands already it stays, without a word in the history. Raises IllegalMove."""
        if to is self.status:
            return
        _require_legal(self.status, to)
        if len(self.history) >= MOST_MOVES:
            raise HistoryFull(f"It was moved {MOST_MOVES} times, and more is not kept.")
        stayed = seconds_between(self.moved_at, now)
        line = Move(before=self.status, after=to, at=now, by=by, why=why, stayed=stayed)
        self.history = (*self.history, line)
        self.status, self.moved_at, self.updated_at = to, now, now
        if to is ApplicationStatus.APPLIED:
            self.applied_at = now

    def apply_for(self, job: Job, *, by: UserId, now: datetime) -> None:
        """It was only saved until now. Raises ApplicationExists."""
        self.require_unapplied()
        self.move(ApplicationStatus.APPLIED, by=by, now=now)
        for name, value in posting_of(job).items():
            setattr(self, name, value)

    def require_unapplied(self) -> None:
        """Raises ApplicationExists unless it is at `interested`."""
        if self.status is not ApplicationStatus.INTERESTED:
            raise self.taken()

    def taken(self) -> ApplicationExists:
        return ApplicationExists(
            f"There is an application for this job already, and it is {self.status}.",
            details={"application_id": str(self.id)} | _standing(self.status),
        )

    def applied_on(self, at: datetime, *, now: datetime) -> None:
        """It went out before anybody told us. Raises AppliedInFuture."""
        if at > now:
            flaw = Flaw("/applied_at", "in_future", "This is still to come.")
            raise AppliedInFuture("Nobody has applied in the future.", flaws=(flaw,))
        first = self.history[-2].at if len(self.history) > 1 else at
        told = replace(self.history[-1], at=max(at, first))
        self.history = (
            *self.history[:-1],
            replace(told, stayed=seconds_between(first, told.at) if told.before else None),
        )
        self.applied_at, self.moved_at = at, told.at

    def require_only_saved(self) -> None:
        """Raises AlreadyApplied."""
        if self.applied_at is not None or self.status is not ApplicationStatus.INTERESTED:
            raise AlreadyApplied(
                "This is more than saved: withdraw it, or delete it for good.",
                details={"application_id": str(self.id)} | _standing(self.status),
            )

    def change(self, facts: Mapping[str, Any], *, by: UserId, now: datetime) -> None:
        """Say something else of it, by field name; `status` and `why` move it.

        Raises IllegalMove, NoSuchNote.
        """
        told = dict(facts)
        why = told.pop("why", None)
        self.move(told.pop("status", self.status), by=by, now=now, why=why)
        if "notes" in told:
            told["notes"] = self._noted(told["notes"], now)
        for name, value in told.items():
            setattr(self, name, value)
        self.salary = None if self.salary == SalaryTalk() else self.salary
        self.follow_up_on = self.next_follow_up
        self.updated_at = now

    @property
    def next_follow_up(self) -> date | None:
        return min((each.on for each in self.follow_ups if not each.done), default=None)

    def _noted(self, told: Sequence[tuple[UUID | None, UUID, str]], now: datetime) -> tuple[Note, ...]:
        """Each as the note that is named, the id for a new one, and the text. An old text keeps its time."""
        had = {note.id: note for note in self.notes}
        notes: list[Note] = []
        for n, (named, new, text) in enumerate(told):
            old = had.pop(named, None) if named else None
            if named and old is None:
                flaw = Flaw(f"/notes/{n}/id", "no_such_note", "There is no such note, or it is named twice.")
                raise NoSuchNote("A note is named that is not there.", flaws=(flaw,))
            same = old is not None and old.text == text
            notes.append(old if old and same else Note(id=old.id if old else new, text=text, at=now))
        return tuple(notes)

    def hand_out(self, document: SentDocument) -> None:
        self.sent = (*self.sent, document)


def posting_of(job: Job) -> dict[str, Any]:
    """What a card keeps of a posting, lest it goes with it."""
    return {"title": job.title, "company": job.company, "location": job.location, "url": job.url}


def allowed_from(status: ApplicationStatus | None) -> list[str]:
    return [after.value for after in MOVES[status]]


def seconds_between(since: datetime, until: datetime) -> float:
    return max(0.0, (until - since).total_seconds())


def _standing(status: ApplicationStatus | None) -> dict[str, object]:
    return {"status": status.value if status else None, "allowed": allowed_from(status)}


def _require_legal(before: ApplicationStatus | None, after: ApplicationStatus) -> None:
    if after not in MOVES[before]:
        where = before.value if before else "not there yet"
        legal = ", ".join(allowed_from(before))
        raise IllegalMove(
            f"An application that is {where} cannot become {after}: it can become {legal}.",
            details=_standing(before) | {"wanted": after.value},
        )

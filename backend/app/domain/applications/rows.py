"""One row of a table, as an application: read strictly, for what is taken in silently wrong is worse."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from math import isfinite
from typing import Any, TypeVar
from uuid import NAMESPACE_OID, UUID, uuid5

from app.domain.applications.cells import from_line, parts_of
from app.domain.applications.model import (
    MOST_CONTACTS,
    MOST_FOLLOW_UPS,
    MOST_MOVES,
    MOST_NOTES,
    Application,
    Contact,
    FollowUp,
    Move,
    Note,
    SalaryTalk,
    seconds_between,
)
from app.domain.applications.status import MOVES, ApplicationStatus, way_to
from app.domain.applications.unfit import Unfit
from app.domain.jobs.pay import MOST_PAY
from app.domain.jobs.posting import Period
from app.domain.profile.wording import EMAIL, EMAIL_SHAPE
from app.domain.shared.ids import JobId, UserId
from app.domain.shared.unfit import UNFIT

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)

LONGEST = {"title": 200, "company": 200, "location": 200, "url": 2_000, "source": 50, "phone": 50}
LONGEST_LINE = 200
LONGEST_NOTE = 2_000
_BREAK = re.compile("[\n\r\u2028\u2029]")
_LINES = re.compile("\r\n|\n|\r")
_WHEN = r"(\d{4}-\d\d-\d\dT[\d:.]{5,15}Z)"
_NOTE = re.compile(rf"{_WHEN} (.+)", re.DOTALL)
_FOLLOW_UP = re.compile(r"(\d{4}-\d\d-\d\d)(?: \[([ x])\])?(?: (.*))?")
_MOVE = re.compile(rf"{_WHEN} (\w+)( \?)?(?:: (.*))?")
_AMOUNT = re.compile(r"\d{1,10}(\.\d{1,20})?(e-?\d{1,3})?")
_YES = {"yes", "true", "1", "x"}
_NO = {"no", "false", "0", ""}


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    number: int
    """As a spreadsheet counts, the header being the first."""
    said: str
    """All that its cells say."""
    id: UUID | None
    job_id: UUID | None
    facts: Mapping[str, Any]
    notes: tuple[tuple[datetime, str], ...]
    moves: tuple[tuple[datetime, ApplicationStatus, str | None, bool], ...]
    """When, where to, why, and whether the time before it is known."""

    def key(self, owner: UserId) -> UUID:
        """The same row is the same card, however often it is brought in."""
        return uuid5(NAMESPACE_OID, f"{owner} {self.id or self.said}")


def row_of(told: Mapping[str, str], *, number: int, now: datetime) -> Row:
    """Raises Unfit."""
    for column, cell in told.items():
        if UNFIT.search(cell):
            raise Unfit(column, "There is a control character in it.")
    facts: dict[str, Any] = {
        name: _line(told, name) for name in ("title", "company", "location", "url", "source")
    }
    if not facts["title"]:
        raise Unfit("title", "Every row needs a title.")
    applied_at = _moment(told, "applied_at", now)
    created_at = _moment(told, "created_at", now)
    moves = _history(told, now) or _guessed(told, applied_at, created_at or now, now)
    facts |= {
        "source": facts["source"] or "imported",
        "status": moves[-1][1],
        "favorite": _yes_or_no(told),
        "salary": _salary(told),
        "contacts": _lines(told, "contacts", MOST_CONTACTS, _contact),
        "follow_ups": _lines(told, "follow_ups", MOST_FOLLOW_UPS, _follow_up),
        "applied_at": applied_at or _applied_at(moves),
        "created_at": created_at,
        "moved_at": moves[-1][0],
    }
    notes = _lines(told, "notes", MOST_NOTES, lambda line: _note(line, now))
    return Row(
        number=number,
        said=repr(sorted(told.items())),
        id=_uuid(told, "id"),
        job_id=_uuid(told, "job_id"),
        facts=facts,
        notes=notes,
        moves=moves,
    )


def card_of(row: Row, *, owner: UserId, job_id: JobId | None, now: datetime) -> Application:
    key = row.key(owner)
    history: list[Move] = []
    for at, after, why, known in row.moves:
        before = history[-1] if history else None
        stayed = seconds_between(before.at, at) if before and known else None
        status = before.after if before else None
        history.append(Move(before=status, after=after, at=at, by=owner, why=why, stayed=stayed))
    card = Application(
        id=key,
        user_id=owner,
        job_id=job_id,
        history=tuple(history),
        notes=tuple(
            Note(id=uuid5(key, f"note {n}"), text=text, at=at) for n, (at, text) in enumerate(row.notes)
        ),
        updated_at=now,
        **dict(row.facts) | {"created_at": row.facts["created_at"] or now},
    )
    card.follow_up_on = card.next_follow_up
    return card


def _line(told: Mapping[str, str], name: str) -> str | None:
    text = told.get(name, "")
    if _BREAK.search(text):
        raise Unfit(name, "This has to be one line.")
    if len(text) > LONGEST[name]:
        raise Unfit(name, f"This is longer than {LONGEST[name]} characters.")
    return text or None


def _moment(told: Mapping[str, str], name: str, now: datetime) -> datetime | None:
    text = told.get(name, "")
    if not text:
        return None
    at = _read_moment(name, text)
    if at > now:
        raise Unfit(name, "This is still to come.")
    return at


def _read_moment(column: str, text: str) -> datetime:
    try:
        at = datetime.fromisoformat(text)
        return at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)
    except (ValueError, OverflowError):
        raise Unfit(column, "A time is written as 2026-03-31 or 2026-03-31T09:30:00Z.") from None


def _uuid(told: Mapping[str, str], name: str) -> UUID | None:
    text = told.get(name, "")
    try:
        return UUID(text) if text else None
    except ValueError:
        raise Unfit(name, "This is no id.") from None


def _yes_or_no(told: Mapping[str, str]) -> bool:
    text = told.get("favorite", "").lower()
    if text not in _YES | _NO:
        raise Unfit("favorite", "Write yes or no.")
    return text in _YES


def _one_of(told: Mapping[str, str], name: str, kind: type[E]) -> E | None:
    text = told.get(name, "").lower()
    if text and text not in set(kind):
        raise Unfit(name, f"Write one of: {', '.join(kind)}.")
    return kind(text) if text else None


def _salary(told: Mapping[str, str]) -> SalaryTalk | None:
    currency = told.get("currency", "").upper()
    if currency and not re.fullmatch("[A-Z]{3}", currency):
        raise Unfit("currency", "A currency has three letters, such as EUR.")
    pay = SalaryTalk(
        asked=_amount(told, "asked"),
        offered=_amount(told, "offered"),
        currency=currency or None,
        period=_one_of(told, "period", Period),
    )
    return None if pay == SalaryTalk() else pay


def _amount(told: Mapping[str, str], name: str) -> float | None:
    text = told.get(name, "")
    if not text:
        return None
    amount = float(text) if _AMOUNT.fullmatch(text) else -1.0
    if not (isfinite(amount) and 0 <= amount <= MOST_PAY):
        raise Unfit(name, "An amount is written in digits, such as 36000 or 35000.5.")
    return amount


def _lines(told: Mapping[str, str], name: str, most: int, read: Callable[[str], T]) -> tuple[T, ...]:
    lines = [line for line in _LINES.split(told.get(name, "")) if line.strip()]
    if len(lines) > most:
        raise Unfit(name, f"There are more than {most} of them.")
    return tuple(read(line.strip()) for line in lines)


def _note(line: str, now: datetime) -> tuple[datetime, str]:
    """Somebody else's note has no time, and means what it says."""
    found = _NOTE.fullmatch(line)
    at, text = (_read_moment("notes", found[1]), from_line(found[2])) if found else (now, line)
    if len(text) > LONGEST_NOTE:
        raise Unfit("notes", f"A note is longer than {LONGEST_NOTE} characters.")
    if at > now:
        raise Unfit("notes", "A note is from a time that is still to come.")
    return at, text


def _contact(line: str) -> Contact:
    parts = parts_of(line)
    name, role, email, phone = (*(part or None for part in parts), None, None, None)[:4]
    if len(parts) > 4 or name is None:
        raise Unfit("contacts", "A contact is written as: name; role; e-mail; phone.")
    if any(part and (len(part) > LONGEST_LINE or _BREAK.search(part)) for part in (name, role)):
        raise Unfit("contacts", f"A name or role is longer than {LONGEST_LINE} characters, or not one line.")
    if email and (len(email) > EMAIL or not re.search(EMAIL_SHAPE, email)):
        raise Unfit("contacts", "One of the e-mail addresses is none.")
    if phone and (len(phone) > LONGEST["phone"] or _BREAK.search(phone)):
        raise Unfit("contacts", f"A phone number is longer than {LONGEST['phone']} characters.")
    return Contact(name=name, role=role, email=email, phone=phone)


def _follow_up(line: str) -> FollowUp:
    found = _FOLLOW_UP.fullmatch(line)
    about = from_line(found[3] or "").strip() if found else ""
    try:
        on = date.fromisoformat(found[1] if found else "")
    except ValueError:
        raise Unfit("follow_ups", "Write each as: 2026-03-31 what is to be done.") from None
    if len(about) > LONGEST_LINE or _BREAK.search(about):
        raise Unfit("follow_ups", f"One is longer than {LONGEST_LINE} characters, or not one line.")
    return FollowUp(on=on, about=about or None, done=bool(found and found[2] == "x"))


_Moves = tuple[tuple[datetime, ApplicationStatus, str | None, bool], ...]


def _history(told: Mapping[str, str], now: datetime) -> _Moves:
    """Raises Unfit for a way that could not have been gone."""
    moves = _lines(told, "history", MOST_MOVES, _move)
    before: ApplicationStatus | None = None
    since: datetime | None = None
    for at, after, _, _ in moves:
        if after not in MOVES[before] or at > now or (since and at < since):
            raise Unfit("history", f"It cannot have become {after} there or then.")
        before, since = after, at
    status = _one_of(told, "status", ApplicationStatus)
    if moves and status and status is not before:
        raise Unfit("status", f"The history ends at {before}.")
    return moves


def _move(line: str) -> tuple[datetime, ApplicationStatus, str | None, bool]:
    found = _MOVE.fullmatch(line)
    if found is None or found[2] not in set(ApplicationStatus):
        raise Unfit("history", "Write each as: 2026-03-31T09:30:00Z applied.")
    why = from_line(found[4] or "")
    if len(why) > LONGEST_LINE or _BREAK.search(why):
        raise Unfit("history", f"A reason is longer than {LONGEST_LINE} characters, or not one line.")
    return _read_moment("history", found[1]), ApplicationStatus(found[2]), why or None, found[3] is None


def _guessed(
    told: Mapping[str, str], applied_at: datetime | None, created_at: datetime, now: datetime
) -> _Moves:
    """Where no history is told: the shortest way to where it stands, and nobody knows how long it took."""
    status = _one_of(told, "status", ApplicationStatus) or (
        ApplicationStatus.APPLIED if applied_at else ApplicationStatus.INTERESTED
    )
    applied = applied_at is not None and status is not ApplicationStatus.INTERESTED
    way: Sequence[ApplicationStatus] = way_to(status, applied=applied)
    began = applied_at if applied and applied_at else created_at
    return tuple((began if n == 0 else max(began, now), to, None, False) for n, to in enumerate(way))


def _applied_at(moves: _Moves) -> datetime | None:
    times = [at for at, after, _, _ in moves if after is ApplicationStatus.APPLIED]
    return times[-1] if times else None

"""Applications as a table: what is written reads back as it was; others' tables are read as far as known."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any

from app.domain.applications.cells import as_line, calm, woken
from app.domain.applications.continental import continental
from app.domain.applications.encodings import Undecodable, decoded
from app.domain.applications.model import Application, Contact, FollowUp, Move, Note, SentDocument
from app.domain.applications.rows import Row, row_of
from app.domain.applications.unfit import Unfit
from app.domain.shared.errors import Flaw

COLUMNS = (
    "id",
    "job_id",
    "title",
    "company",
    "location",
    "url",
    "source",
    "status",
    "favorite",
    "asked",
    "offered",
    "currency",
    "period",
    "applied_at",
    "created_at",
    "notes",
    "contacts",
    "follow_ups",
    "history",
    "documents",
)
MOST_ROWS = 10_000
MOST_FLAWS = 100
_NEEDED = "title"
_SEPARATORS = (",", ";", "\t")
MARK = "\ufeff"
"""By which spreadsheets know that it is UTF-8."""
LONGEST_TABLE = 16 * 1024 * 1024
"""Bytes."""
csv.field_size_limit(1_000_000)  # as many notes as a card may have are more than it takes by itself


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """What was read: the rows, or what is wrong with them."""

    rows: Sequence[Row] = ()
    flaws: tuple[Flaw, ...] = ()
    unreadable: str | None = None
    too_long: bool = False
    ignored: tuple[str, ...] = field(default=())
    """Columns that mean nothing to us."""
    charset: str = "utf-8"
    """By which it was read."""


def write_table(cards: Iterable[Application]) -> str:
    return f"{MARK}{','.join(COLUMNS)}\r\n{write_rows(cards)}"


def write_rows(cards: Iterable[Application]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    for card in cards:
        told = _cells(card)
        writer.writerow([calm(told[name]) for name in COLUMNS])
    return out.getvalue()


def read_file(data: bytes, charset: str | None, now: datetime) -> Table:
    """`charset`: as it was said, or None."""
    try:
        found = decoded(data, charset)
    except Undecodable as why:
        return Table(unreadable=str(why))
    return replace(read_table(found.text, now), charset=found.charset)


def read_table(text: str, now: datetime) -> Table:
    """Every row is read, so that all that is wrong is told at once."""
    lines = text.removeprefix(MARK)
    separator = next((each for each in _SEPARATORS if _NEEDED in _header(lines, each)), None)
    if separator is None:
        return Table(unreadable=f"The first row names the columns, and one of them is `{_NEEDED}`.")
    names = _header(lines, separator)
    if len(set(names)) < len(names):
        return Table(unreadable="A column is named twice.")
    try:
        return _read(csv.reader(io.StringIO(lines, newline=""), delimiter=separator), names, now, separator)
    except csv.Error:
        return Table(unreadable="This is no table of comma-separated values.")


def _read(lines: Iterator[list[str]], names: Sequence[str], now: datetime, separator: str) -> Table:
    rows: list[Row] = []
    flaws: list[Flaw] = []
    next(lines)
    for number, cells in enumerate(lines, start=2):
        if not any(cell.strip() for cell in cells):
            continue
        if len(rows) + len(flaws) >= MOST_ROWS:
            return Table(too_long=True)
        try:
            told = _told(names, cells, number)
            if separator == ";":
                told = continental(told)
            rows.append(row_of(told, number=number, now=now))
        except Unfit as unfit:
            flaws.append(Flaw(f"/rows/{number}/{unfit.column}", "unfit", unfit.why))
    ignored = tuple(name for name in names if name not in COLUMNS)[:MOST_FLAWS]
    return Table(rows=rows, flaws=tuple(flaws[:MOST_FLAWS]), ignored=ignored)


def _told(names: Sequence[str], cells: Sequence[str], number: int) -> dict[str, str]:
    if len(cells) > len(names) and any(cells[len(names) :]):
        raise Unfit("title", "This row has more cells than there are columns.")
    return {name: woken(cell).strip() for name, cell in zip(names, cells, strict=False) if name in COLUMNS}


def _header(text: str, separator: str) -> list[str]:
    try:
        first = next(csv.reader(io.StringIO(text, newline=""), delimiter=separator), [])
    except csv.Error:
        return []
    return ["_".join(name.strip().lower().split())[:100] for name in first]


def _cells(card: Application) -> Mapping[str, str]:
    pay = card.salary
    told: dict[str, Any] = {name: getattr(card, name, None) for name in COLUMNS}
    told |= {name: getattr(pay, name) if pay else None for name in ("asked", "offered", "currency", "period")}
    told |= {
        "favorite": "yes" if card.favorite else "no",
        "applied_at": moment(card.applied_at) if card.applied_at else None,
        "created_at": moment(card.created_at),
        "notes": "\n".join(map(_note, card.notes)),
        "contacts": "\n".join(map(_contact, card.contacts)),
        "follow_ups": "\n".join(map(_follow_up, card.follow_ups)),
        "history": "\n".join(map(_move, card.history)),
        "documents": "\n".join(map(_document, card.sent)),
    }
    return {name: "" if value is None else str(value) for name, value in told.items()}


def moment(at: datetime) -> str:
    return at.astimezone(UTC).isoformat().replace("+00:00", "Z")


def _note(note: Note) -> str:
    return f"{moment(note.at)} {as_line(note.text)}"


def _contact(contact: Contact) -> str:
    parts = (contact.name, contact.role, contact.email, contact.phone)
    return "; ".join(as_line(part or "", separator=";") for part in parts)


def _follow_up(each: FollowUp) -> str:
    return f"{each.on.isoformat()} [{'x' if each.done else ' '}] {as_line(each.about or '')}".rstrip()


def _move(move: Move) -> str:
    guessed = " ?" if move.before and move.stayed is None else ""
    return f"{moment(move.at)} {move.after}{guessed}{': ' + as_line(move.why) if move.why else ''}"


def _document(sent: SentDocument) -> str:
    """For the reader: a table brings no documents back."""
    hashes = " ".join(f"{each.format}={each.sha256}" for each in sent.files)
    return f"{moment(sent.at)} {sent.document_type}: {as_line(sent.title)} {hashes}"

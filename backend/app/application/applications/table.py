from collections.abc import AsyncIterator, Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from app.application.apart import Apart
from app.application.applications.room import add
from app.application.applications.work import IApplicationWork
from app.application.unit_of_work import Opens
from app.domain.applications.errors import RowsRefused, TableTooLong, TableUnreadable
from app.domain.applications.model import Application
from app.domain.applications.rows import Row, card_of
from app.domain.applications.table import MOST_ROWS, Table, read_file, write_rows, write_table
from app.domain.shared.ids import ApplicationId, JobId, UserId
from app.domain.shared.time import Now

AT_ONCE = 500
"""Cards."""


class Outcome(StrEnum):
    CREATED = "created"
    SKIPPED = "skipped"
    """It is there already, from the same table."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    row: int
    outcome: Outcome
    application_id: ApplicationId


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    rows: Sequence[Imported]
    ignored_columns: Sequence[str]
    charset: str

    @property
    def created(self) -> int:
        return sum(each.outcome is Outcome.CREATED for each in self.rows)

    @property
    def skipped(self) -> int:
        return len(self.rows) - self.created


class TableService:
    """All of a user's cards, out as a table and in again."""

    def __init__(self, *, work: Opens[IApplicationWork], apart: Apart, now: Now) -> None:
        self._work = work
        self._apart = apart
        self._now = now

    async def export(self, owner: UserId) -> AsyncIterator[str]:
        """In pieces: no more cards are held at once than are written at once."""
        write, last = write_table, None
        while True:
            async with self._work(readonly=True) as work:
                cards = await work.applications.stretch(owner, after=last, most=AT_ONCE)
            yield await self._apart(write, cards)
            if len(cards) < AT_ONCE:
                return
            write, last = write_rows, cards[-1]

    async def take_in(self, data: bytes, *, owner: UserId, charset: str | None = None) -> Report:
        """All rows or none. The same table again brings nothing new.

        Raises TableUnreadable, TableTooLong, RowsRefused.
        """
        table, cards = await self._apart(_read, data, charset, owner, self._now())
        _require_good(table)
        ids = {card.id for card in cards} | {row.id for row in table.rows if row.id}
        named = {JobId(row.job_id) for row in table.rows if row.job_id}
        async with self._work() as work:
            intake = _Intake(
                there=await work.applications.known(ids, owner=owner),
                free=set(await work.applications.untracked(named, owner=owner)),
            )
            report = [intake.take(row, card) for row, card in zip(table.rows, cards, strict=True)]
            await add(work, list(intake.new.values()))
            await work.commit()
        return Report(rows=report, ignored_columns=table.ignored, charset=table.charset)


def _read(
    data: bytes, charset: str | None, owner: UserId, now: datetime
) -> tuple[Table, Sequence[Application]]:
    """And a card for each row, of no job yet."""
    table = read_file(data, charset, now)
    good = not (table.unreadable or table.too_long or table.flaws)
    cards = [card_of(row, owner=owner, job_id=None, now=now) for row in table.rows] if good else []
    return table, cards


@dataclass(frozen=True, slots=True, kw_only=True)
class _Intake:
    there: Collection[UUID]
    """Cards that are kept already."""
    free: set[JobId]
    """Jobs that wait for a card."""
    new: dict[UUID, Application] = field(default_factory=dict)

    def take(self, row: Row, card: Application) -> Imported:
        key = card.id
        if row.id in self.there or key in self.there or key in self.new:
            known = row.id if row.id in self.there else key
            return _imported(row, Outcome.SKIPPED, known or key)
        job_id = JobId(row.job_id) if row.job_id else None
        if job_id in self.free:
            self.free.remove(job_id)
            card.job_id = job_id
        self.new[key] = card
        return _imported(row, Outcome.CREATED, key)


def _imported(row: Row, outcome: Outcome, key: UUID) -> Imported:
    return Imported(row=row.number, outcome=outcome, application_id=ApplicationId(key))


def _require_good(table: Table) -> None:
    if table.unreadable:
        raise TableUnreadable(table.unreadable)
    if table.too_long:
        raise TableTooLong(f"This table has more than {MOST_ROWS:,} rows. Please send it in parts.")
    if table.flaws:
        raise RowsRefused("Some rows cannot be taken, and so none was.", flaws=table.flaws)

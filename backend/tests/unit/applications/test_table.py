"""The tracker as a table: what goes out comes back whole, and wakes no spreadsheet."""

import csv
import io
from dataclasses import fields
from datetime import timedelta
from typing import Any

import pytest

from app.domain.applications.cells import calm, woken
from app.domain.applications.model import Application, Contact, FollowUp
from app.domain.applications.rows import card_of
from app.domain.applications.status import ApplicationStatus
from app.domain.applications.table import COLUMNS, MOST_ROWS, Table, read_table, write_table
from app.domain.shared.ids import JobId
from tests.builders.applications import a_card, a_full_card
from tests.builders.identity import ADA, BEN, NOON
from tests.builders.jobs import a_job
from tests.builders.profile import a_profile
from tests.builders.stored_documents import a_stored_document

S = ApplicationStatus
LATER = NOON + timedelta(days=30)
NEW = {"id", "version", "updated_at", "sent"}
"""What a table does not bring back: these are made anew, or told for the reader alone."""
FORMULAS = [
    '=HYPERLINK("https://evil.example","x")',
    "+1+1",
    "-2+3",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "'=1",
    "''",
    "'",
    "\uff1d1+1",
    "|calc",
    "\uff5ccalc",
    "\uff20SUM(A1)",
    "\uff0b1",
    "\uff0d1",
    "a;=1+1",
    "a;\t=1;'x",
    "a\n=1",
]


def values(card: Application) -> dict[str, Any]:
    return {f.name: getattr(card, f.name) for f in fields(card) if f.name not in NEW}


def cells(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def again(table: Table) -> list[Application]:
    assert (table.flaws, table.unreadable, table.too_long) == ((), None, False)
    return [
        card_of(row, owner=ADA, job_id=JobId(row.job_id) if row.job_id else None, now=LATER)
        for row in table.rows
    ]


def read(*lines: str, separator: str = ",") -> Table:
    return read_table("\r\n".join(lines), LATER)


def why(table: Table) -> list[tuple[str, str]]:
    return [(flaw.field, flaw.message) for flaw in table.flaws]


def test_a_card_comes_back_as_it_went() -> None:
    job = a_job()
    full = a_full_card(job, a_stored_document(a_profile()))
    odd = a_card(title='Nurse, "night"; ß', company="Łódź \\ Sons\\n", source="x;y")
    odd.contacts = (
        Contact(name="Jo; the \\ one", email="jo@clinic.example"),
        Contact(name="=Jo", phone="+44 1"),
    )
    odd.follow_ups = (FollowUp(on=NOON.date(), about="[x] it"), FollowUp(on=NOON.date(), done=True))
    odd.follow_up_on = NOON.date()
    odd.change(
        {"notes": [(None, odd.id, "a\r\nb\\n c; d\u2028e"), (None, job.id, "2026-01-01T00:00:00Z x")]},
        by=ADA,
        now=NOON,
    )
    text = write_table([full, odd])

    back = again(read_table(text, LATER))

    for was, now in zip((full, odd), back, strict=True):
        notes = [(note.text, note.at) for note in was.notes]
        assert [(note.text, note.at) for note in now.notes] == notes
        was.notes = now.notes
        assert values(now) == values(was)
    assert [without(each) for each in cells(write_table(back))] == [without(each) for each in cells(text)]


def without(row: dict[str, str]) -> dict[str, str]:
    return {name: cell for name, cell in row.items() if name not in {"id", "documents"}}


def test_a_table_is_what_a_spreadsheet_takes_for_one() -> None:
    text = write_table([a_card(title="Pflegekraft für Ökologie")])

    assert text.startswith("\ufeffid,job_id,title,")
    assert text.endswith("\r\n")
    assert text.count("\r\n") == 2
    assert list(cells(text)[0]) == list(COLUMNS)


@pytest.mark.parametrize("formula", FORMULAS)
def test_nothing_wakes_a_spreadsheet_and_everything_comes_back(formula: str) -> None:
    assert woken(calm(formula)) == formula
    told = calm(formula)
    for begins in (told, *told.split(";")[1:], *told.split("\n")[1:]):
        assert begins[:1] not in set("=+-@|\t\r\uff1d\uff0b\uff0d\uff20\uff5c")


@pytest.mark.parametrize("formula", [f for f in FORMULAS if f.strip() == f and "\n" not in f])
def test_a_title_that_is_a_formula_is_a_title(formula: str) -> None:
    text = write_table([a_card(title=formula, company=formula)])

    assert cells(text)[0]["title"][0] == "'" or formula[0] == "a"
    [back] = again(read_table(text, LATER))
    assert (back.title, back.company) == (formula, formula)


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_table_of_ones_own_is_read_as_far_as_it_is_known(separator: str, mark: str) -> None:
    head = separator.join(["Title", "Colour", "COMPANY", "Status", "Applied at"])
    line = separator.join(["Nurse", "blue", '"Clinic, & Sons"', "interviewing", "2026-01-02"])

    table = read_table(f"{mark}{head}\n{line}\n{separator * 4}\n", LATER)

    [card] = again(table)
    assert (card.title, card.company, card.status, card.source) == (
        "Nurse",
        "Clinic, & Sons",
        S.INTERVIEWING,
        "imported",
    )
    assert [(move.after, move.stayed) for move in card.history] == [(S.APPLIED, None), (S.INTERVIEWING, None)]
    assert card.applied_at is not None
    assert card.applied_at.date().isoformat() == "2026-01-02"
    assert table.ignored == ("colour",)


@pytest.mark.parametrize("status", list(S))
def test_every_status_may_be_told_without_a_history(status: S) -> None:
    [card] = again(read("title,status", f"Nurse,{status}"))

    assert card.status is status
    assert card.history[-1].after is status


def test_free_notes_are_taken_as_they_stand() -> None:
    [card] = again(read("title,notes", 'Nurse,"C:\\new\nSecond; third"'))

    assert [(note.text, note.at) for note in card.notes] == [("C:\\new", LATER), ("Second; third", LATER)]


@pytest.mark.parametrize(
    ("column", "cell"),
    [
        ("title", ""),
        ("title", "x" * 201),
        ("company", '"a\nb"'),
        ("company", "a\x00b"),
        ("company", "a\x1bb"),
        ("status", "hired"),
        ("favorite", "maybe"),
        ("asked", "-1"),
        ("asked", "1e99"),
        ("asked", "NaN"),
        ("asked", '"36,000"'),
        ("currency", "Euro"),
        ("period", "fortnight"),
        ("applied_at", "yesterday"),
        ("applied_at", "2999-01-01"),
        ("applied_at", "0001-01-01T00:00:00+14:00"),
        ("created_at", "2026-02-30"),
        ("id", "seven"),
        ("contacts", "; nurse"),
        ("contacts", "a; b; nobody"),
        ("contacts", "a; b; c@d.example; 1; 2"),
        ("follow_ups", "soon"),
        ("follow_ups", "2026-02-30 call"),
        ("history", "2026-01-01T00:00:00Z offer"),
        ("history", "yesterday applied"),
        ("history", '"2026-01-02T00:00:00Z applied\n2026-01-01T00:00:00Z offer"'),
        ("history", "2999-01-01T00:00:00Z applied"),
        ("notes", "2999-01-01T00:00:00Z x"),
        ("notes", "x" * 2_001),
        ("notes", '"' + "x\n" * 101 + '"'),
    ],
)
def test_what_cannot_be_is_told_with_its_row_and_column(column: str, cell: str) -> None:
    columns = [column] if column == "title" else ["title", column]
    bad = cell if column == "title" else f"Nurse,{cell}"

    table = read(",".join(columns) + ",url", "Good," + "," * (len(columns) - 1), bad + ",x")

    assert table.unreadable or [flaw.field for flaw in table.flaws] == [f"/rows/3/{column}"]


def test_a_status_that_the_history_does_not_end_at_is_refused() -> None:
    table = read("title,status,history", "Nurse,offer,2026-01-01T00:00:00Z applied")

    assert why(table) == [("/rows/2/status", "The history ends at applied.")]


@pytest.mark.parametrize("text", ["", "\ufeff", "name,company\r\nx,y", "title,title\r\nx,y", '"', "\x00"])
def test_what_is_no_table_is_told_as_such(text: str) -> None:
    assert read_table(text, LATER).unreadable


def test_a_row_with_more_cells_than_columns_is_refused() -> None:
    assert [flaw.field for flaw in read("title", "Nurse,Clinic").flaws] == ["/rows/2/title"]


def test_a_table_has_an_end() -> None:
    assert not read("title", *["Nurse"] * MOST_ROWS).too_long
    assert read("title", *["Nurse"] * (MOST_ROWS + 1)).too_long


def test_the_same_row_is_the_same_card_and_each_users_own() -> None:
    [row] = read("title,notes", "Nurse,Here").rows
    [same] = read_table("title,notes\r\nNurse,Here", LATER + timedelta(days=1)).rows
    [other] = read("title,notes", "Nurse,There").rows

    assert row.key(ADA) == same.key(ADA)
    assert len({row.key(ADA), other.key(ADA), row.key(BEN)}) == 3


def test_the_longest_card_that_there_may_be_is_read_back() -> None:
    card = a_card()
    card.change({"notes": [(None, card.id, "\\" * 2_000)] * 100}, by=ADA, now=NOON)

    [back] = again(read_table(write_table([card]), LATER))

    assert [note.text for note in back.notes] == ["\\" * 2_000] * 100

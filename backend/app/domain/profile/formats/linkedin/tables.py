"""The tables of LinkedIn's export: which file is which, and its rows by the names of their columns."""

import csv
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from app.domain.profile.formats.draft import MOST_ROWS, Lenient
from app.domain.profile.formats.linkedin.columns import english_columns, english_file

_MOST_COLUMNS = 60


class Table(StrEnum):
    PROFILE = "profile"
    SUMMARY = "profilesummary"
    EMAILS = "emailaddresses"
    PHONES = "phonenumbers"
    POSITIONS = "positions"
    EDUCATION = "education"
    SKILLS = "skills"
    LANGUAGES = "languages"
    CERTIFICATIONS = "certifications"
    PROJECTS = "projects"
    HONORS = "honors"
    COURSES = "courses"
    VOLUNTEERING = "volunteering"
    PUBLICATIONS = "publications"
    PATENTS = "patents"
    ORGANIZATIONS = "organizations"
    TEST_SCORES = "testscores"
    RECOMMENDATIONS = "recommendationsreceived"


_ALSO = {
    "phone": Table.PHONES,
    "whatsappphonenumbers": Table.PHONES,
    "experience": Table.POSITIONS,
    "licensescertifications": Table.CERTIFICATIONS,
    "honorsawards": Table.HONORS,
    "volunteerexperiences": Table.VOLUNTEERING,
    "volunteeringexperiences": Table.VOLUNTEERING,
    "organisations": Table.ORGANIZATIONS,
    "recommendations": Table.RECOMMENDATIONS,
}
"""Names that other editions of the export give the same tables."""
_SIGNS: Mapping[Table, frozenset[str]] = {
    Table.PROFILE: frozenset({"First Name", "Last Name", "Headline"}),
    Table.POSITIONS: frozenset({"Company Name", "Title", "Started On"}),
    Table.EDUCATION: frozenset({"School Name", "Degree Name"}),
    Table.CERTIFICATIONS: frozenset({"Authority", "License Number"}),
    Table.VOLUNTEERING: frozenset({"Role", "Cause"}),
    Table.LANGUAGES: frozenset({"Name", "Proficiency"}),
    Table.HONORS: frozenset({"Title", "Issued On"}),
    Table.EMAILS: frozenset({"Email Address", "Primary"}),
}
"""Columns that show what a table is, whatever the language of its file's name."""
_OTHERS = frozenset(
    {"connections", "messages", "invitations", "reactions", "shares", "comments", "registration"}
)
"""Large, and about others: not even their heads are read."""


@dataclass(frozen=True, slots=True)
class Rows:
    file: str
    rows: tuple[Mapping[str, str], ...]


def is_table(name: str) -> bool:
    return (
        name.casefold().endswith(".csv") and _plain(name) not in _OTHERS and not name.startswith("__MACOSX")
    )


def tables_in(files: Mapping[str, bytes], findings: Lenient) -> dict[Table, list[Rows]]:
    """Each table with its rows; several files may be of one kind."""
    found: dict[Table, list[Rows]] = {}
    for name in sorted(files):
        rows = _rows(files[name], name, findings)
        kind = _kind(name, rows)
        if kind is None:
            findings.leave(pointer(name), "It says nothing of a career that we know.")
        elif rows:
            found.setdefault(kind, []).append(Rows(pointer(name), rows))
    return found


def pointer(name: str) -> str:
    return "/" + name.replace("~", "~0").replace("/", "~1")


def _kind(name: str, rows: tuple[Mapping[str, str], ...]) -> Table | None:
    plain = _plain(name)
    try:
        return _ALSO.get(plain) or Table(plain)
    except ValueError:
        head = set(rows[0]) if rows else set()
        return next((kind for kind, columns in _SIGNS.items() if columns <= head), None)


def _plain(name: str) -> str:
    """`Basic_LinkedInDataExport/Email Addresses.csv` is `emailaddresses`."""
    last = name.replace("\\", "/").rpartition("/")[2]
    return english_file(re.sub(r"[\W_]|\d{2,}", "", last.casefold().removesuffix(".csv")))


def _rows(data: bytes, name: str, findings: Lenient) -> tuple[Mapping[str, str], ...]:
    text = _text(data)
    if text is None:
        findings.leave(pointer(name), "It is not a text in UTF-8.")
        return ()
    try:
        return tuple(_read(text, name, findings))
    except csv.Error:
        findings.leave(pointer(name), "It is not a table that we can read.")
        return ()


def _text(data: bytes) -> str | None:
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _read(text: str, name: str, findings: Lenient) -> Iterator[Mapping[str, str]]:
    """Rows of another length than the head are filled up; cells without a column are left over."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=False)
    head: list[str] = []
    count = 0
    for cells in reader:
        if not any(cell.strip() for cell in cells):
            continue
        if not head:
            head = english_columns([" ".join(cell.split())[:100] for cell in cells[:_MOST_COLUMNS]])
            continue
        if count >= MOST_ROWS:
            findings.leave(pointer(name), f"Only the first {MOST_ROWS} rows are read.")
            return
        yield {column: cell for column, cell in zip(head, cells, strict=False) if column}
        if extra := [cell for cell in cells[len(head) :] if cell.strip()]:
            findings.leave(
                f"{pointer(name)}/{count}", "The row has more cells than the table has columns.", extra
            )
        count += 1

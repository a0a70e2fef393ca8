"""Degrees and schools, whichever comes first and however they are run together."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from app.domain.jobs.parsing.places import is_places_only
from app.domain.resumes.parsing.dates import Period, is_duration, moments_in, periods_in
from app.domain.resumes.parsing.pieces import Piece
from app.domain.resumes.parsing.school_words import ABBREVIATED_ONLY, DEGREE, NOT_SCHOOL, SCHOOL
from app.domain.resumes.resume import GUESSED, LIKELY, ReadEducation
from app.domain.shared.degrees import levels_in

_GPA = re.compile(
    r"\b(?:cum(?:ulative)? )?(?:gpa|grade|note|moyenne|cgpa|abschlussnote"
    r"|nota media)\s*[:\s-]\s*(\d+(?:[.,]\d+)?(?:\s*/\s*\d+(?:[.,]\d+)?)?)",
    re.I,
)
_NOTE = re.compile(
    r"(?:graduated|distinction|merit\b|upper second|first[- ]class"
    r"|honou?rs|magna|summa|cum laude|dean|thesis|focus|relevant|coursework|courses?"
    r"|minor|member|advisor|activities|award|scholar)",
    re.I,
)
_CUT = re.compile(
    r"\s*(?:[|\u2022\u00b7;\t]|\s[-\u2013\u2014]+(?=\s)|\s*:\s+|\uff0d|,\s+|\s,"
    r"|,(?=[A-Z]))\s*"
)
_POINTED = re.compile(r"\b(?:[A-Z][a-z]?\.){1,3}[A-Z][a-z]{0,3}\.$")
"""An abbreviation whose last point is its own: `B.Sc.`"""
_BRACKETED = re.compile(r"^[^()]+\([^()]+\)$")
_LONG = 100
_PLACEHOLDER = re.compile(r"\s*[-\u2013,]?\s*\bCity\s*,?\s*State\b", re.I)
_STATE = re.compile(
    r"(?:A[LKZR]|C[AOT]|D[CE]|FL|GA|HI|I[DLNA]|K[SY]|LA|M[EDAINSOT]|N[EVHJMYCD]|O[HKR]|PA|RI"
    r"|S[CD]|T[NX]|UT|V[TA]|W[AVIY])(?:\s+\d{5})?"
)


_LONGEST_DEGREE, _SPELT_OUT = 160, 4
_SURE = {"MA", "BA"}
"""At the head of a line; elsewhere they may be a state, or an analyst."""


def is_degree(line: Piece) -> bool:
    """A line that is nothing but a degree, wherever it stands: `MSc Computer Science, 2018`."""
    found = DEGREE.match(line.text)
    if line.bullet or found is None or len(line.text) > _LONGEST_DEGREE:
        return False
    capitals = sum(letter.isupper() for letter in found.group())
    spelt_out = len(found.group().strip()) > _SPELT_OUT and capitals > 0
    named = found.group() in _SURE or bool(levels_in(line.text)) or _is_school(line.text[found.end() :])
    return (spelt_out or capitals > 1) and named


@dataclass(slots=True)
class _Entry:
    school: Piece | None = None
    degree: Piece | None = None
    subject: Piece | None = None
    place: Piece | None = None
    period: Period | None = None
    gpa: Piece | None = None
    spare: list[Piece] = field(default_factory=list)
    notes: list[Piece] = field(default_factory=list)

    def holds(self) -> bool:
        return bool(self.school or self.degree)


def read_education(lines: Iterable[Piece]) -> tuple[ReadEducation, ...]:
    entries: list[_Entry] = []
    entry = _Entry()
    for line in lines:
        if is_duration(line.text):
            continue
        if (
            line.bullet
            and len(line.text) < 160
            and not DEGREE.search(line.text)
            and not _is_school(line.text)
        ) or _is_note(line):
            _take_note(entry, line)
            continue
        for n, atom in enumerate(_atoms(line)):
            atom = replace(atom, after_gap=n == 0)
            if _begins_next(entry, atom):
                entries.append(entry)
                entry = _Entry()
            _take(entry, atom)
    entries.append(entry)
    return tuple(_read(e) for e in entries if e.holds() or (e.spare and e.period))


def _atoms(line: Piece) -> Iterator[Piece]:
    """Degrees, schools, dates and the rest, one at a time."""
    at = 0
    dates = sorted([*periods_in(line.text), *moments_in(line.text)], key=lambda p: (p.at, -p.until))
    for date in dates:
        if date.at < at:
            continue
        yield from _names(line.part(at, date.at))
        yield line.part(date.at, date.until)
        at = date.until
    yield from _names(line.part(at))


def _names(piece: Piece) -> Iterator[Piece]:
    for named in piece.split(_PLACEHOLDER):
        for cell in named.split(_CUT):
            whole = cell.trimmed(" ,:|-\u2013\u2014/")
            cell = whole.trimmed(".()")
            if _POINTED.search(whole.text) or _BRACKETED.search(whole.text):
                cell = whole
            if cell.text:
                yield from _unjoined(cell)


def _unjoined(cell: Piece) -> Iterator[Piece]:
    """ "MS Stanford University", "Bachelor of Arts Boston College": a degree, then a school."""
    degree, school = DEGREE.search(cell.text), SCHOOL.search(cell.text)
    if _is_school(cell.text) and degree and school and degree.start() == 0 and degree.end() < school.start():
        before = cell.text[degree.end() : school.start()]
        names = re.search(r"(?:\b[A-Z][\w.'\u2019-]*\s+(?:of\s+)?)*$", before)
        cut = degree.end() + (names.start() if names else len(before))
        if re.match(r"\s*(?:in|of)\b", before) and names and len(names[0].split()) > 2:
            cut = degree.end() + len(before) - len(" ".join(names[0].split()[-1:])) - 1
        yield cell.part(0, cut)
        yield cell.part(cut)
        return
    if len(cell.text) > _LONG:
        at = 0
        for found in DEGREE.finditer(cell.text):
            if found.start() > at + 3:
                yield cell.part(at, found.start())
                at = found.start()
        cell = cell.part(at)
    yield cell


def _is_school(text: str) -> bool:
    return bool(SCHOOL.search(NOT_SCHOOL.sub(" ", text)))


def _is_degree(text: str) -> bool:
    found = DEGREE.search(text)
    if not found or (ABBREVIATED_ONLY.match(found.group().upper()) and not found.group()[0].isupper()):
        return False
    return not _is_school(text) or (found.start() == 0 and bool(levels_in(found.group() + " in")))


def _is_note(line: Piece) -> bool:
    return (
        (bool(_NOTE.match(line.text)) and not _is_school(line.text))
        or bool(_GPA.match(line.text))
        or len(line.text) > 300
    )


def _take_note(entry: _Entry, line: Piece) -> None:
    if gpa := _GPA.search(line.text):
        entry.gpa = entry.gpa or line.part(*gpa.span(1))
    entry.notes.append(line)


def _date_of(atom: Piece) -> Period | None:
    period = next(periods_in(atom.text), None) or next(moments_in(atom.text), None)
    whole = period and period.at == 0 and period.until >= len(atom.text)
    return replace(period, place=atom.start) if period and whole else None


def _begins_next(entry: _Entry, atom: Piece) -> bool:
    if _is_degree(atom.text):
        return bool(entry.degree and (entry.school or entry.period))
    if _is_school(atom.text):
        return bool(entry.school and (entry.degree or entry.period or entry.spare))
    degree = entry.degree or (entry.school and _told_before(entry.school, entry.spare))
    whole = entry.school and degree and (entry.period or entry.place)
    return bool(whole and atom.after_gap and not _date_of(atom) and not _is_place(atom))


def _take(entry: _Entry, atom: Piece) -> None:
    text = atom.text
    if not atom.after_gap and _STATE.fullmatch(text):
        _take_state(entry, atom)
    elif date := _date_of(atom):
        entry.period = entry.period or date
    elif gpa := _GPA.search(text):
        entry.gpa = atom.part(*gpa.span(1))
    elif _is_degree(text) and not entry.degree:
        _take_degree(entry, atom)
    elif _is_school(text) and not entry.school:
        entry.school = atom
    elif _is_place(atom):
        entry.place = entry.place or atom
    elif _NOTE.match(text) or len(text) > 80:
        entry.notes.append(atom)
    elif text.upper() not in {"N/A", "NA"}:
        entry.spare.append(atom)


def _is_place(atom: Piece) -> bool:
    return is_places_only(atom.value) or bool(_STATE.fullmatch(atom.text))


def _take_state(entry: _Entry, atom: Piece) -> None:
    """ "Cambridge, MA": the town came just before, and is no subject."""
    if entry.spare and 0 < atom.start - entry.spare[-1].end <= 2:
        town = entry.spare.pop()
        atom = replace(town, text=town.text + " " * (atom.start - town.end) + atom.text)
    entry.place = entry.place or atom


def _take_degree(entry: _Entry, atom: Piece) -> None:
    found = re.search(r"\s+(?:in|en|der|für)\s+|\s*:\s*", atom.text)
    degree = DEGREE.search(atom.text)
    if found and degree and found.start() >= degree.start():
        entry.degree, entry.subject = atom.part(0, found.start()), atom.part(found.end())
    elif degree and degree.start() == 0 and len(degree.group()) <= 6 and _names_subject(atom, degree.end()):
        entry.degree, entry.subject = atom.part(0, degree.end()), atom.part(degree.end())
    else:
        entry.degree = atom


def _names_subject(atom: Piece, at: int) -> bool:
    rest = atom.text[at:].strip()
    return bool(rest) and not (rest.startswith("(") and rest.find(")") == len(rest) - 1)


def _read(entry: _Entry) -> ReadEducation:
    _place_spare(entry)
    period = entry.period
    return ReadEducation(
        school=entry.school.read(LIKELY if _is_school(entry.school.text) else GUESSED)
        if entry.school
        else None,
        degree=entry.degree.read() if entry.degree else None,
        field=entry.subject.read() if entry.subject and entry.subject.text else None,
        location=entry.place.read() if entry.place else None,
        start=period.read_begin() if period else None,
        end=period.read_end() if period else None,
        gpa=entry.gpa.read() if entry.gpa else None,
        notes=tuple(p.read() for p in (*entry.spare, *entry.notes)),
    )


def _place_spare(entry: _Entry) -> None:
    """What no word tells, by where it stands: a school has its own line, a subject follows its degree."""
    spare = entry.spare
    if entry.school is None and (school := _unknown_school(entry)):
        entry.school = school
        spare.remove(school)
    if entry.degree is None and entry.school and (before := _told_before(entry.school, spare)):
        entry.degree = before
        spare.remove(before)
    if entry.subject is None and entry.degree and spare:
        entry.subject = spare.pop(0)


def _unknown_school(entry: _Entry) -> Piece | None:
    spare = entry.spare
    if named := next((p for p in spare if p.text.isupper() and len(p.text) < 8), None):
        return named
    if entry.degree and (lines := [p for p in spare if p.after_gap]):
        return lines[-1]
    return spare[0] if len(spare) > 1 or (spare and entry.subject) else None


def _told_before(school: Piece, spare: list[Piece]) -> Piece | None:
    """A degree that no list knows, above its school."""
    first = spare[0] if spare else None
    plain = first and first.after_gap and first.start < school.start and first.text[0].isupper()
    return first if first and plain and not any(sign.isdigit() for sign in first.text) else None

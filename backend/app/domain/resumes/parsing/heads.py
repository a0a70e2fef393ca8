"""Which part of an entry's head is the title, which the employer, which the place."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.jobs.parsing.places import is_places_only
from app.domain.jobs.parsing.posts import is_organisation, is_role
from app.domain.resumes.parsing.dates import is_duration
from app.domain.resumes.parsing.pieces import Piece
from app.domain.resumes.resume import GUESSED, LIKELY, Text

_APART = re.compile(
    r"\s*(?:[|\u2022\u00b7\u25cf\u25e6;]|\s[-\u2013\u2014]+(?=\s)|\s@\s|(?<=\w)\s+(?:at|bei"
    r"|chez)\s+(?=[A-Z])|\s{3,}|\u2014"
    r"|\u2013|(?:(?<=,\s[A-Z]{2})|(?<=,[A-Z]{2}))\s+(?=[A-Z]))\s*"
)
_COMMA = re.compile(r"\s*,\s*")
_LEGAL = re.compile(
    r"(?:\b(?:inc|llc|l\.l\.c|ltd|limited|corp|corporation|plc|llp|gmbh|ag|kg|ohg|e\.?v"
    r"|s\.?a\.?s?|sarl|srl|s\.?l\.?u?|bv|nv|ab|pty|co(?!-))\b\.?)",
    re.I,
)
_ONLY_LEGAL = re.compile(rf"{_LEGAL.pattern}", re.I)
_PLACEHOLDER = re.compile(r"\bCompany Name\b", re.I)
_CITY_STATE = re.compile(r"[-\u2013\u2014,]?\s*\bCity\s*,?\s*State\b", re.I)
_STATE = re.compile(
    r"(?:A[LKZR]|C[AOT]|D[CE]|FL|GA|HI|I[DLNA]|K[SY]|LA|M[EDAINSOT]|N[EVHJMYCD]|O[HKRN]|P[AR]|RI"
    r"|S[CD]|T[NX]|UT|V[TA]|W[AVIY]|QC|BC|AB)"
)
_TOWN = re.compile(r"[A-Z\u00c0-\u00dd][\w.'\u2019-]*(?:\s+[A-Z\u00c0-\u00dd][\w.'\u2019-]*){0,2}")
_GLUED_TOWN = re.compile(r"(?<=[a-z]{3})(?=[A-Z][a-z]+(?:\s[A-Z][a-z]+)?\s?,\s?[A-Z]{2}$)")
_ASIDE = re.compile(
    r"\(?\b(?:full[- ]time|part[- ]time|contract(?:or)?|temporary|seasonal|freelance|permanent"
    r"|remote|hybrid|on-?site|vollzeit|teilzeit"
    r"|cdi|cdd|temps plein|temps partiel|jornada completa)\b\)?",
    re.I,
)
_URL = re.compile(
    r"(?:https?://|www\.)\S+|^[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|io|dev|de|fr|es)(?:/\S*)?$", re.I
)
_LABEL = re.compile(
    r"^(?:(?:job )?title|position|role|company|employer|client|organi[sz]ation|location"
    r"|designation|poste|entreprise|firma|empresa|puesto)\s*[:-]\s+",
    re.I,
)
_ROLE_LAST = re.compile(r"(?:^|.*\s)(\S+)$")
_FEW = 4
"""Words of a title before the comma, after which an employer is told by its form."""
_FIELDS = {"sales", "marketing", "operations", "finance", "engineering", "product", "it", "hr", "accounting"}
_FIELDS |= {"human resources", "customer service", "information technology", "legal", "communications"}


@dataclass(frozen=True, slots=True)
class Head:
    title: Text | None = None
    company: Text | None = None
    location: Text | None = None
    title_first: bool | None = None
    """Whether the title came before the employer; None where it is not plain which is which."""


def head_of(lines: Iterable[Piece], *, title_first: bool | None = None) -> Head:
    """`title_first` says what the other entries do, for where the words do not tell."""
    parts: list[Piece] = []
    place: Piece | None = None
    for line in lines:
        found, where = _parts_of(line)
        parts.extend(found)
        place = place or where
    parts = [p for p in parts if len(p.text) > 1]
    return _assigned(_with_commas_cut(parts), place, title_first)


def _parts_of(line: Piece) -> tuple[list[Piece], Piece | None]:
    line = line.part(m.end()) if (m := _LABEL.match(line.text)) else line
    parts, place = [], None
    for cell in _cells(line):
        cell = cell.trimmed(" ,:|-\u2013\u2014/")
        if not cell.text or is_duration(cell.text) or _URL.search(cell.text) or _ASIDE.fullmatch(cell.text):
            continue
        rest, where = _without_place(cell)
        place = place or where
        if rest and rest.text:
            parts.append(rest)
    return parts, place


def _cells(line: Piece) -> list[Piece]:
    """Cut at what stands between parts; the names that some data sets put for names are parts too."""
    cells = []
    for cell in line.split(_APART):
        at = 0
        for found in re.finditer(f"{_PLACEHOLDER.pattern}|{_CITY_STATE.pattern}", cell.text, re.I):
            cells += [cell.part(at, found.start()), cell.part(*found.span())]
            at = found.end()
        cells.append(cell.part(at))
    return cells


def _without_place(cell: Piece) -> tuple[Piece | None, Piece | None]:
    if glued := _GLUED_TOWN.search(cell.text):
        return cell.part(0, glued.start()), cell.part(glued.start())
    if _CITY_STATE.fullmatch(cell.text) or (_is_place(cell.value) and not is_role(cell.value)):
        return None, cell
    commas = [m.start() for m in re.finditer(",", cell.text)]
    if commas and _is_town_of(cell.text[: commas[-1]], cell.text[commas[-1] + 1 :].strip()):
        return cell.part(0, commas[-1]), cell.part(commas[-1] + 1)
    for at in [*commas[-3:-1], *commas[-1:]][-3:]:
        tail = cell.part(at + 1)
        if _is_place(tail.value) and not is_role(tail.value):
            return cell.part(0, at), tail
    if found := re.search(r"\(([^()]+)\)$", cell.text):
        inner = cell.part(*found.span(1))
        return (cell.part(0, found.start()), inner) if is_places_only(inner.value) else (cell, None)
    if commas and _STATE.fullmatch(cell.text[commas[-1] + 1 :].strip()):
        return _town_at_end(cell, commas[-1])
    return cell, None


def _town_at_end(cell: Piece, comma: int) -> tuple[Piece | None, Piece | None]:
    """ "Mercy Hospital Denver, CO": the longest known place before the comma, else its last word."""
    words = list(re.finditer(r"\S+", cell.text[:comma]))
    for word in words[-3:]:
        if word.start() == 0 and not is_places_only(cell.text[:comma]):
            continue
        if is_places_only(cell.text[word.start() : comma]) or word is words[-1]:
            return cell.part(0, word.start()), cell.part(word.start())
    return cell, None


def _is_town_of(employer: str, town: str) -> bool:
    """A town that nobody has heard of, after an employer that is plainly one."""
    plain = _TOWN.fullmatch(town) and len(town) > 3 and not is_role(town) and not is_organisation(town)
    named = _LEGAL.search(employer) or is_organisation(employer)
    return bool(
        plain and named and "," not in employer and not is_role(employer) and town.lower() not in _FIELDS
    )


def _is_place(text: str) -> bool:
    if is_places_only(text):
        return True
    town, comma, state = text.rpartition(",")
    return bool(comma and _STATE.fullmatch(state.strip()) and _TOWN.fullmatch(town.strip()))


def _with_commas_cut(parts: list[Piece]) -> list[Piece]:
    """A part that holds both, as in "Hooli, Software Engineer", is cut where that tells them apart."""
    done: list[Piece] = []
    for part in parts:
        cut = _cut_at_comma(part) if len(parts) < 3 else [part]
        done.extend(cut)
    return done


def _cut_at_comma(part: Piece) -> list[Piece]:
    for found in _COMMA.finditer(part.text):
        left, right = part.part(0, found.start()), part.part(found.end())
        if not left.text or not right.text or _ONLY_LEGAL.match(right.text):
            continue
        one_is_title = (title_score(left.text) > 0) != (title_score(right.text) > 0)
        if one_is_title and not _is_field(left.text, right.text):
            return [left, right]
        if _LEGAL.search(right.text) and not is_organisation(left.text) and len(left.text.split()) <= _FEW:
            return [left, right]
    return [part]


def _is_field(left: str, right: str) -> bool:
    """ "Vice President, Sales": what comes after the comma is no employer."""
    return title_score(left) > 0 and right.lower() in _FIELDS


def title_score(text: str) -> float:
    """Above 0 for what reads as a job's title."""
    if _PLACEHOLDER.search(text):
        return -4.0
    score = 2.0 if is_role(text) else 0.0
    if score:
        head = re.split(r"\s*(?:,|\bof\b|\bfor\b|/|\(|\bde\b|-|&|\band\b)", text, maxsplit=1)[0].strip()
        last = _ROLE_LAST.match(head)
        score += 1.0 if last and is_role(last[1]) else 0.0
        score -= 1.5 if last and re.search(r"[^s\W]s$", last[1]) else 0.0
    if _LEGAL.search(text):
        score -= 4.0
    elif is_organisation(text):
        score -= 1.5
    return score


def _assigned(parts: list[Piece], place: Piece | None, title_first: bool | None) -> Head:
    where = place.read(LIKELY) if place else None
    scored = [(title_score(p.text), p) for p in parts]
    roles = [p for s, p in scored if s > 0]
    rest = [p for s, p in scored if s <= 0]
    if roles:
        title = max(roles, key=lambda p: title_score(p.text))
        others = rest or [p for p in roles if p is not title]
        company = _employer(others)
        if company is None:
            return Head(title.read(), None, where)
        return Head(title.read(), company.read(), where, title.start < company.start)
    if len(rest) >= 2:
        a, b = rest[0], rest[1]
        orgs = (is_organisation(a.text), is_organisation(b.text))
        a_is_title = title_first if orgs[0] == orgs[1] and title_first is not None else not orgs[0] or orgs[1]
        title, company = (a, b) if a_is_title else (b, a)
        return Head(title.read(GUESSED), company.read(GUESSED), where)
    if rest:
        only = rest[0].read(GUESSED)
        named = is_organisation(rest[0].text) or _PLACEHOLDER.search(rest[0].text)
        return Head(None, only, where) if named else Head(only, None, where)
    return Head(location=where)


def _employer(parts: list[Piece]) -> Piece | None:
    return next(
        (p for p in parts if is_organisation(p.text) or _PLACEHOLDER.search(p.text)),
        parts[0] if parts else None,
    )

"""Which part of an entry's head is the title, which the employer, which the place."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from app.domain.jobs.parsing.places import is_places_only
from app.domain.jobs.parsing.posts import is_organisation, is_role
from app.domain.resumes.parsing.dates import is_duration
from app.domain.resumes.parsing.pieces import Piece
from app.domain.resumes.parsing.towns import FIELDS, STATE, is_place, is_town
from app.domain.resumes.resume import GUESSED, LIKELY, Text

APART = re.compile(
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
_PAIR = 2
_ONE_LINE = 3
"""Parts of a head that has title, employer and town on one line."""
_NEAR = 4
"""Characters between two parts of a line: a mark and its spaces."""
_FEW = 4
"""Words of a title before the comma, after which an employer is told by its form."""
_WHO_DOES = re.compile(
    r"(?!atelier|quartier|chantier)[^\W\d_]{3,}(?:eur|euse|rice|ier|i\u00e8re|iste|ienne?|ero|era|ista|dora?|tora?|ari[oa])(?:\s.*)?"
    r"|(?:.*\s)?[^\W\d_]{3,}(?:er|or|ist|erin|orin|istin|m[ae]n|mann|frau|smith|wright|hand)",
    re.I,
)
"""What a trade ends in: French and Spanish at the first word, English and German at the last."""


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
    employed = False
    for line in lines:
        found, where = _parts_of(line)
        parts.extend(found)
        place = place or where
        employed = employed or (where is not None and any(title_score(p.text) <= 0 for p in found))
    parts = [p for p in parts if len(p.text) > 1]
    cut = _with_commas_cut(parts, employed=employed, title_first=bool(title_first))
    return _assigned(cut, place, title_first)


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


def names_employer_and_place(line: Piece) -> bool:
    """ "Kettlewell | Whitby": two parts without any title, of which the second is a place, or looks it."""
    cells = [cell.trimmed(" ,:|-\u2013\u2014/") for cell in _cells(line)]
    if len(cells) == 1:
        cells = cells[0].split(re.compile(r",\s+(?=[^,]+$)"))
    if len(cells) != 2 or title_score(cells[0].text) > 0 or not cells[0].text[:1].isupper():
        return False
    return is_place(cells[1].value) or is_town(cells[1].text)


def _cells(line: Piece) -> list[Piece]:
    """Cut at what stands between parts; the names that some data sets put for names are parts too."""
    cells = []
    for cell in line.split(APART):
        at = 0
        for found in re.finditer(f"{_PLACEHOLDER.pattern}|{_CITY_STATE.pattern}", cell.text, re.I):
            cells += [cell.part(at, found.start()), cell.part(*found.span())]
            at = found.end()
        cells.append(cell.part(at))
    return cells


def _without_place(cell: Piece) -> tuple[Piece | None, Piece | None]:
    if glued := _GLUED_TOWN.search(cell.text):
        return cell.part(0, glued.start()), cell.part(glued.start())
    if _CITY_STATE.fullmatch(cell.text) or (is_place(cell.value) and not is_role(cell.value)):
        return None, cell
    commas = [m.start() for m in re.finditer(",", cell.text)]
    if commas and _is_town_of(cell.text[: commas[-1]], cell.text[commas[-1] + 1 :].strip()):
        return cell.part(0, commas[-1]), cell.part(commas[-1] + 1)
    for at in [*commas[-3:-1], *commas[-1:]][-3:]:
        tail = cell.part(at + 1)
        if is_place(tail.value) and not is_role(tail.value):
            return cell.part(0, at), tail
    if found := re.search(r"\(([^()]+)\)$", cell.text):
        inner = cell.part(*found.span(1))
        return (cell.part(0, found.start()), inner) if is_places_only(inner.value) else (cell, None)
    if commas and STATE.fullmatch(cell.text[commas[-1] + 1 :].strip()):
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
    named = _LEGAL.search(employer) or is_organisation(employer)
    return bool(named and is_town(town) and "," not in employer and not is_role(employer))


def _with_commas_cut(parts: list[Piece], *, employed: bool, title_first: bool) -> list[Piece]:
    """A part that holds both, as in "Hooli, Software Engineer", is cut where that tells them apart.

    `employed`: a line has an employer with its place, so that another line's title may have a comma.
    """
    if len(parts) == 1 and (three := _title_employer_town(parts[0])):
        return three
    if len(parts) == _PAIR and is_town(parts[1].text) and title_score(parts[0].text) <= 0:
        both = parts[0].split(_COMMA)
        if len(both) == _PAIR and not is_organisation(both[0].text) and not _ONLY_LEGAL.match(both[1].text):
            told = title_first or is_organisation(both[1].text) or _does_first(both[0].text, both[1].text)
            return [*both, parts[1]] if told else parts
    done: list[Piece] = []
    for part in parts:
        others = [p for p in parts if p is not part and title_score(p.text) <= 0]
        named = employed or any(is_organisation(p.text) for p in others)
        cut = len(parts) < 3 and not (others and named and title_score(part.text) > 0)
        done.extend(_cut_at_comma(part) if cut else [part])
    return done


def _title_employer_town(part: Piece) -> list[Piece] | None:
    """All on one line, in this order, though no list may know the title or the town."""
    cells = part.split(_COMMA)
    if len(cells) != _ONE_LINE or any(_ONLY_LEGAL.match(c.text) for c in cells[1:]):
        return None
    title, employer, town = cells
    plain = is_town(town.text) and not is_organisation(title.text) and title_score(employer.text) <= 0
    return cells if plain and employer.text.lower() not in FIELDS else None


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
    return title_score(left) > 0 and right.lower() in FIELDS


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
        company, town = _without_town(company, others, place)
        return Head(title.read(), company.read(), town or where, title.start < company.start)
    if len(rest) >= 2:
        a, b = rest[0], rest[1]
        orgs = (is_organisation(a.text), is_organisation(b.text))
        does = _does_first(a.text, b.text)
        if orgs[0] != orgs[1]:
            a_is_title = not orgs[0]
        else:
            a_is_title = does if does is not None else title_first is not False
        title, company = (a, b) if a_is_title else (b, a)
        company, town = _without_town(company, [p for p in rest if p is not title], place)
        return Head(title.read(GUESSED), company.read(GUESSED), town or where, does)
    if rest:
        only = rest[0].read(GUESSED)
        named = is_organisation(rest[0].text) or _PLACEHOLDER.search(rest[0].text)
        return Head(None, only, where) if named else Head(only, None, where)
    return Head(location=where)


def _does_first(a: str, b: str) -> bool | None:
    """Whether the first names who does the work and the second does not; None where both or neither do."""
    first, second = (bool(_WHO_DOES.fullmatch(text.partition(",")[0])) for text in (a, b))
    return None if first == second else first


def _employer(parts: list[Piece]) -> Piece | None:
    return next(
        (p for p in parts if is_organisation(p.text) or _PLACEHOLDER.search(p.text)),
        parts[0] if parts else None,
    )


def _without_town(company: Piece, others: list[Piece], place: Piece | None) -> tuple[Piece, Text | None]:
    """What stands behind the employer, once the title is known, is its town, known or not."""
    after = next((p for p in others if company.end < p.start <= company.end + _NEAR), None)
    if after and is_town(after.text):
        near = place is not None and after.end < place.start <= after.end + _NEAR
        whole = _through(after, place) if place and near else after
        return company, whole.read(LIKELY if near else GUESSED) if near or place is None else None
    name, comma, town = company.text.rpartition(",")
    if comma and "," not in name and is_town(town.strip()):
        at = company.part(len(name) + 1)
        near = place is not None and at.end < place.start <= at.end + _NEAR
        if near or place is None:
            return company.part(0, len(name)), (_through(at, place) if place and near else at).read(GUESSED)
    return company, None


def _through(first: Piece, last: Piece) -> Piece:
    """Both, and the comma between them."""
    return replace(first, text=f"{first.text},{' ' * (last.start - first.end - 1)}{last.text}")

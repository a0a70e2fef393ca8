"""The lines on top of a posting: who is looking for whom, and where."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from app.domain.jobs.parsing.callers import Call, call_of, house_of, wanted_of
from app.domain.jobs.parsing.chrome import is_way
from app.domain.jobs.parsing.headings import section_of
from app.domain.jobs.parsing.labels import label_of
from app.domain.jobs.parsing.lines import Line
from app.domain.jobs.parsing.money import CODES, amounts
from app.domain.jobs.parsing.openers import opens
from app.domain.jobs.parsing.places import ends_in_place, is_place, is_places_only
from app.domain.jobs.parsing.posts import is_noise, is_organisation, is_role
from app.domain.jobs.parsing.spots import where
from app.domain.jobs.parsing.terms import is_employment_type, is_workplace, workplace_named
from app.domain.jobs.posting import Found, Workplace

_MOST_LINES = 16
_FIRST_BLOCKS = 2
_LONGEST = 600
_LONGEST_NAME = 140
_MOST_WORDS_OF_A_NAME = 16
_CHIPS = re.compile(r"[ \u00a0]+[·•|][ \u00a0]+|\t+")
_DASHES = re.compile(r"[ \u00a0]+[-\u2013\u2014|][ \u00a0]+")
_RATING = re.compile(
    r"\s*\(?\b[0-5][.,]\d\b(?: ?(?:out of 5.*|stars?.*|★.*|\(.*))?\)?$"
    r"|\s*\(?[\d,.]+ reviews?\)?$"
)
_NUMBERED_PLACE = re.compile(r"^(?:0[1-9]|[1-8]\d|9[0-5]|2[AB]|97[1-6]) - (?=[A-ZÀ-Þ])")
"""By the number of a French department: "64 - Orthez"."""
_NO_TOWN = 3
"""Words: no town that stands before its region has so many."""
_OWNED = re.compile(r"['\u2019]s$|^(?:Casa|Chez|Gasthof|Gasthaus|Maison|Zum|Zur)\b")
"""Names of houses: \"St Mary's, Cardiff\"."""
_LEGAL = re.compile(r"\b(?:GmbH|AG|KG|SE|Ltd|LLC|Inc|PLC|plc|SARL|SAS|SA|S\.L|S\.A|AB|BV|NV|SpA)\.?$")
_APPLICATION = re.compile(r"^(?:job )?application for (?:the )?", re.IGNORECASE)
_JOINED = re.compile(
    r"^(?P<title>.{3,90}?)\s(?:at|@|with|chez|bei|hos|till"
    r"|en la empresa)\s(?P<company>[A-ZÀ-Þ0-9][^.,;:!?]{1,60})$"
)
_SENTENCE = re.compile(r"[.!?:;]$")
_SPOKEN = re.compile(r"(?i)(?:we|you|our|your|are|do|this|join|come|nous|vous|notre|nos|wir|sie|du|vi|är)\b")
_BODY = re.compile(
    r"(?i)(?:about the (?:job|role|position)|(?:full )?job (?:description|overview|summary"
    r"|details)|description(?: du poste)?|overview|summary|a propos|à propos"
    r"|stellenbeschreibung|descripci[oó]n.*|om (?:jobbet|tjänsten|rollen))[ :]*"
)


@dataclass(slots=True)
class Header:
    """What stood on top, sorted by what it looks like."""

    names: list[tuple[str, Line]] = field(default_factory=list)
    """Titles and employers, not yet told apart."""
    places: list[tuple[str, Line]] = field(default_factory=list)
    facts: list[Line] = field(default_factory=list)
    """Pay, type and workplace chips."""
    seen: int = 0
    """How many lines it takes up."""


def header_of(lines: tuple[Line, ...]) -> Header:
    header = Header()
    block = 0
    answered = False
    for at, line in enumerate(lines[:_MOST_LINES]):
        block += line.after_gap
        call = _call(header, line) if not line.bullet and block <= _FIRST_BLOCKS else None
        if call is None and _is_body(line) and not answered:
            break
        header.seen = at + 1
        if call:
            _hear(header, call, line)
            continue
        if not answered and label_of(line.text.rstrip(" :")) and at:
            answered = True
            continue
        if (not answered and ":" not in line.text[:40]) or (
            not answered and label_of(line.text.partition(":")[0]) is None
        ):
            _sort(header, line, first_block=block <= 1)
        answered = False
    return header


def _call(header: Header, line: Line) -> Call | None:
    if title := wanted_of(line.text):
        return Call(None, title, None)
    return call_of(line.text) or (house_of(line.text) if len(header.names) == 1 else None)


def _hear(header: Header, call: Call, line: Line) -> None:
    if call.company:
        header.names.append((call.company, line))
    if call.title:
        header.names.append((call.title, line))
    if call.place:
        header.places.append((call.place, line))


def _is_body(line: Line) -> bool:
    text = line.text
    if line.bullet or len(text) > _LONGEST or _BODY.fullmatch(text):
        return True
    if opens(text) and not is_role(text):
        return True
    if label_of(text.partition(":")[0].rstrip()):
        return False
    if len(text.split()) > _MOST_WORDS_OF_A_NAME and not _is_fact(text):
        return True
    return bool(_SENTENCE.search(text)) and (len(text.split()) > 7 or bool(_SPOKEN.match(text)))


def _sort(header: Header, line: Line, *, first_block: bool) -> None:
    if numbered := _NUMBERED_PLACE.match(line.text):
        header.places.append((line.text[numbered.end() :], line))
        return
    parts = _without_departments(_parts(line.text, after_title=_has_title(header)))
    named = False
    for at, part in enumerate(parts):
        if is_noise(part):
            continue
        if (amounts(part) and _is_pay(part)) or is_employment_type(part):
            header.facts.append(line)
        elif is_workplace(part):
            header.facts.append(line)
            if workplace_named(part) is Workplace.REMOTE:
                header.places.append((part, line))
        elif (
            (is_place(part) and not _is_name_first(header, part))
            or (at and named and not is_role(part) and not _is_name_first(header, part))
            or (len(header.names) >= 2 and first_block and _could_be_place(part))
        ):
            header.places.append((part, line))
        elif len(header.names) < 4 and (first_block or len(header.names) < 2) and _could_be_name(part):
            header.names.append((_APPLICATION.sub("", _RATING.sub("", part)), line))
            named = True


def _without_departments(parts: list[str]) -> list[str]:
    """ "Acme | Careers | Logistics": what comes after the way to the jobs is a part of the site."""
    way = next((at for at, part in enumerate(parts) if is_way(part)), None) if len(parts) > 1 else None
    if way is None:
        return parts
    before = parts[:way]
    behind = (
        part
        for part in parts[way + 1 :]
        if is_role(part) or is_place(part) or (not before and is_organisation(part))
    )
    return [*before, *behind]


def _has_title(header: Header) -> bool:
    return any(is_role(name) or not is_organisation(name) for name, _ in header.names)


def _parts(text: str, *, after_title: bool) -> list[str]:
    """Chips side by side; a dash or comma parts them only where it sets an employer off from a place."""
    parts = [part.strip() for part in _CHIPS.split(text) if part.strip()]
    if len(parts) == 1:
        dashed = [part.strip() for part in _DASHES.split(text) if part.strip()]
        if _leads_to_places(dashed) and _is_employer(dashed[0], after_title=after_title):
            return dashed
        name, _, place = text.partition(",")
        if is_role(name) and "(" not in name and is_places_only(place.strip()):
            return [name.strip(), place.strip()]
        house = after_title and (bool(_OWNED.search(name)) or len(name.split()) >= _NO_TOWN)
        if place.strip() and _is_employer(name, after_title=house) and _is_its_place(name, place):
            return [name.strip(), place.strip()]
    return parts


def _is_its_place(name: str, place: str) -> bool:
    """Behind the form of a company any name may be one: "Gasthof Adler GmbH, Freiburg"."""
    return ends_in_place(place) or (bool(_LEGAL.search(name)) and _could_be_place(place.strip()))


def _leads_to_places(parts: list[str]) -> bool:
    behind = parts[1:]
    return (
        bool(behind)
        and any(is_place(part) for part in behind)
        and all(is_place(part) or is_workplace(part) or is_employment_type(part) for part in behind)
    )


def _is_employer(part: str, *, after_title: bool) -> bool:
    """By its words; right under the title, whatever is neither a post nor a place."""
    if not part or part[0].isdigit() or is_role(part) or is_places_only(part):
        return False
    return is_organisation(part) or after_title


def _is_pay(part: str) -> bool:
    return bool(re.search(rf"[$€£₹¥]|\b(?:{CODES})\b|\bkr\b|zł", part))


def _is_fact(text: str) -> bool:
    return is_place(text) or is_employment_type(text) or bool(_CHIPS.search(text))


def _is_name_first(header: Header, part: str) -> bool:
    """A place in it does not make a place of "Field Engineer - Norway" or "University of Whitby"."""
    return is_role(part) or (is_organisation(part) and len(header.names) < 2)


def _could_be_name(part: str) -> bool:
    return (1 < len(part) <= _LONGEST_NAME and section_of(part) is None) or (
        is_role(part) and len(part) <= _LONGEST_NAME
    )


def _could_be_place(part: str) -> bool:
    words = part.split()
    return (
        len(words) <= 6
        and part[0].isupper()
        and not is_role(part)
        and not is_organisation(part)
        and not any(c in part for c in ":!?")
    )


Named = tuple[Found[str] | None, Found[str] | None]


def title_and_company(header: Header) -> Named:
    names = header.names
    if not names:
        return None, None
    if len(names) == 1:
        return _one_line(*names[0])
    first, second = names[0], names[1]
    if is_role(second[0]) and (both := _at_employer(*first)):
        return both
    if _employer_first(first[0], second[0]):
        first, second = second, first
    title, company = _found(*first, rule="top.title"), _found(*second, rule="top.company")
    return _without_employer(title, company.value, first[1]), company


def _without_employer(title: Found[str], company: str, line: Line) -> Found[str]:
    """ "Pastry Chef - Bistro Lune", above a line that names Bistro Lune as the employer."""
    parts = [part.strip() for part in _DASHES.split(title.value)]
    if len(parts) == 2 and parts[1].casefold() == company.casefold() and is_role(parts[0]):
        return _found(parts[0], line, rule="top.title")
    return title


def _employer_first(first: str, second: str) -> bool:
    if is_role(first) != is_role(second):
        return is_role(second)
    return is_organisation(first) and not is_organisation(second)


def _at_employer(text: str, line: Line) -> Named | None:
    found = _JOINED.match(text)
    if found and is_role(found["title"]):
        return (
            _found(found["title"], line, rule="top.title"),
            _found(found["company"], line, rule="top.company"),
        )
    return None


def _one_line(text: str, line: Line) -> Named:
    """A title alone, or with its employer on the same line."""
    if both := _at_employer(text, line):
        return both
    parts = [part.strip() for part in _DASHES.split(text) if part.strip()]
    employers = [part for part in parts if is_organisation(part) and not is_role(part)]
    if len(parts) > 1 and employers and any(is_role(part) for part in parts):
        title = next(part for part in parts if is_role(part))
        return _found(title, line, rule="top.title"), _found(employers[0], line, rule="top.company")
    if [is_role(part) for part in parts] == [False, True] and not is_place(parts[0]):
        # "Thornbury Lodge - Night Care Assistant"
        return _found(parts[1], line, rule="top.title"), _found(parts[0], line, rule="top.company")
    if is_organisation(text) and not is_role(text):
        return None, _found(text, line, rule="top.company")
    if _SPOKEN.match(text):
        return None, None
    return _found(text, line, rule="top.title"), None


def _found(value: str, line: Line, *, rule: str) -> Found[str]:
    value = value.strip(" ,;-\u2013\u2014|·•")
    return Found(value, line.span_of(value), rule)


def locations(header: Header) -> Iterator[Found[str]]:
    """Places before "Remote"."""
    for text, line in sorted(header.places, key=lambda place: is_workplace(place[0])):
        yield _found(where(text), line, rule="top.location")

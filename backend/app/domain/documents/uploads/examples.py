"""How a suggestion would look, in the resume's own words. No figure, name or claim of ours is put in: what
the resume does not say is asked for."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from app.domain.documents.content import DocumentContent, SectionKind
from app.domain.documents.naming import file_name
from app.domain.documents.uploads.laying import Place
from app.domain.documents.uploads.rules import weak_opening
from app.domain.resumes.resume import Read, ReadEducation, ReadExperience, ReadResume
from app.domain.shared.skills import mentions
from app.domain.shared.time import PartialDate

_MARK = re.compile(r"^\s*(?:[^\w\s]|\d{1,2}[.)]|o\s)+\s*")
_BREAK = re.compile(r"(?<=[.;])\s+|,\s+(?=(?:and|und|et|y)\s)")
_LONGEST = 300
_MOST_SKILLS = 8


@dataclass(frozen=True, slots=True)
class _Case:
    places: Sequence[Place]
    resume: ReadResume
    content: DocumentContent
    name: str


def example_for(
    rule: str, places: Sequence[Place], resume: ReadResume, content: DocumentContent, name: str
) -> str | None:
    make = _EXAMPLES.get(rule)
    return make(_Case(places, resume, content, name)) if make else None


def _result(case: _Case) -> str | None:
    if not case.places:
        return None
    said = _short(case.places[0].text).rstrip(" .;")
    return f"“{said}”: by how much, for how many, or with what outcome?"


def _verb(case: _Case) -> str | None:
    for place in case.places:
        if opening := weak_opening(place.text):
            rest = _short(place.text.strip()[len(opening) :].strip(" :"))
            return f"“{rest}”: which verb says what you did? Begin with it."
    return None


def _split(case: _Case) -> str | None:
    """The long bullet in two, where it has a joint."""
    for place in case.places:
        text = place.text
        joints = [found for found in _BREAK.finditer(text) if 0 < found.start() < len(text)]
        if joints:
            middle = min(joints, key=lambda joint: abs(joint.start() - len(text) / 2))
            first, second = text[: middle.start()].strip(), text[middle.end() :].strip()
            return f"“{_short(first)}” and, as a bullet of its own, “{_short(second)}”"
    return None


def _unmarked(case: _Case) -> str | None:
    return f"“{_short(_MARK.sub('', case.places[0].text))}”" if case.places else None


def _skills(case: _Case) -> str | None:
    """Those that the resume names elsewhere."""
    told = [
        line.text
        for section in case.content.sections
        if section.kind in (SectionKind.EXPERIENCE, SectionKind.PROJECTS, SectionKind.SUMMARY)
        for line in (*section.paragraphs, *(b for e in section.entries for b in e.bullets))
    ]
    named = dict.fromkeys(found.name for text in told for found in mentions(text))
    return f"Skills: {', '.join(list(named)[:_MOST_SKILLS])}" if named else None


def _entry(case: _Case) -> ReadExperience | ReadEducation | None:
    """What the first of the places is about."""
    for place in case.places:
        steps = (place.field or "").split("/")
        if len(steps) > 2 and steps[1] in ("experiences", "education"):
            held: Sequence[ReadExperience | ReadEducation] = getattr(case.resume, steps[1])
            return held[int(steps[2])]
    return None


def _undated(case: _Case) -> str | None:
    return f"{case.places[0].text}: from which month to which?" if case.places else None


def _dates(case: _Case) -> str | None:
    """As the reading understood them, in figures that every system knows."""
    entry = _entry(case)
    if entry is None or not (entry.start or entry.end):
        return None
    until = "Present" if isinstance(entry, ReadExperience) and entry.current else _written(entry.end)
    return " - ".join(part for part in (_written(entry.start), until) if part)


def _written(read: Read[PartialDate] | None) -> str | None:
    if read is None:
        return None
    month = read.value.month
    return f"{_MONTHS[month - 1]} {read.value.year}" if month else str(read.value.year)


_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


def _whose(case: _Case) -> str | None:
    if not case.places:
        return None
    return f"{case.places[0].text or 'This entry'}: what was it, and at which employer or school?"


def _gap(case: _Case) -> str | None:
    return f"What did you do before you began as {case.places[0].text}?" if case.places else None


def _file(case: _Case) -> str | None:
    if case.resume.name is None:
        return None
    return f"{file_name(case.resume.name.value)}.{case.name.rpartition('.')[2]}"


def _told(case: _Case) -> str | None:
    return f"As {case.places[0].text}: what did you do, and what came of it?" if case.places else None


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"


_EXAMPLES: Mapping[str, Callable[[_Case], str | None]] = {
    "upload-results": _result,
    "upload-verbs": _verb,
    "upload-gaps": _gap,
    "bullet-length": _split,
    "bullet-marks": _unmarked,
    "bullet-newest": _told,
    "section-skills": _skills,
    "dates-present": _undated,
    "dates-readable": _dates,
    "dates-consistent": _dates,
    "entry-whole": _whose,
    "file-name": _file,
}

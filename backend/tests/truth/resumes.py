"""Whole resumes as plain text: as their owners would have them, and with one thing that is not so."""

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.domain.profile.model import Profile
from tests.truth.corpus import profile_of

_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_ORDER = ("SUMMARY", "EXPERIENCE", "EDUCATION", "SKILLS", "LANGUAGES", "CERTIFICATIONS")
_REORDERED = ("SKILLS", "EXPERIENCE", "EDUCATION", "SUMMARY", "LANGUAGES", "CERTIFICATIONS")
_SYNONYMS = {
    "Built": "Created",
    "Created": "Built",
    "Developed": "Built",
    "Led": "Headed",
    "Managed": "Ran",
    "Reduced": "Cut",
    "Cut": "Reduced",
    "Lowered": "Reduced",
    "Designed": "Architected",
    "Raised": "Increased",
    "Wrote": "Authored",
    "Trained": "Taught",
    "Organised": "Arranged",
    "Organized": "Arranged",
    "Mentored": "Coached",
    "Introduced": "Brought in",
    "Drafted": "Wrote",
    "Launched": "Rolled out",
    "Repaired": "Fixed",
    "Supervised": "Oversaw",
}
_Lines = list[str]


@dataclass(frozen=True, slots=True)
class Resume:
    career: str
    profile: Profile
    change: str
    """What was done to it, such as `title inflated`."""
    true: bool
    text: str


def resumes(file: Path) -> Iterator[Resume]:
    """Of one career: five that are true, and one for each thing that could be invented."""
    told = json.loads(file.read_text(encoding="utf-8"))["resume"]
    profile, plain = profile_of(file.stem, told), _text(told)
    for change, text in _true_ones(told, plain):
        yield Resume(file.stem, profile, change, true=True, text=text)
    for change, write in _INVENTIONS.items():
        invented = "\n".join(write(told, plain.split("\n")))
        if invented != plain:
            yield Resume(file.stem, profile, change, true=False, text=invented)


def _text(told: Mapping[str, Any], order: Sequence[str] = _ORDER) -> str:
    basics = told["basics"]
    contacts = (basics.get(name) for name in ("email", "phone", "location"))
    lines = [basics["name"], basics.get("label", ""), " | ".join(c for c in contacts if c), ""]
    for heading in order:
        section = list(_SECTIONS[heading](told))
        lines += [heading, *section, ""] if any(section) else []
    return "\n".join(lines)


def _experience(told: Mapping[str, Any]) -> Iterator[str]:
    for work in told.get("work", ()):
        yield f"{work['position']}, {work['name']}"
        yield _dates(work)
        yield from filter(None, [work.get("summary")])
        yield from (f"\u2022 {line}" for line in work.get("highlights", ()))
        yield ""


def _education(told: Mapping[str, Any]) -> Iterator[str]:
    for each in told.get("education", ()):
        yield f"{_degree(each)}, {each['institution']}"
        yield _dates(each)


def _degree(education: Mapping[str, Any]) -> str:
    return f"{education.get('studyType', '')} {education.get('area', '')}".strip()


def _skills(told: Mapping[str, Any]) -> Iterator[str]:
    for each in told.get("skills", ()):
        keywords = each.get("keywords")
        yield f"{each['name']}: {', '.join(keywords)}" if keywords else each["name"]


_SECTIONS: dict[str, Callable[[Mapping[str, Any]], Iterator[str]]] = {
    "SUMMARY": lambda told: iter([told["basics"].get("summary", "")]),
    "EXPERIENCE": _experience,
    "EDUCATION": _education,
    "SKILLS": _skills,
    "LANGUAGES": lambda told: iter([", ".join(each["language"] for each in told.get("languages", ()))]),
    "CERTIFICATIONS": lambda told: (each["name"] for each in told.get("certificates", ())),
}


def _dates(item: Mapping[str, Any]) -> str:
    return f"{_date(item.get('startDate'))} - {_date(item.get('endDate'))}"


def _date(date: str | None) -> str:
    if not date:
        return "Present"
    year, _, month = date.partition("-")
    return f"{_MONTHS[int(month[:2]) - 1]} {year}" if month else year


def _true_ones(told: Mapping[str, Any], plain: str) -> Iterator[tuple[str, str]]:
    basics = told["basics"]
    summary = basics.get("summary", "")
    first = summary.split(". ")[0].rstrip(".")
    lines = plain.split("\n")
    dropped = _bullets(lines)[2::3]
    yield "as it is", plain
    yield "sections in another order", _text(told, _REORDERED)
    yield "trimmed", "\n".join(line for n, line in enumerate(lines) if n not in dropped)
    yield "other verbs", "\n".join(_other_verb(line) for line in lines)
    if summary:
        opening = f"{basics.get('label', '')}, {told['work'][0]['name']}. {first}"
        yield "a shorter summary", plain.replace(summary, opening)


def _other_verb(line: str) -> str:
    verb = line.removeprefix("\u2022 ").partition(" ")[0]
    return line.replace(verb, _SYNONYMS[verb], 1) if line.startswith("\u2022") and verb in _SYNONYMS else line


def _bullets(lines: _Lines) -> list[int]:
    return [n for n, line in enumerate(lines) if line.startswith("\u2022")]


def _with_bullet(bullet: str) -> Callable[[Mapping[str, Any], _Lines], _Lines]:
    def insert(_: Mapping[str, Any], lines: _Lines) -> _Lines:
        at = _bullets(lines)[1]
        return [*lines[:at], f"\u2022 {bullet}", *lines[at:]]

    return insert


def _replacing(
    words: Callable[[Mapping[str, Any]], tuple[str, str]],
) -> Callable[[Mapping[str, Any], _Lines], _Lines]:
    def replace(told: Mapping[str, Any], lines: _Lines) -> _Lines:
        old, new = words(told)
        return [line.replace(old, new) if old else line for line in lines]

    return replace


def _ranked(rank: str) -> Callable[[Mapping[str, Any]], tuple[str, str]]:
    """The first position that was held, with a rank before its title."""

    def words(told: Mapping[str, Any]) -> tuple[str, str]:
        first = told["work"][-1]
        heading = f"{first['position']}, {first['name']}"
        return heading, f"{rank} {heading}"

    return words


def _three_years_earlier(told: Mapping[str, Any]) -> tuple[str, str]:
    first = told["work"][-1]
    began = first["startDate"][:4]
    return _dates(first), _dates(first).replace(began, str(int(began) - 3), 1)


def _another_degree(degree: str) -> Callable[[Mapping[str, Any]], tuple[str, str]]:
    def words(told: Mapping[str, Any]) -> tuple[str, str]:
        education = told["education"][0]
        return _degree(education), f"{degree} {education.get('area', '')}"

    return words


def _another_number(_: Mapping[str, Any], lines: _Lines) -> _Lines:
    for n in _bullets(lines):
        number = re.search(r"(?<![\d.,])\d+(?![\d.,])", lines[n])
        if number and not re.fullmatch(r"(?:19|20)\d\d", number[0]):
            changed = lines[n].replace(number[0], str(2 * int(number[0]) + 1), 1)
            return [*lines[:n], changed, *lines[n + 1 :]]
    return lines


def _another_employer(_: Mapping[str, Any], lines: _Lines) -> _Lines:
    at = lines.index("EDUCATION")
    added = [
        "Software Consultant, Northwind Analytics",
        "Jan 2015 - Dec 2015",
        "\u2022 Advised clients on delivery",
        "",
    ]
    return [*lines[:at], *added, *lines[at:]]


def _under(heading: str, line: str) -> Callable[[Mapping[str, Any], _Lines], _Lines]:
    def add(_: Mapping[str, Any], lines: _Lines) -> _Lines:
        if heading not in lines:
            return [*lines, heading, line]
        at = lines.index(heading) + 1
        return [*lines[:at], line, *lines[at:]]

    return add


_INVENTIONS: dict[str, Callable[[Mapping[str, Any], _Lines], _Lines]] = {
    "skill in a bullet": _with_bullet("Delivered the core platform with Terraform in production"),
    "skill added": _under("SKILLS", "Apache Flink"),
    "result added": _with_bullet("Improved throughput by 37.5%"),
    "team added": _with_bullet("Led a cross-functional team of 14 people"),
    "number changed": _another_number,
    "principal": _replacing(_ranked("Principal")),
    "senior": _replacing(_ranked("Senior")),
    "lead": _replacing(_ranked("Lead")),
    "director": _replacing(_ranked("Director of")),
    "date stretched": _replacing(_three_years_earlier),
    "mail changed": _replacing(lambda told: (told["basics"]["email"], "contact@somebody-pro.example")),
    "phone changed": _replacing(lambda told: (told["basics"].get("phone", ""), "+1 555 999 0000")),
    "employer added": _another_employer,
    "school changed": _replacing(lambda told: (told["education"][0]["institution"], "Harvard University")),
    "doctorate": _replacing(_another_degree("PhD")),
    "certificate added": _under("CERTIFICATIONS", "PMP Project Management Professional"),
    "language added": _under("LANGUAGES", "Basque (fluent)"),
}

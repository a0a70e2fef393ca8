"""The entries of Reactive Resume's sections."""

from collections.abc import Callable, Mapping
from typing import Any

from app.domain.profile.formats.draft import MOST_ROWS, Draft, day_in, day_text
from app.domain.profile.formats.markup import Told, told_in
from app.domain.profile.formats.periods import Period, read_day, read_period
from app.domain.profile.json_resume.basics import NETWORKS
from app.domain.profile.json_resume.dates import is_lasting
from app.domain.profile.json_resume.records import Record
from app.domain.profile.model import (
    MOST_LINES,
    Achievement,
    Education,
    Experience,
    Project,
    Skill,
    SkillCategory,
)
from app.domain.profile.wording import LINE, PROSE

_LOOKS = ("id", "visible", "hidden", "icon", "columns", "separateLinks", "options", "type")
"""What says how a thing is shown."""
_UNREAD = "The dates cannot be read: none were kept."


def site_of(entry: Record) -> str | None:
    """`url` as a text (3) or with `href` (4), `website` with `url` (5)."""
    for name in ("url", "website"):
        value = entry.take(name)
        if isinstance(value, Mapping) and (inner := entry.record_of(value, name)):
            found = inner.address("href", "url")
            inner.leave("label", "Only the web address is kept.")
            not_looks(inner, "inlineLink")
        else:
            found = entry.address(name)
        if found:
            return found
    return None


def read_account(entry: Record, draft: Draft) -> None:
    network, username, url = entry.line("network"), entry.line("username"), site_of(entry)
    not_looks(entry)
    if url is None and username and network and network.casefold() in NETWORKS:
        url = NETWORKS[network.casefold()] + username.removeprefix("@")
    if url:
        draft.link(network, url, entry.at)
    elif network or username:
        draft.findings.leave(entry.at, "It has no web address.", " ".join(filter(None, (network, username))))


def _experience(entry: Record, draft: Draft) -> None:
    company, title = entry.line("company", "name"), entry.line("position")
    facts = {"company": company or "", "location": entry.line("location"), "url": site_of(entry)}
    roles = [_post(role, draft, facts) for role in entry.records("roles", most=MOST_LINES)]
    if title or not roles:
        if not (title or company):
            entry.finish("The entry names neither a position nor a company.")
            return
        roles.append(_post(entry, draft, facts, title))
    for each in roles:
        draft.add(each, entry.at)


def _post(entry: Record, draft: Draft, facts: Mapping[str, Any], title: str | None = None) -> Experience:
    not_looks(entry)
    told = told_of(entry)
    return Experience(
        title=title or entry.line("position") or "",
        **facts,
        **_dates(entry),
        description=told.prose,
        achievements=draft.achievements(told.points, entry.at),
    )


def _education(entry: Record, draft: Draft) -> None:
    school, degree, area = (
        entry.line("institution", "school"),
        entry.line("studyType", "degree"),
        entry.line("area"),
    )
    if not (school or degree or area):
        entry.finish("The entry names neither a school nor a degree.")
        return
    dates = _dates(entry)
    if dates["start_date"] == dates["end_date"]:
        dates["start_date"] = None
    entry.leave("summary", "A profile has no text beside a degree.")
    entry.leave("description", "A profile has no text beside a degree.")
    draft.add(
        Education(
            institution=school or "",
            degree=degree,
            field_of_study=area,
            location=entry.line("location"),
            gpa=entry.number_or_line("score", "grade"),
            courses=entry.texts("courses", most=MOST_LINES),
            **dates,
        ),
        entry.at,
    )


def _project(entry: Record, draft: Draft) -> None:
    name = entry.line("name")
    if not name:
        entry.finish("The project has no name.")
        return
    short, told = told_in(entry.prose("description")), told_in(entry.prose("summary"))
    draft.add(
        Project(
            name=name,
            description=draft.findings.text(joined(short, told, points=False), entry.at, PROSE) or None,
            highlights=draft.lines((*short.points, *told.points), entry.at),
            technologies=entry.texts("keywords", most=MOST_LINES, longest=LINE),
            url=site_of(entry),
            **_dates(entry),
        ),
        entry.at,
    )


def _skill(entry: Record, draft: Draft) -> None:
    name, level = entry.line("name"), entry.line("description", "proficiency")
    told = entry.take("level")
    level = level or (entry.line("level") if isinstance(told, str) else None)
    not_looks(entry, "levelNum")
    if isinstance(told, int | float) and told > 0 and not level:
        entry.leave("level", "A level is kept in words only.")
    keywords = entry.texts("keywords", most=MOST_ROWS, longest=LINE)
    for keyword in keywords:
        draft.skill(keyword, entry.at, group=name, proficiency=level)
    if not keywords:
        draft.skill(name, entry.at, proficiency=level)


def _language(entry: Record, draft: Draft) -> None:
    told = entry.take("level")
    level = entry.line("description", "fluency") or (entry.line("level") if isinstance(told, str) else None)
    not_looks(entry, "levelNum")
    if isinstance(told, int | float) and told > 0 and not level:
        entry.leave("level", "A level is kept in words only.")
    draft.skill(entry.line("name", "language"), entry.at, SkillCategory.LANGUAGE, proficiency=level)


def _certificate(entry: Record, draft: Draft) -> None:
    name = entry.line("name", "title")
    if not name:
        entry.finish("The certificate has no name.")
        return
    draft.add(
        Skill(
            category=SkillCategory.CERTIFICATION,
            name=name,
            issuer=entry.line("issuer"),
            date_obtained=day_in(entry, "date"),
        ),
        entry.at,
    )


def _award(entry: Record, draft: Draft) -> None:
    title = entry.line("title")
    if not title:
        entry.finish("The award has no title.")
        return
    told = joined(told_of(entry))
    award = Achievement(
        text=title, description=told, awarder=entry.line("awarder"), date=day_in(entry, "date")
    )
    draft.add(award, entry.at)


def _volunteer(entry: Record, draft: Draft) -> None:
    dates, told = _dates(entry), told_of(entry)
    draft.keep_facts(
        "volunteer",
        entry,
        organization=entry.line("organization"),
        position=entry.line("position"),
        location=entry.line("location"),
        url=site_of(entry),
        startDate=day_text(dates["start_date"]),
        endDate=day_text(dates["end_date"]),
        summary=told.prose,
        highlights=list(told.points),
    )


def _publication(entry: Record, draft: Draft) -> None:
    draft.keep_facts(
        "publications",
        entry,
        name=entry.line("name", "title"),
        publisher=entry.line("publisher"),
        releaseDate=day_text(day_in(entry, "date")),
        url=site_of(entry),
        summary=joined(told_of(entry)),
    )


def _interest(entry: Record, draft: Draft) -> None:
    keywords = list(entry.texts("keywords", most=MOST_ROWS, longest=LINE))
    draft.keep_facts("interests", entry, name=entry.line("name"), keywords=keywords)


def _reference(entry: Record, draft: Draft) -> None:
    said = joined(told_in(entry.prose("summary")), told_in(entry.prose("description")))
    draft.keep_facts("references", entry, name=entry.line("name"), reference=said)


PARTS: Mapping[str, Callable[[Record, Draft], None]] = {
    "profiles": read_account,
    "experience": _experience,
    "work": _experience,
    "education": _education,
    "projects": _project,
    "skills": _skill,
    "languages": _language,
    "certifications": _certificate,
    "awards": _award,
    "volunteer": _volunteer,
    "publications": _publication,
    "interests": _interest,
    "references": _reference,
}


def not_looks(entry: Record, *also: str) -> None:
    for name in (*_LOOKS, *also):
        entry.take(name)


def told_of(entry: Record) -> Told:
    return told_in(entry.prose("summary", "description"))


def joined(*told: Told, points: bool = True) -> str | None:
    lines = [line for each in told for line in (each.prose, *(each.points if points else ())) if line]
    return "\n".join(lines) or None


def _dates(entry: Record) -> dict[str, Any]:
    """One line of words (4, 5), or a start and an end (3)."""
    value = entry.take("date")
    if isinstance(value, Mapping) and (inner := entry.record_of(value, "date")):
        period = _apart(inner)
    else:
        text = entry.line("date", "period")
        period = read_period(text) if text else Period(None, None)
        if period is None:
            entry.findings.leave(entry.pointer("date" if value else "period"), _UNREAD, text)
    found = period or Period(None, None)
    return {"start_date": found.start, "end_date": found.end}


def _apart(inner: Record) -> Period | None:
    end = inner.take("end")
    if isinstance(end, str) and end and not is_lasting(end) and read_day(end) is None:
        inner.findings.leave(inner.pointer("end"), _UNREAD, end)
        return None
    return Period(
        day_in(inner, "start"), read_day(end) if isinstance(end, str) and not is_lasting(end) else None
    )

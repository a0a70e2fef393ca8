"""The entries of RenderCV's sections, each by its type and by what its section is about."""

from collections.abc import Callable, Mapping
from typing import Any

from app.domain.profile.formats.draft import MOST_ROWS, Draft, day_text
from app.domain.profile.formats.periods import Period, read_day, read_period
from app.domain.profile.json_resume.records import Record, excerpt
from app.domain.profile.model import (
    MOST_LINES,
    Achievement,
    Education,
    Experience,
    Project,
    Skill,
    SkillCategory,
)
from app.domain.profile.wording import LINE, is_web_address


def read_entry(entry: Record, kind: str | None, title: str, draft: Draft) -> None:
    names = set(entry.names())
    if kind == "volunteering":
        _volunteer(entry, draft)
    elif names & {"company", "position"}:
        _experience(entry, draft)
    elif names & {"institution", "area"}:
        _education(entry, draft)
    elif kind == "publications" or "authors" in names:
        _publication(entry, draft)
    elif "label" in names:
        _one_line(entry, kind, title, draft)
    elif "name" in names:
        _NORMAL.get(kind or "", _own(title))(entry, draft)
    else:
        entry.finish("It is no entry that RenderCV knows.")


def _one_line(entry: Record, kind: str | None, title: str, draft: Draft) -> None:
    label, details = entry.line("label") or "", entry.prose("details")
    if kind == "skills":
        _skills(entry, label, details, draft)
    elif kind == "languages":
        level = draft.findings.text(details, entry.pointer("details"), LINE) or None
        draft.skill(label, entry.at, SkillCategory.LANGUAGE, proficiency=level)
    elif kind == "certifications":
        issuer = draft.findings.text(details, entry.pointer("details"), LINE) or None
        draft.skill(label, entry.at, SkillCategory.CERTIFICATION, issuer=issuer)
    elif kind == "awards":
        draft.add(Achievement(text=label, description=details), entry.at)
    elif kind in ("links", "contact") and _contact(kind, label, details or "", entry, draft):
        return
    elif kind == "interests":
        draft.keep_facts("interests", entry, name=label, keywords=listed(details or ""))
    elif kind == "references":
        draft.keep_facts("references", entry, name=label, reference=details)
    else:
        draft.keep_facts(title, entry, label=label, details=details)


def _contact(kind: str, label: str, details: str, entry: Record, draft: Draft) -> bool:
    if kind == "contact" and label.casefold() == "phone" and not draft.said.get("phone"):
        draft.said["phone"] = draft.findings.text(details, entry.pointer("details"), LINE)
    elif is_web_address(details):
        draft.link(label, details, entry.at)
    else:
        return False
    return True


def _skills(entry: Record, label: str, details: str | None, draft: Draft) -> None:
    """A group with its skills, or one skill with its level."""
    level, soft = entry.line("level"), entry.line("category") == SkillCategory.SOFT
    category = SkillCategory.SOFT if soft else SkillCategory.TECHNICAL
    keywords = entry.texts("keywords", most=MOST_ROWS, longest=LINE)
    if not keywords and details != level:
        keywords = tuple(listed(details or ""))
    if not keywords:
        draft.skill(label, entry.at, category, proficiency=level)
        return
    for keyword in keywords:
        draft.skill(keyword, entry.at, category, group=label or None, proficiency=level)


def listed(text: str) -> list[str]:
    """What commas and semicolons part, but for those within brackets."""
    found, depth, word = [], 0, ""
    for sign in text:
        depth += (sign in "([{") - (sign in ")]}")
        if sign in ",;" and depth <= 0:
            found.append(word)
            word = ""
        else:
            word += sign
    return [each.strip() for each in (*found, word) if each.strip()]


def _experience(entry: Record, draft: Draft) -> None:
    title, company = entry.line("position"), entry.line("company")
    if not (title or company):
        entry.finish("The entry names neither a position nor a company.")
        return
    draft.add(
        Experience(
            title=title or "",
            company=company or "",
            location=entry.line("location"),
            **_dates(entry),
            description=entry.prose("summary"),
            url=entry.address("url"),
            achievements=draft.achievements(_highlights(entry), entry.pointer("highlights")),
        ),
        entry.at,
    )


def _education(entry: Record, draft: Draft) -> None:
    dates = _dates(entry)
    if "date" in entry.names() and dates["start_date"] == dates["end_date"]:
        dates["start_date"] = None
    school, degree, area = entry.line("institution"), entry.line("degree"), entry.line("area")
    if not (school or degree or area):
        entry.finish("The entry names neither a school nor a degree.")
        return
    entry.leave("summary", "A profile has no text beside a degree.")
    draft.add(
        Education(
            institution=school or "",
            degree=degree,
            field_of_study=area,
            location=entry.line("location"),
            **dates,
            gpa=entry.line("grade"),
            honors=draft.lines(_highlights(entry), entry.pointer("highlights")),
            courses=entry.texts("courses", most=MOST_LINES),
        ),
        entry.at,
    )


def _project(entry: Record, draft: Draft) -> None:
    entry.leave("location", "A profile does not say where a project was.")
    draft.add(
        Project(
            name=entry.line("name") or "",
            description=entry.prose("summary"),
            highlights=draft.lines(_highlights(entry), entry.pointer("highlights")),
            technologies=entry.texts("keywords", most=MOST_LINES, longest=LINE),
            role=entry.line("role"),
            url=entry.address("url"),
            **_dates(entry),
        ),
        entry.at,
    )


def _certificate(entry: Record, draft: Draft) -> None:
    draft.add(
        Skill(
            category=SkillCategory.CERTIFICATION,
            name=entry.line("name") or "",
            issuer=entry.line("issuer", "summary"),
            date_obtained=_dates(entry)["start_date"],
            credential_id=entry.line("credential_id"),
        ),
        entry.at,
    )


def _award(entry: Record, draft: Draft) -> None:
    lines = [line for line in (entry.prose("summary"), *_highlights(entry)) if line]
    draft.add(
        Achievement(
            text=entry.line("name") or "",
            description="\n".join(lines) or None,
            awarder=entry.line("awarder", "location"),
            date=_dates(entry)["start_date"],
        ),
        entry.at,
    )


def _volunteer(entry: Record, draft: Draft) -> None:
    dates = _dates(entry)
    draft.keep_facts(
        "volunteer",
        entry,
        organization=entry.line("company", "name"),
        position=entry.line("position"),
        location=entry.line("location"),
        url=entry.address("url"),
        startDate=day_text(dates["start_date"]),
        endDate=day_text(dates["end_date"]),
        summary=entry.prose("summary"),
        highlights=list(_highlights(entry)),
    )


def _publication(entry: Record, draft: Draft) -> None:
    draft.keep_facts(
        "publications",
        entry,
        name=entry.line("title", "name"),
        authors=list(entry.texts("authors", most=MOST_ROWS, longest=LINE)),
        publisher=entry.line("journal", "publisher"),
        doi=entry.line("doi"),
        url=entry.address("url"),
        releaseDate=day_text(_dates(entry)["start_date"]),
        summary=entry.prose("summary"),
        highlights=list(_highlights(entry)),
    )


def _own(title: str) -> Callable[[Record, Draft], None]:
    """An entry under a title that is nobody's standard."""

    def keep(entry: Record, draft: Draft) -> None:
        dates = _dates(entry)
        draft.keep_facts(
            title,
            entry,
            name=entry.line("name"),
            location=entry.line("location"),
            startDate=day_text(dates["start_date"]),
            endDate=day_text(dates["end_date"]),
            url=entry.address("url"),
            summary=entry.prose("summary"),
            highlights=list(_highlights(entry)),
        )

    return keep


def _skill(entry: Record, draft: Draft) -> None:
    name = entry.line("name") or ""
    keywords = _highlights(entry)
    for keyword in keywords:
        draft.skill(keyword, entry.at, group=name)
    if not keywords:
        draft.skill(name, entry.at)


_NORMAL: Mapping[str, Callable[[Record, Draft], None]] = {
    "projects": _project,
    "certifications": _certificate,
    "awards": _award,
    "skills": _skill,
}


def _highlights(entry: Record) -> tuple[str, ...]:
    return entry.texts("highlights", most=MOST_ROWS)


def _dates(entry: Record) -> dict[str, Any]:
    """A `date` stands for both ends, and before them."""
    text = entry.number_or_line("date")
    if not text:
        return entry.dates()
    entry.take("start_date")
    entry.take("end_date")
    day = read_day(text)
    period = Period(day, day) if day else read_period(text)
    if period is None:
        entry.findings.leave(entry.pointer("date"), "It is not a date that we can read.", excerpt(text))
        period = Period(None, None)
    return {"start_date": period.start, "end_date": period.end}

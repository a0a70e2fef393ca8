"""What the person did and can do: JSON Resume's lists of entries."""

from collections.abc import Iterator
from typing import Any

from app.domain.profile.json_resume.records import Record
from app.domain.profile.model import (
    HELD,
    MOST_LINES,
    MOST_YEARS,
    Achievement,
    Education,
    Experience,
    Project,
    Skill,
    SkillCategory,
)
from app.domain.profile.wording import LINE

_MOST = {kind: most for kind, (_, most) in HELD.items()}
_MOST_TEXTS = 50
_MOST_KEYWORDS = 300


def read_work(root: Record) -> Iterator[Experience]:
    for entry in root.records("work", most=_MOST[Experience]):
        title, company = entry.line("position", "title"), entry.line("name", "company", "organization")
        if not title and not company:
            entry.finish("The entry names neither a position nor a company.")
            continue
        yield Experience(
            title=title or "",
            company=company or "",
            employment=entry.line("employment"),
            location=_place(entry),
            **entry.dates(),
            description=entry.prose("summary", "description"),
            url=entry.address("url", "website"),
            achievements=_lines(entry),
        )


def read_education(root: Record) -> Iterator[Education]:
    for entry in root.records("education", most=_MOST[Education]):
        institution = entry.line("institution", "school")
        degree, subject = entry.line("studyType", "degree"), entry.line("area", "fieldOfStudy")
        if not (institution or degree or subject):
            entry.finish("The entry names neither a school nor a degree.")
            continue
        yield Education(
            institution=institution or "",
            degree=degree,
            field_of_study=subject,
            location=_place(entry),
            **entry.dates(),
            gpa=entry.number_or_line("score", "gpa"),
            honors=entry.texts("honors", most=_MOST_TEXTS),
            courses=entry.texts("courses", most=_MOST_TEXTS),
        )


def read_projects(root: Record) -> Iterator[Project]:
    for entry in root.records("projects", most=_MOST[Project]):
        name = entry.line("name", "title")
        if not name:
            entry.finish("The project has no name.")
            continue
        yield Project(
            name=name,
            description=entry.prose("description", "summary"),
            highlights=entry.texts("highlights", most=_MOST_TEXTS),
            technologies=entry.texts("keywords", "technologies", most=_MOST_TEXTS, longest=LINE),
            role=_role(entry),
            url=entry.address("url", "website"),
            **entry.dates(),
        )


def read_skills(root: Record) -> Iterator[Skill]:
    """Each keyword is a skill, under its group's name; a group without keywords is itself one."""
    for n, value in root.items("skills", most=_MOST[Skill]):
        if isinstance(value, str):
            if name := root.findings.text(value, root.pointer("skills", n), LINE):
                yield Skill(category=SkillCategory.TECHNICAL, name=name)
        elif entry := root.record_of(value, "skills", n):
            yield from _group(entry)
            entry.finish()


def read_languages(root: Record) -> Iterator[Skill]:
    for n, value in root.items("languages", most=_MOST[Skill]):
        if isinstance(value, str):
            if name := root.findings.text(value, root.pointer("languages", n), LINE):
                yield Skill(category=SkillCategory.LANGUAGE, name=name)
        elif entry := root.record_of(value, "languages", n):
            if name := entry.line("language", "name") or "":
                fluency = entry.line("fluency", "level")
                yield Skill(
                    category=SkillCategory.LANGUAGE, name=name, proficiency=fluency, years=_years(entry)
                )
            entry.finish()


def read_certificates(root: Record) -> Iterator[Skill]:
    for entry in root.records("certificates", "certifications", most=_MOST[Skill]):
        name = entry.line("name", "title")
        if not name:
            entry.finish("The certificate has no name.")
            continue
        yield Skill(
            category=SkillCategory.CERTIFICATION,
            name=name,
            issuer=entry.line("issuer", "authority"),
            date_obtained=entry.date("date"),
            date_expires=entry.date("expires"),
            credential_id=entry.line("credentialId"),
            credential_url=entry.address("url"),
        )


def read_awards(root: Record) -> Iterator[Achievement]:
    for entry in root.records("awards", most=_MOST[Achievement]):
        title = entry.line("title", "name")
        if not title:
            entry.finish("The award has no title.")
            continue
        yield Achievement(
            text=title,
            description=entry.prose("summary", "description"),
            icon=entry.line("icon"),
            awarder=entry.line("awarder", "issuer"),
            date=entry.date("date"),
        )


def _lines(entry: Record) -> tuple[Achievement, ...]:
    """What our own export says of them beside their text stands in a list of the same length."""
    texts = entry.texts("highlights", "achievements", most=MOST_LINES)
    details = [
        {
            "description": each.prose("description"),
            "icon": each.line("icon"),
            "awarder": each.line("awarder"),
            "date": each.date("date"),
        }
        for each in entry.records("highlightDetails", most=MOST_LINES)
    ]
    if len(details) != len(texts):
        return tuple(Achievement(text=text) for text in texts)
    return tuple(Achievement(text=t, **told) for t, told in zip(texts, details, strict=True))  # type: ignore[arg-type]


def _group(entry: Record) -> Iterator[Skill]:
    name, level = entry.line("name"), entry.line("level")
    keywords = entry.texts("keywords", most=_MOST_KEYWORDS, longest=LINE)
    facts: dict[str, Any] = {"category": _category(entry), "proficiency": level, "years": _years(entry)}
    if keywords:
        yield from (Skill(name=keyword, group=name, **facts) for keyword in keywords)
    elif name:
        yield Skill(name=name, **facts)
    else:
        entry.leave("level", "It belongs to no skill.")


def _category(entry: Record) -> SkillCategory:
    """Our own export says it; elsewhere every skill is a technical one."""
    if entry.line("category") == SkillCategory.SOFT:
        return SkillCategory.SOFT
    return SkillCategory.TECHNICAL


def _years(entry: Record) -> float | None:
    """Our own export says it."""
    years = entry.take("years")
    if isinstance(years, int | float) and not isinstance(years, bool) and 0 <= years <= MOST_YEARS:
        return float(years)
    entry.leave("years", "It is no number of years.")
    return None


def _role(entry: Record) -> str | None:
    roles = ", ".join(entry.texts("roles", most=_MOST_TEXTS, longest=LINE))
    return entry.findings.text(roles, entry.pointer("roles"), LINE) or entry.line("role")


def _place(entry: Record) -> str | None:
    value = entry.take("location")
    if isinstance(value, dict):
        record = entry.record_of(value, "location")
        assert record is not None
        parts = [record.line(part) for part in ("city", "region", "countryCode")]
        record.finish()
        return ", ".join(part for part in parts if part) or None
    return entry.findings.text(value, entry.pointer("location"), LINE) or None

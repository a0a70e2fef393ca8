import re
from itertools import chain

from app.domain.documents.content import Entry, Line, Source, SourceKind
from app.domain.generation.compiled import ChosenPosition, ChosenProject
from app.domain.generation.composing.writing import chosen_sentences, clean, dates, is_prose, line
from app.domain.profile.model import Education, Experience, Project
from app.domain.shared.prose import fold

_BARE_GRADE = re.compile(r"[\d.,/ %]+")


def position_entry(experience: Experience, chosen: ChosenPosition, language: str) -> Entry:
    kind, at = SourceKind.EXPERIENCE, experience.id
    text, listed = _description(kind, experience, chosen.sentences)
    achievements = {achievement.id: achievement.text for achievement in experience.achievements}
    told = (line(SourceKind.ACHIEVEMENT, each, "text", achievements[each]) for each in chosen.bullets)
    return Entry(
        title=Line(clean(experience.title), (Source(kind, at, "title"),)),
        organization=line(kind, at, "company", experience.company),
        location=line(kind, at, "location", experience.location),
        dates=dates(kind, at, (experience.start_date, experience.end_date), language=language, lasting=True),
        url=experience.url,
        text=text,
        bullets=tuple(bullet for bullet in chain(listed, told) if bullet),
    )


def project_entry(project: Project, chosen: ChosenProject, language: str) -> Entry:
    kind, at = SourceKind.PROJECT, project.id
    text, listed = _description(kind, project, chosen.sentences)
    told = (line(kind, at, f"highlights.{n}", project.highlights[n]) for n in chosen.highlights)
    tools = tuple(Source(kind, at, f"technologies.{n}") for n in range(len(project.technologies)))
    used = ", ".join(clean(name) for name in project.technologies)
    return Entry(
        title=Line(clean(project.name), (Source(kind, at, "name"),)),
        organization=line(kind, at, "role", project.role),
        dates=dates(kind, at, (project.start_date, project.end_date), language=language),
        url=project.url,
        text=text,
        bullets=tuple(bullet for bullet in chain(listed, told) if bullet),
        details=(Line(used, tools),) if used else (),
    )


def education_entry(degree: Education, courses: int, language: str) -> Entry:
    kind, at = SourceKind.EDUCATION, degree.id
    school = Line(clean(degree.institution), (Source(kind, at, "institution"),))
    title = _degree_title(degree)
    return Entry(
        title=title or school,
        organization=school if title else None,
        location=line(kind, at, "location", degree.location),
        dates=dates(kind, at, (degree.start_date, degree.end_date), language=language),
        details=tuple(each for each in _details(degree, courses) if each),
    )


def _description(
    kind: SourceKind, item: Experience | Project, chosen: tuple[int, ...]
) -> tuple[Line | None, tuple[Line, ...]]:
    """One paragraph; or bullets, when the person wrote a list."""
    said = chosen_sentences(item.description, chosen)
    source = (Source(kind, item.id, "description"),)
    if is_prose(said):
        return (Line(" ".join(said), source) if said else None), ()
    return None, tuple(Line(text, source) for text in said)


def _degree_title(degree: Education) -> Line | None:
    kind, at = SourceKind.EDUCATION, degree.id
    name, field = clean(degree.degree or ""), clean(degree.field_of_study or "")
    if name and field and fold(field) not in fold(name):
        return Line(f"{name}, {field}", (Source(kind, at, "degree"), Source(kind, at, "field_of_study")))
    return line(kind, at, "degree", name) or line(kind, at, "field_of_study", field)


def _details(degree: Education, courses: int) -> tuple[Line | None, ...]:
    kind, at = SourceKind.EDUCATION, degree.id
    honors = (line(kind, at, f"honors.{n}", text) for n, text in enumerate(degree.honors))
    taken = [(n, clean(text)) for n, text in enumerate(degree.courses[:courses])]
    named = ", ".join(text for _, text in taken)
    return (
        line(kind, at, "gpa", _grade(degree.gpa)),
        *honors,
        Line(named, tuple(Source(kind, at, f"courses.{n}") for n, _ in taken)) if named else None,
    )


def _grade(gpa: str | None) -> str | None:
    """A bare number would puzzle the reader; whoever wrote more than that has said what it is."""
    return f"grade {gpa.strip()}" if gpa and _BARE_GRADE.fullmatch(gpa) else gpa

import re
from itertools import chain

from app.domain.documents.content import Entry, Line, Source, SourceKind
from app.domain.generation.compiled import ChosenPosition, ChosenProject
from app.domain.generation.composing.writing import (
    chosen_sentences,
    clean,
    dates,
    is_prose,
    line,
    web_address,
)
from app.domain.generation.naming import names_any
from app.domain.profile.model import Education, Experience, Project
from app.domain.shared.ids import ItemId
from app.domain.shared.prose import fold
from app.domain.shared.tongues import GRADE

_BARE_GRADE = re.compile(r"[\d.,/ %]+")


def position_entry(experience: Experience, chosen: ChosenPosition, language: str) -> Entry | None:
    kind, at = SourceKind.EXPERIENCE, experience.id
    text, listed = _description(kind, experience, chosen.sentences)
    achievements = {achievement.id: achievement.text for achievement in experience.achievements}
    told = (line(SourceKind.ACHIEVEMENT, each, "text", achievements[each]) for each in chosen.bullets)
    title, company = line(kind, at, "title", experience.title), line(kind, at, "company", experience.company)
    if not (heading := title or company):
        return None
    return Entry(
        title=heading,
        organization=company if title else None,
        location=line(kind, at, "location", experience.location),
        dates=dates(kind, at, (experience.start_date, experience.end_date), language=language, lasting=True),
        url=web_address(experience.url),
        text=text,
        bullets=tuple(bullet for bullet in chain(listed, told) if bullet),
    )


def project_entry(
    project: Project, chosen: ChosenProject, language: str, unsaid: tuple[str, ...] = ()
) -> Entry | None:
    kind, at = SourceKind.PROJECT, project.id
    text, listed = _description(kind, project, chosen.sentences)
    told = (line(kind, at, f"highlights.{n}", project.highlights[n]) for n in chosen.highlights)
    if not (name := line(kind, at, "name", project.name)):
        return None
    return Entry(
        title=name,
        organization=line(kind, at, "role", project.role),
        dates=dates(kind, at, (project.start_date, project.end_date), language=language),
        url=web_address(project.url),
        text=text,
        bullets=tuple(bullet for bullet in chain(listed, told) if bullet),
        details=_listed(kind, at, "technologies", project.technologies, unsaid),
    )


def education_entry(
    degree: Education, courses: int, language: str, unsaid: tuple[str, ...] = (), own: str = "en"
) -> Entry | None:
    """`own` is the language that the person writes in."""
    kind, at = SourceKind.EDUCATION, degree.id
    school, title = line(kind, at, "institution", degree.institution), _degree_title(degree)
    if not (heading := title or school):
        return None
    return Entry(
        title=heading,
        organization=school if title else None,
        location=line(kind, at, "location", degree.location),
        dates=dates(kind, at, (degree.start_date, degree.end_date), language=language),
        details=tuple(
            each for each in _details(degree, courses, unsaid, _grade(degree.gpa, language, own)) if each
        ),
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


def _details(
    degree: Education, courses: int, unsaid: tuple[str, ...], grade: str | None
) -> tuple[Line | None, ...]:
    kind, at = SourceKind.EDUCATION, degree.id
    honors = (line(kind, at, f"honors.{n}", text) for n, text in enumerate(degree.honors))
    taken = _listed(kind, at, "courses", degree.courses[:courses], unsaid)
    return (line(kind, at, "gpa", grade), *honors, *taken)


def _listed(
    kind: SourceKind, at: ItemId, field: str, names: tuple[str, ...], unsaid: tuple[str, ...]
) -> tuple[Line, ...]:
    """Names on one line, each with its source."""
    said = [(clean(name), Source(kind, at, f"{field}.{n}")) for n, name in enumerate(names)]
    said = [(name, source) for name, source in said if name and not names_any(name, unsaid)]
    if not said:
        return ()
    return (Line(", ".join(name for name, _ in said), tuple(source for _, source in said)),)


def _grade(gpa: str | None, language: str, own: str) -> str | None:
    """A bare number would puzzle the reader; whoever wrote more than that has said what it is.

    Under a name of its own country's it would be read by that country's marks.
    """
    said = clean(gpa or "")
    if not _BARE_GRADE.fullmatch(said):
        return said
    return f"{GRADE.get(language, GRADE['en']) if own == language else GRADE['en']} {said}"

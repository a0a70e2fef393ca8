"""How much of a career is read back from a file, field by field."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from app.domain.resumes.parsing import parse_resume
from app.domain.resumes.resume import ReadExperience, ReadResume
from app.infrastructure.extraction.child.reading import read
from tests.foreign.careers import Career, Job
from tests.foreign.layouts import layouts

FIELDS = (
    "name",
    "email",
    "phone",
    "place",
    "link",
    "title",
    "company",
    "years",
    "entry",
    "school",
    "degree",
    "skills",
)


@dataclass(slots=True)
class Tally:
    right: Counter[str] = field(default_factory=Counter)
    said: Counter[str] = field(default_factory=Counter)
    true: Counter[str] = field(default_factory=Counter)
    wrong: list[tuple[str, str, str, object]] = field(default_factory=list)

    def f1(self, name: str) -> float:
        return 2 * self.right[name] / (self.said[name] + self.true[name] or 1)


def measured(careers: Iterable[Career]) -> dict[str, Tally]:
    """By layout, and `all`."""
    by: dict[str, Tally] = {}
    for career in careers:
        for layout, data in layouts(career):
            resume = parse_resume(str(read(data)["text"]))
            for tally in (by.setdefault(layout, Tally()), by.setdefault("all", Tally())):
                _compare(career, resume, tally, layout)
    return by


def _compare(career: Career, resume: ReadResume, tally: Tally, layout: str) -> None:
    for name, true, said in _compared(career, resume, layout):
        tally.true[name] += len(true)
        tally.said[name] += len(said)
        left = list(said)
        for each in true:
            if match := next((other for other in left if _same(name, each, other)), None):
                left.remove(match)
                tally.right[name] += 1
            else:
                tally.wrong.append((layout, name, each, said))


def _compared(
    career: Career, resume: ReadResume, layout: str
) -> Iterator[tuple[str, Sequence[str], Sequence[str]]]:
    bare = layout == "no headings"
    for name in ("name", "email", "phone"):
        yield name, [getattr(career, name)], _said([getattr(resume, name)])
    yield "place", [career.place], _said([resume.location])
    yield "link", [career.link], _said(resume.links)
    jobs = resume.experiences
    yield "title", [j.title for j in career.jobs], _said(e.title for e in jobs)
    yield "company", [j.company for j in career.jobs], _said(e.company for e in jobs)
    yield "years", [_years(j) for j in career.jobs], [_read_years(e) for e in jobs if e.start]
    yield (
        "entry",
        [f"{j.title} | {j.company} | {_years(j)}" for j in career.jobs],
        [" | ".join((*_said([e.title]), *_said([e.company]), _read_years(e))) for e in jobs],
    )
    yield "school", [s.school for s in career.schools], _said(e.school for e in resume.education)
    yield (
        "degree",
        [s.degree for s in career.schools],
        [" ".join(_said([e.degree, e.field])) for e in resume.education if e.degree],
    )
    if not bare:
        yield "skills", career.skills, [s.name.value for s in resume.skills]


def _said(read: Iterable[object]) -> list[str]:
    return [str(getattr(each, "value")) for each in read if each is not None]  # noqa: B009


def _years(job: Job) -> str:
    return f"{job.start[0]} {job.end[0] if job.end else 'now'}"


def _read_years(entry: ReadExperience) -> str:
    start = entry.start.value.year if entry.start else ""
    end = "now" if entry.current else entry.end.value.year if entry.end else ""
    return f"{start} {end}"


def _same(name: str, true: str, said: str) -> bool:
    if name == "phone":
        return re.sub(r"\D", "", true) == re.sub(r"\D", "", said)
    one, other = _words(true), _words(said)
    if name in ("place", "degree"):
        return 2 * len(set(one) & set(other)) >= 1.2 * max(len(set(one)), len(set(other)))
    if name == "link":
        return one == other[-len(one) :]
    return one == other


def _words(text: str) -> list[str]:
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return re.findall(r"[^\W_]+", plain.casefold())

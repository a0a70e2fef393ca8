"""What a resume says, as an import to a profile takes it: with what has no place, and what is not sure."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid5

from app.domain.profile.custom_fields import Kept
from app.domain.profile.formats import Recognised
from app.domain.profile.formats.kinds import CareerFormat
from app.domain.profile.json_resume import Reading
from app.domain.profile.json_resume.records import MOST_TOLD, Unplaced, excerpt
from app.domain.profile.model import HELD, Achievement, Education, Experience, Profile, Project, Skill
from app.domain.profile.wording import LINE, PROSE, SENTENCE
from app.domain.resumes.places import reads_of
from app.domain.resumes.profiles import profile_of_resume
from app.domain.resumes.resume import LIKELY, ReadResume
from app.domain.shared.ids import ItemId, UserId

_NOBODY = UserId(UUID(int=0))
_NO_TIME = datetime(1970, 1, 1, tzinfo=UTC)
_LONG = ("bullets", "notes", "awards")
_PROSE = ("description", "summary", "texts")
_SELDOM = {
    Experience: "experiences",
    Education: "education",
    Project: "projects",
    Achievement: "awards",
}
"""By what a profile holds, where a reading has it."""


@dataclass(frozen=True, slots=True)
class Unsure:
    """A value that had better be looked at before it is relied on."""

    field: str
    """A JSON Pointer within what was read of the resume."""
    value: str
    """Empty where nothing was found."""
    sureness: float
    """0 to 1; 0 where nothing was found."""


def recognised(resume: ReadResume, *, called: str) -> Recognised:
    """`called`: who the person is where the resume does not say."""
    profile = profile_of_resume(resume, user_id=_NOBODY, now=_NO_TIME)
    said = {f.name: getattr(profile, f.name) for f in fields(Reading) if f.name != "unplaced"}
    said["custom_fields"], refused = _sound(said["custom_fields"])
    said["full_name"] = said["full_name"] or called
    left = (*_beyond(resume), *_cut(resume), *refused)[:MOST_TOLD]
    return Recognised(CareerFormat.UPLOADED_RESUME, Reading(**said, unplaced=left))


def unsure_of(resume: ReadResume) -> tuple[Unsure, ...]:
    """Those that were guessed, and names that are wanted and were not found."""
    guessed = (
        Unsure(at, excerpt(str(read.value)), read.sureness)
        for at, read in reads_of(resume)
        if read.sureness < LIKELY and not at.startswith("/others/")
    )
    return (*_missing(resume), *guessed)


def steady_profile(resume: ReadResume, *, of: UUID, now: datetime) -> tuple[Profile, Mapping[str, str]]:
    """The same ids each time; and where in the reading each of them stands, as far as one place has it."""
    profile = profile_of_resume(resume, user_id=_NOBODY, now=now)
    profile.id = of
    places: dict[str, str] = {}

    def steady(at: str) -> ItemId:
        found = ItemId(uuid5(of, at))
        places[str(found)] = at
        return found

    profile.experiences = tuple(
        replace(
            experience,
            id=steady(f"/experiences/{n}"),
            achievements=tuple(
                replace(line, id=steady(f"/experiences/{n}/bullets/{k}"))
                for k, line in enumerate(experience.achievements)
            ),
        )
        for n, experience in enumerate(profile.experiences)
    )
    profile.education = tuple(
        replace(e, id=steady(f"/education/{n}")) for n, e in enumerate(profile.education)
    )
    profile.projects = tuple(replace(p, id=steady(f"/projects/{n}")) for n, p in enumerate(profile.projects))
    profile.achievements = tuple(
        replace(a, id=steady(f"/awards/{n}")) for n, a in enumerate(profile.achievements)
    )
    where = [
        *(f"/certificates/{n}" for n in range(len(resume.certificates))),
        *(f"/languages/{n}" for n in range(len(resume.languages))),
        *(f"/skills/{n}" for n in range(len(resume.skills))),
    ]
    skills = zip(profile.skills, where, strict=False)
    profile.skills = tuple(replace(skill, id=steady(at)) for skill, at in skills)
    return profile, places


def _missing(resume: ReadResume) -> Iterator[Unsure]:
    if resume.name is None:
        yield Unsure("/name", "", 0.0)
    for n, experience in enumerate(resume.experiences):
        for name in ("title", "company", "start"):
            if getattr(experience, name) is None:
                yield Unsure(f"/experiences/{n}/{name}", "", 0.0)
    for n, education in enumerate(resume.education):
        if education.school is None:
            yield Unsure(f"/education/{n}/school", "", 0.0)


def _beyond(resume: ReadResume) -> Iterator[Unplaced]:
    """More of a kind than a profile holds."""
    for kind, part in _SELDOM.items():
        most, found = HELD[kind][1], getattr(resume, part)
        for n in range(most, len(found)):
            yield Unplaced(f"/{part}/{n}", f"A profile holds at most {most} {HELD[kind][0]}.")
    kept = HELD[Skill][1]
    for part in ("certificates", "languages", "skills"):
        held = getattr(resume, part)
        for n in range(kept, len(held)):
            why = f"A profile holds at most {HELD[Skill][1]} skills."
            yield Unplaced(f"/{part}/{n}", why, excerpt(held[n].name.value))
        kept = max(0, kept - len(held))


def _cut(resume: ReadResume) -> Iterator[Unplaced]:
    """Longer than its field: what is over is not kept there."""
    for at, read in reads_of(resume):
        if isinstance(read.value, str) and len(read.value) > (most := _longest(at)):
            yield Unplaced(at, f"Its field holds {most:,} characters.", excerpt(read.value[most:]))


def _longest(at: str) -> int:
    steps = at.split("/")
    if any(step in _PROSE for step in steps):
        return PROSE
    return SENTENCE if any(step in _LONG for step in steps) else LINE


def _sound(custom: Mapping[str, Any]) -> tuple[Mapping[str, Any], Iterable[Unplaced]]:
    """As many of the custom fields as a profile holds."""
    kept, left = Kept({}), []
    for name, value in custom.items():
        if not kept.put(name, value):
            left.append(Unplaced("/others", "A profile holds no more fields of one's own.", excerpt(name)))
    return kept.fields, left

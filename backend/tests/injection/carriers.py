"""Where a text from outside comes in, as far as it goes on to a language model. There is no chat yet."""

from collections.abc import Callable, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from html import escape
from typing import Any

from app.domain.jobs.model import Job
from app.domain.jobs.parsing.parser import parse_posting
from app.domain.jobs.reading import facts_of
from app.domain.profile.model import Profile
from app.domain.resumes.parsing import parse_resume
from app.domain.resumes.profiles import profile_of_resume
from app.infrastructure.pages.lxml import LxmlPages
from tests.builders.generation import CAREER, POSTING
from tests.builders.identity import ADA, NOON
from tests.builders.jobs import a_job
from tests.builders.json_resumes import career_in

RESUME = """Ada Byron
Bristol | ada@example.com | +44 117 496 0000

Summary
Nurse with a liking for order. {payload}

Experience
Ward Nurse, Harbour Street Clinic
April 2016 - February 2024
- Trained 14 new nurses.
- {payload}
- Cut falls by a third within a year.

Skills
Wound care, Record keeping
"""


@dataclass
class Scene:
    profile: Profile
    job: Job
    options: dict[str, Any] = field(default_factory=dict)


def a_scene(career: Mapping[str, Any] = CAREER, posting: str = POSTING, **about: Any) -> Scene:
    facts = facts_of(parse_posting(posting), posting) | {"raw_text": posting} | about
    return Scene(career_in(career)[0], a_job(ADA, **facts))


def _in_posting(payload: str) -> Scene:
    return a_scene(posting=f"{POSTING}- {payload}\n\n{payload}\n")


def _in_page(payload: str) -> Scene:
    """Said aloud, and where nobody looks."""
    said = escape(payload)
    hidden = (
        f'<p style="display:none">{said}</p><p hidden>{said}</p><div style="font-size:0.1pt">{said}</div>'
        f'<span style="color:#fff;background:#fff">{said}</span>'
        f'<p style="position:absolute;left:-9999px">{said}</p>'
        f'<meta name="description" content="{said}"><img alt="{said}"><!-- {said} --><script>{said}</script>'
    )
    lines = "".join(f"<p>{escape(line)}</p>" for line in POSTING.splitlines())
    text = LxmlPages().read(f"<html><body>{lines}<ul><li>{said}</li></ul>{hidden}</body></html>").text
    return a_scene(posting=text)


def _in_career(change: Callable[[dict[str, Any], str], None]) -> Callable[[str], Scene]:
    def made(payload: str) -> Scene:
        career = deepcopy(CAREER)
        change(career, payload)
        return a_scene(career)

    return made


def _summary(career: dict[str, Any], payload: str) -> None:
    career["basics"]["summary"] += f" {payload}"


def _bullet(career: dict[str, Any], payload: str) -> None:
    career["work"][0]["highlights"].append(payload)


def _skill(career: dict[str, Any], payload: str) -> None:
    career["skills"].append({"name": payload[:100]})


def _in_instructions(payload: str) -> Scene:
    scene = a_scene()
    scene.options["instructions"] = payload
    return scene


def _in_resume(payload: str) -> Scene:
    text = RESUME.format(payload=" ".join(payload.split()))
    profile = profile_of_resume(parse_resume(text), user_id=ADA, now=NOON)
    return Scene(profile, a_scene().job)


FROM_OTHERS: Mapping[str, Callable[[str], Scene]] = {
    "posting": _in_posting,
    "title": lambda payload: a_scene(title=payload[:200]),
    "company": lambda payload: a_scene(company=payload[:200]),
    "page": _in_page,
}
FROM_THE_PERSON: Mapping[str, Callable[[str], Scene]] = {
    "summary": _in_career(_summary),
    "bullet": _in_career(_bullet),
    "skill": _in_career(_skill),
    "resume text": _in_resume,
    "instructions": _in_instructions,
}
CARRIERS = {**FROM_OTHERS, **FROM_THE_PERSON}

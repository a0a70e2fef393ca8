"""What the sections of a RenderCV file are about, by the titles that people give them."""

import re
from collections.abc import Mapping

from app.domain.shared.prose import fold
from app.domain.shared.section_titles import titles_of

KINDS = (
    "summary",
    "experience",
    "education",
    "projects",
    "skills",
    "languages",
    "certifications",
    "awards",
    "publications",
    "volunteering",
    "interests",
)
_ALSO: Mapping[str, str] = {
    "summary": "profile|about|about me|objective|professional summary|welcome",
    "experience": "work experience|professional experience|employment|employment history|work|career",
    "education": "academic background|studies|education and training",
    "projects": "personal projects|selected projects|open source projects|side projects",
    "skills": "technical skills|technologies|tools|core competencies|expertise|soft skills",
    "languages": "language skills",
    "certifications": "certificates|licenses|licenses and certifications|courses and certifications",
    "awards": "honors|honours|selected honors|honors and awards|awards and honors|achievements",
    "publications": "selected publications|papers|articles",
    "volunteering": "volunteer|volunteer experience|volunteer work|community service",
    "interests": "hobbies|hobbies and interests|interests and hobbies",
    "references": "references|referees|recommendations",
    "links": "links|websites|on the web",
    "contact": "contact|contact details",
}


def _plain(title: str) -> str:
    return " ".join(re.sub(r"[_&/,:-]+", lambda m: " and " if m[0] == "&" else " ", fold(title)).split())


_BY_TITLE = {_plain(title): kind for kind in KINDS for title in titles_of(kind)} | {
    _plain(title): kind for kind, titles in _ALSO.items() for title in (kind, *titles.split("|"))
}


def kind_of(title: str) -> str | None:
    return _BY_TITLE.get(_plain(title))

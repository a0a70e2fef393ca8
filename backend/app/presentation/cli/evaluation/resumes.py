"""Resumes in files, read down to their fields."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from app.domain.documents.errors import FileUnreadable
from app.domain.resumes.parsing import parse_resume
from app.domain.resumes.resume import Read, ReadResume
from app.presentation.cli.evaluation.material import Prediction
from app.presentation.cli.files import read_bytes

KINDS = (".pdf", ".docx", ".txt")


def resumes_in(folder: Path, text_of: Callable[[bytes], str]) -> list[Prediction]:
    """A row for each file; one that cannot be read says why."""
    files = sorted(file for file in folder.iterdir() if file.suffix.lower() in KINDS)
    return [_resume(file, text_of) for file in files]


def _resume(file: Path, text_of: Callable[[bytes], str]) -> Prediction:
    try:
        return {"id": file.stem, **fields_of(parse_resume(text_of(read_bytes(file))))}
    except FileUnreadable as error:
        return {"id": file.stem, "error": str(error)}


def fields_of(resume: ReadResume) -> Prediction:
    """What was read, without the places where it stands."""
    return {
        "name": _value(resume.name),
        "email": _value(resume.email),
        "phone": _value(resume.phone),
        "location": _value(resume.location),
        "links": [link.value for link in resume.links],
        "headline": _value(resume.headline),
        "experiences": [
            {
                "title": _value(e.title),
                "company": _value(e.company),
                "location": _value(e.location),
                "start": _date(e.start),
                "end": "present" if e.current else _date(e.end),
                "bullets": [bullet.value for bullet in e.bullets],
            }
            for e in resume.experiences
        ],
        "education": [
            {
                "school": _value(e.school),
                "degree": " ".join(part for part in (_value(e.degree), _value(e.field)) if part) or None,
                "start": _date(e.start),
                "end": _date(e.end),
            }
            for e in resume.education
        ],
        "skills": [skill.name.value for skill in resume.skills],
        "languages": [language.name.value for language in resume.languages],
        "certificates": [certificate.name.value for certificate in resume.certificates],
    }


def _value(read: Read[Any] | None) -> Any:
    return read.value if read else None


def _date(read: Read[Any] | None) -> str | None:
    return str(read.value) if read else None

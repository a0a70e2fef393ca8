"""Resumes in files, read down to their fields."""

import asyncio
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.domain.resumes.files import FileText, IResumeFiles
from app.domain.resumes.parsing import parse_resume
from app.domain.resumes.resume import Read, ReadResume
from app.domain.shared.errors import DomainError
from app.presentation.cli.evaluation.material import Prediction
from app.presentation.cli.failing import Refused
from app.presentation.cli.files import read_bytes

KINDS = (".pdf", ".docx", ".odt", ".rtf", ".txt")
Files = Callable[[], IResumeFiles]
_BATCH = 32
"""Files whose bytes are held at a time."""


@dataclass(frozen=True, slots=True)
class ReadFile:
    file: Path
    told: Prediction
    """Its fields, or `error`."""
    seconds: float
    opened: bool = True
    """Whether there was a file to read at all."""


def resumes_in(folder: Path, files: Files) -> list[Prediction]:
    """A row for each file; one that cannot be read says why."""
    found = sorted(file for file in folder.iterdir() if file.suffix.lower() in KINDS)
    return [{"id": each.file.stem, **each.told} for each in read_all(found, files)]


def endurance(folder: Path, files: Files) -> list[Prediction]:
    """Whether each file that nobody has labelled is read, how long it takes, and how much it gives."""
    found = sorted(file for file in folder.rglob("*") if file.is_file())
    return [
        {
            "id": each.file.name,
            "error": each.told.get("error"),
            "seconds": round(each.seconds, 2),
            **{part: len(each.told.get(part, ())) for part in ("experiences", "education", "skills")},
        }
        for each in read_all(found, files)
    ]


def read_all(found: Sequence[Path], files: Files) -> list[ReadFile]:
    """Some at a time, in their order."""
    return asyncio.run(_read_all(found, files()))


async def _read_all(found: Sequence[Path], files: IResumeFiles) -> list[ReadFile]:
    read: list[ReadFile] = []
    for n in range(0, len(found), _BATCH):
        read += await asyncio.gather(*(_read(file, files) for file in found[n : n + _BATCH]))
    return read


async def _read(file: Path, files: IResumeFiles) -> ReadFile:
    began = time.monotonic()
    told, opened = Prediction(), True
    try:
        told = told_by(await files.read(await asyncio.to_thread(read_bytes, file)))
    except DomainError as error:
        told = {"error": str(error)}
    except Refused as refused:
        told, opened = {"error": str(refused)}, False
    return ReadFile(file, told, time.monotonic() - began, opened)


def told_by(file: FileText) -> Prediction:
    told = fields_of(parse_resume(file.text))
    return told | {"recognised": True} if file.recognised else told


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

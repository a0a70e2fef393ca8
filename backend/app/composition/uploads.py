"""Resumes that people bring, and what becomes of them."""

from dataclasses import dataclass
from functools import partial

from app.application.resumes.importing import ResumeImportService
from app.application.resumes.reading import ResumeReader
from app.application.resumes.service import ResumeService
from app.application.work.failpoints import Failpoint
from app.composition.clock import utc_now
from app.composition.papers import storage_for
from app.composition.reading import resume_files
from app.domain.resumes.model import Room
from app.infrastructure.cpu import CpuDoor
from app.infrastructure.persistence.database import Database
from app.infrastructure.persistence.resumes import SqlResumeWork
from app.infrastructure.phones import WorldPhones
from app.settings import Settings


@dataclass(frozen=True, slots=True)
class Uploads:
    resumes: ResumeService
    resume_imports: ResumeImportService


def uploads_of(settings: Settings, database: Database, cpu: CpuDoor, failpoint: Failpoint) -> Uploads:
    work = partial(SqlResumeWork, database)
    return Uploads(
        ResumeService(
            work=work,
            reader=ResumeReader(files=resume_files(ocr=settings.ocr), phones=WorldPhones(), apart=cpu.run),
            storage=storage_for(settings),
            now=utc_now,
            room=Room(settings.resume_files, settings.resume_bytes),
            failpoint=failpoint,
        ),
        ResumeImportService(work=work, apart=cpu.run),
    )

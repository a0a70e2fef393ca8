"""Who reads foreign files."""

from app.domain.resumes.files import IResumeFiles
from app.infrastructure.extraction.resume_files import ChildResumeFiles, ReadingLimits


def resume_files(*, at_once: int = 2, longest_wait: float = 30.0) -> IResumeFiles:
    return ChildResumeFiles(ReadingLimits(at_once=at_once, longest_wait=longest_wait))

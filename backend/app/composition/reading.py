"""Who reads foreign files."""

from app.domain.resumes.files import IResumeFiles
from app.infrastructure.extraction.resume_files import ChildResumeFiles, ReadingLimits
from app.infrastructure.extraction.tesseract import TesseractResumeFiles, found


def resume_files(*, ocr: str = "off", at_once: int = 2, longest_wait: float = 30.0) -> IResumeFiles:
    """`ocr`: as `Settings.ocr` has it."""
    files = ChildResumeFiles(ReadingLimits(at_once=at_once, longest_wait=longest_wait))
    program = found(ocr)
    return TesseractResumeFiles(files, program) if program else files

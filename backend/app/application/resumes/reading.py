from hashlib import sha256

from app.application.apart import Apart
from app.domain.resumes.files import FileText, IResumeFiles
from app.domain.resumes.model import fit_to_keep
from app.domain.resumes.parsing import parse_resume
from app.domain.resumes.resume import ReadResume


class ResumeReader:
    """From a file to its text, and from the text to its fields; neither on the event loop."""

    def __init__(self, *, files: IResumeFiles, apart: Apart) -> None:
        self._files = files
        self._apart = apart

    async def read(self, data: bytes) -> tuple[FileText, ReadResume]:
        """Raises ResumeUnreadable, ResumeWithoutText, ResumeTooLarge, Unavailable."""
        file = fit_to_keep(await self._files.read(data))
        return file, await self._apart(parse_resume, file.text)

    async def digest(self, data: bytes) -> str:
        return await self._apart(_digest, data)


def _digest(data: bytes) -> str:
    return sha256(data).hexdigest()

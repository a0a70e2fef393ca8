from dataclasses import replace
from hashlib import sha256

from app.application.apart import Apart
from app.domain.resumes.doubt import doubted
from app.domain.resumes.files import FileText, IResumeFiles
from app.domain.resumes.model import fit_to_keep
from app.domain.resumes.parsing import parse_resume
from app.domain.resumes.phones import IPhoneNumbers
from app.domain.resumes.resume import ReadResume


class ResumeReader:
    """From a file to its text, and from the text to its fields; neither on the event loop."""

    def __init__(self, *, files: IResumeFiles, phones: IPhoneNumbers, apart: Apart) -> None:
        self._files = files
        self._phones = phones
        self._apart = apart

    async def read(self, data: bytes) -> tuple[FileText, ReadResume]:
        """Raises ResumeUnreadable, ResumeWithoutText, ResumeTooLarge, Unavailable."""
        file = fit_to_keep(await self._files.read(data))
        parsed = await self._apart(self._parsed, file.text)
        return file, doubted(parsed) if file.recognised else parsed

    def _parsed(self, text: str) -> ReadResume:
        read = parse_resume(text)
        if read.phone is None:
            return read
        place = read.location.value if read.location else ""
        return replace(read, phone_e164=self._phones.e164(read.phone.value, place, read.language))

    async def digest(self, data: bytes) -> str:
        return await self._apart(_digest, data)


def _digest(data: bytes) -> str:
    return sha256(data).hexdigest()

"""A resume that somebody uploaded: the file as it came, and what was read in it."""

from dataclasses import dataclass
from datetime import datetime

from app.domain.resumes.errors import ResumeSpaceUsed, TooManyResumes
from app.domain.resumes.files import FileKind, FileText
from app.domain.resumes.resume import ReadResume
from app.domain.shared.entity import Entity
from app.domain.shared.ids import ResumeId, UserId
from app.domain.shared.unfit import UNFIT

LARGEST_FILE = 5 * 1024 * 1024
LONGEST_TEXT = 200_000
LONGEST_READER = 200
MOST_REMARKS, LONGEST_REMARK = 20, 500
CUT_OFF = f"Of the text, the first {LONGEST_TEXT:,} characters are kept."


@dataclass(slots=True, kw_only=True, eq=False)
class Resume(Entity):
    user_id: UserId
    name: str
    """Of the file, as it was called where it came from: data, and no path of ours."""
    kind: FileKind
    size: int
    sha256: str
    storage_key: str
    is_primary: bool = False
    """Of whoever has any, exactly one."""
    text: str = ""
    pages: int = 0
    remarks: tuple[str, ...] = ()
    reader: str = ""
    language: str = ""
    parsed: ReadResume
    extracted_at: datetime
    created_at: datetime
    updated_at: datetime

    def read_again(self, file: FileText, parsed: ReadResume, *, now: datetime) -> None:
        """What was read before goes; the file stays as it is."""
        self.text, self.pages, self.remarks = file.text, file.pages, file.remarks
        self.reader, self.language, self.parsed = file.reader, parsed.language, parsed
        self.extracted_at = self.updated_at = now

    def become_primary(self, *, now: datetime) -> None:
        self.is_primary, self.updated_at = True, now

    def step_down(self, *, now: datetime) -> None:
        self.is_primary, self.updated_at = False, now


@dataclass(frozen=True, slots=True, kw_only=True)
class ResumeCard:
    """A resume in a list: the file, without what it says."""

    id: ResumeId
    version: int
    user_id: UserId
    name: str
    kind: FileKind
    size: int
    sha256: str
    is_primary: bool
    pages: int
    language: str
    reader: str
    remarks: tuple[str, ...]
    extracted_at: datetime
    created_at: datetime
    updated_at: datetime


@dataclass(frozen=True, slots=True)
class Kept:
    """How much one person keeps."""

    files: int
    size: int
    """Bytes."""


@dataclass(frozen=True, slots=True)
class Room:
    """How much one person may keep."""

    files: int = 20
    size: int = 50 * 1024 * 1024
    """Bytes."""

    def require(self, kept: Kept, size: int) -> None:
        """For one more file of this size. Raises TooManyResumes, ResumeSpaceUsed."""
        if kept.files >= self.files:
            raise TooManyResumes(f"You keep {kept.files} resumes, and {self.files} is the most: delete one.")
        if kept.size + size > self.size:
            raise ResumeSpaceUsed(
                f"Your resumes would have more than {self.size // 1024:,} KB together: delete one first."
            )


def fit_to_keep(file: FileText) -> FileText:
    """Without characters that no database keeps: each gives way to another, so that every place holds."""
    text, remarks = file.text[:LONGEST_TEXT], file.remarks
    if len(file.text) > LONGEST_TEXT:
        remarks = (*remarks, CUT_OFF)
    return FileText(
        kind=file.kind,
        text=UNFIT.sub("\ufffd", text),
        pages=file.pages,
        remarks=tuple(UNFIT.sub("\ufffd", each)[:LONGEST_REMARK] for each in remarks[-MOST_REMARKS:]),
        reader=file.reader[:LONGEST_READER],
        recognised=file.recognised,
    )

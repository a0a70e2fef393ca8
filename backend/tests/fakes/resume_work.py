from app.application.resumes.work import IResumeWork
from app.domain.identity.model import User
from app.domain.resumes.files import FileKind, FileText, IResumeFiles
from app.domain.shared.errors import DomainError
from tests.fakes.identity import MemoryUsers
from tests.fakes.memory import MemoryUnitOfWork
from tests.fakes.replies import MemoryReplies
from tests.fakes.resumes import MemoryResumes


class MemoryResumeWork(MemoryUnitOfWork, IResumeWork):
    @property
    def resumes(self) -> MemoryResumes:
        return MemoryResumes(self)

    @property
    def replies(self) -> MemoryReplies:
        return MemoryReplies(self)

    @property
    def users(self) -> MemoryUsers:
        return MemoryUsers(self, User)


class PlainResumeFiles(IResumeFiles):
    """Takes every file for text in UTF-8; counts, and refuses when it is told to."""

    def __init__(self) -> None:
        self.reader = "plain 1"
        self.count = 0
        self.refusal: DomainError | None = None

    async def read(self, data: bytes) -> FileText:
        self.count += 1
        if self.refusal:
            raise self.refusal
        return FileText(kind=FileKind.TXT, text=data.decode(), pages=1, reader=self.reader)

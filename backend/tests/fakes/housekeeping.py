from app.application.housekeeping.work import IErasureWork, IHousekeepingWork
from app.domain.identity.model import User
from tests.fakes.documents import MemoryDocuments
from tests.fakes.generation import MemoryReplies
from tests.fakes.identity import MemoryUsers
from tests.fakes.memory import MemoryUnitOfWork
from tests.fakes.resumes import MemoryResumes
from tests.fakes.work import MemoryWorkQueue


class MemoryHousekeepingWork(MemoryUnitOfWork, IHousekeepingWork):
    @property
    def queue(self) -> MemoryWorkQueue:
        return MemoryWorkQueue(self)

    @property
    def documents(self) -> MemoryDocuments:
        return MemoryDocuments(self)

    @property
    def resumes(self) -> MemoryResumes:
        return MemoryResumes(self)

    @property
    def replies(self) -> MemoryReplies:
        return MemoryReplies(self)


class MemoryErasureWork(MemoryUnitOfWork, IErasureWork):
    @property
    def users(self) -> MemoryUsers:
        return MemoryUsers(self, User)

    @property
    def documents(self) -> MemoryDocuments:
        return MemoryDocuments(self)

    @property
    def resumes(self) -> MemoryResumes:
        return MemoryResumes(self)

from app.application.housekeeping.work import IHousekeepingWork
from tests.fakes.documents import MemoryDocuments
from tests.fakes.generation import MemoryReplies
from tests.fakes.memory import MemoryUnitOfWork
from tests.fakes.work import MemoryWorkQueue


class MemoryHousekeepingWork(MemoryUnitOfWork, IHousekeepingWork):
    @property
    def queue(self) -> MemoryWorkQueue:
        return MemoryWorkQueue(self)

    @property
    def documents(self) -> MemoryDocuments:
        return MemoryDocuments(self)

    @property
    def replies(self) -> MemoryReplies:
        return MemoryReplies(self)

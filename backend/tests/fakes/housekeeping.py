from app.application.housekeeping.work import IErasureWork, IHousekeepingWork, IRemains
from app.domain.identity.avatars import Avatar
from app.domain.identity.challenges import Challenge
from app.domain.identity.model import User
from app.domain.identity.providers import ProviderSignIn
from app.domain.identity.security import SecurityEvent
from tests.fakes.challenges import MemoryAllowances, MemoryChallenges
from tests.fakes.documents import MemoryDocuments
from tests.fakes.identity import MemoryAvatars, MemorySecurityEvents, MemoryUsers
from tests.fakes.memory import MemoryUnitOfWork
from tests.fakes.replies import MemoryReplies
from tests.fakes.resumes import MemoryResumes
from tests.fakes.sign_in import MemoryProviderSignIns
from tests.fakes.work import MemoryWorkQueue


class MemoryHousekeepingWork(MemoryUnitOfWork, IHousekeepingWork):
    @property
    def queue(self) -> MemoryWorkQueue:
        return MemoryWorkQueue(self)

    @property
    def documents(self) -> MemoryDocuments:
        return MemoryDocuments(self)

    @property
    def avatars(self) -> MemoryAvatars:
        return MemoryAvatars(self, Avatar)

    @property
    def resumes(self) -> MemoryResumes:
        return MemoryResumes(self)

    @property
    def replies(self) -> MemoryReplies:
        return MemoryReplies(self)

    @property
    def security(self) -> MemorySecurityEvents:
        return MemorySecurityEvents(self, SecurityEvent)

    @property
    def sign_ins(self) -> MemoryProviderSignIns:
        return MemoryProviderSignIns(self, ProviderSignIn)

    @property
    def challenges(self) -> MemoryChallenges:
        return MemoryChallenges(self, Challenge)

    @property
    def allowances(self) -> MemoryAllowances:
        return MemoryAllowances(self)


class MemoryErasureWork(MemoryUnitOfWork, IErasureWork):
    @property
    def users(self) -> MemoryUsers:
        return MemoryUsers(self, User)

    @property
    def security(self) -> MemorySecurityEvents:
        return MemorySecurityEvents(self, SecurityEvent)

    @property
    def avatars(self) -> MemoryAvatars:
        return MemoryAvatars(self, Avatar)

    @property
    def documents(self) -> MemoryDocuments:
        return MemoryDocuments(self)

    @property
    def resumes(self) -> MemoryResumes:
        return MemoryResumes(self)


class NoRemains(IRemains):
    """A memory forgets at once."""

    def __init__(self) -> None:
        self.cleared = 0

    async def clear(self) -> None:
        self.cleared += 1

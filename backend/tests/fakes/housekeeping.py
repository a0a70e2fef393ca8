from app.application.housekeeping.work import IErasureWork, IHousekeepingWork, IRemains, IRemovals
from app.domain.identity.avatars import Avatar
from app.domain.identity.challenges import Challenge
from app.domain.identity.model import Session, User
from app.domain.identity.notices import Notice
from app.domain.identity.providers import ProviderSignIn
from app.domain.identity.security import SecurityEvent
from app.domain.shared.ids import UserId
from tests.fakes.challenges import MemoryAllowances, MemoryChallenges
from tests.fakes.documents import MemoryDocuments
from tests.fakes.identity import (
    CASCADING,
    MemoryAvatars,
    MemorySecurityEvents,
    MemorySessions,
    MemoryUsers,
)
from tests.fakes.memory import MemoryUnitOfWork
from tests.fakes.notices import MemoryNotices
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
    def notices(self) -> MemoryNotices:
        return MemoryNotices(self, Notice)

    @property
    def allowances(self) -> MemoryAllowances:
        return MemoryAllowances(self)


class MemoryRemovals(IRemovals):
    def __init__(self, work: MemoryUnitOfWork) -> None:
        self._entities = work.entities

    async def remove_some(self, owner: UserId, *, limit: int) -> int:
        theirs = [e for e in self._entities.values() if isinstance(e, CASCADING) and e.user_id == owner]
        for entity in theirs[:limit]:
            del self._entities[entity.id]
        return len(theirs[:limit])


class MemoryErasureWork(MemoryUnitOfWork, IErasureWork):
    @property
    def queue(self) -> MemoryWorkQueue:
        return MemoryWorkQueue(self)

    @property
    def sessions(self) -> MemorySessions:
        return MemorySessions(self, Session)

    @property
    def belongings(self) -> MemoryRemovals:
        return MemoryRemovals(self)

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

from abc import abstractmethod
from typing import Protocol

from app.application.housekeeping.shelves import IShelves
from app.application.idempotency import IReplies
from app.application.work.ports import IBackgroundWork
from app.domain.identity.challenges import IAllowances, IChallenges
from app.domain.identity.notices import INotices
from app.domain.identity.ports import ISecurityEvents, ISessionRepository, IUserRepository
from app.domain.identity.providers import IProviderSignIns
from app.domain.shared.ids import UserId


class IHousekeepingWork(IShelves, IBackgroundWork, Protocol):
    @property
    @abstractmethod
    def replies(self) -> IReplies: ...

    @property
    @abstractmethod
    def security(self) -> ISecurityEvents: ...

    @property
    @abstractmethod
    def sign_ins(self) -> IProviderSignIns: ...

    @property
    @abstractmethod
    def challenges(self) -> IChallenges: ...

    @property
    @abstractmethod
    def notices(self) -> INotices: ...

    @property
    @abstractmethod
    def allowances(self) -> IAllowances: ...


class IRemains(Protocol):
    @abstractmethod
    async def clear(self) -> None:
        """What indexes and logs of the database still hold of rows that are gone. Raises Unavailable."""


class IRemovals(Protocol):
    @abstractmethod
    async def remove_some(self, owner: UserId, *, limit: int) -> int:
        """Rows of all that is somebody's but the account itself and its erasure, parts before their wholes;
        at most so many, and how many. Of security events nobody is named any more."""


class IErasureWork(IShelves, IBackgroundWork, Protocol):
    @property
    @abstractmethod
    def sessions(self) -> ISessionRepository: ...

    @property
    @abstractmethod
    def belongings(self) -> IRemovals: ...

    @property
    @abstractmethod
    def users(self) -> IUserRepository: ...

    @property
    @abstractmethod
    def security(self) -> ISecurityEvents: ...

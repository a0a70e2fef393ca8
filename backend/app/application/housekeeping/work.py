from abc import abstractmethod
from typing import Protocol

from app.application.housekeeping.shelves import IShelves
from app.application.idempotency import IReplies
from app.application.unit_of_work import IUnitOfWork
from app.application.work.ports import IBackgroundWork
from app.domain.identity.challenges import IAllowances, IChallenges
from app.domain.identity.notices import INotices
from app.domain.identity.ports import ISecurityEvents, IUserRepository
from app.domain.identity.providers import IProviderSignIns


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


class IErasureWork(IShelves, IUnitOfWork, Protocol):
    @property
    @abstractmethod
    def users(self) -> IUserRepository: ...

    @property
    @abstractmethod
    def security(self) -> ISecurityEvents: ...

from abc import abstractmethod
from typing import Protocol

from app.application.work.ports import IBackgroundWork
from app.domain.identity.challenges import IAllowances, IChallenges
from app.domain.identity.ports import ISecurityEvents, ISessionRepository, IUserRepository


class IIdentityWork(IBackgroundWork, Protocol):
    @property
    @abstractmethod
    def users(self) -> IUserRepository: ...

    @property
    @abstractmethod
    def sessions(self) -> ISessionRepository: ...

    @property
    @abstractmethod
    def security(self) -> ISecurityEvents: ...

    @property
    @abstractmethod
    def challenges(self) -> IChallenges: ...

    @property
    @abstractmethod
    def allowances(self) -> IAllowances: ...

from abc import abstractmethod
from typing import Protocol

from app.application.unit_of_work import IUnitOfWork
from app.domain.identity.avatars import IAvatarRepository
from app.domain.identity.ports import ISecurityEvents, ISessionRepository, IUserRepository


class IIdentityWork(IUnitOfWork, Protocol):
    @property
    @abstractmethod
    def users(self) -> IUserRepository: ...

    @property
    @abstractmethod
    def sessions(self) -> ISessionRepository: ...

    @property
    @abstractmethod
    def avatars(self) -> IAvatarRepository: ...

    @property
    @abstractmethod
    def security(self) -> ISecurityEvents: ...

from abc import abstractmethod
from typing import Protocol

from app.application.unit_of_work import IUnitOfWork
from app.domain.identity.access_tokens import IAccessTokens
from app.domain.identity.ports import ISecurityEvents, ISessionRepository, IUserRepository
from app.domain.identity.providers import ILinkedIdentities, IProviderSignIns


class IIdentityWork(IUnitOfWork, Protocol):
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
    def identities(self) -> ILinkedIdentities: ...

    @property
    @abstractmethod
    def access_tokens(self) -> IAccessTokens: ...

    @property
    @abstractmethod
    def sign_ins(self) -> IProviderSignIns: ...

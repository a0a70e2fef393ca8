from abc import abstractmethod
from typing import Protocol

from app.application.work.ports import IBackgroundWork
from app.domain.identity.access_tokens import IAccessTokens
from app.domain.identity.avatars import IAvatarRepository
from app.domain.identity.challenges import IAllowances, IChallenges
from app.domain.identity.llm_keys import ILLMKeys
from app.domain.identity.notices import INotices
from app.domain.identity.ports import ISecurityEvents, ISessionRepository, IUserRepository
from app.domain.identity.providers import ILinkedIdentities, IProviderSignIns


class IIdentityWork(IBackgroundWork, Protocol):
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

    @property
    @abstractmethod
    def challenges(self) -> IChallenges: ...

    @property
    @abstractmethod
    def notices(self) -> INotices: ...

    @property
    @abstractmethod
    def allowances(self) -> IAllowances: ...

    @property
    @abstractmethod
    def identities(self) -> ILinkedIdentities: ...

    @property
    @abstractmethod
    def access_tokens(self) -> IAccessTokens: ...

    @property
    @abstractmethod
    def sign_ins(self) -> IProviderSignIns: ...

    @property
    @abstractmethod
    def llm_keys(self) -> ILLMKeys: ...

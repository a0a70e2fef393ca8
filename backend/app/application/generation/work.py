from abc import abstractmethod
from typing import Protocol

from app.application.documents.work import IDocumentWork
from app.application.idempotency import IReplies
from app.application.work.ports import IBackgroundWork
from app.domain.generation.ports import IGenerationRepository, ILLMCalls, IUsageLedger
from app.domain.identity.llm_keys import ILLMKeys
from app.domain.identity.ports import IUserRepository
from app.domain.jobs.ports import IAnswers


class IGenerationWork(IDocumentWork, IBackgroundWork, Protocol):
    @property
    @abstractmethod
    def generations(self) -> IGenerationRepository: ...

    @property
    @abstractmethod
    def usage(self) -> IUsageLedger: ...

    @property
    @abstractmethod
    def calls(self) -> ILLMCalls: ...

    @property
    @abstractmethod
    def llm_keys(self) -> ILLMKeys: ...

    @property
    @abstractmethod
    def answers(self) -> IAnswers: ...

    @property
    @abstractmethod
    def users(self) -> IUserRepository: ...

    @property
    @abstractmethod
    def replies(self) -> IReplies: ...

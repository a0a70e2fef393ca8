from abc import abstractmethod
from typing import Protocol

from app.application.idempotency import IReplies
from app.application.unit_of_work import IUnitOfWork
from app.application.work.ports import IBackgroundWork
from app.domain.documents.repository import IDocumentRepository
from app.domain.identity.ports import IUserRepository
from app.domain.resumes.ports import IResumeRepository


class IHousekeepingWork(IBackgroundWork, Protocol):
    @property
    @abstractmethod
    def documents(self) -> IDocumentRepository: ...

    @property
    @abstractmethod
    def resumes(self) -> IResumeRepository: ...

    @property
    @abstractmethod
    def replies(self) -> IReplies: ...


class IErasureWork(IUnitOfWork, Protocol):
    @property
    @abstractmethod
    def users(self) -> IUserRepository: ...

    @property
    @abstractmethod
    def documents(self) -> IDocumentRepository: ...

    @property
    @abstractmethod
    def resumes(self) -> IResumeRepository: ...

from abc import abstractmethod
from typing import Protocol

from app.application.idempotency import IReplies
from app.application.unit_of_work import IUnitOfWork
from app.domain.identity.ports import IUserRepository
from app.domain.resumes.ports import IResumeRepository


class IResumeWork(IUnitOfWork, Protocol):
    @property
    @abstractmethod
    def resumes(self) -> IResumeRepository: ...

    @property
    @abstractmethod
    def replies(self) -> IReplies: ...

    @property
    @abstractmethod
    def users(self) -> IUserRepository: ...

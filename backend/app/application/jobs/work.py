from abc import abstractmethod
from typing import Protocol

from app.application.idempotency import IReplies
from app.application.unit_of_work import IUnitOfWork
from app.domain.jobs.ports import IJobRepository


class IJobWork(IUnitOfWork, Protocol):
    @property
    @abstractmethod
    def jobs(self) -> IJobRepository: ...

    @property
    @abstractmethod
    def replies(self) -> IReplies: ...

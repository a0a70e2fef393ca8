from abc import abstractmethod
from typing import Protocol

from app.application.documents.work import IDocumentWork
from app.application.idempotency import IReplies
from app.domain.applications.ports import IApplicationRepository, ITrackedJobs


class IApplicationWork(IDocumentWork, Protocol):
    @property
    @abstractmethod
    def applications(self) -> IApplicationRepository: ...

    @property
    @abstractmethod
    def tracked_jobs(self) -> ITrackedJobs: ...

    @property
    @abstractmethod
    def replies(self) -> IReplies: ...

from abc import abstractmethod
from typing import Protocol

from app.application.unit_of_work import IUnitOfWork
from app.domain.documents.repository import IDocumentRepository
from app.domain.jobs.ports import IJobRepository
from app.domain.profile.ports import IJobProfileRepository, IProfileRepository
from app.domain.resumes.ports import IResumeRepository


class IDocumentWork(IUnitOfWork, Protocol):
    @property
    @abstractmethod
    def documents(self) -> IDocumentRepository: ...

    @property
    @abstractmethod
    def profiles(self) -> IProfileRepository: ...

    @property
    @abstractmethod
    def jobs(self) -> IJobRepository: ...

    @property
    @abstractmethod
    def job_profiles(self) -> IJobProfileRepository: ...

    @property
    @abstractmethod
    def resumes(self) -> IResumeRepository: ...

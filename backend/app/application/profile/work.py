from abc import abstractmethod
from typing import Protocol

from app.application.unit_of_work import IUnitOfWork
from app.domain.profile.ports import IJobProfileRepository, IProfileRepository


class IProfileWork(IUnitOfWork, Protocol):
    @property
    @abstractmethod
    def profiles(self) -> IProfileRepository: ...

    @property
    @abstractmethod
    def job_profiles(self) -> IJobProfileRepository: ...

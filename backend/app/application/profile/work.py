from abc import abstractmethod
from typing import Protocol

from app.application.unit_of_work import IUnitOfWork
from app.domain.identity.ports import IUserRepository
from app.domain.profile.ports import (
    IJobProfileRepository,
    IProfileHistory,
    IProfileRepository,
    IProposalRepository,
)


class IProfileWork(IUnitOfWork, Protocol):
    @property
    @abstractmethod
    def profiles(self) -> IProfileRepository: ...

    @property
    @abstractmethod
    def history(self) -> IProfileHistory: ...

    @property
    @abstractmethod
    def proposals(self) -> IProposalRepository: ...

    @property
    @abstractmethod
    def users(self) -> IUserRepository: ...

    @property
    @abstractmethod
    def job_profiles(self) -> IJobProfileRepository: ...

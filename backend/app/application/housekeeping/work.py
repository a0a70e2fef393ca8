from abc import abstractmethod
from typing import Protocol

from app.application.idempotency import IReplies
from app.application.work.ports import IBackgroundWork
from app.domain.documents.repository import IDocumentRepository


class IHousekeepingWork(IBackgroundWork, Protocol):
    @property
    @abstractmethod
    def documents(self) -> IDocumentRepository: ...

    @property
    @abstractmethod
    def replies(self) -> IReplies: ...

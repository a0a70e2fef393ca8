from abc import abstractmethod
from typing import Protocol

from app.application.documents.work import IDocumentWork
from app.application.idempotency import IReplies
from app.application.work.ports import IBackgroundWork
from app.domain.generation.ports import IGenerationRepository


class IGenerationWork(IDocumentWork, IBackgroundWork, Protocol):
    @property
    @abstractmethod
    def generations(self) -> IGenerationRepository: ...

    @property
    @abstractmethod
    def replies(self) -> IReplies: ...

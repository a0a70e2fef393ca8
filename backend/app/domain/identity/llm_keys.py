"""A key of somebody's own to a provider of language models: kept sealed, and shown to nobody again."""

from abc import abstractmethod
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from app.domain.shared.entity import Entity
from app.domain.shared.errors import DomainError
from app.domain.shared.ids import UserId
from app.domain.shared.llm import ILLMService

SHOWN = 4
"""Characters, by which its owner knows it again."""


@dataclass(slots=True, kw_only=True, eq=False)
class LLMKey(Entity):
    """What is asked of a model for its owner is asked with it, and paid by them."""

    user_id: UserId
    provider: str
    sealed: str
    last_four: str
    month_limit_micros: int | None = None
    """The most that their calls with it may come to in a month, in millionths of the host's currency.
    None: no bound."""
    created_at: datetime
    updated_at: datetime


def last_four_of(secret: str) -> str:
    return secret[-SHOWN:]


class KeyUnreadable(DomainError):
    """Sealed with a secret that the host has no more, or for somebody else."""


class IKeySeal(Protocol):
    @abstractmethod
    def seal(self, secret: str, *, owner: UserId) -> str: ...

    @abstractmethod
    def open(self, sealed: str, *, owner: UserId) -> str:
        """Raises KeyUnreadable."""


class ILLMKeys(Protocol):
    """One each, erased with its owner."""

    @abstractmethod
    async def find(self, owner: UserId) -> LLMKey | None: ...

    @abstractmethod
    async def add(self, key: LLMKey) -> None: ...

    @abstractmethod
    async def remove(self, owner: UserId) -> bool:
        """Whether there was one."""


class IKeyedLLMs(Protocol):
    @property
    @abstractmethod
    def providers(self) -> tuple[str, ...]:
        """Whose keys people may bring; of none where the host does not want it."""

    @abstractmethod
    def opened_by(self, secret: str, *, provider: str) -> ILLMService:
        """What that provider answers whoever has this key."""

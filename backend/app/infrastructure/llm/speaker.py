"""What each provider's protocol comes down to."""

from abc import abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Protocol


class Ended(StrEnum):
    """Why the model stopped."""

    WHOLE = "whole"
    CUT = "cut"
    """It reached the most tokens."""
    REFUSED = "refused"
    OTHERWISE = "otherwise"


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    text: str | None
    ended: Ended
    fresh: int
    """Input tokens billed in full."""
    output: int
    """With those of thinking."""
    cached: int = 0
    """Input tokens that the provider had kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompt:
    name: str
    instructions: str
    material: str
    schema: Mapping[str, Any]
    most_tokens: int


class ISpeaker(Protocol):
    @property
    @abstractmethod
    def provider(self) -> str: ...

    @abstractmethod
    async def say(self, model: str, prompt: Prompt) -> Said:
        """One call, never tried again here. Raises LLMUnavailable, LLMUncertain."""

    @abstractmethod
    async def close(self) -> None: ...

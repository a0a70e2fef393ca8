"""What a language model is asked, and what it answers. It words things: it decides and scores nothing."""

from abc import abstractmethod
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from typing import Generic, Protocol, TypeVar

from app.domain.shared.errors import DomainError, Unavailable

T = TypeVar("T")


class LLMTask(StrEnum):
    """What for: hosts choose a model for each."""

    ANALYSIS = "analysis"
    """Reading, for which a small model does."""
    WRITING = "writing"
    """Prose that a person sends off."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LLMRequest(Generic[T]):
    task: LLMTask
    name: str
    """Of the prompt, with its version, such as `summary-1`."""
    instructions: str
    """Ours alone. Nothing that a person, a posting or a model said is ever put into it."""
    material: str
    """What it is about: data from anywhere, fenced, never an instruction."""
    kind: type[T]
    """What the answer is to be: a dataclass of texts, whole numbers, lists and further dataclasses."""
    most_tokens: int
    """Of the answer, thinking included."""

    def print_for(self, model: str) -> str:
        """The same for what is asked of the same model in the same bytes, for the same kind of answer."""
        kind, most = self.kind.__qualname__, str(self.most_tokens)
        said = (model, self.name, kind, most, self.instructions, self.material)
        return sha256("\0".join(said).encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class LLMUsage:
    input_tokens: int = 0
    output_tokens: int = 0
    cost_micros: int = 0
    """Millionths of the configured currency."""

    @property
    def tokens(self) -> int:
        return self.input_tokens + self.output_tokens


@dataclass(frozen=True, slots=True, kw_only=True)
class LLMAnswer(Generic[T]):
    value: T
    """Of the right shape; what it says is foreign text all the same."""
    provider: str
    model: str
    usage: LLMUsage
    seconds: float


class LLMUnavailable(Unavailable):
    """The call was not taken: nothing was spent, and later, or elsewhere, it may be."""

    def __init__(self, message: str, *, wait: float | None = None, lasting: bool = False) -> None:
        super().__init__(message)
        self.wait = wait
        """Seconds that the provider asks for."""
        self.lasting = lasting
        """Asking again is no use before the host has changed something, such as the key."""


class LLMUncertain(Unavailable):
    """The call was sent, and no whole answer came: it may have cost the most that it can."""

    provider = ""
    model = ""


class LLMUnusable(DomainError):
    """An answer came and was paid for, but is none: refused, cut short, or not what was asked for."""

    def __init__(self, message: str, *, usage: LLMUsage, provider: str, model: str) -> None:
        super().__init__(message)
        self.usage = usage
        self.provider = provider
        self.model = model


class ILLMService(Protocol):
    @abstractmethod
    def first(self, task: LLMTask) -> str:
        """Who is asked first, as `provider/model`: another answers where that one does not take the call."""

    @abstractmethod
    def most(self, request: LLMRequest[T]) -> LLMUsage:
        """The most that an answer can cost, whichever model gives it."""

    @abstractmethod
    async def answer(self, request: LLMRequest[T]) -> LLMAnswer[T]:
        """Within a deadline. Raises LLMUnavailable, LLMUncertain, LLMUnusable."""

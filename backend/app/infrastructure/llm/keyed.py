"""Models that are asked with keys of people's own."""

from abc import abstractmethod
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Protocol, TypeVar

from app.domain.identity.llm_keys import IKeyedLLMs
from app.domain.shared.llm import ILLMService, LLMAnswer, LLMRequest, LLMTask, LLMUsage
from app.infrastructure.llm.speaker import ISpeaker

T = TypeVar("T")
MOST_OPEN = 100
"""Keys whose connections and breakers one process keeps."""


class IMaker(Protocol):
    """Makes what one provider is asked by."""

    @abstractmethod
    def speaker(self, secret: str) -> ISpeaker: ...

    @abstractmethod
    def service(self, speaker: ISpeaker) -> ILLMService: ...


@dataclass(slots=True)
class _Opened:
    speaker: ISpeaker
    service: ILLMService
    calls: int = 0
    """Under way."""


class KeyedLLMs(IKeyedLLMs):
    """Each key has connections and a breaker of its own: one that its provider refuses, or that ran into
    a limit, leaves all others alone."""

    def __init__(self, makers: Mapping[str, IMaker], *, most: int = MOST_OPEN) -> None:
        self._makers = makers
        self._most = most
        self._opened: OrderedDict[str, _Opened] = OrderedDict()

    @property
    def providers(self) -> tuple[str, ...]:
        return tuple(self._makers)

    def opened_by(self, secret: str, *, provider: str) -> ILLMService:
        return _Keyed(lambda: self._open(secret, provider), self._make_room)

    async def close(self) -> None:
        while self._opened:
            _, opened = self._opened.popitem()
            await opened.speaker.close()

    def _open(self, secret: str, provider: str) -> _Opened:
        name = sha256(f"{provider}\0{secret}".encode()).hexdigest()
        if name not in self._opened:
            maker = self._makers[provider]
            speaker = maker.speaker(secret)
            self._opened[name] = _Opened(speaker, maker.service(speaker))
        self._opened.move_to_end(name)
        return self._opened[name]

    async def _make_room(self) -> None:
        """Those go that nobody has asked for longest, and nobody asks now."""
        idle = [name for name, opened in self._opened.items() if not opened.calls]
        for name in idle[: max(0, len(self._opened) - self._most)]:
            await self._opened.pop(name).speaker.close()


class _Keyed(ILLMService):
    """Opened at each call: what was closed since is opened anew."""

    def __init__(self, open_: Callable[[], _Opened], make_room: Callable[[], Awaitable[None]]) -> None:
        self._open = open_
        self._make_room = make_room

    def first(self, task: LLMTask) -> str:
        return self._open().service.first(task)

    def most(self, request: LLMRequest[T]) -> LLMUsage:
        return self._open().service.most(request)

    async def answer(self, request: LLMRequest[T]) -> LLMAnswer[T]:
        opened = self._open()
        opened.calls += 1
        try:
            return await opened.service.answer(request)
        finally:
            opened.calls -= 1
            await self._make_room()

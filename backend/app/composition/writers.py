"""Who words documents: the person alone, or a language model that the host has chosen."""

import os
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial
from itertools import chain

from app.domain.shared.llm import ILLMService, LLMTask
from app.infrastructure.llm.breaker import Breaker
from app.infrastructure.llm.by_task import ByTask
from app.infrastructure.llm.keyed import IMaker, KeyedLLMs
from app.infrastructure.llm.metered import Metered
from app.infrastructure.llm.model import Model
from app.infrastructure.llm.prices import FREE, Price, Priced, PriceUnknown, price_of
from app.infrastructure.llm.speaker import ISpeaker
from app.settings import LLMProvider, Settings, SettingsRefused

OLLAMA = "http://127.0.0.1:11434"


@dataclass(frozen=True, slots=True)
class _Usual:
    """What is taken where the host says nothing."""

    key: str
    """The environment variable."""
    writing: str = ""
    analysis: str = ""
    base_url: str = ""


_USUAL: Mapping[LLMProvider, _Usual] = {
    LLMProvider.OPENAI: _Usual("OPENAI_API_KEY", "gpt-5.2", "gpt-5-mini"),
    LLMProvider.OPENROUTER: _Usual("OPENROUTER_API_KEY", base_url="https://openrouter.ai/api/v1"),
    LLMProvider.OLLAMA: _Usual("OLLAMA_API_KEY"),
    LLMProvider.ANTHROPIC: _Usual("ANTHROPIC_API_KEY", "claude-sonnet-4-6", "claude-haiku-4-5"),
    LLMProvider.GEMINI: _Usual("GEMINI_API_KEY", "gemini-2.5-pro", "gemini-2.5-flash"),
}


@asynccontextmanager
async def llm_of(
    settings: Settings, environ: Mapping[str, str] = os.environ
) -> AsyncIterator[ILLMService | None]:
    """None where no provider is configured. Raises SettingsRefused."""
    if settings.llm_provider is None:
        yield None
        return
    speaker = _speaker(settings, environ)
    try:
        yield _Models(settings, settings.llm_provider).service(speaker)
    finally:
        await speaker.close()


@asynccontextmanager
async def keyed_llms_of(settings: Settings) -> AsyncIterator[KeyedLLMs]:
    """Of nobody where nobody may bring a key. Raises SettingsRefused."""
    makers = {str(provider): _Maker(settings, provider) for provider in settings.llm_own_keys}
    for maker in makers.values():
        maker.check()
    keyed = KeyedLLMs(makers)
    try:
        yield keyed
    finally:
        await keyed.close()


@asynccontextmanager
async def models_of(settings: Settings) -> AsyncIterator[tuple[ILLMService | None, KeyedLLMs]]:
    """The host's, and those that people have keys for."""
    async with llm_of(settings) as llm, keyed_llms_of(settings) as keyed:
        yield llm, keyed


@dataclass(frozen=True, slots=True)
class _Models:
    """Of one provider: the host's where it is the host's, else the usual ones."""

    settings: Settings
    provider: LLMProvider

    @property
    def by_task(self) -> Mapping[LLMTask, Sequence[str]]:
        """The first, and those that are asked where it does not take a call."""
        usual, settings = _USUAL[self.provider], self.settings
        writing, analysis = usual.writing, usual.analysis
        fallback: Sequence[str] = ()
        if self.provider is settings.llm_provider:
            writing = settings.llm_model_writing or writing
            analysis = settings.llm_model_analysis or settings.llm_model_writing or analysis
            fallback = settings.llm_fallback
        if not writing:
            raise SettingsRefused(
                f"JOBWISE_LLM_MODEL_WRITING: say which model of {self.provider} is to write"
            )
        first = {LLMTask.WRITING: writing, LLMTask.ANALYSIS: analysis}
        return {task: tuple(dict.fromkeys((name, *fallback))) for task, name in first.items()}

    def priced(self, name: str) -> Priced:
        """Raises SettingsRefused."""
        given = {model: Price(**price.model_dump()) for model, price in self.settings.llm_prices.items()}
        if self.provider is LLMProvider.OLLAMA:
            return Priced(model=name, price=given.get(name, FREE))
        try:
            return Priced(model=name, price=price_of(self.provider, name, given))
        except PriceUnknown as error:
            raise SettingsRefused(f"JOBWISE_LLM_PRICES: {error}") from None

    def service(self, speaker: ISpeaker, *, own: bool = False) -> ILLMService:
        """Whoever asks for it by another name finds the same model: they share its breaker."""
        made: dict[str, ILLMService] = {}
        by_task = self.by_task
        for name in chain.from_iterable(by_task.values()):
            made.setdefault(name, self._model(speaker, name, own=own))
        return ByTask({task: [made[name] for name in names] for task, names in by_task.items()})

    def _model(self, speaker: ISpeaker, name: str, *, own: bool) -> ILLMService:
        model = Model(speaker, self.priced(name), deadline=self.settings.llm_seconds)
        counted_as = f"{self.provider} (own keys)" if own else str(self.provider)
        metered = Metered(model, provider=counted_as, model=name)
        return Breaker(metered, name=model.name, shown=not own)


@dataclass(frozen=True, slots=True)
class _Maker(IMaker):
    settings: Settings
    provider: LLMProvider

    def speaker(self, secret: str) -> ISpeaker:
        address = self.settings.llm_own_keys[self.provider] or _USUAL[self.provider].base_url
        return _speaking(self.provider, secret, address, self.settings.llm_seconds)

    def service(self, speaker: ISpeaker) -> ILLMService:
        return _Models(self.settings, self.provider).service(speaker, own=True)

    def check(self) -> None:
        """That there are models, prices and a library for it, before anybody brings a key."""
        _library(self.provider)
        models = _Models(self.settings, self.provider)
        for name in chain.from_iterable(models.by_task.values()):
            models.priced(name)


def _speaker(settings: Settings, environ: Mapping[str, str]) -> ISpeaker:
    """The host's. Raises SettingsRefused."""
    provider = LLMProvider(settings.llm_provider or "")
    usual = _USUAL[provider]
    key, address = environ.get(usual.key, ""), settings.llm_base_url or usual.base_url
    if provider is LLMProvider.OLLAMA:
        key, address = key or "ollama", f"{address or environ.get('OLLAMA_BASE_URL') or OLLAMA}/v1"
    if not key:
        raise SettingsRefused(f"JOBWISE_LLM_PROVIDER is {provider}, and {usual.key} is not set")
    return _speaking(provider, key, address, settings.llm_seconds)


def _speaking(provider: LLMProvider, key: str, address: str, seconds: float) -> ISpeaker:
    made: ISpeaker = _library(provider)(key=key, seconds=seconds, base_url=address or None)
    return made


def _library(provider: LLMProvider) -> Callable[..., ISpeaker]:
    """Imported only where it is used. Raises SettingsRefused."""
    try:
        if provider is LLMProvider.ANTHROPIC:
            from app.infrastructure.llm.anthropic import AnthropicSpeaker

            return AnthropicSpeaker
        if provider is LLMProvider.GEMINI:
            from app.infrastructure.llm.gemini import GeminiSpeaker

            return GeminiSpeaker
        from app.infrastructure.llm.openai import OpenAISpeaker

        return partial(OpenAISpeaker, provider=provider)
    except ImportError as error:
        raise SettingsRefused(f"The library for {provider} is missing: install jobwise[llm]") from error

"""Who words documents: the person alone, or a language model that the host has chosen."""

import os
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass

from app.domain.shared.llm import ILLMService, LLMTask
from app.infrastructure.llm.breaker import Breaker
from app.infrastructure.llm.by_task import ByTask
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
        yield _service(settings, speaker)
    finally:
        await speaker.close()


def _service(settings: Settings, speaker: ISpeaker) -> ILLMService:
    usual = _USUAL[LLMProvider(speaker.provider)]
    chosen = {
        LLMTask.WRITING: settings.llm_model_writing or usual.writing,
        LLMTask.ANALYSIS: settings.llm_model_analysis or settings.llm_model_writing or usual.analysis,
    }
    made: dict[str, ILLMService] = {}

    def models(first: str) -> Sequence[ILLMService]:
        names = dict.fromkeys((first, *settings.llm_fallback))
        return [made.setdefault(name, _model(settings, speaker, name)) for name in names]

    return ByTask({task: models(name) for task, name in chosen.items()})


def _model(settings: Settings, speaker: ISpeaker, name: str) -> ILLMService:
    if not name:
        raise SettingsRefused(f"JOBWISE_LLM_MODEL_WRITING: say which model of {speaker.provider} is to write")
    model = Model(speaker, Priced(model=name, price=_price(settings, name)), deadline=settings.llm_seconds)
    metered = Metered(model, provider=speaker.provider, model=name)
    return Breaker(metered, name=model.name)


def _price(settings: Settings, name: str) -> Price:
    given = {model: Price(**price.model_dump()) for model, price in settings.llm_prices.items()}
    if settings.llm_provider is LLMProvider.OLLAMA:
        return given.get(name, FREE)
    try:
        return price_of(settings.llm_provider or "", name, given)
    except PriceUnknown as error:
        raise SettingsRefused(f"JOBWISE_LLM_PRICES: {error}") from None


def _speaker(settings: Settings, environ: Mapping[str, str]) -> ISpeaker:
    """Its SDK is imported only where it is used. Raises SettingsRefused."""
    provider, seconds = LLMProvider(settings.llm_provider or ""), settings.llm_seconds
    usual = _USUAL[provider]
    key, address = environ.get(usual.key, ""), settings.llm_base_url or usual.base_url
    if provider is LLMProvider.OLLAMA:
        key, address = key or "ollama", f"{address or environ.get('OLLAMA_BASE_URL') or OLLAMA}/v1"
    if not key:
        raise SettingsRefused(f"JOBWISE_LLM_PROVIDER is {provider}, and {usual.key} is not set")
    try:
        if provider is LLMProvider.ANTHROPIC:
            from app.infrastructure.llm.anthropic import AnthropicSpeaker

            return AnthropicSpeaker(key=key, seconds=seconds, base_url=address or None)
        if provider is LLMProvider.GEMINI:
            from app.infrastructure.llm.gemini import GeminiSpeaker

            return GeminiSpeaker(key=key, seconds=seconds, base_url=address or None)
        from app.infrastructure.llm.openai import OpenAISpeaker

        return OpenAISpeaker(key=key, seconds=seconds, base_url=address or None, provider=provider)
    except ImportError as error:
        raise SettingsRefused(
            f"JOBWISE_LLM_PROVIDER is {provider}, whose library is missing: install jobwise[llm]"
        ) from error

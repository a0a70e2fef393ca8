from typing import Any

import openai
from openai.types.chat import ChatCompletion
from openai.types.shared_params import ResponseFormatJSONSchema

from app.domain.shared.llm import LLMUncertain
from app.infrastructure.llm.speaker import Ended, ISpeaker, Prompt, Said
from app.infrastructure.llm.wire import no_answer, not_taken, provider_client

_ENDED = {"stop": Ended.WHOLE, "length": Ended.CUT, "content_filter": Ended.REFUSED}


class OpenAISpeaker(ISpeaker):
    """Chat completions, which OpenRouter, Ollama, vLLM and many others speak too, elsewhere."""

    def __init__(
        self, *, key: str, seconds: float, base_url: str | None = None, provider: str = "openai"
    ) -> None:
        self._provider = provider
        # OpenAI's own models that think count thinking by another name than everybody else.
        self._bound = "max_completion_tokens" if provider == "openai" else "max_tokens"
        self._client = openai.AsyncOpenAI(
            api_key=key,
            base_url=base_url or "https://api.openai.com/v1",
            organization="",
            project="",
            max_retries=0,
            timeout=seconds,
            http_client=provider_client(seconds=seconds),
        )

    @property
    def provider(self) -> str:
        return self._provider

    async def say(self, model: str, prompt: Prompt) -> Said:
        wanted: ResponseFormatJSONSchema = {
            "type": "json_schema",
            "json_schema": {"name": prompt.name, "schema": dict(prompt.schema), "strict": True},
        }
        bound: dict[str, Any] = {self._bound: prompt.most_tokens}
        try:
            answer = await self._client.chat.completions.create(
                model=model,
                messages=[
                    {"role": "system", "content": prompt.instructions},
                    {"role": "user", "content": prompt.material},
                ],
                response_format=wanted,
                extra_body=bound,
            )
        except openai.APIStatusError as error:
            raise not_taken(error.status_code, error.response.headers) from None
        except (openai.OpenAIError, ValueError) as error:
            raise no_answer(error) from None
        return _said(answer)

    async def close(self) -> None:
        await self._client.close()


def _said(answer: ChatCompletion) -> Said:
    """The SDK does not hold what comes against its own types."""
    try:
        choice, usage = answer.choices[0], answer.usage
        assert usage is not None
        details = usage.prompt_tokens_details
        cached = (details.cached_tokens if details else None) or 0
        refused = bool(choice.message.refusal)
        return Said(
            text=choice.message.content,
            ended=Ended.REFUSED if refused else _ENDED.get(choice.finish_reason, Ended.OTHERWISE),
            fresh=int(usage.prompt_tokens) - cached,
            cached=cached,
            output=int(usage.completion_tokens),
        )
    except (AttributeError, IndexError, TypeError, ValueError, AssertionError):
        raise LLMUncertain("The provider's answer says neither what nor how much.") from None

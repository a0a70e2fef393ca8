import anthropic
from anthropic.types import Message

from app.domain.shared.llm import LLMUncertain
from app.infrastructure.llm.speaker import Ended, ISpeaker, Prompt, Said
from app.infrastructure.llm.wire import no_answer, not_taken, provider_client

_ENDED = {
    "end_turn": Ended.WHOLE,
    "stop_sequence": Ended.WHOLE,
    "max_tokens": Ended.CUT,
    "model_context_window_exceeded": Ended.CUT,
    "refusal": Ended.REFUSED,
}


class AnthropicSpeaker(ISpeaker):
    """The Messages API, its answers held to a schema."""

    provider = "anthropic"

    def __init__(self, *, key: str, seconds: float, base_url: str | None = None) -> None:
        self._client = anthropic.AsyncAnthropic(
            api_key=key,
            base_url=base_url or "https://api.anthropic.com",
            max_retries=0,
            timeout=seconds,
            http_client=provider_client(seconds=seconds),
        )

    async def say(self, model: str, prompt: Prompt) -> Said:
        try:
            answer = await self._client.messages.create(
                model=model,
                system=prompt.instructions,
                messages=[{"role": "user", "content": prompt.material}],
                output_config={"format": {"type": "json_schema", "schema": dict(prompt.schema)}},
                max_tokens=prompt.most_tokens,
            )
        except anthropic.APIStatusError as error:
            raise not_taken(error.status_code, error.response.headers) from None
        except (anthropic.AnthropicError, ValueError) as error:
            raise no_answer(error) from None
        return _said(answer)

    async def close(self) -> None:
        await self._client.close()


def _said(answer: Message) -> Said:
    """The SDK does not hold what comes against its own types."""
    try:
        usage = answer.usage
        text = "".join(block.text for block in answer.content if block.type == "text")
        return Said(
            text=text,
            ended=_ENDED.get(answer.stop_reason or "", Ended.OTHERWISE),
            # Writing to the cache costs a quarter more than reading; nothing of ours is written to it.
            fresh=int(usage.input_tokens) + int(usage.cache_creation_input_tokens or 0),
            cached=int(usage.cache_read_input_tokens or 0),
            output=int(usage.output_tokens),
        )
    except (AttributeError, TypeError, ValueError):
        raise LLMUncertain("The provider's answer says neither what nor how much.") from None

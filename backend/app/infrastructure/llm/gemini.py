import httpx2
from google import genai
from google.genai import errors, types

from app.domain.shared.llm import LLMUncertain
from app.infrastructure.llm.speaker import Ended, ISpeaker, Prompt, Said
from app.infrastructure.llm.wire import no_answer, not_taken, provider_client

_ENDED = {"STOP": Ended.WHOLE, "MAX_TOKENS": Ended.CUT}
_REFUSED = {"SAFETY", "RECITATION", "BLOCKLIST", "PROHIBITED_CONTENT", "SPII", "ESCALATION"}


class GeminiSpeaker(ISpeaker):
    """generateContent, its answers held to a schema."""

    provider = "gemini"

    def __init__(self, *, key: str, seconds: float, base_url: str | None = None) -> None:
        self._wire = provider_client(seconds=seconds)
        self._client = genai.Client(
            api_key=key,
            vertexai=False,
            http_options=types.HttpOptions(
                base_url=base_url or "https://generativelanguage.googleapis.com",
                timeout=round(seconds * 1000),
                httpx_async_client=self._wire,
                retry_options=types.HttpRetryOptions(attempts=1),
            ),
        )

    async def say(self, model: str, prompt: Prompt) -> Said:
        wanted = types.GenerateContentConfig(
            system_instruction=prompt.instructions,
            response_mime_type="application/json",
            response_json_schema=dict(prompt.schema),
            max_output_tokens=prompt.most_tokens,
        )
        try:
            answer = await self._client.aio.models.generate_content(
                model=model, contents=prompt.material, config=wanted
            )
        except errors.APIError as error:
            raise not_taken(error.code, getattr(error.response, "headers", {})) from None
        except (httpx2.HTTPError, ValueError, errors.UnknownApiResponseError) as error:
            raise no_answer(error) from None
        return _said(answer)

    async def close(self) -> None:
        await self._wire.aclose()


def _said(answer: types.GenerateContentResponse) -> Said:
    usage = answer.usage_metadata
    if usage is None or usage.prompt_token_count is None:
        raise LLMUncertain("The provider's answer says neither what nor how much.")
    cached = usage.cached_content_token_count or 0
    chosen = answer.candidates[0] if answer.candidates else None
    return Said(
        text=_text(chosen),
        ended=_ended(chosen),
        fresh=usage.prompt_token_count - cached,
        cached=cached,
        output=(usage.candidates_token_count or 0) + (usage.thoughts_token_count or 0),
    )


def _text(chosen: types.Candidate | None) -> str:
    """What it said, without what it thought."""
    parts = (chosen.content.parts if chosen and chosen.content else None) or []
    return "".join(part.text for part in parts if part.text and not part.thought)


def _ended(chosen: types.Candidate | None) -> Ended:
    """No candidate at all is what a blocked prompt comes to."""
    if chosen is None:
        return Ended.REFUSED
    reason = getattr(chosen.finish_reason, "value", chosen.finish_reason) or ""
    return Ended.REFUSED if reason in _REFUSED else _ENDED.get(reason, Ended.OTHERWISE)

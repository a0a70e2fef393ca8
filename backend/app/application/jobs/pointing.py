import asyncio
from collections.abc import Collection

from app.domain.jobs.pointing import asked, pointed_out, unsure
from app.domain.jobs.pointing.fields import PointedField, PointedOut
from app.domain.jobs.ports import HelpCall, Helped, IHelpBooks, IPostingHelp
from app.domain.jobs.posting import ParsedPosting
from app.domain.shared.ids import UserId
from app.domain.shared.llm import (
    ILLMService,
    LLMAnswer,
    LLMRequest,
    LLMUnavailable,
    LLMUncertain,
    LLMUnusable,
)

MOST_TOKENS, MOST_COST_MICROS = 20_000, 100_000
"""Of one posting. What could cost more is not asked."""
SECONDS = 20.0
"""Somebody waits for it."""

NOBODY = "This installation has no language model: the fields are as the rules read them."
NOT_NEEDED = "The rules are sure of every field: the language model was not asked."
TOO_DEAR = "The language model was not asked: it could cost more than one posting may."
SPENT = "What may be spent this month does not suffice: the language model was not asked."
UNAVAILABLE = "The language model could not be had: the fields are as the rules read them."
UNCERTAIN = "The language model did not answer in time: the fields are as the rules read them."
UNUSABLE = "The language model's answer cannot be used: the fields are as the rules read them."
NOTHING_FOUND = "The language model found nothing more in the text."


class PostingPointer(IPostingHelp):
    """Asks a language model once, which may point at words of the posting."""

    def __init__(self, llm: ILLMService | None, books: IHelpBooks) -> None:
        """`llm`: None where the host has none."""
        self._llm = llm
        self._books = books

    async def help(
        self, parsed: ParsedPosting, text: str, *, by: UserId, said: Collection[str] = ()
    ) -> Helped:
        wanted = unsure(parsed, said=said)
        if self._llm is None:
            return Helped(parsed=parsed, remarks=(NOBODY,))
        if not wanted or not text.strip():
            return Helped(parsed=parsed, remarks=(NOT_NEEDED if not wanted else NOTHING_FOUND,))
        request = asked(text, wanted, parsed.language)
        most = self._llm.most(request)
        if most.tokens > MOST_TOKENS or most.cost_micros > MOST_COST_MICROS:
            return Helped(parsed=parsed, remarks=(TOO_DEAR,))
        month = await self._books.set_aside(by, most)
        if month is None:
            return Helped(parsed=parsed, remarks=(SPENT,))
        try:
            answer = await _in_time(self._llm, request)
        except LLMUnavailable:
            await self._books.book(by, month, most, None)
            return Helped(parsed=parsed, remarks=(UNAVAILABLE,))
        except LLMUncertain:
            call = HelpCall(prompt=request.name, provider="", model="", outcome="uncertain", usage=most)
            await self._books.book(by, month, most, call)
            return Helped(parsed=parsed, remarks=(UNCERTAIN,))
        except LLMUnusable as error:
            await self._books.book(by, month, most, _unusable(request, error))
            return Helped(parsed=parsed, remarks=(UNUSABLE,))
        await self._books.book(by, month, most, _answered(request, answer))
        better, found = pointed_out(parsed, text, wanted, answer.value)
        return Helped(parsed=better, remarks=(_found(found),))


async def _in_time(llm: ILLMService, request: LLMRequest[PointedOut]) -> LLMAnswer[PointedOut]:
    try:
        async with asyncio.timeout(SECONDS):
            return await llm.answer(request)
    except TimeoutError:
        raise LLMUncertain("It did not answer in time.") from None


def _answered(request: LLMRequest[PointedOut], answer: LLMAnswer[PointedOut]) -> HelpCall:
    return HelpCall(
        prompt=request.name,
        provider=answer.provider,
        model=answer.model,
        outcome="answered",
        usage=answer.usage,
        seconds=answer.seconds,
    )


def _unusable(request: LLMRequest[PointedOut], error: LLMUnusable) -> HelpCall:
    return HelpCall(
        prompt=request.name,
        provider=error.provider,
        model=error.model,
        outcome="unusable",
        usage=error.usage,
    )


def _found(fields: tuple[PointedField, ...]) -> str:
    if not fields:
        return NOTHING_FOUND
    names = ", ".join(field.value.replace("_", " ") for field in fields)
    return f"The language model pointed out what the text says of these; look at them: {names}."

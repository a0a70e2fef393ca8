import asyncio
from collections.abc import Collection

from app.application.identity.llm_keys import OwnModels
from app.domain.jobs.pointing import asked, pointed_out, unsure
from app.domain.jobs.pointing.fields import PointedField, PointedOut
from app.domain.jobs.ports import HelpCall, Helped, IHelpBooks, IPostingHelp, KeptAnswer
from app.domain.jobs.posting import ParsedPosting
from app.domain.shared.ids import UserId
from app.domain.shared.llm import (
    ILLMService,
    LLMAnswer,
    LLMRequest,
    LLMUnavailable,
    LLMUncertain,
    LLMUnusable,
    LLMUsage,
)

MOST_TOKENS, MOST_COST_MICROS = 20_000, 100_000
"""Of one posting. What could cost more is not asked."""
SECONDS = 20.0
"""Somebody waits for it."""

NOBODY = "This installation has no language model: the fields are as the rules read them."
KEY_UNREADABLE = (
    "Your own key can no longer be read here: put it anew. The fields are as the rules read them."
)
NOT_NEEDED = "The rules are sure of every field: the language model was not asked."
TOO_DEAR = "The language model was not asked: it could cost more than one posting may."
SPENT = "What may be spent this month does not suffice: the language model was not asked."
UNAVAILABLE = "The language model could not be had: the fields are as the rules read them."
UNCERTAIN = "The language model did not answer in time: the fields are as the rules read them."
UNUSABLE = "The language model's answer cannot be used: the fields are as the rules read them."
NOTHING_FOUND = "The language model found nothing more in the text."


class PostingPointer(IPostingHelp):
    """Asks a language model once, which may point at words of the posting."""

    def __init__(self, llm: ILLMService | None, books: IHelpBooks, *, own: OwnModels | None = None) -> None:
        """`llm`: None where the host has none; `own`: None where nobody brings a key."""
        self._llm = llm
        self._books = books
        self._own = own

    async def help(
        self, parsed: ParsedPosting, text: str, *, by: UserId, said: Collection[str] = ()
    ) -> Helped:
        own = await self._own.find(by) if self._own else None
        llm = own.llm if own else self._llm
        if llm is None:
            return Helped(parsed=parsed, remarks=(KEY_UNREADABLE if own else NOBODY,))
        wanted = unsure(parsed, said=said)
        if not wanted or not text.strip():
            return Helped(parsed=parsed, remarks=(NOT_NEEDED if not wanted else NOTHING_FOUND,))
        request = asked(text, wanted, parsed.language)
        digest = request.print_for(llm.first(request.task))
        if kept := await self._books.remembered(by, request.name, digest):
            return _with(parsed, text, wanted, kept.value)
        most = llm.most(request)
        if most.tokens > MOST_TOKENS or most.cost_micros > MOST_COST_MICROS:
            return Helped(parsed=parsed, remarks=(TOO_DEAR,))
        aside = await self._books.set_aside(by, most, own_key=own is not None)
        if aside is None:
            return Helped(parsed=parsed, remarks=(SPENT,))
        try:
            answer = await _in_time(llm, request)
        except (LLMUnavailable, LLMUncertain, LLMUnusable) as error:
            await self._books.book(by, aside, _failed(request, error, most))
            return Helped(parsed=parsed, remarks=(_why(error),))
        await self._books.book(by, aside, _answered(request, answer), answer=_kept(request, answer, digest))
        return _with(parsed, text, wanted, answer.value)


def _with(parsed: ParsedPosting, text: str, wanted: tuple[PointedField, ...], said: PointedOut) -> Helped:
    better, found = pointed_out(parsed, text, wanted, said)
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


def _kept(request: LLMRequest[PointedOut], answer: LLMAnswer[PointedOut], digest: str) -> KeptAnswer | None:
    """Not what another model said than the one that will be asked first again."""
    if request.print_for(f"{answer.provider}/{answer.model}") != digest:
        return None
    return KeptAnswer(digest=digest, provider=answer.provider, model=answer.model, value=answer.value)


def _failed(request: LLMRequest[PointedOut], error: Exception, most: LLMUsage) -> HelpCall | None:
    """None: it was not taken, and cost nothing."""
    if isinstance(error, LLMUnusable):
        return HelpCall(
            prompt=request.name,
            provider=error.provider,
            model=error.model,
            outcome="unusable",
            usage=error.usage,
        )
    if isinstance(error, LLMUncertain):
        return HelpCall(prompt=request.name, provider="", model="", outcome="uncertain", usage=most)
    return None


def _why(error: Exception) -> str:
    if isinstance(error, LLMUnusable):
        return UNUSABLE
    return UNCERTAIN if isinstance(error, LLMUncertain) else UNAVAILABLE


def _found(fields: tuple[PointedField, ...]) -> str:
    if not fields:
        return NOTHING_FOUND
    names = ", ".join(field.value.replace("_", " ") for field in fields)
    return f"The language model pointed out what the text says of these; look at them: {names}."

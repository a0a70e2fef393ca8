from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Header

from app.domain.identity.model import Origin
from app.domain.mail.ports import Language
from app.presentation.dependencies import CurrentOrigin

MOST_CHOICES = 20


async def get_language(
    accept_language: Annotated[
        str | None, Header(max_length=1_000, description="Mails are written in `en`, `de`, `fr` or `es`")
    ] = None,
) -> Language:
    """The first choice of those that there are; English for whoever says nothing that helps."""
    choices = [_choice(said) for said in (accept_language or "").split(",")[:MOST_CHOICES]]
    known = [(weight, name) for weight, name in choices if weight > 0 and name in set(Language)]
    return Language(max(known, key=lambda choice: choice[0])[1]) if known else Language.ENGLISH


def _choice(said: str) -> tuple[float, str]:
    """`de-CH;q=0.8`: how much it is wanted, and the language without its region."""
    name, _, weight = said.partition(";")
    language = name.strip().lower().partition("-")[0]
    given = weight.strip().removeprefix("q=")
    try:
        return (float(given) if given else 1.0), language
    except ValueError:
        return 0.0, language


@dataclass(frozen=True, slots=True)
class Caller:
    """From where somebody calls, and in which language they are written to."""

    origin: Origin
    language: Language


async def get_caller(origin: CurrentOrigin, language: Annotated[Language, Depends(get_language)]) -> Caller:
    return Caller(origin, language)


CurrentCaller = Annotated[Caller, Depends(get_caller)]
CurrentLanguage = Annotated[Language, Depends(get_language)]

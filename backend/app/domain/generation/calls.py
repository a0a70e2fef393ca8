"""The books of paid calls: what each was for and what it cost, and nothing of what was asked or said."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Self

from app.domain.generation.parts import WriterCall
from app.domain.generation.usage import Spent
from app.domain.shared.entity import Entity
from app.domain.shared.ids import GenerationId, UserId

UNCERTAIN = "uncertain"
CACHED = "cached"
HELP = "posting"
"""What the step of a call is named that was about a posting, and of no generation."""
LOST = "lost"
"""What the step of a call is named whose process died, or whose result nobody recorded."""


@dataclass(slots=True, kw_only=True, eq=False)
class LLMCall(Entity):
    """One entry. It is never changed."""

    user_id: UserId
    generation_id: GenerationId | None
    """None when it was deleted since."""
    month: date
    """The one that it counts in: that of its generation."""
    step: str
    prompt: str
    """Of which the instructions were, with its version."""
    provider: str
    model: str
    outcome: str
    """`answered`, `unusable` or `uncertain`; `cached` for one that was there, and cost nothing."""
    input_tokens: int
    output_tokens: int
    cost_micros: int
    seconds: float
    at: datetime
    own_key: bool = False
    """Whether it was made with the user's key, and is for them to pay; else with the host's."""

    @classmethod
    def of(
        cls,
        call: WriterCall,
        *,
        user_id: UserId,
        generation_id: GenerationId,
        month: date,
        step: str,
        at: datetime,
    ) -> Self:
        return cls(
            user_id=user_id,
            generation_id=generation_id,
            month=month,
            step=step,
            prompt=call.prompt,
            provider=call.provider,
            model=call.model,
            outcome=call.outcome,
            input_tokens=call.input_tokens,
            output_tokens=call.output_tokens,
            cost_micros=call.cost_micros,
            seconds=call.seconds,
            at=at,
        )


def lost(spent: Spent) -> WriterCall:
    """Calls of which nobody can say what they came to, together and at their most."""
    return WriterCall(
        prompt="",
        provider="",
        model="",
        outcome=UNCERTAIN,
        input_tokens=0,
        output_tokens=spent.tokens,
        cost_micros=spent.cost_micros,
        seconds=0.0,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelUsage:
    """What one model's calls of a month came to, with one and the same key."""

    provider: str
    model: str
    calls: int
    input_tokens: int
    output_tokens: int
    cost_micros: int
    own_key: bool = False

"""What tokens cost: data, and what the host says about it."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from math import ceil
from typing import Any

from app.domain.shared.llm import LLMRequest, LLMUsage
from app.infrastructure.llm.shapes import schema_of

_OVERHEAD = 300
"""Tokens that roles, names and the wrapping of a schema come to."""
_BYTES_A_TOKEN = 2
"""Prose has four in English and not under two in any script; the schema is counted alike."""


class PriceUnknown(ValueError):
    """A model without a price: what it would cost could not be bounded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Price:
    """Of a million tokens, in units of the configured currency; so a token costs as many millionths."""

    input: float
    output: float
    cached: float | None = None

    def of(self, *, fresh: int, cached: int, output: int) -> int:
        """Millionths, rounded up: what is counted is never less than what is billed."""
        kept = self.input if self.cached is None else self.cached
        return ceil(round(fresh * self.input + cached * kept + output * self.output, 6))


FREE = Price(input=0, output=0)
"""Of models on the host's own machines."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Priced:
    """A model, and what it costs."""

    model: str
    price: Price

    def usage(self, *, fresh: int, output: int, cached: int = 0) -> LLMUsage:
        cost = self.price.of(fresh=fresh, cached=cached, output=output)
        return LLMUsage(input_tokens=fresh + cached, output_tokens=output, cost_micros=cost)

    def most(self, request: LLMRequest[Any]) -> LLMUsage:
        said = f"{request.instructions}{request.material}{schema_of(request.kind)}".encode()
        return self.usage(fresh=len(said) // _BYTES_A_TOKEN + _OVERHEAD, output=request.most_tokens)


def price_of(provider: str, model: str, given: Mapping[str, Price]) -> Price:
    """The host's word first, then the table. Raises PriceUnknown."""
    if found := given.get(model):
        return found
    table = tomllib.loads(files(__package__).joinpath("prices.toml").read_text(encoding="utf-8"))
    if known := table.get(provider, {}).get(model):
        return Price(**known)
    raise PriceUnknown(f"What {model} costs is not known: say so in JOBWISE_LLM_PRICES.")

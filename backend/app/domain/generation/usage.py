"""What generations cost: how many a month each tier has, and what one run may spend on paid calls."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Self

from app.domain.identity.model import Tier
from app.domain.shared.work import AT_ONCE, Priority

TOKENS, COST = "tokens", "cost_micros"
"""What the usage of a recorded step is called."""


class Charge(StrEnum):
    """Whether a generation counts against its owner's month."""

    NONE = "none"
    """It is older than the counting."""
    CHARGED = "charged"
    REFUNDED = "refunded"


@dataclass(frozen=True, slots=True, kw_only=True)
class Spent:
    tokens: int = 0
    cost_micros: int = 0
    """Millionths of the configured currency."""

    def __add__(self, other: "Spent") -> "Spent":
        return Spent(tokens=self.tokens + other.tokens, cost_micros=self.cost_micros + other.cost_micros)

    def __sub__(self, other: "Spent") -> "Spent":
        return Spent(tokens=self.tokens - other.tokens, cost_micros=self.cost_micros - other.cost_micros)

    def __bool__(self) -> bool:
        return self != NOTHING

    @classmethod
    def of(cls, usage: Mapping[str, int]) -> Self:
        return cls(tokens=usage.get(TOKENS, 0), cost_micros=usage.get(COST, 0))

    @property
    def usage(self) -> Mapping[str, int]:
        return {TOKENS: self.tokens, COST: self.cost_micros}


NOTHING = Spent()


@dataclass(frozen=True, slots=True, kw_only=True)
class RunBudget:
    """The most that one run may spend. None: no bound."""

    tokens: int | None = None
    cost_micros: int | None = None

    def bears(self, spent: Spent) -> bool:
        return (self.tokens is None or spent.tokens <= self.tokens) and (
            self.cost_micros is None or spent.cost_micros <= self.cost_micros
        )


UNBOUND = RunBudget()
OWN_RUN = RunBudget(tokens=300_000)
"""Of one that its owner pays for with their own key: against a mistake. What they spend is theirs to say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowance:
    """What a tier gives."""

    generations: int
    """A month."""
    budget: RunBudget = UNBOUND
    month_cost_micros: int | None = None
    """The most that one user's paid calls may come to in a month. None: no bound."""
    priority: Priority = Priority.NORMAL
    at_once: int = AT_ONCE
    """Runs of one user."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowances:
    tiers: Mapping[Tier, Allowance]
    currency: str
    """ISO 4217."""
    month_cost_micros: int | None = None
    """The most that everybody's paid calls together may come to in a month. None: no bound."""

    own_keys: tuple[str, ...] = ()
    """The providers whose keys people may bring."""

    def of(self, tier: Tier) -> Allowance:
        return self.tiers[tier]


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthlyUsage:
    """The ledger of one user's month. A generation stays in the month that it was asked for in."""

    charged: int = 0
    refunded: int = 0
    tokens: int = 0
    cost_micros: int = 0
    reserved_micros: int = 0
    """The most that paid calls may come to which are under way."""

    @property
    def used(self) -> int:
        return self.charged - self.refunded


def month_of(moment: datetime) -> date:
    """Its first day. Months are UTC's."""
    return moment.astimezone(UTC).date().replace(day=1)


def end_of(month: date) -> datetime:
    """When the next one begins."""
    years, index = divmod(month.month, 12)
    return datetime(month.year + years, index + 1, 1, tzinfo=UTC)

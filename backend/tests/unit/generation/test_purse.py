"""Paid calls: none twice, and together never beyond the budget, whenever the process dies."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest

from app.application.generation.pipeline import Pipeline
from app.application.generation.purse import Purse
from app.application.generation.work import IGenerationWork
from app.application.work.run import Run
from app.application.work.runner import Runner
from app.domain.generation.errors import BudgetExhausted
from app.domain.generation.model import Generation, GenerationStatus
from app.domain.generation.usage import MonthlyUsage, RunBudget, Spent
from app.domain.shared.ids import GenerationId
from app.domain.shared.work import Output, Patience, Step
from tests.builders.generation import a_request, an_allowance
from tests.builders.identity import ADA, NOON
from tests.fakes.work import RecordingBell
from tests.unit.generation.test_generation_pipeline import Shop, shop  # noqa: F401

PARTS = ("summary", "experience", "skills")
MOST = Spent(tokens=100, cost_micros=10)
PLACES = ("before", "after_think", "after_fence", "after_record", "in_transaction", "after_commit")


class Killed(BaseException):
    """As kill -9 has it: nobody tidies up."""


@dataclass
class PaidWriter:
    """Counts what it is paid, whoever remembers it."""

    paid: dict[str, int] = field(default_factory=dict)
    tokens: int = 90
    dies_at: str | None = None

    def calls(self) -> int:
        return sum(self.paid.values())

    async def write(self, part: str) -> Output[str]:
        self.paid[part] = self.paid.get(part, 0) + 1
        if self.dies_at == part:
            self.dies_at = None
            raise Killed
        return Output(f"my {part}", Spent(tokens=self.tokens, cost_micros=9).usage)


class PaidPipeline(Pipeline):
    """Three paid calls, and then the five stages."""

    writer: PaidWriter
    side_by_side = False

    async def perform(self, run: Run[IGenerationWork]) -> None:
        purse = Purse(run)
        if self.side_by_side:
            await asyncio.gather(*(self._pay(purse, part) for part in PARTS))
        else:
            for part in PARTS:
                await self._pay(purse, part)
        await super().perform(run)

    async def _pay(self, purse: Purse, part: str) -> str:
        return await purse.pay(Step(f"paid.{part}", str), lambda: self.writer.write(part), at_most=MOST)


@dataclass
class Desk:
    shop: Shop
    writer: PaidWriter
    pipeline: PaidPipeline
    dies_at: str | None = None

    def fall(self, place: str) -> None:
        if place == self.dies_at:
            self.dies_at = None
            raise Killed

    async def started(self, **budget: int) -> GenerationId:
        self.shop.generations._allowances = an_allowance(**budget)
        return await self.shop.started()

    async def lived(self, generation_id: GenerationId) -> bool:
        """Whether the process outlived its claim."""
        about: dict[str, Any] = {"patience": Patience(failures=1), "now": lambda: NOON}
        runner = Runner(kinds=[self.pipeline], bell=RecordingBell(), name="me", failpoint=self.fall, **about)
        row = self.shop.row(generation_id)
        try:
            await runner.run(row.work)
        except Killed:
            self.shop.row(generation_id).lease = 0
            return False
        return True

    async def generation(self, generation_id: GenerationId) -> Generation:
        return await self.shop.generations.get(generation_id, owner=ADA)

    async def month(self) -> MonthlyUsage:
        async with self.shop.opens(readonly=True) as unit:
            return await unit.usage.of(ADA, NOON.date().replace(day=1))


@pytest.fixture
def desk(shop: Shop) -> Desk:  # noqa: F811
    about: dict[str, Any] = {"tailor": shop.tailor, "press": shop.press, "now": lambda: NOON}
    pipeline = PaidPipeline(work=shop.opens, **about)
    pipeline.writer = PaidWriter()
    return Desk(shop, pipeline.writer, pipeline)


async def test_what_was_spent_stands_on_the_generation_and_in_the_month(desk: Desk) -> None:
    generation_id = await desk.started(tokens=300, cost_micros=30)

    assert await desk.lived(generation_id)

    made = await desk.generation(generation_id)
    assert made.status is GenerationStatus.COMPLETED
    assert (made.spent, made.reserved) == (Spent(tokens=270, cost_micros=27), Spent())
    assert await desk.month() == MonthlyUsage(charged=1, tokens=270, cost_micros=27)


@pytest.mark.parametrize("bound", [{"tokens": 279}, {"cost_micros": 27}])
async def test_the_call_that_could_go_beyond_is_not_made_and_the_run_ends_and_is_given_back(
    desk: Desk, bound: dict[str, int]
) -> None:
    generation_id = await desk.started(**bound)

    assert await desk.lived(generation_id)

    ended = await desk.generation(generation_id)
    assert ended.status is GenerationStatus.FAILED
    assert ended.error_message == "What this generation may spend does not suffice to finish it."
    assert desk.writer.calls() == 2
    assert await desk.month() == MonthlyUsage(charged=1, refunded=1, tokens=180, cost_micros=18)


async def test_calls_side_by_side_are_bounded_together(desk: Desk) -> None:
    desk.pipeline.side_by_side = True
    generation_id = await desk.started(tokens=250)

    assert await desk.lived(generation_id)

    assert (await desk.generation(generation_id)).status is GenerationStatus.FAILED
    assert desk.writer.calls() <= 2


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("place", PLACES)
async def test_a_process_killed_around_a_call_pays_for_nothing_that_was_recorded(
    desk: Desk, part: str, place: str
) -> None:
    generation_id = await desk.started(tokens=10_000)
    desk.dies_at = f"paid.{part}.{place}"

    assert not await desk.lived(generation_id)
    assert await desk.lived(generation_id)

    lost = place not in {"before", "after_commit"}
    assert desk.writer.paid == {each: 2 if each == part and lost else 1 for each in PARTS}
    made = await desk.generation(generation_id)
    assert made.status is GenerationStatus.COMPLETED
    assert made.token_usage == 270 + (MOST.tokens if lost else 0)
    assert (await desk.month()).tokens == made.token_usage


@pytest.mark.parametrize("budget", [100, 199, 200, 290, 300, 390, 400])
@pytest.mark.parametrize("dies", range(len(PARTS)))
async def test_no_takeover_takes_a_run_beyond_its_budget(desk: Desk, budget: int, dies: int) -> None:
    """Killed in the midst of a call, again and again: whatever was paid stays within."""
    desk.writer.tokens = MOST.tokens
    generation_id = await desk.started(tokens=budget)
    for _ in range(6):
        desk.writer.dies_at = PARTS[dies]
        if await desk.lived(generation_id):
            break

    assert desk.writer.calls() * MOST.tokens <= budget
    ended = await desk.generation(generation_id)
    assert ended.status is GenerationStatus.FAILED
    assert ended.token_usage == desk.writer.calls() * MOST.tokens == (await desk.month()).tokens
    assert (await desk.month()).used == 0


async def test_what_was_under_way_when_it_was_cancelled_is_entered(desk: Desk) -> None:
    generation_id = await desk.started(tokens=10_000)
    desk.writer.dies_at = "experience"
    assert not await desk.lived(generation_id)

    ended = await desk.shop.generations.cancel(generation_id, owner=ADA)

    assert (ended.token_usage, ended.reserved) == (90 + MOST.tokens, Spent())
    assert await desk.month() == MonthlyUsage(charged=1, refunded=1, tokens=190, cost_micros=19)


def test_a_budget_bears_what_does_not_go_beyond_it() -> None:
    cases: list[tuple[RunBudget, Spent, bool]] = [
        (RunBudget(), Spent(tokens=10**9, cost_micros=10**9), True),
        (RunBudget(tokens=5), Spent(tokens=5, cost_micros=10**9), True),
        (RunBudget(tokens=5), Spent(tokens=6), False),
        (RunBudget(cost_micros=5), Spent(cost_micros=6), False),
    ]
    assert [budget.bears(spent) for budget, spent, _ in cases] == [holds for _, _, holds in cases]


def test_what_is_reserved_counts_until_it_is_settled() -> None:
    generation = a_request()
    generation.budget = RunBudget(tokens=10)
    generation.reserve(Spent(tokens=6))
    reserve: Callable[[], None] = lambda: generation.reserve(Spent(tokens=5))  # noqa: E731
    with pytest.raises(BudgetExhausted):
        reserve()

    generation.settle(Spent(tokens=6), Spent(tokens=5))
    reserve()

    assert (generation.token_usage, generation.reserved) == (5, Spent(tokens=5))

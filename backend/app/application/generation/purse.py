from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar

from app.application.generation.work import IGenerationWork
from app.application.work.run import Run
from app.domain.generation.errors import WriterUnavailable
from app.domain.generation.model import Generation
from app.domain.generation.usage import NOTHING, Spent
from app.domain.shared.ids import GenerationId
from app.domain.shared.work import News, Output, Step

T = TypeVar("T")
PaidCall = Callable[[], Awaitable[Output[T]]]
"""Something that may cost. The usage of what it returns says how much: `Spent.usage`."""


class Purse:
    """Pays for the calls of one run, out of its generation's budget.

    Each call is a step of its own, so that what was paid for once is recorded and never paid for again. The
    most that it can cost is reserved, under the run's fence, before it is made: calls side by side, or of a
    process that dies on the way, can together not take the run beyond its budget.
    """

    def __init__(self, run: Run[IGenerationWork]) -> None:
        self._run = run

    async def pay(self, step: Step[T], call: PaidCall[T], *, at_most: Spent) -> T:
        """What the call came to, now or in an earlier claim. Raises BudgetExhausted: it was not made then."""

        async def think() -> Output[T]:
            if not at_most:
                return await call()
            await self._change(lambda generation: generation.reserve(at_most))
            try:
                return await call()
            except WriterUnavailable:
                await self._change(lambda generation: generation.settle(at_most, NOTHING))
                raise

        async def apply(unit: IGenerationWork, output: Output[T]) -> Sequence[News]:
            spent = Spent.of(output.usage)
            if at_most or spent:
                generation = await self._generation(unit)
                generation.settle(at_most, spent)
                await unit.generations.save(generation)
                await unit.usage.spend(generation.user_id, generation.month, spent)
            return ()

        return await self._run.step(step, think, apply)

    async def _change(self, change: Callable[[Generation], None]) -> None:
        """Under the run's fence."""
        async with self._run.opens() as unit:
            await unit.queue.hold(self._run.work, lease=self._run.patience.lease)
            generation = await self._generation(unit)
            change(generation)
            await unit.generations.save(generation)
            await unit.commit()

    async def _generation(self, unit: IGenerationWork) -> Generation:
        work = self._run.work
        return await unit.generations.get(GenerationId(work.subject_id), owner=work.owner, lock=True)

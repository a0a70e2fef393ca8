from abc import abstractmethod
from collections.abc import Awaitable, Callable, Sequence
from typing import Protocol, TypeVar

from app.application.generation import months
from app.application.generation.charging import enter
from app.application.generation.work import IGenerationWork
from app.application.work.run import Run
from app.domain.generation.errors import WriterUnavailable
from app.domain.generation.model import Generation
from app.domain.generation.parts import WriterCall
from app.domain.generation.usage import NOTHING, Allowances, Spent
from app.domain.shared.ids import GenerationId
from app.domain.shared.work import News, Output, Step


class Paid(Protocol):
    """What comes of paid calls, with the calls themselves. Together they cost what the usage says."""

    @property
    @abstractmethod
    def calls(self) -> tuple[WriterCall, ...]: ...


T = TypeVar("T", bound=Paid)
PaidCall = Callable[[], Awaitable[Output[T]]]
"""Something that may cost. The usage of what it returns says how much: `Spent.usage`."""


class Purse:
    """Pays for the calls of one run, out of its generation's budget and those of the month.

    Each call is a step of its own, so that what was paid for once is recorded and never paid for again. The
    most that it can cost is reserved, under the run's fence, before it is made: calls side by side, or of a
    process that dies on the way, can together not go beyond any budget. What it did cost is entered in the
    books with its result, in one transaction.
    """

    def __init__(self, run: Run[IGenerationWork], allowances: Allowances) -> None:
        self._run = run
        self._allowances = allowances

    async def pay(self, step: Step[T], call: PaidCall[T], *, at_most: Spent) -> T:
        """What the call came to, now or in an earlier claim.

        Raises BudgetExhausted, ConsentNeeded, OwnKeyGone: it was not made then.
        """

        async def think() -> Output[T]:
            if not at_most:
                return await call()
            await self._reserve(at_most)
            try:
                return await call()
            except WriterUnavailable:
                await self._release(at_most)
                raise

        async def apply(unit: IGenerationWork, output: Output[T]) -> Sequence[News]:
            spent = Spent.of(output.usage)
            if at_most or spent:
                generation = await self._generation(unit)
                await _settle(unit, generation, at_most, spent)
                await enter(unit, generation, output.value.calls, step=step.name, now=self._run.now())
            return ()

        return await self._run.step(step, think, apply)

    async def _reserve(self, most: Spent) -> None:
        """Out of the generation's budget and those of the month, or of none."""
        async with self._run.opens() as unit:
            generation = await self._fenced(unit)
            user = await unit.users.get(generation.user_id)
            generation.reserve(most)
            await unit.generations.save(generation)
            await months.reserve(
                unit,
                user,
                generation.month,
                most.cost_micros,
                self._allowances,
                own_key=generation.own_key,
            )
            await unit.commit()

    async def _release(self, most: Spent) -> None:
        async with self._run.opens() as unit:
            await _settle(unit, await self._fenced(unit), most, NOTHING)
            await unit.commit()

    async def _fenced(self, unit: IGenerationWork) -> Generation:
        await unit.queue.hold(self._run.work, lease=self._run.patience.lease)
        return await self._generation(unit)

    async def _generation(self, unit: IGenerationWork) -> Generation:
        work = self._run.work
        return await unit.generations.get(GenerationId(work.subject_id), owner=work.owner, lock=True)


async def _settle(unit: IGenerationWork, generation: Generation, most: Spent, spent: Spent) -> None:
    generation.settle(most, spent)
    await unit.generations.save(generation)
    owner, own_key = generation.user_id, generation.own_key
    await months.settle(unit, owner, generation.month, most, spent, own_key=own_key)

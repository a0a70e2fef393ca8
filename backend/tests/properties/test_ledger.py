"""Whatever people and processes do, in whatever order: the ledger of every month balances."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from app.application.generation.pipeline import Pipeline
from app.application.generation.progress import the_end
from app.application.generation.service import GenerationService, work_id_of
from app.application.generation.work import IGenerationWork
from app.application.generation.writing import Writing
from app.application.idempotency import KEPT, Once, Reply
from app.application.work.run import Run
from app.application.work.runner import Runner
from app.domain.documents.model import DocumentType
from app.domain.generation.errors import GenerationAlreadyFinished, QuotaExceeded, SourceGone
from app.domain.generation.model import Generation
from app.domain.generation.options import Options
from app.domain.generation.own_words import OwnWords
from app.domain.generation.ports import GenerationSearch, GenerationSort
from app.domain.generation.usage import month_of
from app.domain.shared.ids import DocumentId, GenerationId, JobId, ProfileId
from app.domain.shared.page import Slice
from app.domain.shared.work import News, Output, Patience, Step
from app.infrastructure.persistence.database import Database
from app.infrastructure.persistence.generation import SqlGenerationWork
from app.infrastructure.persistence.schema import metadata
from tests.builders.generation import an_allowance
from tests.builders.identity import ADA, NOON, a_user
from tests.builders.jobs import a_job
from tests.builders.profile import a_profile
from tests.builders.stored_documents import a_stored_document
from tests.fakes.documents import MemoryFiles
from tests.fakes.generation import MemoryGenerationWork, a_press, a_tailor
from tests.fakes.memory import MemoryDatabase
from tests.fakes.work import RecordingBell

LIMIT = 3
PATIENCE = Patience(failures=2, takeovers=1, first_delay=0)
OUTCOMES = ("completed", "needs_review", "refused", "stumbles", "killed", "killed at the end")


class Killed(BaseException):
    """As kill -9 has it: nobody tidies up."""


class OneStep(Pipeline):
    """Does all of it at once, and comes to what it is told."""

    outcome = "completed"
    document: Any

    async def perform(self, run: Run[IGenerationWork]) -> None:
        async def think() -> Output[str]:
            match self.outcome:
                case "refused":
                    raise SourceGone("The job was deleted.")
                case "stumbles":
                    raise RuntimeError("a loose wire")
                case "killed":
                    raise Killed
            return Output("done")

        async def apply(unit: IGenerationWork, _: Output[str]) -> Sequence[News]:
            generation_id = GenerationId(run.work.subject_id)
            generation = await unit.generations.get(generation_id, owner=ADA, lock=True)
            document = self.document(generation_id)
            document.version_number = await unit.documents.next_version_number(
                owner=ADA, job_id=document.job_id, document_type=document.document_type
            )
            await unit.documents.add(document)
            objection = "Not so." if self.outcome == "needs_review" else None
            generation.complete(DocumentId(document.id), objection=objection, now=generation.created_at)
            await unit.generations.save(generation)
            if self.outcome == "killed at the end":
                raise Killed
            return [the_end(generation)]

        await run.step(Step("all", str), think, apply, ends=True)


@dataclass
class Known:
    """What the model knows of a generation."""

    month: Any
    status: str = "pending"
    failures: int = 0
    takeovers: int = 0
    held: bool = False

    @property
    def has_ended(self) -> bool:
        return self.status not in {"pending", "generating"}


@dataclass
class Model:
    known: dict[GenerationId, Known] = field(default_factory=dict)
    deleted: list[Known] = field(default_factory=list)
    keys: dict[str, tuple[GenerationId, datetime]] = field(default_factory=dict)

    def used(self, month: Any) -> int:
        """Whatever is under way or came to something."""
        counting = {"pending", "generating", "completed", "needs_review"}
        everything = [*self.known.values(), *self.deleted]
        return sum(k.month == month and k.status in counting for k in everything)


class Ledger(RuleBasedStateMachine):
    generations = Bundle("generations")

    def __init__(self) -> None:
        super().__init__()
        self.loop = asyncio.Runner()
        self.now = NOON
        self.model = Model()
        self.folder = TemporaryDirectory()
        self.open()
        about: dict[str, Any] = {"now": lambda: self.now}
        press = a_press(MemoryFiles())
        self.profile, self.job = a_profile(ADA), a_job(ADA)
        tailor = a_tailor(press)
        writing = Writing(tailor=tailor, writer=OwnWords(), allowances=an_allowance(LIMIT))
        self.pipeline = OneStep(work=self.opens, tailor=tailor, writing=writing, press=press, **about)
        self.pipeline.document = lambda generation_id: a_stored_document(
            self.profile, generation_id=generation_id, job_id=JobId(self.job.id)
        )
        bell = RecordingBell()
        self.runner = Runner(kinds=[self.pipeline], bell=bell, patience=PATIENCE, name="me", **about)
        self.service = GenerationService(
            work=self.opens,
            press=press,
            bell=bell,
            allowances=an_allowance(LIMIT),
            **about,
        )

    def open(self) -> None:
        self.database = MemoryDatabase()

    def opens(self, *, readonly: bool = False) -> Any:
        return MemoryGenerationWork(self.database, readonly=readonly)

    @initialize()
    def people(self) -> None:
        async def keep() -> None:
            async with self.opens() as unit:
                await unit.users.add(a_user(ADA))
                await unit.profiles.add(self.profile)
                await unit.jobs.add(self.job)
                await unit.commit()

        self.loop.run(keep())

    @rule(target=generations, key=st.sampled_from([None, None, "one", "two"]))
    def submit(self, key: str | None) -> Any:
        once = Once(route="POST", key=key, fingerprint="f", reply=_reply) if key else None
        known = self.model.keys.get(key or "")
        replayed = known is not None and self.now < known[1] + KEPT
        try:
            said = self.loop.run(self._submit(once))
        except QuotaExceeded:
            assert not replayed
            assert self.model.used(month_of(self.now)) == LIMIT
            return None
        if isinstance(said, Reply):
            assert replayed
            assert known is not None
            assert said.body == str(known[0])
            return known[0]
        assert not replayed
        generation_id = GenerationId(said.id)
        assert self.model.used(month_of(self.now)) < LIMIT
        self.model.known[generation_id] = Known(month_of(self.now))
        if key:
            self.model.keys[key] = generation_id, self.now
        return generation_id

    async def _submit(self, once: Any) -> Generation | Reply:
        return await self.service.start(
            user_id=ADA,
            profile_id=ProfileId(self.profile.id),
            job_id=JobId(self.job.id),
            document_type=DocumentType.RESUME,
            options=Options(),
            once=once,
        )

    @rule(generation_id=generations, outcome=st.sampled_from(OUTCOMES))
    def work_once(self, generation_id: GenerationId | None, outcome: str) -> None:
        self.work(generation_id, outcome)

    @rule(outcome=st.sampled_from(OUTCOMES), data=st.data())
    def work_on_what_has_not_ended(self, outcome: str, data: st.DataObject) -> None:
        if waiting := [g for g, known in self.model.known.items() if not known.has_ended]:
            self.work(data.draw(st.sampled_from(waiting)), outcome)

    def work(self, generation_id: GenerationId | None, outcome: str) -> None:
        known = self.model.known.get(generation_id) if generation_id else None
        self.pipeline.outcome = outcome
        if generation_id and self.loop.run(self._work(generation_id)) and known:
            self._came_to(known, outcome)

    async def _work(self, generation_id: GenerationId) -> bool:
        """Whether it could be had: what a dead process held is due again."""
        async with self.opens() as unit:
            await unit.queue.expire(claimed_by="me")
            await unit.commit()
        async with self.opens(readonly=True) as unit:
            due = await unit.queue.find(work_id_of(generation_id))
        try:
            return bool(due and await self.runner.run(due))
        except Killed:
            return True

    def _came_to(self, known: Known, outcome: str) -> None:
        assert not known.has_ended
        known.takeovers += known.held
        known.held, known.status = outcome.startswith("killed"), "generating"
        if known.takeovers > PATIENCE.takeovers:
            known.held, known.status = False, "failed"
        elif outcome in {"completed", "needs_review"}:
            known.status = outcome
        elif outcome == "refused":
            known.status = "failed"
        elif outcome == "stumbles":
            known.failures += 1
            if known.failures == PATIENCE.failures:
                known.status = "failed"

    @rule(generation_id=generations)
    def cancel(self, generation_id: GenerationId | None) -> None:
        known = self.model.known.get(generation_id) if generation_id else None
        if generation_id is None or known is None:
            return
        try:
            self.loop.run(self.service.cancel(generation_id, owner=ADA))
        except GenerationAlreadyFinished:
            assert known.has_ended
        else:
            assert not known.has_ended
            known.status = "cancelled"

    @rule(generation_id=generations)
    def delete(self, generation_id: GenerationId | None) -> None:
        known = self.model.known.pop(generation_id, None) if generation_id else None
        if generation_id is None or known is None:
            return
        self.loop.run(self.service.remove(generation_id, owner=ADA))
        if not known.has_ended:
            known.status = "cancelled"
        self.model.deleted.append(known)

    @rule(days=st.sampled_from([1, 1, 31]))
    def time_goes_by(self, days: int) -> None:
        self.now += timedelta(days=days)

    @invariant()
    def the_ledger_balances(self) -> None:
        self.loop.run(self._balance())

    async def _balance(self) -> None:
        everything = [*self.model.known.values(), *self.model.deleted]
        async with self.opens(readonly=True) as unit:
            for month in {known.month for known in everything}:
                usage = await unit.usage.of(ADA, month)
                assert usage.used == usage.charged - usage.refunded == self.model.used(month)
                assert 0 <= usage.refunded <= usage.charged
                assert usage.charged == sum(known.month == month for known in everything)
            search = GenerationSearch(owner=ADA)
            there = await unit.generations.page(search, sort=GenerationSort.NEWEST, part=Slice(100))
            assert {g.id: g.status.value for g in there.items} == {
                g: known.status for g, known in self.model.known.items()
            }
            for generation in there.items:
                assert (generation.charge == "refunded") == (generation.status in {"failed", "cancelled"})
                document = await unit.documents.find_by_generation(GenerationId(generation.id))
                assert (document is not None) == generation.status.has_result

    def teardown(self) -> None:
        self.loop.close()
        self.folder.cleanup()


class LedgerOnSqlite(Ledger):
    def open(self) -> None:
        self.sql = Database(f"sqlite+aiosqlite:///{Path(self.folder.name) / 'jobwise.db'}")

        async def create() -> None:
            async with self.sql.engine.begin() as connection:
                await connection.run_sync(metadata.create_all)

        self.loop.run(create())

    def opens(self, *, readonly: bool = False) -> Any:
        return SqlGenerationWork(self.sql, readonly=readonly)

    def teardown(self) -> None:
        self.loop.run(self.sql.dispose())
        super().teardown()


def _reply(generation: Generation) -> Reply:
    return Reply(201, str(generation.id))


@pytest.mark.parametrize(("machine", "examples", "steps"), [(Ledger, 30, 40), (LedgerOnSqlite, 8, 40)])
def test_the_ledger_of_every_month_balances(machine: type[Ledger], examples: int, steps: int) -> None:
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            deadline=None,
            derandomize=True,
            suppress_health_check=list(HealthCheck),
        ),
    )

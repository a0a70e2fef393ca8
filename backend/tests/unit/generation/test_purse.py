"""Paid calls: none twice, and together never beyond the budget, whenever the process dies."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from app.application.generation.writing import PARTS
from app.application.work.runner import OUR_SIDE, Runner
from app.domain.documents.content import DocumentContent, SectionKind
from app.domain.generation.calls import LLMCall
from app.domain.generation.errors import BudgetExhausted, ConsentNeeded, WriterUnavailable
from app.domain.generation.model import Generation, GenerationStatus
from app.domain.generation.options import Options
from app.domain.generation.parts import OF_A_RESUME, Part
from app.domain.generation.usage import NOTHING, MonthlyUsage, RunBudget, Spent
from app.domain.shared.ids import GenerationId
from app.domain.shared.page import Slice
from app.domain.shared.work import Patience
from tests.builders.generation import a_request, an_allowance
from tests.builders.identity import ADA, NOON
from tests.builders.jobs import a_job
from tests.builders.profile import a_profile
from tests.fakes.documents import MemoryFiles
from tests.fakes.generation import COST, MOST, PaidWriter
from tests.fakes.memory import MemoryDatabase
from tests.fakes.work import RecordingBell
from tests.unit.generation.conftest import Shop

SUMMARY, EXPERIENCE, SKILLS = OF_A_RESUME


class Killed(BaseException):
    """As kill -9 has it: nobody tidies up."""


@dataclass
class Desk:
    shop: Shop
    writer: PaidWriter
    dies_at: str | None = None

    def fall(self, place: str) -> None:
        if place == self.dies_at:
            self.dies_at = None
            raise Killed

    async def started(self, **budget: int) -> GenerationId:
        self.allow(**budget)
        return await self.shop.started()

    def allow(self, **budget: int) -> None:
        allowances = an_allowance(**budget)
        self.shop.generations._allowances = self.shop.writing._allowances = allowances

    async def lived(self, generation_id: GenerationId, *, failures: int = 1) -> bool:
        """Whether the process outlived its claim."""
        about: dict[str, Any] = {"patience": Patience(failures=failures), "now": lambda: NOON}
        runner = Runner(
            kinds=[self.shop.pipeline], bell=RecordingBell(), name="me", failpoint=self.fall, **about
        )
        row = self.shop.row(generation_id)
        row.due_in = 0
        try:
            await runner.run(row.work)
        except Killed:
            self.shop.row(generation_id).lease = 0
            return False
        return True

    async def generation(self, generation_id: GenerationId) -> Generation:
        return await self.shop.generations.get(generation_id, owner=ADA)

    async def content(self, generation_id: GenerationId) -> DocumentContent:
        return (await self.shop.results.get(generation_id, owner=ADA)).document.content

    async def notes(self, generation_id: GenerationId) -> list[str]:
        notes = (await self.shop.results.get(generation_id, owner=ADA)).notes
        return [note for note in notes if "may spend" in note]

    async def month(self) -> MonthlyUsage:
        async with self.shop.opens(readonly=True) as unit:
            return await unit.usage.of(ADA, NOON.date().replace(day=1))

    async def books(self) -> list[LLMCall]:
        async with self.shop.opens(readonly=True) as unit:
            return list((await unit.calls.page(ADA, Slice(100))).items)

    async def require_balance(self, generation_id: GenerationId) -> None:
        """The generation, its owner's month, everybody's month and the books say the same."""
        spent = (await self.generation(generation_id)).spent
        entries, month = await self.books(), await self.month()
        async with self.shop.opens(readonly=True) as unit:
            everybody = await unit.usage.spent_by_all(NOON.date().replace(day=1))
        tokens = sum(entry.input_tokens + entry.output_tokens for entry in entries)
        booked = Spent(tokens=tokens, cost_micros=sum(entry.cost_micros for entry in entries))
        assert booked == spent
        for each in (month, everybody):
            assert Spent(tokens=each.tokens, cost_micros=each.cost_micros) == spent
            assert each.reserved_micros == 0

    def recorded(self, generation_id: GenerationId) -> set[Part]:
        steps = self.shop.row(generation_id).steps
        return {part for part, step in PARTS.items() if step.name in steps}


@pytest.fixture
async def desk() -> Desk:
    writer = PaidWriter()
    shop = Shop(MemoryDatabase(), MemoryFiles(), a_profile(ADA), a_job(ADA), [], writer)
    await shop.keep()
    return Desk(shop, writer)


async def own_words(desk: Desk) -> DocumentContent:
    """What the offline writer makes of it."""
    made = await desk.shop.tailor.tailor(desk.shop.profile, desk.shop.job, Options(), today=NOON.date())
    return made.checked.content


async def test_what_was_spent_stands_on_the_generation_and_in_the_month(desk: Desk) -> None:
    generation_id = await desk.started(tokens=300, cost_micros=30)

    assert await desk.lived(generation_id)

    made = await desk.generation(generation_id)
    assert made.status is GenerationStatus.COMPLETED
    assert (made.spent, made.reserved) == (Spent(tokens=270, cost_micros=27), NOTHING)
    assert await desk.month() == MonthlyUsage(charged=1, tokens=270, cost_micros=27)
    usages = [desk.shop.row(generation_id).steps[step.name].usage for step in PARTS.values()]
    assert usages == [COST.usage] * 3
    await desk.require_balance(generation_id)
    assert await desk.notes(generation_id) == []


async def test_what_was_written_stands_in_the_document_and_all_else_as_it_was_said(desk: Desk) -> None:
    generation_id = await desk.started()
    assert await desk.lived(generation_id)

    made, own = await desk.content(generation_id), await own_words(desk)

    assert [section.kind for section in made.sections] == [section.kind for section in own.sections]
    changed = {new.kind for new, old in zip(made.sections, own.sections, strict=True) if new != old}
    assert changed == {SectionKind.SUMMARY, SectionKind.EXPERIENCE, SectionKind.PROJECTS}
    assert made.header == own.header


@pytest.mark.parametrize("bound", [{"tokens": 99}, {"cost_micros": 9}, {"tokens": 0, "cost_micros": 0}])
async def test_with_a_budget_for_no_call_none_is_made_and_the_person_gets_their_own_words(
    desk: Desk, bound: dict[str, int]
) -> None:
    generation_id = await desk.started(**bound)

    assert await desk.lived(generation_id)

    made = await desk.generation(generation_id)
    assert (made.status, made.spent, made.reserved) == (GenerationStatus.COMPLETED, NOTHING, NOTHING)
    assert desk.writer.calls == 0
    assert await desk.content(generation_id) == await own_words(desk)
    assert await desk.notes(generation_id) == [
        f"What this generation may spend did not suffice for the {part}: it is in your own words."
        for part in OF_A_RESUME
    ]
    assert await desk.month() == MonthlyUsage(charged=1)


@pytest.mark.parametrize("bound", [{"tokens": 299}, {"tokens": 200}, {"cost_micros": 29}])
async def test_calls_side_by_side_are_bounded_together(desk: Desk, bound: dict[str, int]) -> None:
    generation_id = await desk.started(**bound)

    assert await desk.lived(generation_id)

    assert (await desk.generation(generation_id)).status is GenerationStatus.COMPLETED
    assert desk.writer.calls == 2
    assert len(await desk.notes(generation_id)) == 1
    assert (await desk.month()).tokens == 180


@pytest.mark.parametrize("place", ["generate_content.after_think", "generate_content.in_transaction"])
async def test_killed_when_all_parts_are_written_none_is_paid_for_again(desk: Desk, place: str) -> None:
    generation_id = await desk.started()
    desk.dies_at = place

    assert not await desk.lived(generation_id)
    assert await desk.lived(generation_id)

    assert desk.writer.paid == dict.fromkeys(OF_A_RESUME, 1)
    assert (await desk.generation(generation_id)).token_usage == 270


async def test_who_takes_over_does_not_try_again_what_the_budget_did_not_suffice_for(desk: Desk) -> None:
    generation_id = await desk.started(tokens=99)
    desk.dies_at = "generate_content.after_think"
    assert not await desk.lived(generation_id)
    async with desk.shop.opens() as unit:
        generation = await unit.generations.get(generation_id, owner=ADA)
        generation.budget = RunBudget()
        await unit.generations.save(generation)
        await unit.commit()

    assert await desk.lived(generation_id)

    assert desk.writer.calls == 0
    assert len(await desk.notes(generation_id)) == 3


@pytest.mark.parametrize("part", OF_A_RESUME)
async def test_a_part_that_fails_is_tried_again_and_the_others_are_not_paid_again(
    desk: Desk, part: Part
) -> None:
    generation_id = await desk.started()
    desk.writer.trouble[part] = [RuntimeError("a loose wire")]

    await desk.lived(generation_id, failures=2)
    assert desk.recorded(generation_id) == set(OF_A_RESUME) - {part}
    await desk.lived(generation_id, failures=2)

    assert desk.writer.paid == {each: 2 if each is part else 1 for each in OF_A_RESUME}
    made = await desk.generation(generation_id)
    assert made.status is GenerationStatus.COMPLETED
    assert made.token_usage == 270 + MOST.tokens, "nobody knows what the lost call came to"


async def test_a_call_that_was_not_taken_is_not_charged_and_the_person_gets_their_own_words(
    desk: Desk,
) -> None:
    generation_id = await desk.started(tokens=300)
    desk.writer.trouble[EXPERIENCE] = [WriterUnavailable("Too many requests.")]

    assert await desk.lived(generation_id)

    made = await desk.generation(generation_id)
    assert (made.status, made.reserved) == (GenerationStatus.COMPLETED, NOTHING)
    assert desk.writer.paid == {SUMMARY: 1, EXPERIENCE: 1, SKILLS: 1}
    assert made.token_usage == 2 * COST.tokens
    await desk.require_balance(generation_id)
    own = {section.kind: section for section in (await own_words(desk)).sections}
    content = await desk.content(generation_id)
    assert own[SectionKind.EXPERIENCE] in content.sections
    notes = (await desk.shop.results.get(generation_id, owner=ADA)).notes
    assert [note for note in notes if "Too many requests." in note]


async def test_a_writer_that_never_answers_fails_the_run_and_one_is_given_back(desk: Desk) -> None:
    generation_id = await desk.started()
    desk.writer.trouble[SKILLS] = [RuntimeError("a loose wire") for _ in range(2)]

    for _ in range(2):
        await desk.lived(generation_id, failures=2)

    ended = await desk.generation(generation_id)
    assert (ended.status, ended.error_message) == (GenerationStatus.FAILED, OUR_SIDE)
    assert ended.token_usage == 2 * COST.tokens + 2 * MOST.tokens
    await desk.require_balance(generation_id)
    month = await desk.month()
    assert (month.charged, month.refunded, month.tokens) == (1, 1, ended.token_usage)


async def test_what_was_under_way_when_it_was_cancelled_is_entered(desk: Desk) -> None:
    generation_id = await desk.started(tokens=10_000)
    desk.dies_at = f"{PARTS[SKILLS].name}.after_think"
    assert not await desk.lived(generation_id)

    ended = await desk.shop.generations.cancel(generation_id, owner=ADA)

    assert (ended.token_usage, ended.reserved) == (2 * COST.tokens + MOST.tokens, NOTHING)
    assert await desk.month() == MonthlyUsage(charged=1, refunded=1, tokens=280, cost_micros=28)
    await desk.require_balance(generation_id)


async def test_what_was_under_way_when_it_was_deleted_stays_in_the_books(desk: Desk) -> None:
    generation_id = await desk.started()
    desk.dies_at = f"{PARTS[SKILLS].name}.after_think"
    assert not await desk.lived(generation_id)

    await desk.shop.generations.remove(generation_id, owner=ADA)

    entries = await desk.books()
    assert [entry.generation_id for entry in entries] == [None] * 3
    month = await desk.month()
    assert (sum(entry.cost_micros for entry in entries), month.reserved_micros) == (month.cost_micros, 0)


@pytest.mark.parametrize(
    ("bound", "whose"), [({"month": 29}, "your account"), ({"for_all": 29}, "this installation")]
)
async def test_a_month_that_does_not_suffice_leaves_own_words_and_says_whose(
    desk: Desk, bound: dict[str, int], whose: str
) -> None:
    generation_id = await desk.started(**bound)

    assert await desk.lived(generation_id)

    assert desk.writer.calls == 2
    [note] = await desk.notes(generation_id)
    assert note.startswith(f"What {whose} may spend in a month did not suffice for the ")
    assert (await desk.shop.results.get(generation_id, owner=ADA)).degraded
    await desk.require_balance(generation_id)


@pytest.mark.parametrize("bound", [{"month": 45}, {"for_all": 45}])
async def test_what_one_run_left_of_a_month_is_what_the_next_one_has(
    desk: Desk, bound: dict[str, int]
) -> None:
    assert await desk.lived(await desk.started(**bound))
    assert desk.writer.calls == 3

    second = await desk.started(**bound)
    assert await desk.lived(second)

    assert desk.writer.calls == 4
    assert len(await desk.notes(second)) == 2
    assert (await desk.month()).cost_micros == 36


async def test_what_a_process_had_under_way_when_it_died_counts_against_the_month(desk: Desk) -> None:
    generation_id = await desk.started(month=40)
    desk.dies_at = f"{PARTS[SKILLS].name}.after_think"
    assert not await desk.lived(generation_id)
    assert (await desk.month()).reserved_micros == MOST.cost_micros

    assert await desk.lived(generation_id)

    assert len(await desk.notes(generation_id)) == 0
    assert (await desk.month()).cost_micros == 27 + MOST.cost_micros
    await desk.require_balance(generation_id)


async def test_leave_that_was_taken_back_meanwhile_is_heeded_before_each_call(desk: Desk) -> None:
    generation_id = await desk.started()
    async with desk.shop.opens() as unit:
        ada = await unit.users.get(ADA)
        ada.llm_allowed = False
        await unit.users.save(ada)
        await unit.commit()

    assert await desk.lived(generation_id)

    assert desk.writer.calls == 0
    assert await desk.content(generation_id) == await own_words(desk)
    result = await desk.shop.results.get(generation_id, owner=ADA)
    assert result.degraded
    assert [note for note in result.notes if "no longer allow" in note]
    assert await desk.month() == MonthlyUsage(charged=1)


async def test_without_leave_a_request_for_a_model_is_refused_and_not_charged(desk: Desk) -> None:
    async with desk.shop.opens() as unit:
        ada = await unit.users.get(ADA)
        ada.llm_allowed = False
        await unit.users.save(ada)
        await unit.commit()

    with pytest.raises(ConsentNeeded) as refused:
        await desk.started()
    assert refused.value.code == "consent_needed"
    assert await desk.month() == MonthlyUsage()

    await desk.shop.started(use_llm=False)
    assert await desk.month() == MonthlyUsage(charged=1)


async def test_the_offline_writer_leaves_every_byte_as_it_was_drafted(shop: Shop) -> None:
    generation_id = await shop.started()
    await shop.run(generation_id)

    made = await shop.tailor.tailor(shop.profile, shop.job, Options(), today=NOON.date())

    result = await shop.results.get(generation_id, owner=ADA)
    assert result.document.content == made.checked.content
    assert (result.generation.spent, result.generation.reserved) == (NOTHING, NOTHING)


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

import asyncio
from collections import Counter
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Any

from app.application.documents.press import Press
from app.application.generation.tailoring import Tailor
from app.application.generation.work import IGenerationWork
from app.domain.documents.content import DocumentContent, Entry, Line, Section, SectionKind, lines_of
from app.domain.documents.ports import Format, IPDFGenerator, Layout, RenderedPDF, Template
from app.domain.generation.calls import LLMCall, ModelUsage
from app.domain.generation.errors import GenerationNotFound
from app.domain.generation.model import Generation, GenerationStatus
from app.domain.generation.parts import Objection, Part, PartBrief, WriterCall, WrittenPart
from app.domain.generation.ports import (
    GenerationSearch,
    GenerationSort,
    IGenerationRepository,
    ILLMCalls,
    IPartWriter,
    IUsageLedger,
)
from app.domain.generation.usage import MonthlyUsage, Spent
from app.domain.identity.llm_keys import LLMKey
from app.domain.identity.model import User
from app.domain.jobs.ports import IAnswers, KeptAnswer
from app.domain.shared.errors import Stale
from app.domain.shared.ids import GenerationId, UserId
from app.domain.shared.page import Page, Slice
from app.domain.shared.storage import IFileStorage
from app.domain.shared.work import Output
from tests.fakes.documents import MemoryDocumentWork, PlainPDF, PlainReader
from tests.fakes.identity import MemoryLLMKeys, MemoryUsers
from tests.fakes.memory import MemoryUnitOfWork, Shelf
from tests.fakes.replies import MemoryReplies
from tests.fakes.work import MemoryWorkQueue


class MemoryGenerations(Shelf[Generation], IGenerationRepository):
    async def get(self, generation_id: GenerationId, *, owner: UserId, lock: bool = False) -> Generation:
        if found := self.first(lambda g: g.id == generation_id and g.user_id == owner):
            return found
        raise GenerationNotFound("There is no such generation.")

    async def recent_seconds(self, owner: UserId, *, limit: int) -> Sequence[float]:
        done = [g for g in self.all() if g.user_id == owner and g.status is GenerationStatus.COMPLETED]
        newest = sorted(done, key=lambda g: (g.created_at, str(g.id)), reverse=True)
        return [g.generation_time_seconds for g in newest[:limit] if g.generation_time_seconds is not None]

    # `page` of Shelf is what it takes to keep it: this one has filters.
    async def page(  # type: ignore[override]
        self, search: GenerationSearch, *, sort: GenerationSort, part: Slice
    ) -> Page[Generation]:
        found = sorted((g for g in self.all() if _fits(g, search)), key=lambda g: str(g.id))
        found.sort(key=lambda g: getattr(g, sort.removeprefix("-")), reverse=sort.startswith("-"))
        return super().page(found, part)

    async def remove(self, generation: Generation) -> None:
        kept = self.by_id(generation.id)
        if kept is None or kept.version != generation.version:
            raise Stale("This generation was changed by somebody else.")
        del self._work.entities[generation.id]
        for call in self._work.rest.get("llm_calls", []):
            if call.generation_id == generation.id:
                call.generation_id = None


def _fits(generation: Generation, search: GenerationSearch) -> bool:
    names = ("job_id", "profile_id", "status", "document_type", "parent_id")
    return generation.user_id == search.owner and all(
        getattr(search, name) in (None, getattr(generation, name)) for name in names
    )


class MemoryUsage(IUsageLedger):
    def __init__(self, unit: MemoryUnitOfWork) -> None:
        self._rows: dict[tuple[Any, ...], MonthlyUsage] = unit.rest.setdefault("usage", {})

    async def charge(self, user_id: UserId, month: date, *, limit: int) -> bool:
        row = await self.of(user_id, month)
        if row.used >= limit:
            return False
        self._rows[user_id, month] = replace(row, charged=row.charged + 1)
        return True

    async def refund(self, user_id: UserId, month: date) -> None:
        row = await self.of(user_id, month)
        if row.refunded < row.charged:
            self._rows[user_id, month] = replace(row, refunded=row.refunded + 1)

    async def reserve(self, user_id: UserId, month: date, cost_micros: int, *, limit: int | None) -> bool:
        return self._reserve((user_id, month), cost_micros, limit)

    async def reserve_for_all(self, month: date, cost_micros: int, *, limit: int | None) -> bool:
        return self._reserve((None, month), cost_micros, limit)

    def _reserve(self, place: tuple[Any, ...], cost_micros: int, limit: int | None) -> bool:
        row = self._rows.get(place, MonthlyUsage())
        if limit is not None and row.cost_micros + row.reserved_micros + cost_micros > limit:
            return False
        self._rows[place] = replace(row, reserved_micros=row.reserved_micros + cost_micros)
        return True

    async def settle(self, user_id: UserId, month: date, most: Spent, spent: Spent) -> None:
        self._settle(most, spent, (user_id, month), (None, month))

    async def reserve_own(self, user_id: UserId, month: date, cost_micros: int, *, limit: int | None) -> bool:
        return self._reserve(("own", user_id, month), cost_micros, limit)

    async def settle_own(self, user_id: UserId, month: date, most: Spent, spent: Spent) -> None:
        self._settle(most, spent, ("own", user_id, month))

    async def own(self, user_id: UserId, month: date) -> MonthlyUsage:
        return self._rows.get(("own", user_id, month), MonthlyUsage())

    def _settle(self, most: Spent, spent: Spent, *places: tuple[Any, ...]) -> None:
        for place in places:
            row = self._rows.get(place, MonthlyUsage())
            self._rows[place] = replace(
                row,
                tokens=row.tokens + spent.tokens,
                cost_micros=row.cost_micros + spent.cost_micros,
                reserved_micros=row.reserved_micros - most.cost_micros,
            )

    async def of(self, user_id: UserId, month: date) -> MonthlyUsage:
        return self._rows.get((user_id, month), MonthlyUsage())

    async def spent_by_all(self, month: date) -> MonthlyUsage:
        return self._rows.get((None, month), MonthlyUsage())


class MemoryLLMCalls(ILLMCalls):
    def __init__(self, unit: MemoryUnitOfWork) -> None:
        self._rows: list[LLMCall] = unit.rest.setdefault("llm_calls", [])

    async def add(self, call: LLMCall) -> None:
        call.version = 1
        self._rows.append(deepcopy(call))

    async def page(self, owner: UserId, part: Slice) -> Page[LLMCall]:
        theirs = [call for call in self._rows if call.user_id == owner]
        return part.of(deepcopy(sorted(theirs, key=lambda call: (call.at, str(call.id)), reverse=True)))

    async def by_model(self, owner: UserId, month: date) -> Sequence[ModelUsage]:
        calls = [call for call in self._rows if (call.user_id, call.month) == (owner, month)]
        models = {_of(call) for call in calls}
        used = [_used([call for call in calls if _of(call) == each]) for each in models]
        return sorted(used, key=lambda each: (-each.cost_micros, each.provider, each.model, each.own_key))


def _of(call: LLMCall) -> tuple[str, str, bool]:
    return call.provider, call.model, call.own_key


def _used(calls: Sequence[LLMCall]) -> ModelUsage:
    return ModelUsage(
        provider=calls[0].provider,
        model=calls[0].model,
        calls=len(calls),
        input_tokens=sum(call.input_tokens for call in calls),
        output_tokens=sum(call.output_tokens for call in calls),
        cost_micros=sum(call.cost_micros for call in calls),
        own_key=calls[0].own_key,
    )


class MemoryAnswers(IAnswers):
    def __init__(self, unit: MemoryUnitOfWork) -> None:
        self._rows: dict[tuple[UserId, str], tuple[datetime, KeptAnswer]] = unit.rest.setdefault(
            "answers", {}
        )

    async def find(self, owner: UserId, digest: str, *, now: datetime) -> KeptAnswer | None:
        at, answer = self._rows.get((owner, digest), (None, None))
        return answer if at and at > now - timedelta(days=30) else None

    async def keep(self, owner: UserId, answer: KeptAnswer, *, now: datetime) -> None:
        self._rows[owner, answer.digest] = now, answer
        for place in [place for place, (at, _) in self._rows.items() if at <= now - timedelta(days=30)]:
            del self._rows[place]
        theirs = sorted((at, place[1]) for place, (at, _) in self._rows.items() if place[0] == owner)
        for _, digest in theirs[:-200]:
            del self._rows[owner, digest]


class MemoryGenerationWork(MemoryDocumentWork, IGenerationWork):
    @property
    def generations(self) -> MemoryGenerations:
        return MemoryGenerations(self, Generation)

    @property
    def queue(self) -> MemoryWorkQueue:
        return MemoryWorkQueue(self)

    @property
    def usage(self) -> MemoryUsage:
        return MemoryUsage(self)

    @property
    def calls(self) -> MemoryLLMCalls:
        return MemoryLLMCalls(self)

    @property
    def llm_keys(self) -> MemoryLLMKeys:
        return MemoryLLMKeys(self, LLMKey)

    @property
    def answers(self) -> MemoryAnswers:
        return MemoryAnswers(self)

    @property
    def users(self) -> MemoryUsers:
        return MemoryUsers(self, User)

    @property
    def replies(self) -> MemoryReplies:
        return MemoryReplies(self)


class PagedPDF(IPDFGenerator):
    """So many lines a page."""

    def __init__(self, lines: int = 1_000) -> None:
        self.lines = lines
        self.rendered = 0
        self._plain = PlainPDF()

    async def render(self, content: DocumentContent, layout: Layout) -> RenderedPDF:
        self.rendered += 1
        pages = -(-len(tuple(lines_of(content))) // self.lines)
        return replace(await self._plain.render(content, layout), pages=pages)

    def templates(self) -> tuple[Template, ...]:
        return self._plain.templates()

    def picture(self, template_id: str, *, letter: bool = False) -> bytes:
        return self._plain.picture(template_id, letter=letter)


async def at_once(work: Any, *args: Any) -> Any:
    return work(*args)


def a_press(storage: IFileStorage, pdf: IPDFGenerator | None = None) -> Press:
    return Press(
        pdf=pdf or PagedPDF(),
        renderers={},
        extractors={Format.PDF: (PlainReader(),)},
        storage=storage,
        apart=at_once,
    )


def a_tailor(press: Press) -> Tailor:
    return Tailor(press=press, apart=at_once)


MOST = Spent(tokens=100, cost_micros=10)
COST = Spent(tokens=90, cost_micros=9)


@dataclass
class PaidWriter(IPartWriter):
    """Moves full stops, and turns paragraphs of letters round, which leaves true what was true, and counts
    what it is called for."""

    paid: Counter[Part] = field(default_factory=Counter)
    cost: Spent = COST
    trouble: dict[Part, list[BaseException]] = field(default_factory=dict)
    """What goes wrong with the next calls for a part: it was taken, and its answer is lost."""

    @property
    def calls(self) -> int:
        return self.paid.total()

    def most(self, brief: PartBrief, objections: Sequence[Objection] = ()) -> Spent:
        return MOST

    async def write(self, brief: PartBrief, objections: Sequence[Objection] = ()) -> Output[WrittenPart]:
        self.paid[brief.part] += 1
        await asyncio.sleep(0)
        if trouble := self.trouble.get(brief.part):
            raise trouble.pop(0)
        for _ in range(5):  # what goes wrong goes wrong while the other calls are under way
            await asyncio.sleep(0)
        sections = tuple(_worded(section) for section in brief.own_words)
        return Output(WrittenPart(sections=sections, calls=(_call(brief, self.cost),)), self.cost.usage)


def _call(brief: PartBrief, cost: Spent) -> WriterCall:
    return WriterCall(
        prompt=f"{brief.part}-1",
        provider="fake",
        model="full-stops",
        outcome="answered",
        input_tokens=cost.tokens // 3,
        output_tokens=cost.tokens - cost.tokens // 3,
        cost_micros=cost.cost_micros,
        seconds=0.5,
    )


def _worded(section: Section) -> Section:
    def line(given: Line) -> Line:
        text = given.text
        return replace(given, text=text.removesuffix(".") if text.endswith(".") else f"{text}.")

    def entry(given: Entry) -> Entry:
        return replace(given, bullets=tuple(map(line, given.bullets)))

    if section.kind is SectionKind.OTHER:
        return replace(section, paragraphs=section.paragraphs[::-1])
    return replace(
        section,
        paragraphs=tuple(map(line, section.paragraphs)),
        entries=tuple(map(entry, section.entries)),
    )

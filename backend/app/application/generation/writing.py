from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from app.application.generation.model_writer import ModelWriter
from app.application.generation.purse import Purse
from app.application.generation.tailoring import Tailor, Written
from app.application.generation.work import IGenerationWork
from app.application.identity.llm_keys import OwnModels
from app.application.work.run import Run
from app.application.work.side_by_side import side_by_side
from app.domain.documents.content import DocumentContent, Header
from app.domain.documents.facts import FaithfulnessReceipt
from app.domain.generation.analysis import JobAnalysis
from app.domain.generation.errors import (
    Budget,
    BudgetExhausted,
    ConsentNeeded,
    OwnKeyGone,
    WriterUnavailable,
)
from app.domain.generation.instructions import heeded
from app.domain.generation.joining import joined
from app.domain.generation.keeping import keeping_facts
from app.domain.generation.letters import room_in, told_in
from app.domain.generation.mending import in_own_words, objections_to, run_on
from app.domain.generation.model import Generation, Stage
from app.domain.generation.options import Options
from app.domain.generation.own_words import OwnWords
from app.domain.generation.parts import OF_A_RESUME, Objection, Part, PartBrief, WrittenPart
from app.domain.generation.ports import IPartWriter
from app.domain.generation.usage import NOTHING, Allowances
from app.domain.generation.wording import Mask
from app.domain.shared.work import Output, Step

DRAFT = Step(f"{Stage.GENERATE_CONTENT}.draft", Written)
"""Recorded, so that all parts are written for the same selection, whoever takes over."""
PARTS = {part: Step(f"{Stage.GENERATE_CONTENT}.{part}", WrittenPart) for part in OF_A_RESUME}
LETTER = Step(f"{Stage.GENERATE_CONTENT}.{Part.LETTER}", WrittenPart)
REPAIRS = 2
MENDED = {
    part: tuple(
        Step(f"{Stage.GENERATE_CONTENT}.{part}.repair{n}", WrittenPart) for n in range(1, REPAIRS + 1)
    )
    for part in Part
}
"""A part that went beyond its sources, written once more with the objections named."""
STEPS = (DRAFT.name, *(step.name for step in PARTS.values()))
REPAIR_STEPS = tuple(step.name for steps in MENDED.values() for step in steps)

NO_WRITER = "This installation has no language model: everything is in your own words."
KEY_GONE = "Your own key is not here any more: everything is in your own words."
KEY_UNREADABLE = "Your own key can no longer be read here, put it anew: everything is in your own words."

Judge = Callable[[DocumentContent], Awaitable[FaithfulnessReceipt]]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Desk:
    """What one part is written at."""

    writer: IPartWriter
    purse: Purse
    draft: DocumentContent
    mask: Mask
    judge: Judge


class Writing:
    """Has the parts of a draft written side by side, each a step of its own, out of one budget."""

    def __init__(
        self,
        *,
        tailor: Tailor,
        writer: IPartWriter | None,
        allowances: Allowances,
        own: OwnModels | None = None,
    ) -> None:
        """`writer`: None where the host has none but the person; `own`: None where nobody brings a key."""
        self._tailor = tailor
        self._writer = writer
        self._allowances = allowances
        self._own = own
        self._offline = OwnWords()

    async def write(
        self,
        run: Run[IGenerationWork],
        draft: Written,
        generation: Generation,
        judge: Judge,
        analysis: JobAnalysis,
        *others: Header,
    ) -> Written:
        """`others`: headers beside the draft's own that say who the person is."""
        options = generation.options
        briefs = _briefs(draft, analysis, heeded(options))
        sections = briefs[0].sections if briefs else ()
        mask = Mask.of(draft.content.header, sections, *others)
        writer, lacking = await self._hired(generation)
        purse = Purse(run, self._allowances)
        desk = _Desk(writer=writer, purse=purse, draft=draft.content, mask=mask, judge=judge)
        written = await side_by_side([partial(self._part, desk, brief) for brief in briefs])
        parts = {brief.part: part for brief, part in zip(briefs, written, strict=True)}
        joined_up = await self._tailor.join(draft, parts, options)
        if lacking:
            return replace(joined_up, notes=(*joined_up.notes, lacking), degraded=True)
        return joined_up

    async def _hired(self, generation: Generation) -> tuple[IPartWriter, str | None]:
        """Who writes, and what the person should know where it is nobody but they."""
        if not generation.options.use_llm:
            return self._offline, None
        if not generation.own_key:
            return (self._writer, None) if self._writer else (self._offline, NO_WRITER)
        own = await self._own.find(generation.user_id) if self._own else None
        if own and own.llm:
            return ModelWriter(own.llm), None
        return self._offline, KEY_UNREADABLE if own else KEY_GONE

    async def _part(self, desk: _Desk, brief: PartBrief) -> WrittenPart:
        """What no source bears out is written again, twice at most; then it is as the person said it. So is
        at once what would leave out what they said."""
        written = await self._paid(desk, PARTS.get(brief.part, LETTER), brief, ())
        if written.degraded or written.sections == brief.own_words:
            return written
        calls = written.calls
        for step in MENDED[brief.part]:
            objections = await self._objections(desk, brief.part, written)
            if not objections:
                break
            again = await self._paid(desk, step, brief, objections)
            calls += again.calls
            if again.degraded:
                break
            written = again
        left = await self._objections(desk, brief.part, written)
        if left:
            written = in_own_words(written, brief.own_words, left)
        kept = keeping_facts(written, brief)
        lost, written = kept != written, kept
        if not left and written.sections != brief.own_words:
            written = run_on(written)
        note = _taken_back(brief.part) if left else _lost(brief.part) if lost else written.note
        return replace(written, calls=calls, note=note)

    async def _objections(self, desk: _Desk, part: Part, written: WrittenPart) -> tuple[Objection, ...]:
        content = joined(desk.draft, {part: written})
        return objections_to(await desk.judge(content), content, desk.draft, part)

    async def _paid(
        self, desk: _Desk, step: Step[WrittenPart], brief: PartBrief, objections: Sequence[Objection]
    ) -> WrittenPart:
        """What the budget does not suffice for, or nobody writes, is left in the person's own words."""
        hidden = desk.mask.hide(brief)
        objected = [desk.mask.hide_objection(objection) for objection in objections]
        call = partial(desk.writer.write, hidden, objected)
        try:
            most = desk.writer.most(hidden, objected)
            return desk.mask.show(await desk.purse.pay(step, call, at_most=most))
        except BudgetExhausted as error:
            note = _unaffordable(brief.part, error.budget)
        except ConsentNeeded:
            note = _not_allowed(brief.part)
        except OwnKeyGone:
            note = _key_gone(brief.part)
        except WriterUnavailable as error:
            note = _unavailable(brief.part, error)
        unpaid = partial(self._unpaid, hidden, note)
        return desk.mask.show(await desk.purse.pay(step, unpaid, at_most=NOTHING))

    async def _unpaid(self, brief: PartBrief, note: str) -> Output[WrittenPart]:
        own = (await self._offline.write(brief)).value
        return Output(WrittenPart(sections=own.sections, note=note, degraded=True))


def _briefs(draft: Written, analysis: JobAnalysis, options: Options) -> Sequence[PartBrief]:
    """Of what the person said nothing about, nothing is written."""
    letter = draft.content.letter
    briefs = (
        PartBrief(
            part=part,
            sections=told_in(letter) if letter else draft.content.sections,
            words=room_in(letter) if letter else None,
            selection=draft.selection,
            analysis=analysis,
            language=draft.content.language,
            options=options,
        )
        for part in ((Part.LETTER,) if letter else OF_A_RESUME)
    )
    return [brief for brief in briefs if brief.own_words]


_WHO_MAY_SPEND = {
    Budget.RUN: "this generation may spend",
    Budget.USER_MONTH: "your account may spend in a month",
    Budget.OWN_MONTH: "you want to spend in a month with your own key",
    Budget.INSTALLATION_MONTH: "this installation may spend in a month",
}


def _unaffordable(part: Part, budget: Budget) -> str:
    return f"What {_WHO_MAY_SPEND[budget]} did not suffice for the {part}: it is in your own words."


def _not_allowed(part: Part) -> str:
    return f"You no longer allow a language model to be asked: the {part} is in your own words."


def _key_gone(part: Part) -> str:
    return f"Your own key was taken back meanwhile: the {part} is in your own words."


def _unavailable(part: Part, error: WriterUnavailable) -> str:
    return f"The {part} is in your own words, for nobody was there to word it: {error}"


def _lost(part: Part) -> str:
    return f"Of the {part}, what would have left out what you said is in your own words."


def _taken_back(part: Part) -> str:
    return f"Of the {part}, what went beyond what you said is in your own words."

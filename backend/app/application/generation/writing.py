from collections.abc import Sequence
from functools import partial

from app.application.generation.purse import Purse
from app.application.generation.tailoring import Tailor, Written
from app.application.generation.work import IGenerationWork
from app.application.work.run import Run
from app.application.work.side_by_side import side_by_side
from app.domain.generation.analysis import JobAnalysis
from app.domain.generation.errors import BudgetExhausted
from app.domain.generation.instructions import heeded
from app.domain.generation.model import Stage
from app.domain.generation.options import Options
from app.domain.generation.own_words import OwnWords
from app.domain.generation.parts import Part, PartBrief, WrittenPart
from app.domain.generation.ports import IPartWriter
from app.domain.generation.usage import NOTHING
from app.domain.shared.work import Output, Step

DRAFT = Step(f"{Stage.GENERATE_CONTENT}.draft", Written)
"""Recorded, so that all parts are written for the same selection, whoever takes over."""
PARTS = {part: Step(f"{Stage.GENERATE_CONTENT}.{part}", WrittenPart) for part in Part}
STEPS = (DRAFT.name, *(step.name for step in PARTS.values()))


class Writing:
    """Has the parts of a draft written side by side, each a step of its own, out of one budget."""

    def __init__(self, *, tailor: Tailor, writer: IPartWriter) -> None:
        self._tailor = tailor
        self._writer = writer
        self._offline = OwnWords()

    async def write(
        self, run: Run[IGenerationWork], draft: Written, analysis: JobAnalysis, options: Options
    ) -> Written:
        briefs, purse = _briefs(draft, analysis, heeded(options)), Purse(run)
        written = await side_by_side([partial(self._part, purse, brief) for brief in briefs])
        parts = {brief.part: part for brief, part in zip(briefs, written, strict=True)}
        return await self._tailor.join(draft, parts, options)

    async def _part(self, purse: Purse, brief: PartBrief) -> WrittenPart:
        """A part that the budget does not suffice for is left in the person's own words."""
        step = PARTS[brief.part]
        try:
            return await purse.pay(step, partial(self._writer.write, brief), at_most=self._writer.most(brief))
        except BudgetExhausted:
            return await purse.pay(step, partial(self._unpaid, brief), at_most=NOTHING)

    async def _unpaid(self, brief: PartBrief) -> Output[WrittenPart]:
        own = (await self._offline.write(brief)).value
        return Output(WrittenPart(sections=own.sections, note=_unaffordable(brief.part)))


def _briefs(draft: Written, analysis: JobAnalysis, options: Options) -> Sequence[PartBrief]:
    """Of what the person said nothing about, nothing is written."""
    briefs = (
        PartBrief(
            part=part,
            sections=draft.content.sections,
            selection=draft.selection,
            analysis=analysis,
            language=draft.content.language,
            options=options,
        )
        for part in Part
    )
    return [brief for brief in briefs if brief.own_words]


def _unaffordable(part: Part) -> str:
    return f"What this generation may spend did not suffice for the {part}: it is in your own words."

"""The engine: from a career and a posting to a document that is true, fits, and reads back."""

from dataclasses import dataclass
from datetime import date

from app.application.apart import Apart
from app.application.documents.press import Press, Pressed
from app.domain.documents.ats import AtsReceipt, ats_score
from app.domain.documents.content import DocumentContent, lines_of
from app.domain.documents.facts import FaithfulnessReceipt, LineVerdict, Verdict, check_facts
from app.domain.documents.ports import IPDFGenerator, Layout
from app.domain.documents.readback import ReadBackReceipt
from app.domain.generation.analysis import JobAnalysis, analyse_job
from app.domain.generation.composing import compose
from app.domain.generation.matching import MatchReceipt, match
from app.domain.generation.model import Options
from app.domain.generation.repairing import without
from app.domain.generation.selection import TIGHTEST, CompiledProfile, Selection, compile_profile
from app.domain.jobs.model import Job
from app.domain.jobs.parsing.language import language_of
from app.domain.profile.model import Profile

_REPAIRS = 3
_LONGEST_OBJECTION = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Compiled:
    match: MatchReceipt
    selection: CompiledProfile


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    content: DocumentContent
    selection: CompiledProfile
    """What it was written from. Its level says how much had to be left out for it to fit: 0 is nothing."""
    pages: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    content: DocumentContent
    """As it may go out: without the lines that were taken out."""
    faithfulness: FaithfulnessReceipt
    ats: AtsReceipt
    taken_out: tuple[LineVerdict, ...]
    """Lines that the profile does not bear out."""

    @property
    def objection(self) -> str | None:
        """Why a person has to look at it; None when it holds."""
        return objection_to(self.faithfulness)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finished:
    pressed: Pressed
    ats: AtsReceipt
    """With what two readers got back from the file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tailored:
    analysis: JobAnalysis
    compiled: Compiled
    written: Written
    checked: Checked
    finished: Finished | None
    """None when the check did not hold: of that no file is made."""


class Tailor:
    """Works on values alone: the pipeline takes it stage by stage, the command line in one go."""

    def __init__(self, *, press: Press, pdf: IPDFGenerator, apart: Apart) -> None:
        self._press = press
        self._pdf = pdf
        self._apart = apart

    async def tailor(self, profile: Profile, job: Job, options: Options, *, today: date) -> Tailored:
        return await self.tailor_to(profile, await self.analyse(job), options, today=today)

    async def tailor_to(
        self, profile: Profile, analysis: JobAnalysis, options: Options, *, today: date
    ) -> Tailored:
        """All stages after the first, for a posting that was read already."""
        compiled = await self.compile(profile, analysis, today=today)
        written = await self.write(profile, analysis, compiled, options, today=today)
        checked = await self.check(written.content, profile, analysis, today=today)
        finished = None if checked.objection else await self.finish(checked, options.layout)
        return Tailored(
            analysis=analysis, compiled=compiled, written=written, checked=checked, finished=finished
        )

    async def analyse(self, job: Job) -> JobAnalysis:
        return await self._apart(analyse_job, job)

    async def match(self, profile: Profile, analysis: JobAnalysis, *, today: date) -> MatchReceipt:
        return await self._apart(match, profile, analysis, today)

    async def compile(self, profile: Profile, analysis: JobAnalysis, *, today: date) -> Compiled:
        return await self._apart(_compile, profile, analysis, today)

    async def write(
        self,
        profile: Profile,
        analysis: JobAnalysis,
        compiled: Compiled,
        options: Options,
        *,
        today: date,
    ) -> Written:
        """The least that must be left out for it to fit. What never fits is written as tight as can be."""

        async def of(selection: CompiledProfile) -> Written:
            content = await self._apart(_write, profile, selection, analysis, options)
            pages = (await self._pdf.render(content, options.layout)).pages
            return Written(content=content, selection=selection, pages=pages)

        widest = await of(compiled.selection)
        if widest.pages <= options.max_pages:
            return widest
        levels = await self._apart(Selection, profile, analysis, compiled.match, today)

        async def at(level: int) -> Written:
            return await of(await self._apart(levels.at, level))

        low, high, best = widest.selection.level + 1, TIGHTEST, await at(TIGHTEST)
        while low < high and best.pages <= options.max_pages:
            middle = (low + high) // 2
            tried = await at(middle)
            if tried.pages <= options.max_pages:
                high, best = middle, tried
            else:
                low = middle + 1
        return best

    async def check(
        self, content: DocumentContent, profile: Profile, analysis: JobAnalysis, *, today: date
    ) -> Checked:
        """Judge every line; take out what does not hold, where it can be missed."""
        return await self._apart(_check, content, profile, analysis, today)

    async def judge(self, content: DocumentContent, profile: Profile, *, today: date) -> FaithfulnessReceipt:
        return await self._apart(check_facts, content, profile, today)

    async def finish(self, checked: Checked, layout: Layout) -> Finished:
        """The PDF, read back."""
        pressed = await self._press.press(checked.content, layout)
        return Finished(pressed=pressed, ats=await self._apart(_read, checked, pressed.read_back))


def objection_to(receipt: FaithfulnessReceipt) -> str | None:
    """Names the lines, and of each the claims; None when all of them hold."""
    if receipt.holds:
        return None
    lines = [
        f"“{line.text}” ({_whys(line)})" for line in receipt.lines if line.verdict is Verdict.UNSUPPORTED
    ]
    return " ".join(["The profile does not bear out all of it:", *lines])[:_LONGEST_OBJECTION]


def _whys(line: LineVerdict) -> str:
    claims = (claim for claim in line.claims if claim.verdict is Verdict.UNSUPPORTED)
    return "; ".join(f"{claim.text}: {claim.why}" for claim in claims)


def _compile(profile: Profile, analysis: JobAnalysis, today: date) -> Compiled:
    receipt = match(profile, analysis, today)
    return Compiled(match=receipt, selection=compile_profile(profile, analysis, receipt, today))


def _write(
    profile: Profile, selection: CompiledProfile, analysis: JobAnalysis, options: Options
) -> DocumentContent:
    return compose(profile, selection, analysis, options.language or _language_of(profile))


def _language_of(profile: Profile) -> str:
    """The language that the person writes in."""
    said = [profile.professional_summary or "", *(e.description or "" for e in profile.experiences)]
    said += [a.text for e in profile.experiences for a in e.achievements]
    return language_of("\n".join(said))


def _check(content: DocumentContent, profile: Profile, analysis: JobAnalysis, today: date) -> Checked:
    receipt = check_facts(content, profile, today)
    taken_out: list[LineVerdict] = []
    for _ in range(_REPAIRS):
        bad = [line for line in receipt.lines if line.verdict is Verdict.UNSUPPORTED]
        lighter = without(content, {line.pointer for line in bad})
        if lighter == content:
            break
        left = {line.text for _, line in lines_of(lighter)}
        taken_out += [line for line in bad if line.text not in left]
        content, receipt = lighter, check_facts(lighter, profile, today)
    keywords = [keyword.name for keyword in analysis.keywords]
    return Checked(
        content=content,
        faithfulness=receipt,
        ats=ats_score(content, keywords=keywords),
        taken_out=tuple(taken_out),
    )


def _read(checked: Checked, receipt: ReadBackReceipt) -> AtsReceipt:
    keywords = checked.ats.keywords_found + checked.ats.keywords_missing
    return ats_score(checked.content, keywords=keywords, recall=receipt.recall, in_order=receipt.in_order)

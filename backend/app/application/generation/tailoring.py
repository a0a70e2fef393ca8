"""The engine: from a career and a posting to a document that is true, fits, and reads back."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from app.application.apart import Apart
from app.application.documents.judging import Judgement, judge
from app.application.documents.press import Press, Pressed
from app.domain.documents.arranging import titled
from app.domain.documents.ats import AtsReceipt, ats_score
from app.domain.documents.content import DocumentContent, lines_of
from app.domain.documents.facts import FaithfulnessReceipt, LineVerdict, Verdict, check_facts
from app.domain.documents.letters.occasion import Occasion
from app.domain.documents.ports import Layout
from app.domain.documents.readback import ReadBackReceipt
from app.domain.documents.standing import Prints, prints_of
from app.domain.generation.analysis import JobAnalysis, analyse_job
from app.domain.generation.composing import compose
from app.domain.generation.fitting import cut_notes, layout_for
from app.domain.generation.instructions import heeded
from app.domain.generation.joining import Parts, joined, longest
from app.domain.generation.letters import Brief, in_own_words, letter_notes, told_in, write_letter
from app.domain.generation.matching import MatchReceipt, match
from app.domain.generation.mother_tongue import written_in
from app.domain.generation.options import Options
from app.domain.generation.parts import Part
from app.domain.generation.repairing import without
from app.domain.generation.selection import TIGHTEST, CompiledProfile, Selection, compile_profile
from app.domain.generation.unwritten import notes_with_unwritten
from app.domain.jobs.model import Job
from app.domain.jobs.orders import remarks_on
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
    notes: tuple[str, ...] = ()
    """What the person should know of who wrote it."""
    degraded: bool = False
    """Not all of it is worded by whom it was to be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    content: DocumentContent
    """As it may go out: without the lines that were taken out."""
    faithfulness: FaithfulnessReceipt
    ats: AtsReceipt
    taken_out: tuple[LineVerdict, ...]
    """Lines that the profile does not bear out."""
    source_prints: Prints = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    """Of the writing."""
    degraded: bool = False
    """As of the writing."""

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
    options: Options
    compiled: Compiled
    written: Written
    checked: Checked
    finished: Finished | None
    """None when the check did not hold: of that no file is made."""

    @property
    def notes(self) -> tuple[str, ...]:
        """What the person should know of how it came out."""
        written = self.written
        cut = cut_notes(self.compiled.selection, written.selection, written.pages, self.options)
        told = (*self.compiled.selection.notes, *cut, *letter_notes(self.checked.content))
        return notes_with_unwritten(told, self.options, self.checked.content)


class Tailor:
    """Works on values alone: the pipeline takes it stage by stage, the command line in one go."""

    def __init__(self, *, press: Press, apart: Apart) -> None:
        self._press = press
        self._apart = apart

    async def tailor(self, profile: Profile, job: Job, options: Options, *, today: date) -> Tailored:
        return await self.tailor_to(profile, await self.analyse(job), options, today=today)

    async def tailor_to(
        self, profile: Profile, analysis: JobAnalysis, options: Options, *, today: date
    ) -> Tailored:
        """All stages after the first, for a posting that was read already."""
        compiled = await self.compile(profile, analysis, options, today=today)
        written = await self.write(profile, analysis, compiled, options, today=today)
        checked = await self.check(written.content, profile, analysis, today=today)
        return await self._tailored(analysis, compiled, written, checked, options)

    async def letter_to(
        self, profile: Profile, analysis: JobAnalysis, occasion: Occasion, options: Options, *, today: date
    ) -> Tailored:
        """A cover letter instead."""
        compiled = await self.compile(profile, analysis, options, today=today)
        brief = Brief(occasion=occasion, analysis=analysis, match=compiled.match, today=today)
        written = await self.write_letter(profile, compiled, brief, options)
        checked = await self.check_letter(written.content, profile, brief)
        return await self._tailored(analysis, compiled, written, checked, options)

    async def analyse(self, job: Job) -> JobAnalysis:
        return await self._apart(analyse_job, job)

    async def remarks_on(self, job: Job) -> tuple[str, ...]:
        """What its posting orders its readers to do, for the person to know of."""
        return await self._apart(remarks_on, job.text)

    async def match(self, profile: Profile, analysis: JobAnalysis, *, today: date) -> MatchReceipt:
        return await self._apart(match, profile, analysis, today)

    async def compile(
        self, profile: Profile, analysis: JobAnalysis, options: Options, *, today: date
    ) -> Compiled:
        return await self._apart(_compile, profile, analysis, today, options)

    async def write(
        self,
        profile: Profile,
        analysis: JobAnalysis,
        compiled: Compiled,
        options: Options,
        *,
        today: date,
    ) -> Written:
        """In the person's own words, without the least that must be left out for it to fit.

        What never fits is written as tight as can be.
        """
        options = heeded(options)

        async def of(selection: CompiledProfile) -> Written:
            content = await self._apart(_write, profile, selection, analysis, options)
            pages = await self._press.pages(content, layout_for(options, content))
            return Written(content=content, selection=selection, pages=pages)

        widest = await of(compiled.selection)
        if widest.pages <= options.max_pages:
            return widest
        levels = await self._apart(Selection, profile, analysis, compiled.match, today, options)

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

    async def join(self, draft: Written, parts: Parts, options: Options) -> Written:
        """The draft, with these parts of it as they were written.

        What makes it longer than it may be stays in the person's own words, which fit.
        """
        most = draft.pages if draft.content.letter else max(heeded(options).max_pages, draft.pages)
        kept, notes = dict(parts), _notes_on(parts)
        degraded = any(part.degraded for part in parts.values())
        while kept:
            content = await self._apart(joined, draft.content, kept, draft.selection.unsaid)
            if content == draft.content:
                break
            pages = await self._press.pages(content, layout_for(options, content))
            if pages <= most:
                notes = (*notes, *_of_another_length(content, kept))
                return replace(draft, content=content, pages=pages, notes=notes, degraded=degraded)
            part = longest(draft.content, kept)
            del kept[part]
            notes = (*notes, _too_long(part))
        return replace(draft, notes=notes, degraded=degraded)

    async def check(
        self, content: DocumentContent, profile: Profile, analysis: JobAnalysis, *, today: date
    ) -> Checked:
        """Judge every line; take out what does not hold, where it can be missed."""
        return await self._apart(_check, content, profile, analysis, today)

    async def write_letter(
        self, profile: Profile, compiled: Compiled, brief: Brief, options: Options
    ) -> Written:
        options = heeded(options)
        language = options.language or written_in(profile)
        content = await self._apart(write_letter, profile, brief, options, language)
        pages = await self._press.pages(content, layout_for(options, content))
        return Written(content=content, selection=compiled.selection, pages=pages)

    async def check_letter(self, content: DocumentContent, profile: Profile, brief: Brief) -> Checked:
        """As `check`; a sentence that does not hold is told in the person's own words where that can be."""
        return await self._apart(_check_letter, content, profile, brief)

    async def judge(
        self,
        content: DocumentContent,
        profile: Profile,
        *,
        today: date,
        occasion: Occasion | None = None,
    ) -> Judgement:
        """As it is, whatever it says."""
        return await self._apart(judge, content, profile, today, occasion)

    async def finish(self, checked: Checked, layout: Layout, file_name: str | None = None) -> Finished:
        """The PDF, read back. `file_name` where it is known already what it will be called."""
        pressed = await self._press.press(checked.content, layout)
        shown = replace(checked, content=titled(checked.content, layout.titles))
        return Finished(pressed=pressed, ats=await self._apart(_read, shown, pressed.read_back, file_name))

    async def _tailored(
        self, analysis: JobAnalysis, compiled: Compiled, written: Written, checked: Checked, options: Options
    ) -> Tailored:
        finished = (
            None if checked.objection else await self.finish(checked, layout_for(options, checked.content))
        )
        return Tailored(
            analysis=analysis,
            options=options,
            compiled=compiled,
            written=written,
            checked=checked,
            finished=finished,
        )


def objection_to(receipt: FaithfulnessReceipt) -> str | None:
    """Names the lines, and of each the claims; None when all of them hold."""
    return objection_to_lines(_unsupported(receipt))


def objection_to_lines(lines: Sequence[LineVerdict]) -> str | None:
    """The same of lines that do not hold."""
    if not lines:
        return None
    said = [f"“{line.text}” ({_whys(line)})" for line in lines]
    return " ".join(["The profile does not bear out all of it:", *said])[:_LONGEST_OBJECTION]


def _unsupported(receipt: FaithfulnessReceipt) -> Sequence[LineVerdict]:
    return [line for line in receipt.lines if line.verdict is Verdict.UNSUPPORTED]


def _whys(line: LineVerdict) -> str:
    claims = (claim for claim in line.claims if claim.verdict is Verdict.UNSUPPORTED)
    return "; ".join(f"{claim.text}: {claim.why}" for claim in claims)


def _notes_on(parts: Parts) -> tuple[str, ...]:
    return tuple(written.note for written in parts.values() if written.note)


def _of_another_length(content: DocumentContent, parts: Parts) -> tuple[str, ...]:
    if content.letter is None or told_in(content.letter) == parts[Part.LETTER].sections:
        return ()
    return ("Of the letter, what made it longer or shorter than a letter is stays in your own words.",)


def _too_long(part: Part) -> str:
    return f"The {part} as it was written did not fit the pages: it is in your own words."


def _compile(profile: Profile, analysis: JobAnalysis, today: date, options: Options) -> Compiled:
    receipt = match(profile, analysis, today)
    selection = compile_profile(profile, analysis, receipt, today, options=options)
    return Compiled(match=receipt, selection=selection)


def _write(
    profile: Profile, selection: CompiledProfile, analysis: JobAnalysis, options: Options
) -> DocumentContent:
    language = options.language or written_in(profile)
    return compose(profile, selection, analysis, language, translated=options.language is not None)


def _check(content: DocumentContent, profile: Profile, analysis: JobAnalysis, today: date) -> Checked:
    return _repaired(content, profile, analysis, lambda given: check_facts(given, profile, today))


def _check_letter(content: DocumentContent, profile: Profile, brief: Brief) -> Checked:
    def judged(given: DocumentContent) -> FaithfulnessReceipt:
        return check_facts(given, profile, brief.today, occasion=brief.occasion)

    bad = _unsupported(judged(content))
    mended = in_own_words(content, {line.pointer for line in bad}, profile, brief.occasion)
    checked = _repaired(mended, profile, brief.analysis, judged)
    left = {line.text for _, line in lines_of(mended)}
    replaced = tuple(line for line in bad if line.text not in left)
    return replace(checked, taken_out=(*replaced, *checked.taken_out))


def _repaired(
    content: DocumentContent,
    profile: Profile,
    analysis: JobAnalysis,
    judge: Callable[[DocumentContent], FaithfulnessReceipt],
) -> Checked:
    receipt = judge(content)
    taken_out: list[LineVerdict] = []
    for _ in range(_REPAIRS):
        bad = _unsupported(receipt)
        lighter = without(content, {line.pointer for line in bad})
        if lighter == content:
            break
        left = {line.text for _, line in lines_of(lighter)}
        taken_out += [line for line in bad if line.text not in left]
        content, receipt = lighter, judge(lighter)
    keywords = [keyword.name for keyword in analysis.keywords]
    return Checked(
        content=content,
        faithfulness=receipt,
        ats=ats_score(content, keywords=keywords),
        taken_out=tuple(taken_out),
        source_prints=prints_of(content, profile),
    )


def _read(checked: Checked, receipt: ReadBackReceipt, file_name: str | None) -> AtsReceipt:
    keywords = checked.ats.keywords_found + checked.ats.keywords_missing
    return ats_score(checked.content, keywords=keywords, read=receipt, file_name=file_name)

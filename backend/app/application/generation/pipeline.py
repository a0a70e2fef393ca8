"""The five stages as background work: each one's result is recorded when it is done."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar
from uuid import uuid5

from app.application.documents.press import Press
from app.application.generation import months
from app.application.generation.charging import give_back, write_off
from app.application.generation.progress import progress_of, the_end
from app.application.generation.tailoring import Checked, Compiled, Finished, Tailor, Written
from app.application.generation.work import IGenerationWork
from app.application.generation.writing import DRAFT, STEPS, Writing
from app.application.unit_of_work import Opens
from app.application.work.failpoints import CLAIM, SUBMISSION, Failpoint, of_steps, pass_by
from app.application.work.kind import IWorkKind
from app.application.work.run import Run
from app.domain.documents.content import DocumentContent
from app.domain.documents.facts import FaithfulnessReceipt
from app.domain.documents.letters.occasion import JobFacts, Occasion
from app.domain.documents.model import Document, DocumentType, Export
from app.domain.documents.ports import Format
from app.domain.generation.analysis import JobAnalysis
from app.domain.generation.composing.header import header_of
from app.domain.generation.errors import GenerationNotFound
from app.domain.generation.fitting import layout_for
from app.domain.generation.letters import Brief
from app.domain.generation.model import Generation, Stage
from app.domain.generation.options import as_parameters
from app.domain.generation.usage import NOTHING, Spent
from app.domain.jobs.model import Job
from app.domain.profile.job_profile import JobProfile
from app.domain.profile.model import Profile
from app.domain.shared.errors import NotFound
from app.domain.shared.ids import DocumentId, GenerationId, JobId
from app.domain.shared.time import Now
from app.domain.shared.work import LeaseLost, News, Output, Step, Work

T = TypeVar("T")
KIND = "generation"
AFTER_PRESS, AFTER_FILE = "export.after_press", "export.after_file"
FAILPOINTS = (*SUBMISSION, *CLAIM, *of_steps((*Stage, *STEPS)), AFTER_PRESS, AFTER_FILE)
"""Every place where the survival tests kill the process."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysed:
    """What all later stages work on, so that no change of profile or job comes between them."""

    profile: Profile
    analysis: JobAnalysis
    today: date
    occasion: Occasion | None = None
    """Of a letter: the posting by name, and the sender's contact block."""
    remarks: tuple[str, ...] = ()
    """What the person should know of the posting."""

    def brief(self, compiled: Compiled) -> Brief | None:
        """What a letter is written for; None where no letter is."""
        if self.occasion is None:
            return None
        return Brief(occasion=self.occasion, analysis=self.analysis, match=compiled.match, today=self.today)


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """What is recorded of the last stage. What it made has tables of its own."""

    document_id: DocumentId
    storage_key: str | None


ANALYZE_JOB = Step(Stage.ANALYZE_JOB.value, Analysed)
COMPILE_PROFILE = Step(Stage.COMPILE_PROFILE.value, Compiled)
GENERATE_CONTENT = Step(Stage.GENERATE_CONTENT.value, Written)
VALIDATE_QUALITY = Step(Stage.VALIDATE_QUALITY.value, Checked)
EXPORT = Step(Stage.EXPORT.value, Exported)


class Pipeline(IWorkKind[IGenerationWork]):
    lasting = (COMPILE_PROFILE.name, GENERATE_CONTENT.name, VALIDATE_QUALITY.name)
    """What results are shown from."""

    def __init__(
        self,
        *,
        work: Opens[IGenerationWork],
        tailor: Tailor,
        writing: Writing,
        press: Press,
        now: Now,
        failpoint: Failpoint = pass_by,
    ) -> None:
        self.name = KIND
        self.opens = work
        self._tailor = tailor
        self._writing = writing
        self._press = press
        self._now = now
        self._failpoint = failpoint

    async def begin(self, unit: IGenerationWork, work: Work) -> Sequence[News]:
        generation = await _locked(unit, work)
        generation.begin(now=self._now())
        await unit.generations.save(generation)
        return [progress_of(generation)]

    async def give_up(self, unit: IGenerationWork, work: Work, reason: str) -> Sequence[News]:
        generation = await _locked(unit, work)
        generation.fail(reason, now=self._now())
        await give_back(unit, generation, now=self._now())
        await unit.generations.save(generation)
        return [the_end(generation)]

    async def perform(self, run: Run[IGenerationWork]) -> None:
        generation = await self._load(run.work)
        analysed = await self._stage(run, ANALYZE_JOB, lambda: self._analyse(generation))
        compiled = await self._stage(
            run,
            COMPILE_PROFILE,
            lambda: self._tailor.compile(
                analysed.profile, analysed.analysis, generation.options, today=analysed.today
            ),
            lambda generation, compiled: generation.take_match(compiled.match),
        )
        written = await self._stage(
            run, GENERATE_CONTENT, lambda: self._write(run, analysed, compiled, generation)
        )
        checked = await self._stage(
            run, VALIDATE_QUALITY, lambda: self._check(analysed, written, analysed.brief(compiled))
        )
        await self._export(run, generation, analysed.analysis, checked)

    async def _load(self, work: Work) -> Generation:
        async with self.opens(readonly=True) as unit:
            return await unit.generations.get(GenerationId(work.subject_id), owner=work.owner)

    async def _analyse(self, generation: Generation) -> Analysed:
        profile_id, job_id = generation.sources()
        async with self.opens(readonly=True) as unit:
            profile = await unit.profiles.get(profile_id, owner=generation.user_id)
            job = await unit.jobs.get_visible(job_id, reader=generation.user_id)
            occasion = await _occasion(unit, generation, job)
        analysis = await self._tailor.analyse(job)
        return Analysed(
            profile=profile,
            analysis=analysis,
            today=generation.created_at.date(),
            occasion=occasion,
            remarks=await self._tailor.remarks_on(job),
        )

    async def _write(
        self, run: Run[IGenerationWork], analysed: Analysed, compiled: Compiled, generation: Generation
    ) -> Written:
        """A draft that fits, and then its parts side by side. Of a letter, what tells of the career."""
        profile, analysis, options = analysed.profile, analysed.analysis, generation.options
        brief = analysed.brief(compiled)

        async def think() -> Output[Written]:
            if brief:
                return Output(await self._tailor.write_letter(profile, compiled, brief, options))
            return Output(
                await self._tailor.write(profile, analysis, compiled, options, today=analysed.today)
            )

        async def judge(content: DocumentContent) -> FaithfulnessReceipt:
            judgement = await self._tailor.judge(
                content, profile, today=analysed.today, occasion=analysed.occasion
            )
            return judgement.faithfulness

        draft = await run.step(DRAFT, think, _tell_nothing)
        return await self._writing.write(
            run, draft, generation, judge, analysis, header_of(profile, analysis)
        )

    async def _check(self, analysed: Analysed, written: Written, brief: Brief | None) -> Checked:
        content, profile = written.content, analysed.profile
        if brief:
            checked = await self._tailor.check_letter(content, profile, brief)
        else:
            checked = await self._tailor.check(content, profile, analysed.analysis, today=analysed.today)
        notes = (*written.notes, *analysed.remarks)
        return replace(checked, notes=notes, degraded=written.degraded)

    async def _stage(
        self,
        run: Run[IGenerationWork],
        step: Step[T],
        think: Callable[[], Awaitable[T]],
        also: Callable[[Generation, T], None] = lambda _, __: None,
    ) -> T:
        async def thought() -> Output[T]:
            return Output(await think())

        async def apply(unit: IGenerationWork, output: Output[T]) -> Sequence[News]:
            generation = await _locked(unit, run.work)
            generation.sources()
            also(generation, output.value)
            spent = Spent.of(output.usage)
            generation.finish_stage(Stage(step.name), spent=spent, now=self._now())
            await unit.generations.save(generation)
            owner, own_key = generation.user_id, generation.own_key
            await months.settle(unit, owner, generation.month, NOTHING, spent, own_key=own_key)
            return [progress_of(generation)]

        return await run.step(step, thought, apply)

    async def _export(
        self, run: Run[IGenerationWork], generation: Generation, analysis: JobAnalysis, checked: Checked
    ) -> None:
        document = _document(generation, analysis, checked)
        export: Export | None = None

        async def press() -> Output[Exported]:
            """The file first: a crash before its row leaves a file over, and the next try makes the same."""
            nonlocal export
            if checked.objection is None:
                finished = await self._tailor.finish(checked, document.layout, document.file_name(Format.PDF))
                self._failpoint(AFTER_PRESS)
                export = await self._store(document, finished)
                self._failpoint(AFTER_FILE)
            made = Exported(
                document_id=DocumentId(document.id), storage_key=export.storage_key if export else None
            )
            return Output(made)

        async def apply(unit: IGenerationWork, _: Output[Exported]) -> Sequence[News]:
            ended = await _locked(unit, run.work)
            ended.sources()
            document.created_at = document.updated_at = self._now()
            document.version_number = await unit.documents.next_version_number(
                owner=document.user_id, job_id=document.job_id, document_type=document.document_type
            )
            await unit.documents.add(document)
            if export:
                await unit.documents.add_export(export)
            ended.finish_stage(Stage.EXPORT, now=self._now())
            ended.complete(DocumentId(document.id), objection=checked.objection, now=self._now())
            await write_off(unit, ended, now=self._now())
            await unit.generations.save(ended)
            return [the_end(ended)]

        try:
            await run.step(EXPORT, press, apply, ends=True)
        except (LeaseLost, NotFound):
            await self._clear_after(generation, document)
            raise

    async def _clear_after(self, generation: Generation, document: Document) -> None:
        """Where the generation is gone, or its owner, no row is to come for its file. Where another has taken
        it over, the file is theirs."""
        async with self.opens(readonly=True) as unit:
            try:
                await unit.generations.get(GenerationId(generation.id), owner=generation.user_id)
            except GenerationNotFound:
                made = await unit.documents.find_by_generation(GenerationId(generation.id))
            else:
                return
        if made is None:
            await self._press.discard(DocumentId(document.id))

    async def _store(self, document: Document, finished: Finished) -> Export:
        pressed = finished.pressed
        document.read_back, document.ats = pressed.read_back, finished.ats
        return await self._press.store_pdf(
            DocumentId(document.id), pressed, layout=document.layout, now=self._now()
        )


async def _tell_nothing(_: IGenerationWork, __: object) -> Sequence[News]:
    return ()


async def _locked(unit: IGenerationWork, work: Work) -> Generation:
    return await unit.generations.get(GenerationId(work.subject_id), owner=work.owner, lock=True)


async def _occasion(unit: IGenerationWork, generation: Generation, job: Job) -> Occasion | None:
    """Of a letter alone. The sender is the job profile that was asked for, else the default one."""
    if generation.document_type is not DocumentType.COVER_LETTER:
        return None
    owner, wanted = generation.user_id, generation.options.job_profile_id
    if wanted:
        sender: JobProfile | None = await unit.job_profiles.get(wanted, owner=owner)
    else:
        sender = await unit.job_profiles.find_default(owner)
    facts = JobFacts(id=JobId(job.id), title=job.title, company=job.company)
    return Occasion(job=facts, sender=sender.contact if sender else None)


def _document(generation: Generation, analysis: JobAnalysis, checked: Checked) -> Document:
    """The same id whoever makes it, and whenever: of a generation there is one document."""
    return Document(
        id=uuid5(generation.id, "document"),
        user_id=generation.user_id,
        generation_id=GenerationId(generation.id),
        job_id=generation.job_id,
        profile_id=generation.profile_id,
        document_type=generation.document_type,
        version_number=1,
        title=_title(analysis, generation.document_type),
        layout=layout_for(generation.options, checked.content),
        parameters=as_parameters(generation.options),
        content=checked.content,
        faithfulness=checked.faithfulness,
        ats=checked.ats,
        source_prints=checked.source_prints,
        created_at=generation.created_at,
        updated_at=generation.created_at,
    )


def _title(analysis: JobAnalysis, kind: DocumentType) -> str:
    """`Staff Nurse, Harbour Street Clinic`; of a letter, `Cover letter: Staff Nurse, ...`."""
    about = ", ".join(part for part in (analysis.title, analysis.company) if part)
    if kind is DocumentType.RESUME:
        return about[:200] or "Resume"
    return f"Cover letter: {about}"[:200] if about else "Cover letter"

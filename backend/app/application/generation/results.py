from dataclasses import dataclass

from app.application.documents.judging import Judgement
from app.application.documents.occasions import occasion_of
from app.application.generation.pipeline import COMPILE_PROFILE, GENERATE_CONTENT, VALIDATE_QUALITY
from app.application.generation.service import work_id_of
from app.application.generation.tailoring import Tailor, objection_to_lines
from app.application.generation.work import IGenerationWork
from app.application.unit_of_work import Opens
from app.domain.documents.facts import LineVerdict
from app.domain.documents.model import Document, Export, Scores
from app.domain.documents.ports import Format
from app.domain.generation.errors import GenerationHasNoResult, GenerationNotFinished
from app.domain.generation.fitting import cut_notes
from app.domain.generation.instructions import Wishes
from app.domain.generation.letters import letter_notes
from app.domain.generation.matching import MatchReceipt
from app.domain.generation.model import Generation
from app.domain.generation.ports import GenerationSearch, GenerationSort
from app.domain.generation.unwritten import notes_with_unwritten
from app.domain.profile.errors import ProfileNotFound
from app.domain.shared.ids import DocumentId, GenerationId, JobId, ProfileId, UserId
from app.domain.shared.page import Slice
from app.domain.shared.time import Now
from app.domain.shared.work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    generation: Generation
    document: Document
    export: Export | None
    """The PDF. None for what needs review: of that no file leaves the house."""
    match: MatchReceipt
    taken_out: tuple[LineVerdict, ...]
    wishes: Wishes | None
    """What was understood of the instructions. None when there were none."""
    degraded: bool
    """A language model was to word it, and could not be had for all of it."""
    notes: tuple[str, ...]
    """What of the options could not be heeded, and what is short of the usual."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    generation: Generation
    scores: Scores | None
    """None as long as there is no document."""
    run: Work | None
    """None when its record was cleared away."""
    regenerations: int


class ResultService:
    """What generations came to, and how well it stands."""

    def __init__(self, *, work: Opens[IGenerationWork], tailor: Tailor, now: Now) -> None:
        self._work = work
        self._tailor = tailor
        self._now = now

    async def get(self, generation_id: GenerationId, *, owner: UserId) -> Result:
        """Raises GenerationNotFinished, GenerationHasNoResult."""
        work_id = work_id_of(generation_id)
        async with self._work(readonly=True) as work:
            generation = await work.generations.get(generation_id, owner=owner)
            document = await document_of(work, generation)
            exports = await work.documents.exports_of(_id(document))
            compiled = await work.queue.recall(work_id, COMPILE_PROFILE)
            written = await work.queue.recall(work_id, GENERATE_CONTENT)
            checked = await work.queue.recall(work_id, VALIDATE_QUALITY)
        if compiled is None or checked is None:
            raise RuntimeError(f"generation {generation_id} ended without its stages")
        selection, options = compiled.value.selection, generation.options
        cut = cut_notes(selection, written.value.selection, written.value.pages, options) if written else ()
        made = (e for e in exports if e.format is Format.PDF and e.layout == document.layout)
        return Result(
            generation=generation,
            document=document,
            export=None if document.open_lines else next(made, None),
            match=compiled.value.match,
            taken_out=checked.value.taken_out,
            degraded=checked.value.degraded,
            wishes=selection.wishes,
            notes=notes_with_unwritten(
                (*selection.notes, *cut, *checked.value.notes, *letter_notes(document.content)),
                options,
                document.content,
            ),
        )

    async def figures(self, generation_id: GenerationId, *, owner: UserId) -> Figures:
        """At any time, as far as there are any yet."""
        async with self._work(readonly=True) as work:
            generation = await work.generations.get(generation_id, owner=owner)
            again = GenerationSearch(owner=owner, parent_id=generation_id)
            children = await work.generations.page(again, sort=GenerationSort.NEWEST, part=Slice(1))
            run = await work.queue.find(work_id_of(generation_id))
            scores = None
            if generation.document_id:
                scores = (await work.documents.get(generation.document_id, owner=owner)).scores
        return Figures(generation=generation, scores=scores, run=run, regenerations=children.total)

    async def validate(self, generation_id: GenerationId, *, owner: UserId) -> Result:
        """Hold the document against the profile as it is now, and keep what comes of it.

        Raises DocumentFrozen: what was sent with an application stays as it was judged then.
        """
        async with self._work(readonly=True) as work:
            generation = await work.generations.get(generation_id, owner=owner)
            document = await document_of(work, generation)
            document.require_unfrozen()
            profile = await work.profiles.get(generation.sources()[0], owner=owner)
            occasion = await occasion_of(work, document, document.content)
        today = self._now().date()
        judgement = await self._tailor.judge(document.content, profile, today=today, occasion=occasion)
        await self._keep(generation_id, document, judgement)
        return await self.get(generation_id, owner=owner)

    async def match(
        self, job_id: JobId, *, owner: UserId, profile_id: ProfileId | None = None
    ) -> MatchReceipt:
        """How well a profile, the default one where none is named, answers a job."""
        async with self._work(readonly=True) as work:
            job = await work.jobs.get_visible(job_id, reader=owner)
            if profile_id:
                profile = await work.profiles.get(profile_id, owner=owner)
            elif found := await work.profiles.find_default(owner):
                profile = found
            else:
                raise ProfileNotFound("There is no such profile.")
        return await self._tailor.match(profile, await self._tailor.analyse(job), today=self._now().date())

    async def _keep(self, generation_id: GenerationId, document: Document, judgement: Judgement) -> None:
        document.faithfulness, document.source_prints = judgement.faithfulness, judgement.source_prints
        document.updated_at = now = self._now()
        async with self._work() as work:
            generation = await work.generations.get(generation_id, owner=document.user_id, lock=True)
            generation.review(objection_to_lines(document.open_lines), now=now)
            await work.generations.save(generation)
            await work.documents.save(document)
            await work.commit()


async def document_of(work: IGenerationWork, generation: Generation) -> Document:
    if not generation.status.has_ended:
        raise GenerationNotFinished("There is no result yet.")
    if generation.document_id is None:
        why = "its document was deleted" if generation.status.has_result else f"it is {generation.status}"
        raise GenerationHasNoResult(f"This generation has no result: {why}.")
    return await work.documents.get(generation.document_id, owner=generation.user_id)


def _id(document: Document) -> DocumentId:
    return DocumentId(document.id)

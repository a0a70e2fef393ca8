from collections.abc import Callable, Sequence
from statistics import median

from app.application.documents.press import Press
from app.application.generation.charging import charge, give_back
from app.application.generation.consent import require_consent
from app.application.generation.pipeline import KIND
from app.application.generation.progress import progress_of, the_end
from app.application.generation.work import IGenerationWork
from app.application.idempotency import Once, Reply
from app.application.unit_of_work import Opens
from app.application.versions import require_version
from app.application.work.failpoints import AFTER_SUBMISSION, IN_SUBMISSION, Failpoint, pass_by
from app.application.work.ports import IDoorbell, Signal
from app.domain.documents.model import DocumentType
from app.domain.documents.ports import Template
from app.domain.generation.model import Generation
from app.domain.generation.options import Options
from app.domain.generation.ports import GenerationSearch, GenerationSort
from app.domain.generation.usage import Allowance, Allowances
from app.domain.shared.ids import GenerationId, JobId, ProfileId, UserId, WorkId
from app.domain.shared.page import Page, Slice
from app.domain.shared.time import Now
from app.domain.shared.work import Order

RECENT = 20
"""So many of one's own last runs tell how long the next one may take."""
FIRST_GUESS = 6.0
"""Seconds, as long as there is none to go by."""


class GenerationService:
    """Asks for generations, lists them, ends them. Who does them is the pipeline's affair."""

    def __init__(
        self,
        *,
        work: Opens[IGenerationWork],
        press: Press,
        bell: IDoorbell,
        allowances: Allowances,
        now: Now,
        failpoint: Failpoint = pass_by,
    ) -> None:
        self._work = work
        self._press = press
        self._bell = bell
        self._allowances = allowances
        self._now = now
        self._failpoint = failpoint

    async def start(
        self,
        *,
        user_id: UserId,
        profile_id: ProfileId,
        job_id: JobId,
        document_type: DocumentType,
        options: Options,
        once: Once[Generation] | None = None,
    ) -> Generation | Reply:
        """A new generation; or, for a request that came before, what was answered then."""
        self._press.template(options.template)
        generation = Generation.request(
            user_id=user_id,
            profile_id=profile_id,
            job_id=job_id,
            document_type=document_type,
            options=options,
            now=self._now(),
        )
        return await self._submit(generation, once)

    async def regenerate(
        self,
        generation_id: GenerationId,
        *,
        owner: UserId,
        change: Callable[[Options], Options],
        once: Once[Generation] | None = None,
    ) -> Generation | Reply:
        """The same again for the job and profile as they are now. Raises SourceGone."""
        parent = await self.get(generation_id, owner=owner)
        profile_id, job_id = parent.sources()
        chosen = change(parent.options)
        self._press.template(chosen.template)
        again = Generation.request(
            user_id=owner,
            profile_id=profile_id,
            job_id=job_id,
            document_type=parent.document_type,
            options=chosen,
            now=self._now(),
        )
        again.parent_id = generation_id
        return await self._submit(again, once)

    def templates(self) -> Sequence[Template]:
        return self._press.templates()

    async def page(self, search: GenerationSearch, *, sort: GenerationSort, part: Slice) -> Page[Generation]:
        async with self._work(readonly=True) as work:
            return await work.generations.page(search, sort=sort, part=part)

    async def get(self, generation_id: GenerationId, *, owner: UserId) -> Generation:
        async with self._work(readonly=True) as work:
            return await work.generations.get(generation_id, owner=owner)

    async def cancel(self, generation_id: GenerationId, *, owner: UserId) -> Generation:
        """At whatever stage it is, and whoever works on it. Raises GenerationAlreadyFinished."""
        async with self._work() as work:
            await work.generations.get(generation_id, owner=owner)
            await work.queue.cancel(work_id_of(generation_id), now=self._now())
            generation = await work.generations.get(generation_id, owner=owner, lock=True)
            generation.cancel(now=self._now())
            await give_back(work, generation, now=self._now())
            await work.generations.save(generation)
            await work.queue.tell(work_id_of(generation_id), [the_end(generation)], now=self._now())
            await work.commit()
        self._ring(generation_id)
        return generation

    async def remove(
        self, generation_id: GenerationId, *, owner: UserId, expected: int | None = None
    ) -> None:
        """Whoever works on it leaves off. A document that it made stays."""
        async with self._work() as work:
            require_version(await work.generations.get(generation_id, owner=owner), expected)
            await work.queue.remove(work_id_of(generation_id))
            generation = await work.generations.get(generation_id, owner=owner, lock=True)
            require_version(generation, expected)
            await give_back(work, generation, now=self._now())
            await work.generations.remove(generation)
            await work.commit()
        self._ring(generation_id)

    async def rate(
        self,
        generation_id: GenerationId,
        *,
        owner: UserId,
        rating: int,
        comment: str | None,
    ) -> Generation:
        async with self._work() as work:
            generation = await work.generations.get(generation_id, owner=owner, lock=True)
            generation.rate(rating, comment, now=self._now())
            await work.generations.save(generation)
            await work.commit()
        return generation

    async def _submit(self, generation: Generation, once: Once[Generation] | None) -> Generation | Reply:
        """The generation, the work and the reply are there together, or none of them."""
        user_id, now = generation.user_id, generation.created_at
        profile_id, job_id = generation.sources()
        async with self._work() as work:
            if once and (earlier := await work.replies.find_or_reserve(user_id, once, now=now)):
                return earlier
            await work.profiles.get(profile_id, owner=user_id)
            await work.jobs.get_visible(job_id, reader=user_id)
            if job_profile_id := generation.options.job_profile_id:
                await work.job_profiles.get(job_profile_id, owner=user_id)
            require_consent(await work.users.get(user_id), generation.options)
            generation.expect(_middle(await work.generations.recent_seconds(user_id, limit=RECENT)))
            allowance = await charge(work, generation, self._allowances, now=now)
            await work.generations.add(generation)
            order = _order(generation, allowance)
            await work.queue.add(order, now=now)
            await work.queue.tell(order.id, [progress_of(generation)], now=now)
            if once:
                await work.replies.keep(user_id, once, once.reply(generation))
            self._failpoint(IN_SUBMISSION)
            await work.commit()
        self._failpoint(AFTER_SUBMISSION)
        self._bell.ring(Signal.WORK, order.id)
        return generation

    def _ring(self, generation_id: GenerationId) -> None:
        for signal in Signal:
            self._bell.ring(signal, work_id_of(generation_id))


def _middle(seconds: Sequence[float]) -> float:
    """The median, which one that waited for hours does not move."""
    return median(seconds) if seconds else FIRST_GUESS


def work_id_of(generation_id: GenerationId) -> WorkId:
    """A generation is done by one work, which is called after it."""
    return WorkId(generation_id)


def _order(generation: Generation, allowance: Allowance) -> Order:
    return Order(
        id=work_id_of(GenerationId(generation.id)),
        kind=KIND,
        subject_id=generation.id,
        user_id=generation.user_id,
        dedupe_key=f"{KIND}:{generation.id}",
        priority=allowance.priority,
        at_once=allowance.at_once,
    )

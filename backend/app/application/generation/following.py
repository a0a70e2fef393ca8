from app.application.generation.service import work_id_of
from app.application.generation.work import IGenerationWork
from app.application.unit_of_work import Opens
from app.application.work.feed import Feed, Watch
from app.domain.shared.ids import GenerationId, UserId


class FollowingService:
    """What a generation tells while it is made."""

    def __init__(self, *, work: Opens[IGenerationWork], feed: Feed) -> None:
        self._work = work
        self._feed = feed

    async def watch(self, generation_id: GenerationId, *, owner: UserId, after: int) -> Watch | None:
        """Its events after that one; None when it has ended and all were told. Raises TooManyStreams.

        A number that was never given counts as none: then all of them come again.
        """
        async with self._work(readonly=True) as work:
            generation = await work.generations.get(generation_id, owner=owner)
            run = await work.queue.find(work_id_of(generation_id))
        last = run.last_event if run else 0
        if generation.status.has_ended and (not last or after == last):
            return None
        known = after if after <= last else 0
        return self._feed.watch(work_id_of(generation_id), after=known, reader=owner)

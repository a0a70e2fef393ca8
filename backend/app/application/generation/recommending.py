from collections import OrderedDict
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias
from uuid import UUID

from app.application.generation.tailoring import Tailor
from app.application.generation.work import IGenerationWork
from app.application.unit_of_work import Opens
from app.domain.generation.recommended import Fit, asked_of, fit_of
from app.domain.jobs.model import Job
from app.domain.profile.errors import ProfileNotFound
from app.domain.profile.model import Profile
from app.domain.shared.ids import UserId
from app.domain.shared.page import Page, Slice
from app.domain.shared.time import Now

CANDIDATES = 30
"""Jobs that are held against the profile: those of the board that say most of what it says."""
REMEMBERED = 10_000

_Key: TypeAlias = tuple[UUID, int, UUID, int, date]


@dataclass(frozen=True, slots=True)
class Recommendation:
    job: Job
    fit: Fit


class RecommendationService:
    """The board's jobs, the best match first. A search chooses which are worth a match; the match is the one
    that `ResultService.match` gives, and is remembered as long as profile and job stay as they are."""

    def __init__(self, *, work: Opens[IGenerationWork], tailor: Tailor, now: Now) -> None:
        self._work = work
        self._tailor = tailor
        self._now = now
        self._fits: OrderedDict[_Key, Fit] = OrderedDict()

    async def page(self, owner: UserId, part: Slice) -> Page[Recommendation]:
        """For the default profile. Raises ProfileNotFound."""
        today = self._now().date()
        async with self._work(readonly=True) as work:
            profile = await work.profiles.find_default(owner)
            if profile is None:
                raise ProfileNotFound("There is no such profile.")
            jobs = await work.jobs.candidates(asked_of(profile), today=today, most=CANDIDATES)
        ranked = [Recommendation(job, await self._fit(profile, job, today)) for job in jobs]
        ranked.sort(key=lambda each: (-each.fit.score, -each.job.created_at.timestamp(), each.job.id))
        return part.of(ranked)

    async def _fit(self, profile: Profile, job: Job, today: date) -> Fit:
        key = (profile.id, profile.version, job.id, job.version, today)
        fit = self._fits.get(key)
        if fit is None:
            analysis = await self._tailor.analyse(job)
            fit = fit_of(await self._tailor.match(profile, analysis, today=today))
            self._fits[key] = fit
            if len(self._fits) > REMEMBERED:
                self._fits.popitem(last=False)
        return fit

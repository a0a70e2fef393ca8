from collections.abc import Mapping
from typing import Any

from app.application.profile.work import IProfileWork
from app.application.unit_of_work import Opens
from app.application.versions import require_version
from app.domain.profile.errors import TooManyJobProfiles
from app.domain.profile.job_profile import FIRST_NAME, MOST_JOB_PROFILES, JobProfile
from app.domain.shared.ids import JobProfileId, UserId
from app.domain.shared.page import Page, Slice
from app.domain.shared.time import Now


class JobProfileService:
    """What people look for, and how their letters are headed. Who has any has one default.

    `expected` is the version that the caller means to change, or None for whichever there is.
    """

    def __init__(self, *, work: Opens[IProfileWork], now: Now) -> None:
        self._work = work
        self._now = now

    async def create(self, *, owner: UserId, facts: Mapping[str, Any]) -> JobProfile:
        """A user's first one is the default. Raises TooManyJobProfiles."""
        facts = dict(facts)
        wanted = facts.pop("is_default", None)
        async with self._work() as work:
            others = await work.job_profiles.count(owner, lock=True)
            if others >= MOST_JOB_PROFILES:
                raise TooManyJobProfiles(f"A user has at most {MOST_JOB_PROFILES} job profiles.")
            made = await self._added(work, owner, facts, default=bool(wanted) or not others)
            await work.commit()
        return made

    async def get(self, job_profile_id: JobProfileId, *, owner: UserId) -> JobProfile:
        async with self._work(readonly=True) as work:
            return await work.job_profiles.get(job_profile_id, owner=owner)

    async def get_default(self, owner: UserId) -> JobProfile:
        """Made when it is first asked for."""
        async with self._work(readonly=True) as work:
            if found := await work.job_profiles.find_default(owner):
                return found
        async with self._work() as work:
            await work.job_profiles.count(owner, lock=True)
            found = await work.job_profiles.find_default(owner)
            if found is None:
                found = await self._added(work, owner, {"name": FIRST_NAME}, default=True)
                await work.commit()
        return found

    async def page(self, owner: UserId, part: Slice) -> Page[JobProfile]:
        async with self._work(readonly=True) as work:
            return await work.job_profiles.page(owner, part)

    async def change(
        self,
        job_profile_id: JobProfileId,
        *,
        owner: UserId,
        expected: int | None,
        facts: Mapping[str, Any],
    ) -> JobProfile:
        """Say something else in it, by field name. Raises JobProfileDefaultNeeded."""
        facts = dict(facts)
        wanted = facts.pop("is_default", None)
        async with self._work() as work:
            await work.job_profiles.count(owner, lock=True)
            changed = await work.job_profiles.get(job_profile_id, owner=owner, lock=True)
            require_version(changed, expected)
            changed.change(facts, now=self._now())
            if wanted is not None:
                await self._choose(work, changed, wanted)
            await work.job_profiles.save(changed)
            await work.commit()
        return changed

    async def remove(self, job_profile_id: JobProfileId, *, owner: UserId, expected: int | None) -> None:
        """Another one, the oldest, becomes the default in its place."""
        async with self._work() as work:
            await work.job_profiles.count(owner, lock=True)
            gone = await work.job_profiles.get(job_profile_id, owner=owner, lock=True)
            require_version(gone, expected)
            await work.job_profiles.remove(gone)
            if gone.is_default and (heir := await work.job_profiles.find_oldest(owner)):
                heir.become_default(True, now=self._now())
                await work.job_profiles.save(heir)
            await work.commit()

    async def _added(
        self, work: IProfileWork, owner: UserId, facts: Mapping[str, Any], *, default: bool
    ) -> JobProfile:
        now = self._now()
        made = JobProfile(user_id=owner, name=facts["name"], created_at=now, updated_at=now)
        made.change(facts, now=now)
        if default:
            await self._choose(work, made, True)
        await work.job_profiles.add(made)
        return made

    async def _choose(self, work: IProfileWork, chosen: JobProfile, wanted: bool) -> None:
        """One default a user: the one before steps down."""
        before = await work.job_profiles.find_default(chosen.user_id, lock=True) if wanted else None
        if before and before != chosen:
            before.step_down(now=chosen.updated_at)
            await work.job_profiles.save(before)
        chosen.become_default(wanted, now=chosen.updated_at)

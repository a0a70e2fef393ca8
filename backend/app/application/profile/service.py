from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import Any

from app.application.apart import Apart
from app.application.profile.work import IProfileWork
from app.application.unit_of_work import Opens
from app.application.versions import require_version
from app.domain.profile import custom_fields as custom
from app.domain.profile.analytics import Analytics, analyze
from app.domain.profile.errors import ProfileNotFound, TooManyProfiles
from app.domain.profile.insights import Summary, summarize
from app.domain.profile.model import MOST_PROFILES, C, Profile
from app.domain.profile.ports import ProfileCard
from app.domain.shared.ids import ItemId, ProfileId, UserId
from app.domain.shared.page import Page, Slice
from app.domain.shared.time import Now


class ProfileService:
    """Careers: kept whole, changed as one, owned by one user each.

    `expected` is the version that the caller means to change, or None for whichever there is.
    """

    def __init__(self, *, work: Opens[IProfileWork], apart: Apart, now: Now) -> None:
        self._work = work
        self._apart = apart
        self._now = now

    async def create(self, *, owner: UserId, is_default: bool | None = None, **facts: Any) -> Profile:
        """Raises CustomFieldsRefused, TooManyProfiles. A user's first profile is the default."""
        now = self._now()
        profile = Profile(user_id=owner, full_name=facts["full_name"], created_at=now, updated_at=now)
        profile.describe(now=now, **facts)
        return await self.keep(profile, is_default=is_default)

    async def get(self, profile_id: ProfileId, *, owner: UserId) -> Profile:
        async with self._work(readonly=True) as work:
            return await work.profiles.get(profile_id, owner=owner)

    async def summary(self, profile_id: ProfileId, *, owner: UserId) -> Summary:
        return summarize(await self.get(profile_id, owner=owner), today=self._now().date())

    async def analytics(self, profile_id: ProfileId, *, owner: UserId) -> Analytics:
        async with self._work(readonly=True) as work:
            profile = await work.profiles.get(profile_id, owner=owner)
            touched = await work.profiles.touched(profile_id, owner=owner)
        return await self._apart(analyze, profile, self._now().date(), touched)

    async def get_default(self, owner: UserId) -> Profile:
        async with self._work(readonly=True) as work:
            found = await work.profiles.find_default(owner)
        if found is None:
            raise ProfileNotFound("There is no profile yet.")
        return found

    async def page(self, owner: UserId, part: Slice) -> Page[ProfileCard]:
        async with self._work(readonly=True) as work:
            return await work.profiles.page(owner, part)

    async def describe(
        self,
        profile_id: ProfileId,
        *,
        owner: UserId,
        expected: int | None,
        is_default: bool | None = None,
        **facts: Any,
    ) -> Profile:
        """Put these facts in the place of those of the same names. The components stay."""
        changing = self._changing(profile_id, owner=owner, expected=expected, is_default=is_default)
        async with changing as profile:
            profile.describe(now=self._now(), **facts)
        return profile

    async def amend(
        self,
        profile_id: ProfileId,
        *,
        owner: UserId,
        expected: int | None,
        is_default: bool | None = None,
        **facts: Any,
    ) -> Profile:
        """As `describe`, but custom fields are merged into those that there are; None takes them all away."""
        changing = self._changing(profile_id, owner=owner, expected=expected, is_default=is_default)
        async with changing as profile:
            if "custom_fields" in facts:
                patch = facts["custom_fields"]
                facts["custom_fields"] = (
                    custom.merged(profile.custom_fields, patch) if patch is not None else {}
                )
            profile.describe(now=self._now(), **facts)
        return profile

    async def remove(self, profile_id: ProfileId, *, owner: UserId, expected: int | None) -> None:
        """Another profile, the oldest, becomes the default in its place."""
        async with self._work() as work:
            await work.profiles.count(owner, lock=True)
            profile = await work.profiles.get(profile_id, owner=owner, lock=True)
            require_version(profile, expected)
            await work.profiles.remove(profile)
            if profile.is_default and (heir := await work.profiles.find_oldest(owner)):
                heir.become_default(True, now=self._now())
                await work.profiles.save(heir)
            await work.commit()

    async def add(
        self, profile_id: ProfileId, kind: type[C], new: Sequence[C], *, owner: UserId, expected: int | None
    ) -> Profile:
        """All of them, or none. Raises TooManyComponents."""
        async with self._changing(profile_id, owner=owner, expected=expected) as profile:
            profile.add(kind, new, now=self._now())
        return profile

    async def change(
        self, profile_id: ProfileId, kind: type[C], new: Sequence[C], *, owner: UserId, expected: int | None
    ) -> Profile:
        """Each takes the place of the one with its id. Raises ComponentNotFound, ComponentRepeated."""
        async with self._changing(profile_id, owner=owner, expected=expected) as profile:
            profile.change(kind, new, now=self._now())
        return profile

    async def drop(
        self,
        profile_id: ProfileId,
        kind: type[C],
        ids: Sequence[ItemId],
        *,
        owner: UserId,
        expected: int | None,
    ) -> Profile:
        """All of them, or none. Raises ComponentNotFound, ComponentRepeated."""
        async with self._changing(profile_id, owner=owner, expected=expected) as profile:
            profile.remove(kind, ids, now=self._now())
        return profile

    @asynccontextmanager
    async def _changing(
        self, profile_id: ProfileId, *, owner: UserId, expected: int | None, is_default: bool | None = None
    ) -> AsyncIterator[Profile]:
        """The profile, nobody else changing it; saved when all goes well."""
        async with self._work() as work:
            if is_default is not None:  # the owner before the profiles, always: else two could wait in a ring
                await work.profiles.count(owner, lock=True)
            profile = await work.profiles.get(profile_id, owner=owner, lock=True)
            require_version(profile, expected)
            yield profile
            if is_default is not None:
                await self._choose(work, profile, is_default)
            await work.profiles.save(profile)
            await work.commit()

    async def keep(self, profile: Profile, *, is_default: bool | None = None) -> Profile:
        """A new one. Raises TooManyProfiles."""
        async with self._work() as work:
            others = await work.profiles.count(profile.user_id, lock=True)
            if others >= MOST_PROFILES:
                raise TooManyProfiles(f"A user has at most {MOST_PROFILES} profiles.")
            if is_default or not others:
                await self._choose(work, profile, True)
            await work.profiles.add(profile)
            await work.commit()
        return profile

    async def _choose(self, work: IProfileWork, profile: Profile, is_default: bool) -> None:
        """One default a user: the one before steps down."""
        before = await work.profiles.find_default(profile.user_id, lock=True) if is_default else None
        if before and before != profile:
            before.step_down(now=profile.updated_at)
            await work.profiles.save(before)
        profile.become_default(is_default, now=profile.updated_at)

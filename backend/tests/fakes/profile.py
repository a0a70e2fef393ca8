from dataclasses import fields

from app.application.profile.work import IProfileWork
from app.domain.profile.errors import JobProfileNotFound, ProfileNotFound
from app.domain.profile.job_profile import JobProfile
from app.domain.profile.model import Profile
from app.domain.profile.ports import IJobProfileRepository, IProfileRepository, ProfileCard
from app.domain.shared.errors import Stale
from app.domain.shared.ids import JobProfileId, ProfileId, UserId
from app.domain.shared.page import Page, Slice
from tests.fakes.memory import MemoryUnitOfWork, Shelf


class MemoryProfiles(Shelf[Profile], IProfileRepository):
    async def remove(self, profile: Profile) -> None:
        kept = self.by_id(profile.id)
        if kept is None or kept.version != profile.version:
            raise Stale("This profile was changed by somebody else.")
        del self._work.entities[profile.id]

    async def get(self, profile_id: ProfileId, *, owner: UserId, lock: bool = False) -> Profile:
        if found := self.first(lambda p: p.id == profile_id and p.user_id == owner):
            return found
        raise ProfileNotFound("There is no such profile.")

    async def find_default(self, owner: UserId, *, lock: bool = False) -> Profile | None:
        return self.first(lambda p: p.user_id == owner and p.is_default)

    async def find_oldest(self, owner: UserId) -> Profile | None:
        mine = self._of(owner)
        return mine[0] if mine else None

    async def count(self, owner: UserId, *, lock: bool = False) -> int:
        return len(self._of(owner))

    # `page` of Shelf is what it takes to keep it: this one knows what it lists.
    async def page(self, owner: UserId, part: Slice) -> Page[ProfileCard]:  # type: ignore[override]
        newest = sorted(self._of(owner), key=lambda p: p.created_at, reverse=True)
        page = super().page(newest, part)
        return Page([_card(profile) for profile in page.items], page.total, page.limit, page.offset)

    def _of(self, owner: UserId) -> list[Profile]:
        mine = [p for p in self.all() if p.user_id == owner]
        return sorted(mine, key=lambda p: (p.created_at, str(p.id)))


class MemoryJobProfiles(Shelf[JobProfile], IJobProfileRepository):
    async def remove(self, job_profile: JobProfile) -> None:
        kept = self.by_id(job_profile.id)
        if kept is None or kept.version != job_profile.version:
            raise Stale("This job profile was changed by somebody else.")
        del self._work.entities[job_profile.id]

    async def get(self, job_profile_id: JobProfileId, *, owner: UserId, lock: bool = False) -> JobProfile:
        if found := self.first(lambda p: p.id == job_profile_id and p.user_id == owner):
            return found
        raise JobProfileNotFound("There is no such job profile.")

    async def find_default(self, owner: UserId, *, lock: bool = False) -> JobProfile | None:
        return self.first(lambda p: p.user_id == owner and p.is_default)

    async def find_oldest(self, owner: UserId) -> JobProfile | None:
        mine = self._of(owner)
        return mine[-1] if mine else None

    async def count(self, owner: UserId, *, lock: bool = False) -> int:
        return len(self._of(owner))

    # `page` of Shelf is what it takes to keep it: this one knows what it lists.
    async def page(self, owner: UserId, part: Slice) -> Page[JobProfile]:  # type: ignore[override]
        return super().page(self._of(owner), part)

    def _of(self, owner: UserId) -> list[JobProfile]:
        """The newest first."""
        mine = sorted((p for p in self.all() if p.user_id == owner), key=lambda p: str(p.id))
        return sorted(mine, key=lambda p: p.created_at, reverse=True)


class MemoryProfileWork(MemoryUnitOfWork, IProfileWork):
    @property
    def profiles(self) -> MemoryProfiles:
        return MemoryProfiles(self, Profile)

    @property
    def job_profiles(self) -> MemoryJobProfiles:
        return MemoryJobProfiles(self, JobProfile)


def _card(profile: Profile) -> ProfileCard:
    return ProfileCard(**{f.name: getattr(profile, f.name) for f in fields(ProfileCard)})

from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import fields
from datetime import datetime
from typing import Any

from app.application.profile.work import IProfileWork
from app.domain.identity.model import User
from app.domain.profile.errors import JobProfileNotFound, ProfileNotFound, ProposalNotFound
from app.domain.profile.history import MOST_EDITIONS, Edition, EditionCard, edition_of
from app.domain.profile.job_profile import JobProfile
from app.domain.profile.lines import HeldAchievement, all_lines
from app.domain.profile.model import HELD, Component, Profile
from app.domain.profile.ports import (
    IJobProfileRepository,
    IProfileHistory,
    IProfileRepository,
    IProposalRepository,
    ProfileCard,
)
from app.domain.profile.proposals import Proposal, ProposalStatus
from app.domain.shared.errors import Stale
from app.domain.shared.ids import ItemId, JobProfileId, ProfileId, ProposalId, UserId
from app.domain.shared.page import Page, Slice
from tests.fakes.identity import MemoryUsers
from tests.fakes.memory import MemoryUnitOfWork, Shelf


class MemoryProfiles(Shelf[Profile], IProfileRepository):
    async def add(self, entity: Profile) -> None:
        await super().add(entity)
        self._record(entity, None)

    async def save(self, entity: Profile) -> None:
        before = self.by_id(entity.id)
        await super().save(entity)
        self._record(entity, before)

    def _record(self, profile: Profile, before: Profile | None) -> None:
        editions: list[Edition] = self._work.rest.setdefault("editions", [])
        editions.append(edition_of(deepcopy(profile), before))
        editions[:] = [
            e for e in editions if e.profile_id != profile.id or e.version > profile.version - MOST_EDITIONS
        ]
        touched: dict[ItemId, datetime] = self._work.rest.setdefault("touched", {})
        was = _components(before) if before else {}
        for pk, component in _components(profile).items():
            if was.get(pk) != component:
                touched[pk] = profile.updated_at

    async def find_holding(
        self, kind: type[Any], item_id: ItemId, *, owner: UserId, lock: bool = False
    ) -> Profile | None:
        return self.first(lambda p: p.user_id == owner and isinstance(_components(p).get(item_id), kind))

    async def achievements(self, owner: UserId, part: Slice) -> Page[HeldAchievement]:
        mine = sorted(self._of(owner), key=lambda p: not p.is_default)
        found = [line for profile in mine for line in all_lines(profile)]
        return Page(found[part.offset : part.offset + part.limit], len(found), part.limit, part.offset)

    async def touched(self, profile_id: ProfileId, *, owner: UserId) -> Mapping[ItemId, datetime]:
        mine = self.first(lambda p: p.id == profile_id and p.user_id == owner)
        moments: dict[ItemId, datetime] = self._work.rest.get("touched", {})
        return {pk: moments[pk] for pk in _components(mine)} if mine else {}

    async def remove(self, profile: Profile) -> None:
        kept = self.by_id(profile.id)
        if kept is None or kept.version != profile.version:
            raise Stale("This profile was changed by somebody else.")
        del self._work.entities[profile.id]
        editions = self._work.rest.get("editions", [])
        editions[:] = [e for e in editions if e.profile_id != profile.id]
        for gone in MemoryProposals(self._work, Proposal).all():
            if gone.experience_id in _components(profile):
                del self._work.entities[gone.id]

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


class MemoryProfileHistory(IProfileHistory):
    def __init__(self, work: MemoryUnitOfWork) -> None:
        self._work = work

    async def page(self, profile_id: ProfileId, *, owner: UserId, part: Slice) -> Page[EditionCard]:
        found = [
            EditionCard(version=e.version, changed_at=e.changed_at, changes=e.changes)
            for e in self._newest_first(profile_id, owner)
        ]
        return Page(found[part.offset : part.offset + part.limit], len(found), part.limit, part.offset)

    async def between(
        self, profile_id: ProfileId, *, owner: UserId, after: int, until: int
    ) -> Sequence[Edition]:
        return [e for e in self._newest_first(profile_id, owner) if after < e.version <= until]

    def _newest_first(self, profile_id: ProfileId, owner: UserId) -> list[Edition]:
        profile = self._work.entities.get(profile_id)
        if not isinstance(profile, Profile) or profile.user_id != owner:
            return []
        editions: list[Edition] = deepcopy(self._work.rest.get("editions", []))
        mine = (e for e in editions if e.profile_id == profile_id)
        return sorted(mine, key=lambda e: -e.version)


class MemoryProposals(Shelf[Proposal], IProposalRepository):
    async def remove(self, proposal: Proposal) -> None:
        kept = self.by_id(proposal.id)
        if kept is None or kept.version != proposal.version:
            raise Stale("This proposal was changed by somebody else.")
        del self._work.entities[proposal.id]

    async def get(self, proposal_id: ProposalId, *, owner: UserId, lock: bool = False) -> Proposal:
        if found := self.first(lambda p: p.id == proposal_id and p.user_id == owner):
            return found
        raise ProposalNotFound("There is no such proposal.")

    # `page` of Shelf is what it takes to keep it: this one knows what it lists.
    async def page(  # type: ignore[override]
        self, experience_id: ItemId, *, owner: UserId, status: ProposalStatus | None, part: Slice
    ) -> Page[Proposal]:
        mine = [p for p in self._of(experience_id, owner) if status in (None, p.status)]
        return super().page(sorted(mine, key=lambda p: p.created_at, reverse=True), part)

    async def pending(self, experience_id: ItemId, *, owner: UserId) -> Sequence[Proposal]:
        mine = self._of(experience_id, owner)
        return sorted(
            (p for p in mine if p.status is ProposalStatus.PENDING), key=lambda p: (p.created_at, str(p.id))
        )

    async def rebase(self, ids: Sequence[ProposalId], base: Mapping[str, str]) -> None:
        for proposal in self.all():
            if proposal.id in ids:
                proposal.base = base
                self._put(proposal)

    def _of(self, experience_id: ItemId, owner: UserId) -> list[Proposal]:
        mine = (p for p in self.all() if p.experience_id == experience_id and p.user_id == owner)
        return sorted(mine, key=lambda p: str(p.id))


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
    def history(self) -> MemoryProfileHistory:
        return MemoryProfileHistory(self)

    @property
    def proposals(self) -> MemoryProposals:
        return MemoryProposals(self, Proposal)

    @property
    def users(self) -> MemoryUsers:
        return MemoryUsers(self, User)

    @property
    def job_profiles(self) -> MemoryJobProfiles:
        return MemoryJobProfiles(self, JobProfile)


def _card(profile: Profile) -> ProfileCard:
    return ProfileCard(**{f.name: getattr(profile, f.name) for f in fields(ProfileCard)})


def _components(profile: Profile) -> dict[ItemId, Component]:
    held = {c.id: c for part, _ in HELD.values() for c in getattr(profile, part)}
    return held | {line.id: line for e in profile.experiences for line in e.achievements}

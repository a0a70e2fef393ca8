from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from app.application.profile.work import IProfileWork
from app.application.unit_of_work import Opens
from app.application.versions import require_version
from app.domain.profile.errors import ComponentNotFound
from app.domain.profile.lines import HeldAchievement, add_lines, amend_line, drop_line
from app.domain.profile.model import Achievement, C, Experience, Profile, Skill, SkillCategory, amended
from app.domain.shared.errors import PreconditionFailed
from app.domain.shared.ids import ItemId, ProfileId, UserId
from app.domain.shared.page import Page, Slice
from app.domain.shared.time import Now


@dataclass(frozen=True, slots=True)
class Seen:
    """What the caller saw last: a version, and of which profile."""

    profile_id: ProfileId | None
    version: int


class ComponentService:
    """Components by their own id, whichever of the user's profiles holds them; new ones go to the default.

    `seen` is what the caller means to change, or None for however it is now.
    """

    def __init__(self, *, work: Opens[IProfileWork], now: Now) -> None:
        self._work = work
        self._now = now

    async def find_default(self, owner: UserId) -> Profile | None:
        async with self._work(readonly=True) as work:
            return await work.profiles.find_default(owner)

    async def holding(self, kind: type[C], item_id: ItemId, *, owner: UserId) -> Profile:
        """Raises ComponentNotFound."""
        async with self._work(readonly=True) as work:
            return await _holding(work, kind, item_id, owner=owner)

    async def achievements(self, owner: UserId, part: Slice) -> Page[HeldAchievement]:
        async with self._work(readonly=True) as work:
            return await work.profiles.achievements(owner, part)

    async def add(self, kind: type[C], new: Sequence[C], *, owner: UserId, seen: Seen | None) -> Profile:
        """To the default profile, which is made when there is none. Raises TooManyComponents."""
        async with self._work() as work:
            profile = await self._default(work, owner)
            _require(profile, seen)
            profile.add(kind, new, now=self._now())
            await work.profiles.save(profile)
            await work.commit()
        return profile

    async def add_lines(
        self, experience_id: ItemId, new: Sequence[Achievement], *, owner: UserId, seen: Seen | None
    ) -> Profile:
        """Raises ComponentNotFound, TooManyComponents."""
        async with self._changing(Experience, experience_id, owner=owner, seen=seen) as profile:
            add_lines(profile, experience_id, new, now=self._now())
        return profile

    async def amend(
        self, kind: type[C], item_id: ItemId, facts: Mapping[str, Any], *, owner: UserId, seen: Seen | None
    ) -> Profile:
        """Raises ComponentNotFound, DatesReversed, TooManyComponents."""
        async with self._changing(kind, item_id, owner=owner, seen=seen) as profile:
            profile.change(kind, [amended(profile.component(kind, item_id), facts)], now=self._now())
        return profile

    async def drop(self, kind: type[C], item_id: ItemId, *, owner: UserId, seen: Seen | None) -> Profile:
        """Raises ComponentNotFound."""
        async with self._changing(kind, item_id, owner=owner, seen=seen) as profile:
            profile.remove(kind, [item_id], now=self._now())
        return profile

    async def amend_certificate(
        self, item_id: ItemId, facts: Mapping[str, Any], *, owner: UserId, seen: Seen | None
    ) -> Profile:
        """Raises ComponentNotFound, for a skill of another category too; DatesReversed."""
        async with self._changing(Skill, item_id, owner=owner, seen=seen) as profile:
            certificate = _certificate(profile, item_id)
            profile.change(Skill, [amended(certificate, facts)], now=self._now())
        return profile

    async def drop_certificate(self, item_id: ItemId, *, owner: UserId, seen: Seen | None) -> Profile:
        """Raises ComponentNotFound, for a skill of another category too."""
        async with self._changing(Skill, item_id, owner=owner, seen=seen) as profile:
            profile.remove(Skill, [_certificate(profile, item_id).id], now=self._now())
        return profile

    async def amend_line(
        self, item_id: ItemId, facts: Mapping[str, Any], *, owner: UserId, seen: Seen | None
    ) -> Profile:
        """An achievement, wherever it stands. Raises ComponentNotFound."""
        async with self._changing(Achievement, item_id, owner=owner, seen=seen) as profile:
            amend_line(profile, item_id, facts, now=self._now())
        return profile

    async def drop_line(self, item_id: ItemId, *, owner: UserId, seen: Seen | None) -> Profile:
        """An achievement, wherever it stands. Raises ComponentNotFound."""
        async with self._changing(Achievement, item_id, owner=owner, seen=seen) as profile:
            drop_line(profile, item_id, now=self._now())
        return profile

    @asynccontextmanager
    async def _changing(
        self, kind: type[Any], item_id: ItemId, *, owner: UserId, seen: Seen | None
    ) -> AsyncIterator[Profile]:
        """The profile that holds it, nobody else changing it; saved when all goes well."""
        async with self._work() as work:
            profile = await _holding(work, kind, item_id, owner=owner, lock=True)
            _require(profile, seen)
            yield profile
            await work.profiles.save(profile)
            await work.commit()

    async def _default(self, work: IProfileWork, owner: UserId) -> Profile:
        """The owner before the profiles, always: so two first writers make one profile between them."""
        if found := await work.profiles.find_default(owner, lock=True):
            return found
        await work.profiles.count(owner, lock=True)
        if found := await work.profiles.find_default(owner, lock=True):
            return found
        now, user = self._now(), await work.users.get(owner)
        made = Profile(
            user_id=owner, full_name=user.full_name, is_default=True, created_at=now, updated_at=now
        )
        await work.profiles.add(made)
        return made


async def _holding(
    work: IProfileWork, kind: type[Any], item_id: ItemId, *, owner: UserId, lock: bool = False
) -> Profile:
    if found := await work.profiles.find_holding(kind, item_id, owner=owner, lock=lock):
        return found
    raise _unknown(kind)


def _certificate(profile: Profile, item_id: ItemId) -> Skill:
    found = profile.component(Skill, item_id)
    if found.category is not SkillCategory.CERTIFICATION:
        raise _unknown(Skill)
    return found


def _unknown(kind: type[Any]) -> ComponentNotFound:
    return ComponentNotFound(f"There is no such {kind.__name__.lower()}.")


def _require(profile: Profile, seen: Seen | None) -> None:
    if seen is None:
        return
    if seen.profile_id not in (None, profile.id):
        raise PreconditionFailed("It is another profile by now.")
    require_version(profile, seen.version)

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from app.application.apart import Apart
from app.application.profile.service import ProfileService
from app.application.profile.work import IProfileWork
from app.application.unit_of_work import Opens
from app.application.versions import require_version
from app.domain.profile.formats import CareerFormat, Document, Recognised, profile_from_reading, read_file
from app.domain.profile.json_resume import Unplaced
from app.domain.profile.merging import Outcome, all_new, merge
from app.domain.profile.model import Profile
from app.domain.shared.errors import Stale
from app.domain.shared.ids import ProfileId, UserId
from app.domain.shared.time import Now

_TRIES = 10
"""Somebody may change the profile at the same moment: then the file is joined to what it is now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BroughtIn:
    """A profile as it is, or would be, with the file in it."""

    profile: Profile
    format: CareerFormat
    outcome: Outcome
    unplaced: tuple[Unplaced, ...]
    is_new: bool
    preview: bool


class TransferService:
    """Careers out of files: as a new profile, or joined to one that there is."""

    def __init__(
        self, *, profiles: ProfileService, work: Opens[IProfileWork], apart: Apart, now: Now
    ) -> None:
        self._profiles = profiles
        self._work = work
        self._apart = apart
        self._now = now

    async def bring_in(
        self, document: Document, *, owner: UserId, stated: CareerFormat | None = None, preview: bool = False
    ) -> BroughtIn:
        """Makes a profile. Raises JsonResumeInvalid, ProfileFileInvalid, ArchiveRefused, TooManyProfiles."""
        read: Recognised = await self._apart(read_file, document, stated)
        return await self.bring_in_reading(read, owner=owner, preview=preview)

    async def bring_in_reading(self, read: Recognised, *, owner: UserId, preview: bool = False) -> BroughtIn:
        """The same of what was read already. Raises ProfileFileInvalid, TooManyProfiles."""
        profile = profile_from_reading(read.reading, user_id=owner, now=self._now())
        if not preview:
            await self._profiles.keep(profile)
        return _told(read, profile, all_new(profile), is_new=True, preview=preview)

    async def join(
        self,
        document: Document,
        into: ProfileId,
        *,
        owner: UserId,
        expected: int | None = None,
        stated: CareerFormat | None = None,
        preview: bool = False,
    ) -> BroughtIn:
        """Adds what is new to a profile, replaces nothing. Raises ProfileNotFound, PreconditionFailed too."""
        read: Recognised = await self._apart(read_file, document, stated)
        return await self.join_reading(read, into, owner=owner, expected=expected, preview=preview)

    async def join_reading(
        self,
        read: Recognised,
        into: ProfileId,
        *,
        owner: UserId,
        expected: int | None = None,
        preview: bool = False,
    ) -> BroughtIn:
        """The same of what was read already. Raises ProfileNotFound, PreconditionFailed."""
        for left in reversed(range(_TRIES)):
            try:
                profile, outcome = await self._joined(
                    read, into, owner=owner, expected=expected, keep=not preview
                )
            except Stale:
                if not left:
                    raise
            else:
                return _told(read, profile, outcome, is_new=False, preview=preview)
        raise AssertionError("the last try returns or raises")

    async def written(self, profile: Profile, write: Callable[[Profile], str]) -> str:
        """As a file: a large career takes a while."""
        return await self._apart(write, profile)

    async def _joined(
        self, read: Recognised, into: ProfileId, *, owner: UserId, expected: int | None, keep: bool
    ) -> tuple[Profile, Outcome]:
        """Two long careers take seconds to compare: neither the event loop nor a lock waits for that."""
        async with self._work(readonly=True) as work:
            profile = await work.profiles.get(into, owner=owner)
        require_version(profile, expected)
        outcome: Outcome = await self._apart(partial(merge, profile, read.reading, now=self._now()))
        if outcome.changes and keep:
            async with self._work() as work:
                await work.profiles.save(profile)
                await work.commit()
        return profile, outcome


def _told(read: Recognised, profile: Profile, outcome: Outcome, *, is_new: bool, preview: bool) -> BroughtIn:
    return BroughtIn(
        profile=profile,
        format=read.format,
        outcome=outcome,
        unplaced=read.reading.unplaced,
        is_new=is_new,
        preview=preview,
    )

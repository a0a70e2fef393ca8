from app.application.profile.work import IProfileWork
from app.application.unit_of_work import Opens
from app.domain.profile.errors import VersionNotKept
from app.domain.profile.history import EditionCard, as_it_was
from app.domain.profile.model import Profile
from app.domain.shared.ids import ProfileId, UserId
from app.domain.shared.page import Page, Slice


class ProfileHistoryService:
    """What the versions of a profile changed, and how it stood at each that is kept."""

    def __init__(self, *, work: Opens[IProfileWork]) -> None:
        self._work = work

    async def page(self, profile_id: ProfileId, *, owner: UserId, part: Slice) -> Page[EditionCard]:
        """Raises ProfileNotFound."""
        async with self._work(readonly=True) as work:
            await work.profiles.get(profile_id, owner=owner)
            return await work.history.page(profile_id, owner=owner, part=part)

    async def past(self, profile_id: ProfileId, version: int, *, owner: UserId) -> Profile:
        """Raises ProfileNotFound, VersionNotKept."""
        async with self._work(readonly=True) as work:
            profile = await work.profiles.get(profile_id, owner=owner)
            since = await work.history.between(profile_id, owner=owner, after=version, until=profile.version)
        if version > profile.version or len(since) != profile.version - version:
            raise VersionNotKept("There is no such version of this profile, or it is too long ago.")
        return as_it_was(profile, since)

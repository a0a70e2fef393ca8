"""Bringing a file in: what is kept, and how often."""

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest

from app.application.apart import Apart
from app.application.profile.service import ProfileService
from app.application.profile.transfers import TransferService
from app.domain.profile.errors import ProfileFileInvalid, ProfileNotFound, TooManyProfiles
from app.domain.profile.formats import CareerFormat
from app.domain.profile.merging import Outcome
from app.domain.profile.model import MOST_PROFILES
from app.domain.shared.errors import PreconditionFailed, Stale
from app.domain.shared.ids import ProfileId, UserId
from tests.builders.identity import ADA, BEN, NOON
from tests.builders.profile import a_profile
from tests.builders.transfers import RENDERCV, a_zip
from tests.fakes.memory import MemoryDatabase
from tests.fakes.profile import MemoryProfileWork


class House:
    def __init__(self) -> None:
        database = MemoryDatabase()
        self.apart = database.undisturbed
        self.work = partial(MemoryProfileWork, database)
        self.profiles = ProfileService(work=self.work, apart=self.apart, now=lambda: NOON)
        self.transfers = self.transferring(self.apart)

    def transferring(self, apart: Apart) -> TransferService:
        return TransferService(profiles=self.profiles, work=self.work, apart=apart, now=lambda: NOON)

    async def mine(self) -> ProfileId:
        return ProfileId((await self.profiles.keep(a_profile(is_default=False))).id)

    async def version(self, profile_id: ProfileId, owner: UserId = ADA) -> int:
        return (await self.profiles.get(profile_id, owner=owner)).version

    async def while_compared(self, meanwhile: Callable[[], Any]) -> tuple[Callable[..., Any], ProfileId]:
        """How to join a file, while something else happens each time that it is compared."""

        async def apart(work: Callable[..., Any], *args: object) -> Any:
            done = work(*args)
            if isinstance(done, Outcome):
                await meanwhile()
            return done

        transfers = TransferService(profiles=self.profiles, work=self.work, apart=apart, now=lambda: NOON)
        mine = await self.mine()
        return partial(transfers.join, a_zip(), mine, owner=ADA), mine


@pytest.fixture
def house() -> House:
    return House()


async def test_a_file_makes_a_profile_and_the_first_is_the_default(house: House) -> None:
    told = await house.transfers.bring_in(RENDERCV, owner=ADA)

    kept = await house.profiles.get(ProfileId(told.profile.id), owner=ADA)
    assert (kept.full_name, kept.is_default, kept.version) == ("Kofi Mensah", True, 1)
    assert told.format is CareerFormat.RENDERCV
    assert told.is_new
    assert next(each.field for each in told.unplaced) == "/cv/photo"


async def test_a_preview_keeps_nothing(house: House) -> None:
    mine = await house.mine()

    shown = await house.transfers.bring_in(RENDERCV, owner=ADA, preview=True)
    joined = await house.transfers.join(RENDERCV, mine, owner=ADA, preview=True)

    with pytest.raises(ProfileNotFound):
        await house.profiles.get(ProfileId(shown.profile.id), owner=ADA)
    assert joined.outcome.changes
    assert await house.version(mine) == 1
    assert len((await house.profiles.get(mine, owner=ADA)).experiences) == 2


async def test_a_file_is_joined_once(house: House) -> None:
    mine = await house.mine()

    first = await house.transfers.join(a_zip(), mine, owner=ADA)
    second = await house.transfers.join(a_zip(), mine, owner=ADA)

    assert first.outcome.changes
    assert not second.outcome.changes
    assert await house.version(mine) == 2
    kept = await house.profiles.get(mine, owner=ADA)
    assert [e.company for e in kept.experiences][-2:] == ["Umeda Clinic", "Umeda Clinic"]


async def test_nothing_is_joined_to_what_is_somebody_elses_or_another_version(house: House) -> None:
    mine = await house.mine()

    with pytest.raises(ProfileNotFound):
        await house.transfers.join(RENDERCV, mine, owner=BEN)
    with pytest.raises(PreconditionFailed):
        await house.transfers.join(RENDERCV, mine, owner=ADA, expected=7)

    assert await house.version(mine) == 1


async def test_what_changes_while_a_file_is_compared_stays_and_the_file_is_joined_to_it(house: House) -> None:
    looks = 0

    async def once() -> None:
        nonlocal looks
        looks += 1
        if looks == 1:
            await house.profiles.amend(mine, owner=ADA, expected=None, headline="Meanwhile")

    join, mine = await house.while_compared(once)
    told = await join()

    kept = await house.profiles.get(mine, owner=ADA)
    assert (looks, told.outcome.changes, kept.headline) == (2, True, "Meanwhile")
    assert [e.company for e in kept.experiences][-2:] == ["Umeda Clinic", "Umeda Clinic"]
    assert kept.version == 3


async def test_what_was_compared_with_another_version_than_was_meant_is_not_kept(house: House) -> None:
    async def change() -> None:
        await house.profiles.amend(mine, owner=ADA, expected=None, headline="Meanwhile")

    join, mine = await house.while_compared(change)
    with pytest.raises(PreconditionFailed):
        await join(expected=1)

    assert len((await house.profiles.get(mine, owner=ADA)).experiences) == 2


async def test_a_profile_that_never_stands_still_is_given_up(house: House) -> None:
    looks = 0

    async def change() -> None:
        nonlocal looks
        looks += 1
        await house.profiles.amend(mine, owner=ADA, expected=None, headline=f"Change {looks}")

    join, mine = await house.while_compared(change)
    with pytest.raises(Stale):
        await join()

    assert len((await house.profiles.get(mine, owner=ADA)).experiences) == 2


async def test_who_has_as_many_profiles_as_there_may_be_can_still_look_and_join(house: House) -> None:
    kept = [await house.mine() for _ in range(MOST_PROFILES)]

    with pytest.raises(TooManyProfiles):
        await house.transfers.bring_in(RENDERCV, owner=ADA)

    assert (await house.transfers.bring_in(RENDERCV, owner=ADA, preview=True)).preview
    assert (await house.transfers.join(RENDERCV, kept[0], owner=ADA)).outcome.changes


async def test_a_file_of_another_format_than_it_is_said_to_be_is_refused(house: House) -> None:
    with pytest.raises(ProfileFileInvalid):
        await house.transfers.bring_in(a_zip(), owner=ADA, stated=CareerFormat.RENDERCV)

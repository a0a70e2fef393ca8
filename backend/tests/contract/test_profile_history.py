"""What every IProfileHistory promises, and every repository of profiles that writes it."""

from copy import deepcopy
from dataclasses import replace
from datetime import timedelta

from app.application.profile.work import IProfileWork
from app.application.unit_of_work import Opens
from app.domain.profile.history import MOST_EDITIONS, as_it_was
from app.domain.profile.model import Experience
from app.domain.shared.ids import ProfileId
from app.domain.shared.page import Slice
from tests.builders.identity import ADA, BEN, NOON
from tests.builders.profile import a_profile, a_skill, lines
from tests.contract.test_profile import every_field, kept, work

LATER = NOON + timedelta(days=1)
__all__ = ["work"]


async def test_every_save_leaves_an_edition_that_can_be_taken_back(work: Opens[IProfileWork]) -> None:
    profile = a_profile()
    await kept(work, profile)
    seen = [deepcopy(profile)]
    for n in range(3):
        async with work() as unit:
            known = await unit.profiles.get(ProfileId(profile.id), owner=ADA, lock=True)
            first = known.experiences[0]
            known.change(Experience, [replace(first, title=f"No. {n}", achievements=lines("x"))], now=LATER)
            known.skills = (a_skill(f"skill {n}"), *known.skills[:0:-1])
            known.describe(now=LATER, headline=None, links=(), custom_fields={"n": [n, {"deep": None}]})
            await unit.profiles.save(known)
            await unit.commit()
        seen.append(deepcopy(known))

    async with work(readonly=True) as unit:
        now = await unit.profiles.get(ProfileId(profile.id), owner=ADA)
        for past in seen:
            since = await unit.history.between(
                ProfileId(profile.id), owner=ADA, after=past.version, until=now.version
            )
            assert every_field(as_it_was(now, since)) == every_field(past)
        cards = await unit.history.page(ProfileId(profile.id), owner=ADA, part=Slice(limit=2, offset=1))
        assert await unit.history.between(ProfileId(profile.id), owner=BEN, after=0, until=9) == []
        assert (await unit.history.page(ProfileId(profile.id), owner=BEN, part=Slice())).total == 0

    assert ([card.version for card in cards.items], cards.total) == ([3, 2], 4)
    assert cards.items[0].changed_at == LATER
    assert {change.part for change in cards.items[0].changes} == {"profile", "experiences", "skills"}


async def test_a_profile_that_was_only_read_before_another_saved_it_leaves_no_edition(
    work: Opens[IProfileWork],
) -> None:
    profile = a_profile()
    await kept(work, profile)
    async with work() as unit:
        await unit.profiles.save(await unit.profiles.get(ProfileId(profile.id), owner=ADA))

    async with work(readonly=True) as unit:
        assert (await unit.history.page(ProfileId(profile.id), owner=ADA, part=Slice())).total == 1


async def test_of_the_history_only_the_newest_is_kept(work: Opens[IProfileWork]) -> None:
    profile, other = a_profile(), a_profile(BEN)
    await kept(work, profile, other)
    async with work() as unit:
        for n in range(MOST_EDITIONS):
            profile.describe(now=LATER, headline=f"No. {n}")
            await unit.profiles.save(profile)
        await unit.commit()

    async with work(readonly=True) as unit:
        page = await unit.history.page(ProfileId(profile.id), owner=ADA, part=Slice(limit=100))
        theirs = await unit.history.page(ProfileId(other.id), owner=BEN, part=Slice())

    assert (page.total, page.items[-1].version, theirs.total) == (MOST_EDITIONS, 2, 1)

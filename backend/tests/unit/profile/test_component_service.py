from datetime import timedelta

import pytest

from app.application.profile.components import ComponentService, Seen
from app.application.profile.proposals import ProposalService
from app.domain.profile.errors import ComponentNotFound, ExperienceChanged, TooManyProposals
from app.domain.profile.model import Achievement, Experience, Profile, Skill, SkillCategory
from app.domain.profile.proposals import MOST_PENDING, MOST_PROPOSALS, ProposalStatus, ProposedBy
from app.domain.shared.errors import PreconditionFailed
from app.domain.shared.ids import ProfileId, ProposalId
from app.domain.shared.page import Slice
from tests.builders.identity import ADA, BEN, NOON, a_user
from tests.builders.profile import a_certificate, a_profile, a_skill, an_award
from tests.builders.proposals import a_proposal
from tests.fakes.memory import MemoryDatabase
from tests.fakes.profile import MemoryProfileWork

LATER = NOON + timedelta(days=1)


@pytest.fixture
async def database() -> MemoryDatabase:
    database = MemoryDatabase()
    async with MemoryProfileWork(database) as unit:
        await unit.users.add(a_user(ADA))
        await unit.commit()
    return database


@pytest.fixture
def components(database: MemoryDatabase) -> ComponentService:
    return ComponentService(work=lambda readonly=False: MemoryProfileWork(database), now=lambda: LATER)


@pytest.fixture
def proposals(database: MemoryDatabase) -> ProposalService:
    return ProposalService(work=lambda readonly=False: MemoryProfileWork(database), now=lambda: LATER)


async def kept(database: MemoryDatabase, profile: Profile) -> Profile:
    async with MemoryProfileWork(database) as unit:
        await unit.profiles.add(profile)
        await unit.commit()
    return profile


async def test_the_default_profile_is_made_once_and_named_after_its_owner(
    components: ComponentService,
) -> None:
    assert await components.find_default(ADA) is None

    made = await components.add(Skill, [a_skill()], owner=ADA, seen=None)
    again = await components.add(Achievement, [an_award()], owner=ADA, seen=None)

    assert (made.full_name, made.is_default, made.created_at) == (a_user(ADA).full_name, True, LATER)
    assert again == made
    assert again.version == made.version + 1


async def test_only_the_state_that_was_seen_is_changed(
    database: MemoryDatabase, components: ComponentService
) -> None:
    profile = await kept(database, a_profile())
    pk, item = ProfileId(profile.id), profile.skills[0].id

    for seen in (Seen(None, 2), Seen(pk, 2), Seen(ProfileId(a_profile().id), 1)):
        with pytest.raises(PreconditionFailed):
            await components.drop(Skill, item, owner=ADA, seen=seen)
        with pytest.raises(PreconditionFailed):
            await components.add(Skill, [a_skill()], owner=ADA, seen=seen)

    assert (await components.amend(Skill, item, {"name": "x"}, owner=ADA, seen=Seen(pk, 1))).version == 2


async def test_a_certificate_is_no_other_skill(
    database: MemoryDatabase, components: ComponentService
) -> None:
    soft, certificate = a_skill(category=SkillCategory.SOFT), a_certificate()
    await kept(database, a_profile(skills=(soft, certificate)))

    for item, owner in ((soft.id, ADA), (certificate.id, BEN)):
        with pytest.raises(ComponentNotFound):
            await components.amend_certificate(item, {"issuer": None}, owner=owner, seen=None)
        with pytest.raises(ComponentNotFound):
            await components.drop_certificate(item, owner=owner, seen=None)

    left = await components.drop_certificate(certificate.id, owner=ADA, seen=None)
    assert left.skills == (soft,)


async def test_what_was_accepted_is_saved_and_others_can_follow(
    database: MemoryDatabase, proposals: ProposalService, components: ComponentService
) -> None:
    profile = await kept(database, a_profile())
    at = profile.experiences[0].id
    facts = {"achievements": (), "reason": "x", "proposed_by": ProposedBy.USER}
    title, place, again = [
        await proposals.propose(at, owner=ADA, changes=changes, **facts)
        for changes in ({"title": "Sister"}, {"location": "Bath"}, {"title": "Matron"})
    ]

    await proposals.accept(ProposalId(title.id), owner=ADA, over_changes=False)
    await proposals.accept(ProposalId(place.id), owner=ADA, over_changes=False)
    with pytest.raises(ExperienceChanged):
        await proposals.accept(ProposalId(again.id), owner=ADA, over_changes=False)

    held = await components.holding(Experience, at, owner=ADA)
    assert (held.experiences[0].title, held.experiences[0].location, held.version) == ("Sister", "Bath", 3)
    page = await proposals.page(at, owner=ADA, status=None, part=Slice())
    assert sorted(p.status for p in page.items) == ["accepted", "accepted", "pending"]


async def test_only_so_many_wait(database: MemoryDatabase, proposals: ProposalService) -> None:
    at = (await kept(database, a_profile())).experiences[0].id
    facts = {"changes": {"title": "x"}, "achievements": (), "reason": "x", "proposed_by": ProposedBy.USER}
    made = [await proposals.propose(at, owner=ADA, **facts) for _ in range(MOST_PENDING)]

    with pytest.raises(TooManyProposals):
        await proposals.propose(at, owner=ADA, **facts)

    await proposals.reject(ProposalId(made[0].id), owner=ADA)
    await proposals.propose(at, owner=ADA, **facts)


async def test_only_so_many_are_kept(database: MemoryDatabase, proposals: ProposalService) -> None:
    experience = (await kept(database, a_profile())).experiences[0]
    decided = [a_proposal(experience, status=ProposalStatus.REJECTED) for _ in range(MOST_PROPOSALS)]
    async with MemoryProfileWork(database) as unit:
        for each in decided:
            await unit.proposals.add(each)
        await unit.commit()
    facts = {"changes": {"title": "x"}, "achievements": (), "reason": "x", "proposed_by": ProposedBy.USER}

    with pytest.raises(TooManyProposals):
        await proposals.propose(experience.id, owner=ADA, **facts)

    await proposals.remove(ProposalId(decided[0].id), owner=ADA)
    await proposals.propose(experience.id, owner=ADA, **facts)

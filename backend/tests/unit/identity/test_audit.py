"""What the log of security events is told by those who look after accounts."""

from collections.abc import Sequence

import pytest

from app.application.identity.opening import NewAccount
from app.domain.identity.errors import LastAdmin
from app.domain.identity.model import Origin, Role, Tier
from app.domain.identity.ports import SecurityEventSearch
from app.domain.identity.security import SecurityEvent, SecurityEventKind
from app.domain.shared.ids import UserId
from app.domain.shared.page import Slice
from tests.unit.identity.conftest import ADA, House

HOST = Origin(device="jobwise user")


async def told(house: House) -> Sequence[SecurityEvent]:
    page = await house.security.page(SecurityEventSearch(), Slice(100))
    return page.items


async def ada(house: House) -> UserId:
    return UserId((await house.identity.register(**ADA)).user.id)


async def test_the_host_gives_a_role_and_a_tier_and_both_are_told(house: House) -> None:
    me = await ada(house)
    await house.accounts.set_role(email="ada@example.com", role=Role.ADMIN, origin=HOST)
    await house.accounts.set_tier(email="ada@example.com", tier=Tier.PREMIUM, origin=HOST)

    events = {e.kind: e for e in await told(house) if e.device == HOST.device}

    assert {kind: e.note for kind, e in events.items()} == {
        SecurityEventKind.ROLE_CHANGED: "user -> admin",
        SecurityEventKind.TIER_CHANGED: "free -> premium",
    }
    assert {(e.user_id, e.actor_id) for e in events.values()} == {(me, None)}


async def test_what_stays_as_it_is_is_not_told(house: House) -> None:
    me = await ada(house)
    before = len(await told(house))

    await house.accounts.set_role(email="ada@example.com", role=Role.USER)
    await house.accounts.change(me, facts={"full_name": "Ada", "is_active": True})

    assert len(await told(house)) == before


async def test_what_is_refused_is_not_told(house: House) -> None:
    root = await house.accounts.create(NewAccount(**ADA, role=Role.ADMIN))

    with pytest.raises(LastAdmin):
        await house.accounts.change(UserId(root.id), facts={"role": Role.USER})

    assert [e.kind for e in await told(house)] == [SecurityEventKind.ACCOUNT_CREATED]


async def test_a_limit_is_told_of_the_account_that_was_tried_if_there_is_one(house: House) -> None:
    me = await ada(house)
    for email in ("ada@example.com", "nobody@example.com"):
        await house.security.limit_reached(origin=HOST, note="account", email=email)

    found = [e.user_id for e in await told(house) if e.kind is SecurityEventKind.LIMIT_REACHED]

    assert sorted(found, key=str) == sorted([me, None], key=str)

"""What every IChallenges and IAllowances promises, whoever keeps it."""

import asyncio
from dataclasses import fields
from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from app.application.identity.work import IIdentityWork
from app.application.unit_of_work import Opens
from app.domain.identity.challenges import MOST_TRIES, Allowance, Challenge, Purpose
from app.domain.shared.ids import ChallengeId
from app.infrastructure.persistence.identity import SqlIdentityWork
from tests.builders.challenges import a_challenge
from tests.builders.identity import ADA, NOON, a_user
from tests.contract.conftest import Backend, opener
from tests.fakes.identity import MemoryIdentityWork

Work = Opens[IIdentityWork]
FEW = Allowance(5, 60)


@pytest.fixture
async def work(backend: Backend) -> Work:
    opens: Work = opener(backend, MemoryIdentityWork, SqlIdentityWork)
    async with opens() as unit:
        await unit.users.add(a_user(ADA))
        await unit.commit()
    return opens


def id_of(challenge: Challenge) -> ChallengeId:
    return ChallengeId(challenge.id)


async def kept(work: Work, *challenges: Challenge) -> None:
    async with work() as unit:
        for challenge in challenges:
            await unit.challenges.add(challenge)
        await unit.commit()


async def found(work: Work, challenge: Challenge) -> Challenge | None:
    async with work(readonly=True) as unit:
        return await unit.challenges.find(id_of(challenge))


async def test_every_field_of_a_challenge_comes_back_as_it_went(work: Work) -> None:
    challenge = a_challenge(user_id=ADA, tries=2, sent_at=NOON, spent_at=NOON)
    await kept(work, challenge)

    same = await found(work, challenge)

    assert {f.name: getattr(same, f.name) for f in fields(challenge)} == {
        f.name: getattr(challenge, f.name) for f in fields(challenge)
    }


async def test_the_newest_of_a_mailbox_and_purpose_is_found(work: Work) -> None:
    old, new, spent = a_challenge(), a_challenge(minute=1), a_challenge(minute=2, spent_at=NOON)
    await kept(work, new, old, spent, a_challenge(minute=3, mailbox="n" * 64))
    await kept(work, a_challenge(Purpose.RESET_PASSWORD, minute=4))

    async with work(readonly=True) as unit:
        newest = await unit.challenges.newest(Purpose.SIGN_IN, ["m" * 64])
        assert newest == new
        assert await unit.challenges.newest(Purpose.VERIFY_EMAIL, ["m" * 64]) is None


async def tried(work: Work, challenge: Challenge, minute: float = 0) -> bool:
    async with work() as unit:
        taken = await unit.challenges.take_try(id_of(challenge), now=NOON + timedelta(minutes=minute))
        await unit.commit()
    return taken


async def spent(work: Work, challenge: Challenge, minute: float = 0) -> bool:
    async with work() as unit:
        done = await unit.challenges.spend(id_of(challenge), now=NOON + timedelta(minutes=minute))
        await unit.commit()
    return done


async def test_there_are_five_tries(work: Work) -> None:
    challenge = a_challenge()
    await kept(work, challenge)

    assert [await tried(work, challenge) for _ in range(7)] == [True] * MOST_TRIES + [False] * 2
    same = await found(work, challenge)
    assert same is not None
    assert same.tries == MOST_TRIES


async def test_of_fifty_tries_at_once_five_are_taken(work: Work) -> None:
    challenge = a_challenge()
    await kept(work, challenge)

    taken = await asyncio.gather(*(tried(work, challenge) for _ in range(50)))

    assert taken.count(True) == MOST_TRIES


async def test_of_twenty_who_spend_it_at_once_one_does(work: Work) -> None:
    challenge = a_challenge()
    await kept(work, challenge)

    done = await asyncio.gather(*(spent(work, challenge) for _ in range(20)))

    assert done.count(True) == 1
    assert not await tried(work, challenge)


async def test_what_has_expired_or_is_unknown_is_neither_tried_nor_spent(work: Work) -> None:
    challenge = a_challenge()
    await kept(work, challenge)

    assert not await tried(work, challenge, minute=10)
    assert not await spent(work, challenge, minute=10)
    assert not await spent(work, a_challenge())
    assert await spent(work, challenge, minute=9.99)


async def test_closing_spends_what_is_open_of_one_purpose_and_mailbox(work: Work) -> None:
    mine, other = a_challenge(), a_challenge(mailbox="n" * 64)
    reset, done = a_challenge(Purpose.RESET_PASSWORD), a_challenge(spent_at=NOON - timedelta(hours=1))
    await kept(work, mine, other, reset, done)

    async with work() as unit:
        await unit.challenges.close(Purpose.SIGN_IN, ["m" * 64], now=NOON)
        await unit.commit()

    ends = [(await found(work, each)) for each in (mine, other, reset, done)]
    assert [each and each.spent_at for each in ends] == [NOON, None, None, NOON - timedelta(hours=1)]


async def test_a_settled_challenge_has_no_address_and_its_tries_stay(work: Work) -> None:
    challenge = a_challenge()
    await kept(work, challenge)
    await tried(work, challenge)

    async with work() as unit:
        await unit.challenges.bind(id_of(challenge), user_id=ADA)
        await unit.challenges.settle(id_of(challenge), sent_at=NOON)
        await unit.challenges.settle(ChallengeId(uuid4()), sent_at=NOON)
        await unit.commit()

    same = await found(work, challenge)
    assert same is not None
    assert (same.email, same.user_id, same.sent_at, same.tries) == ("", ADA, NOON, 1)


async def test_challenges_go_with_their_account_and_when_they_are_old(work: Work) -> None:
    old, new, hers = a_challenge(minute=-60), a_challenge(), a_challenge(user_id=ADA)
    await kept(work, old, new, hers)
    async with work() as unit:
        await unit.users.remove(ADA)
        gone = await unit.challenges.drop_expired(before=NOON)
        await unit.commit()

    assert gone == 1
    assert [await found(work, each) for each in (old, new, hers)] == [None, new, None]


async def taken(work: Work, second: float = 0, name: str = "mail", allowance: Allowance = FEW) -> int:
    async with work() as unit:
        wait = await unit.allowances.take(name, allowance, now=NOON + timedelta(seconds=second))
        await unit.commit()
    return wait


async def test_so_many_are_allowed_in_a_while_and_then_anew(work: Work) -> None:
    assert [await taken(work, n) for n in range(7)] == [0] * 5 + [55, 54]
    assert await taken(work, 59.5) == 1
    assert [await taken(work, 60 + n) for n in range(6)] == [0] * 5 + [55]
    assert await taken(work, 60, name="other") == 0


async def test_of_fifty_at_once_five_are_allowed(work: Work) -> None:
    waits = await asyncio.gather(*(taken(work) for _ in range(50)))

    assert waits.count(0) == 5
    assert {wait for wait in waits if wait} == {60}


async def test_what_is_not_committed_is_not_counted(work: Work) -> None:
    async with work() as unit:
        await unit.allowances.take("mail", FEW, now=NOON)

    assert [await taken(work) for _ in range(6)] == [0] * 5 + [60]


async def test_old_counts_go(work: Work) -> None:
    await taken(work, name="old")
    await taken(work, 100, name="new")
    async with work() as unit:
        assert await unit.allowances.drop_before(NOON + timedelta(seconds=50)) == 1
        await unit.commit()

    assert await taken(work, 100, name="new", allowance=Allowance(1, 3_600)) > 0


async def test_nothing_is_allowed_where_none_are(work: Work) -> None:
    assert await taken(work, allowance=Allowance(0, 60)) == 60


def test_an_id_is_random() -> None:
    ids = {UUID(int=0), *(a_challenge().id for _ in range(100))}

    assert len(ids) == 101
    assert {each.version for each in ids - {UUID(int=0)}} == {4}

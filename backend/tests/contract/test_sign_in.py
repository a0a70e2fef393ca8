"""What every ILinkedIdentities, IAccessTokens and IProviderSignIns promises, whoever keeps it."""

from dataclasses import fields, replace
from datetime import timedelta
from uuid import uuid4

import pytest

from app.application.identity.work import IIdentityWork
from app.application.unit_of_work import Opens
from app.domain.identity.access_tokens import USE_NOTED, AccessToken, TokenScope
from app.domain.identity.errors import IdentityTaken, SignInRefused
from app.domain.identity.model import Role, User
from app.domain.identity.providers import LinkedIdentity, ProviderSignIn
from app.domain.identity.tickets import Tickets, digest_of
from app.domain.shared.entity import Entity
from app.domain.shared.errors import Stale
from app.domain.shared.ids import UserId
from app.infrastructure.persistence.identity import SqlIdentityWork
from tests.builders.identity import ADA, BEN, NOON, a_user
from tests.contract.conftest import Backend, opener
from tests.fakes.identity import MemoryIdentityWork

DAY = timedelta(days=1)
TICKETS = Tickets(keys=["a key"])


@pytest.fixture
async def work(backend: Backend) -> Opens[IIdentityWork]:
    opens: Opens[IIdentityWork] = opener(backend, MemoryIdentityWork, SqlIdentityWork)
    async with opens() as unit:
        await unit.users.add(a_user(role=Role.ADMIN))
        await unit.users.add(a_user(BEN, "ben@example.com"))
        await unit.commit()
    return opens


def facts(entity: Entity) -> dict[str, object]:
    return {f.name: getattr(entity, f.name) for f in fields(entity)}


def an_identity(
    subject: str = "ada there", user_id: UserId = ADA, provider: str = "google"
) -> LinkedIdentity:
    return LinkedIdentity(user_id=user_id, provider=provider, subject=subject, era=0, created_at=NOON)


def a_token(life: timedelta = DAY, user: User | None = None, minute: int = 0) -> AccessToken:
    now, scopes = NOON + timedelta(minutes=minute), [TokenScope.ADMIN, TokenScope.READ]
    return AccessToken.make(user or a_user(), name="Nightly", scopes=scopes, life=life, now=now)[0]


def a_return(code: str | None = None) -> ProviderSignIn:
    sign_in = ProviderSignIn.of(TICKETS.issue(return_to="", challenge="c" * 43, now=NOON)[0])
    if code:
        sign_in.hand_over(ADA, code, now=NOON)
    return sign_in


async def kept(work: Opens[IIdentityWork], *entities: Entity) -> None:
    async with work() as unit:
        for entity in entities:
            if isinstance(entity, LinkedIdentity):
                await unit.identities.add(entity)
            elif isinstance(entity, AccessToken):
                await unit.access_tokens.add(entity)
            elif isinstance(entity, ProviderSignIn):
                await unit.sign_ins.add(entity)
        await unit.commit()


async def changed(work: Opens[IIdentityWork], user_id: UserId, **about: object) -> None:
    async with work() as unit:
        user = await unit.users.get(user_id)
        for name, value in about.items():
            setattr(user, name, value)
        await unit.users.save(user)
        await unit.commit()


async def test_an_identity_is_found_as_it_was_linked(work: Opens[IIdentityWork]) -> None:
    identity = an_identity()
    await kept(work, identity, an_identity("ben there", BEN))

    async with work(readonly=True) as unit:
        found = await unit.identities.find("google", "ada there")
        assert found is not None
        assert facts(found) == facts(identity)
        assert await unit.identities.of(ADA) == [identity]
        assert await unit.identities.find("google", "nobody there") is None
        assert await unit.identities.find("another", "ada there") is None


@pytest.mark.parametrize("second", [an_identity("ada there", BEN), an_identity("another there")])
async def test_an_identity_opens_one_account_and_an_account_has_one_of_a_provider(
    work: Opens[IIdentityWork], second: LinkedIdentity
) -> None:
    await kept(work, an_identity())

    with pytest.raises(IdentityTaken):
        await kept(work, replace(second, id=uuid4()))
    await kept(work, an_identity("ada there", ADA, "another"))


async def test_a_removed_identity_can_be_linked_anew(work: Opens[IIdentityWork]) -> None:
    identity = an_identity()
    await kept(work, identity)
    async with work() as unit:
        await unit.identities.remove(identity)
        await unit.identities.add(an_identity(user_id=BEN))
        await unit.commit()

    async with work(readonly=True) as unit:
        found = await unit.identities.find("google", "ada there")
        assert found is not None
        assert found.user_id == BEN


async def test_a_token_is_found_by_its_digest_with_its_owners_role(work: Opens[IIdentityWork]) -> None:
    token = a_token()
    await kept(work, token)

    async with work(readonly=True) as unit:
        found = await unit.access_tokens.bearer(token.digest, now=NOON)
        assert found is not None
        assert facts(found[0]) == facts(token)
        assert found[1] is Role.ADMIN
        assert await unit.access_tokens.bearer(digest_of("another"), now=NOON) is None


@pytest.mark.parametrize("ending", ["expired", "closed account", "another era", "removed"])
async def test_only_a_live_token_of_an_active_user_opens(work: Opens[IIdentityWork], ending: str) -> None:
    token = a_token()
    await kept(work, token)
    now = NOON + (DAY if ending == "expired" else timedelta())
    if ending == "closed account":
        await changed(work, ADA, is_active=False)
    if ending == "another era":
        await changed(work, ADA, era=1)
    if ending == "removed":
        async with work() as unit:
            await unit.access_tokens.remove(token)
            await unit.commit()

    async with work(readonly=True) as unit:
        assert await unit.access_tokens.bearer(token.digest, now=now) is None
        assert await unit.access_tokens.live(ADA, now=now) == []


async def test_live_tokens_are_the_owners_the_newest_first(work: Opens[IIdentityWork]) -> None:
    old, new, brief = a_token(), a_token(minute=5), a_token(timedelta(hours=1))
    bens = a_token(user=a_user(BEN))
    await kept(work, old, new, brief, bens)

    async with work(readonly=True) as unit:
        assert await unit.access_tokens.live(ADA, now=brief.expires_at) == [new, old]


async def test_a_use_is_noted_unless_one_was_a_moment_ago(work: Opens[IIdentityWork]) -> None:
    token, other = a_token(), a_token()
    await kept(work, token, other)

    async def used(now: timedelta) -> object:
        async with work() as unit:
            await unit.access_tokens.note_use(token, now=NOON + now)
            await unit.commit()
        async with work(readonly=True) as unit:
            found = {t.id: t.last_used_at for t in await unit.access_tokens.live(ADA, now=NOON)}
        assert found[other.id] is None
        return found[token.id]

    assert await used(timedelta()) == NOON
    assert await used(USE_NOTED - timedelta(seconds=1)) == NOON
    assert await used(USE_NOTED) == NOON + USE_NOTED


async def test_what_has_expired_of_one_user_is_dropped(work: Opens[IIdentityWork]) -> None:
    dead, live, bens = a_token(timedelta(hours=1)), a_token(), a_token(timedelta(hours=1), a_user(BEN))
    await kept(work, dead, live, bens)

    async with work() as unit:
        await unit.access_tokens.drop_dead(ADA, now=dead.expires_at)
        await unit.commit()

    async with work(readonly=True) as unit:
        assert await unit.access_tokens.live(ADA, now=NOON) == [live]
        assert await unit.access_tokens.live(BEN, now=NOON) == [bens]


async def test_a_return_is_found_by_its_state_and_by_its_code(work: Opens[IIdentityWork]) -> None:
    sign_in = a_return("a code")
    await kept(work, sign_in, a_return(), a_return())

    async with work() as unit:
        found = await unit.sign_ins.get(sign_in.state_digest)
        assert facts(found) == facts(sign_in)
        assert await unit.sign_ins.find_by_code(digest_of("a code")) == sign_in
        assert await unit.sign_ins.find_by_code(digest_of("another")) is None
        with pytest.raises(SignInRefused):
            await unit.sign_ins.get(digest_of("another"))


async def test_nobody_returns_twice_with_one_state(work: Opens[IIdentityWork]) -> None:
    sign_in = a_return()
    await kept(work, sign_in)

    with pytest.raises(IdentityTaken):
        await kept(work, replace(sign_in, id=uuid4()))


async def test_a_spent_code_is_found_no_more_and_its_state_stays(work: Opens[IIdentityWork]) -> None:
    await kept(work, a_return("a code"))
    async with work() as unit:
        sign_in = await unit.sign_ins.find_by_code(digest_of("a code"))
        assert sign_in is not None
        assert sign_in.redeem("not the verifier", now=NOON) is None
        await unit.sign_ins.save(sign_in)
        await unit.commit()

    async with work() as unit:
        assert await unit.sign_ins.find_by_code(digest_of("a code")) is None
        stale = await unit.sign_ins.get(sign_in.state_digest)
        stale.version -= 1
        with pytest.raises(Stale):
            await unit.sign_ins.save(stale)


async def test_returns_that_are_over_are_dropped(work: Opens[IIdentityWork]) -> None:
    sign_in = a_return()
    await kept(work, sign_in)

    async with work() as unit:
        await unit.sign_ins.drop_before(sign_in.expires_at - timedelta(seconds=1))
        assert await unit.sign_ins.get(sign_in.state_digest) == sign_in
        await unit.sign_ins.drop_before(sign_in.expires_at)
        with pytest.raises(SignInRefused):
            await unit.sign_ins.get(sign_in.state_digest)


async def test_what_opened_an_account_goes_with_it(work: Opens[IIdentityWork]) -> None:
    token, sign_in = a_token(), a_return("a code")
    await kept(work, an_identity(), token, sign_in)
    async with work() as unit:
        await unit.users.remove(ADA)
        await unit.commit()

    async with work() as unit:
        assert await unit.identities.find("google", "ada there") is None
        assert await unit.access_tokens.bearer(token.digest, now=NOON) is None
        assert await unit.sign_ins.find_by_code(digest_of("a code")) is None

"""How often somebody may ask, and what those who ask too often are told."""

import shutil
from pathlib import Path
from uuid import uuid4

import httpx2
import pytest

from app.presentation.limits import ACCOUNT
from app.presentation.routing import Rate
from app.settings import RateSettings
from tests.api.conftest import House
from tests.api.edge.conftest import assert_enveloped
from tests.api.limits.conftest import Opens, from_address
from tests.builders.generation import a_wish
from tests.gates.serving import served
from tests.survival.test_redis_gone import RedisServer

WRONG = {"email": "ada@example.com", "password": "Wrong-Horse-7"}
NOBODY = f"/users/{uuid4()}"


async def test_every_answer_says_how_it_stands(limited: Opens) -> None:
    async with limited(usual="5/minute") as house:
        ada = await house.person()
        good, refused = await ada.get("/auth/me"), await ada.get(f"/jobs/{uuid4()}")

    assert (good.status_code, refused.status_code) == (200, 404)
    assert good.headers["ratelimit"] == '"usual";r=4;t=60'
    assert refused.headers["ratelimit"].startswith('"usual";r=3;t=')
    assert {a.headers["ratelimit-policy"] for a in (good, refused)} == {'"usual";q=5;w=60'}


async def test_who_asks_too_often_is_told_when_to_come_again(limited: Opens) -> None:
    async with limited(usual="3/minute") as house:
        ada = await house.person()
        answers = [await ada.get("/auth/me") for _ in range(4)]

    assert [a.status_code for a in answers] == [200, 200, 200, 429]
    assert_enveloped(answers[3], 429, "too_many_requests")
    headers = answers[3].headers
    assert 55 <= int(headers["retry-after"]) <= 60
    assert headers["ratelimit"] == f'"usual";r=0;t={headers["retry-after"]}'
    assert (headers["ratelimit-limit"], headers["ratelimit-remaining"]) == ("3", "0")


async def test_users_are_counted_apart_wherever_they_sit(limited: Opens) -> None:
    async with limited(usual="3/minute") as house:
        ada, ben = await house.person("ada"), await house.person("ben")
        for _ in range(10):
            await ada.get("/auth/me")

        assert (await ada.get("/auth/me")).status_code == 429
        assert (await ben.get("/auth/me")).status_code == 200
        assert (await house.visitor().get(NOBODY)).status_code == 404


async def test_a_route_of_another_kind_has_a_budget_of_its_own(limited: Opens) -> None:
    async with limited(generate="2/hour") as house:
        ada = await house.person()
        wish = await a_wish(ada)
        statuses = [(await ada.post("/generations/resume", json=wish)).status_code for _ in range(3)]

        assert statuses == [201, 201, 429]
        assert (await ada.get("/generations")).status_code == 200


async def test_a_host_may_turn_a_limit_off(limited: Opens) -> None:
    async with limited(usual="off") as house:
        answer = await house.visitor().get(NOBODY)

    assert answer.status_code == 404
    assert "ratelimit" not in answer.headers


@pytest.mark.parametrize("path", ["/health", "/ready"])
async def test_whoever_looks_whether_it_runs_is_not_counted(limited: Opens, path: str) -> None:
    async with limited(usual="1/hour") as house:
        statuses = {(await house.visitor().get(path)).status_code for _ in range(5)}

    assert statuses == {200}


async def until_refused(house: House, answers: list[httpx2.Response]) -> None:
    assert [a.status_code for a in answers[:-1]].count(429) == 0
    assert answers[-1].status_code == 429


async def test_tokens_that_are_no_good_hide_nobody(limited: Opens) -> None:
    async with limited(usual="5/minute") as house:
        answers = [
            await house.visitor(Authorization=f"Bearer {uuid4().hex}").get("/auth/me") for _ in range(6)
        ]

    assert [a.status_code for a in answers] == [401] * 5 + [429]


async def test_headers_of_whoever_likes_to_be_elsewhere_hide_nobody(limited: Opens) -> None:
    async with limited(usual="5/minute") as house:
        statuses = [
            (await house.visitor(**{name: f"192.0.2.{n}"}).get(NOBODY)).status_code
            for n in range(2)
            for name in ("X-Forwarded-For", "X-Real-IP", "Forwarded")
        ]

    assert statuses == [404] * 5 + [429]


async def test_a_network_of_ipv6_is_one_customer(limited: Opens) -> None:
    async with limited(usual="2/minute") as house:
        statuses = []
        for address in ("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", "2001:db8:1:2::3", "2001:db8:1:3::1"):
            async with from_address(house, address) as visitor:
                statuses.append((await visitor.get(NOBODY)).status_code)

    assert statuses == [404, 404, 429, 404]


async def test_an_address_written_the_new_way_is_the_old_one(limited: Opens) -> None:
    async with limited(usual="1/minute") as house:
        statuses = []
        for address in ("192.0.2.9", "::ffff:192.0.2.9"):
            async with from_address(house, address) as visitor:
                statuses.append((await visitor.get(NOBODY)).status_code)

    assert statuses == [404, 429]


async def test_only_a_proxy_that_the_host_trusts_says_where_somebody_is(limited: Opens) -> None:
    about: dict[str, object] = {"trusted_proxies": ["10.0.0.0/8"]}
    async with limited(about, usual="1/minute") as house:

        async def asked(peer: str, said: str) -> int:
            async with from_address(house, peer, **{"X-Forwarded-For": said}) as visitor:
                return (await visitor.get(NOBODY)).status_code

        assert await asked("10.1.1.1", "192.0.2.1") == 404
        assert await asked("10.1.1.1", "192.0.2.2") == 404
        assert await asked("10.1.1.1", "192.0.2.1") == 429
        # What the client itself puts in front counts for nothing, nor what comes by way of a second proxy.
        assert await asked("10.1.1.1", "203.0.113.5, 192.0.2.1") == 429
        assert await asked("10.1.1.1", "203.0.113.6, 192.0.2.1, 10.2.2.2") == 429
        # Whoever is no proxy is where he is.
        assert await asked("198.51.100.1", "192.0.2.77") == 404
        assert await asked("198.51.100.1", "192.0.2.78") == 429


async def test_an_account_is_guarded_wherever_the_tries_come_from(limited: Opens) -> None:
    async with limited(account="3 per 15 minutes") as house:
        await house.person("ada")
        answers = []
        for n, email in enumerate(
            ("ada@example.com", "ADA@example.com", "ada@EXAMPLE.com", "Ada@Example.Com")
        ):
            async with from_address(house, f"192.0.2.{n}") as visitor:
                answers.append(await visitor.post("/auth/login", json=WRONG | {"email": email}))
        async with from_address(house, "198.51.100.1") as visitor:
            form = {"username": "ada@example.com", "password": "Correct-Horse-7"}
            by_form = await visitor.post("/auth/token", data=form)
            other = await visitor.post("/auth/login", json=WRONG | {"email": "ben@example.com"})

    assert [a.status_code for a in answers] == [401, 401, 401, 429]
    assert (by_form.status_code, other.status_code) == (429, 401)
    assert answers[3].headers["ratelimit-policy"] == '"account";q=3;w=900'


async def test_an_account_that_is_not_there_is_guarded_alike(limited: Opens) -> None:
    async with limited(account="2 per 15 minutes") as house:
        await house.person("ada")
        found = []
        for email in ("ada@example.com", "nobody@example.com"):
            tries = [
                await house.visitor().post("/auth/login", json=WRONG | {"email": email}) for _ in range(3)
            ]
            found.append([(a.status_code, a.content) for a in tries])

    assert found[0] == found[1]
    assert [status for status, _ in found[0]] == [401, 401, 429]


async def test_somebody_with_an_account_has_no_more_tries_at_those_of_others(limited: Opens) -> None:
    async with limited(sign_in="3/minute") as house:
        ada, ben = await house.person("ada"), await house.person("ben")
        wrong = WRONG | {"email": "carl@example.com"}
        statuses = [(await who.post("/auth/login", json=wrong)).status_code for who in (ada, ben, ada, ben)]

    assert statuses == [401, 401, 401, 429]


async def test_a_limit_that_is_reached_at_the_lock_is_told_once(limited: Opens) -> None:
    async with limited(account="2 per 15 minutes") as house:
        ada = await house.person("ada")
        for _ in range(6):
            await house.visitor(**{"User-Agent": "Thief/1"}).post("/auth/login", json=WRONG)
        own = (await ada.get("/users/me/security-events?kind=limit_reached")).json()

    assert own["total"] == 1
    assert (own["items"][0]["note"], own["items"][0]["device"]) == ("account", "Thief/1")


async def test_each_kind_of_route_has_its_setting() -> None:
    assert {*RateSettings.model_fields} == {*Rate} - {Rate.ANY} | {ACCOUNT}


async def test_two_processes_share_a_budget_and_go_on_without_redis(tmp_path: Path) -> None:
    if shutil.which("redis-server") is None:
        pytest.skip("there is no redis-server")
    redis = RedisServer(tmp_path)
    await redis.start()
    folders = [tmp_path / "one", tmp_path / "other"]
    for folder in folders:
        folder.mkdir()
    rates = '{"sign_in": "6/minute", "usual": "1000/minute"}'
    given = {"redis_url": redis.url, "rate_limits": rates}
    try:
        with served(folders[0], **given) as one, served(folders[1], **given) as other:
            async with httpx2.AsyncClient(timeout=20) as client:

                async def sign_in(address: str, n: int) -> int:
                    body = WRONG | {"email": f"a{n}@example.com"}
                    return (await client.post(f"{address}/api/v1/auth/login", json=body)).status_code

                shared = [await sign_in((one, other)[n % 2], n) for n in range(8)]
                await redis.kill()
                alone = [await sign_in(one, n) for n in range(8)]
                reads = {(await client.get(f"{one}/api/v1{NOBODY}")).status_code for _ in range(10)}
    finally:
        await redis.kill()

    assert shared == [401] * 6 + [429] * 2
    assert alone == [401] * 6 + [429] * 2
    assert reads == {404}

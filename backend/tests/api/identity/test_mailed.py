"""Signing in and getting back in by mail, over the whole application."""

import asyncio
from typing import Any

import httpx2
import pytest

from app.domain.identity.model import Role
from app.domain.identity.ports import SecurityEventSearch
from app.domain.shared.page import Slice
from tests.api.conftest import House, house_on
from tests.fakes.mail import code_in, token_in

ADA = {"email": "ada@example.com", "password": "Correct-Horse-7", "full_name": "Ada Byron"}
MAIL, NEW = ADA["email"], "Better-Battery-8"


async def asked(
    house: House, email: str = MAIL, path: str = "/auth/send-otp", **headers: str
) -> httpx2.Response:
    return await house.visitor(**headers).post(path, json={"email": email})


async def a_code(house: House, email: str = MAIL) -> str:
    before = len(house.mails.to(email, "sign_in"))
    assert (await asked(house, email)).status_code == 202
    return code_in(await house.mails.next(email, "sign_in", after=before))


async def sign_in(house: House, code: object, email: str = MAIL) -> httpx2.Response:
    return await house.visitor().post("/auth/verify-otp", json={"email": email, "otp": code})


def bearing(house: House, pair: httpx2.Response) -> httpx2.AsyncClient:
    return house.visitor(Authorization=f"Bearer {pair.json()['access_token']}")


async def test_a_mailed_code_signs_in_and_proves_the_address(house: House) -> None:
    await house.person()

    pair = await sign_in(house, await a_code(house), "ADA@example.com")

    assert pair.status_code == 200
    me = (await bearing(house, pair).get("/auth/me")).json()
    assert (me["email"], me["is_verified"]) == (MAIL, True)
    mail = house.mails.to(MAIL, "sign_in")[0]
    assert mail.subject == "Your JobWise sign-in code"


async def test_wrong_codes_are_counted_also_when_they_come_at_once(house: House) -> None:
    await house.person()
    code = await a_code(house)
    wrong = f"{(int(code) + 1) % 10**8:08d}"

    answers = await asyncio.gather(*(sign_in(house, wrong) for _ in range(50)))
    late = await sign_in(house, code)

    assert {answer.status_code for answer in answers} == {401}
    assert len({answer.content for answer in [*answers, late]}) == 1
    assert late.headers["www-authenticate"] == "Bearer"


async def test_of_twenty_who_bring_the_right_code_at_once_one_gets_in(house: House) -> None:
    ada = await house.person()
    code = await a_code(house)

    answers = await asyncio.gather(*(sign_in(house, code) for _ in range(20)))

    assert sorted(answer.status_code for answer in answers) == [200] + [401] * 19
    assert (await ada.get("/users/me")).status_code == 401  # nobody had proven the address before
    [pair] = [answer for answer in answers if answer.status_code == 200]
    assert (await bearing(house, pair).get("/sessions")).json()["total"] == 1


@pytest.mark.parametrize(
    "code",
    [
        "0471183",
        "047118334",
        "\uff10\uff14\uff17\uff11\uff18\uff13\uff13\uff14",
        "٠٤٧١١٨٣٣",
        " 04711833",
        "04711833\n",
        "0471 1833",
        "04711833\0",
        4711833,
        ["04711833"],
        None,
        "",
        "+4711833",
    ],
)
async def test_what_is_not_eight_digits_is_no_code(sqlite_house: House, code: object) -> None:
    answer = await sign_in(sqlite_house, code)

    assert answer.status_code == 400


async def test_whoever_asks_cannot_tell_who_has_an_account(house: House) -> None:
    await house.person()
    closed = await house.person("closed")
    admin = await house.person("root")
    await house.services.accounts.set_role(email="root@example.com", role=Role.ADMIN)
    me = (await closed.get("/users/me")).json()["id"]
    await admin.patch(f"/users/{me}", json={"is_active": False})

    for path in ("/auth/send-otp", "/auth/forgot-password"):
        answers = [
            await asked(house, email, path) for email in (MAIL, "closed@example.com", "nobody@example.com")
        ]
        assert {answer.status_code for answer in answers} == {202}
        assert len({answer.content for answer in answers}) == 1
        assert len({tuple(sorted(map(str.lower, answer.headers))) for answer in answers}) == 1
        assert len({answer.headers["content-length"] for answer in answers}) == 1
    await house.mails.next(MAIL, "reset_password")
    await house.until_mails_are_out()
    assert house.mails.to("nobody@example.com") == house.mails.to("closed@example.com", "sign_in") == []


@pytest.mark.parametrize("email", [MAIL, "nobody@example.com"])
async def test_a_hundred_requests_make_five_mails_at_most(house: House, email: str) -> None:
    await house.person()

    answers = await asyncio.gather(*(asked(house, email) for _ in range(30)))
    late = await asked(house, email.upper())

    codes = [answer.status_code for answer in answers]
    assert (codes.count(202), codes.count(429)) == (5, 25)
    assert late.status_code == 429
    assert 0 < int(late.headers["retry-after"]) <= 300
    assert late.json()["error"]["code"] == "too_many_mails"
    await house.until_mails_are_out()
    assert len(house.mails.to(email, "sign_in")) <= 5 * (email == MAIL)


async def test_one_address_of_the_network_asks_so_often(tmp_path: Any, sqlite_url: str) -> None:
    async with house_on(sqlite_url, tmp_path / "var", mails_per_network=2) as house:
        codes = [
            (await asked(house, f"a{n}@example.com", **{"X-Forwarded-For": f"192.0.2.{n}"})).status_code
            for n in range(4)
        ]

    assert codes == [202, 202, 429, 429]


async def test_registering_asks_to_confirm_the_address(house: House) -> None:
    ada = await house.person()
    token = token_in(await house.mails.next(MAIL, "verify_email"))
    visitor = house.visitor()

    wrong = await visitor.post("/auth/verify-email", json={"token": token[:-1]})
    done = await visitor.post("/auth/verify-email", json={"token": token})
    again = await visitor.post("/auth/verify-email", json={"token": token})

    assert (wrong.status_code, done.status_code, again.status_code) == (401, 204, 401)
    assert wrong.content == again.content
    assert (await ada.get("/users/me")).json()["is_verified"] is True


async def test_another_address_is_confirmed_where_it_is(house: House) -> None:
    ada = await house.person()
    first = token_in(await house.mails.next(MAIL, "verify_email"))
    body = {"email": "new@example.com", "current_password": ADA["password"], "language": "de"}
    assert (await ada.patch("/users/me", json=body)).status_code == 200
    mail = await house.mails.next("new@example.com", "verify_email")

    old = await house.visitor().post("/auth/verify-email", json={"token": first})
    new = await house.visitor().post("/auth/verify-email", json={"token": token_in(mail)})

    assert mail.subject == "Bestätigen Sie Ihre E-Mail-Adresse"
    assert (old.status_code, new.status_code) == (401, 204)


async def test_a_forgotten_password_is_set_anew_and_every_device_is_signed_out(house: House) -> None:
    ada = await house.person()
    assert (await ada.get("/users/me")).status_code == 200
    assert (await asked(house, path="/auth/forgot-password")).status_code == 202
    token = token_in(await house.mails.next(MAIL, "reset_password"))
    visitor = house.visitor()

    weak = await visitor.post("/auth/reset-password", json={"token": token, "new_password": "Password1"})
    done = await visitor.post("/auth/reset-password", json={"token": token, "new_password": NEW})
    again = await visitor.post("/auth/reset-password", json={"token": token, "new_password": NEW})

    assert (weak.status_code, done.status_code, again.status_code) == (422, 204, 401)
    assert (await ada.get("/users/me")).status_code == 401
    old = await visitor.post("/auth/login", json={"email": MAIL, "password": ADA["password"]})
    new = await visitor.post("/auth/login", json={"email": MAIL, "password": NEW})
    assert (old.status_code, new.status_code) == (401, 200)


async def test_no_token_of_another_kind_resets_or_confirms(house: House) -> None:
    pair = (await house.visitor().post("/auth/register", json=ADA)).json()
    verify = token_in(await house.mails.next(MAIL, "verify_email"))
    await asked(house, path="/auth/forgot-password")
    reset = token_in(await house.mails.next(MAIL, "reset_password"))
    visitor = house.visitor()

    for token in (pair["access_token"], pair["refresh_token"], verify):
        body = {"token": token, "new_password": NEW}
        assert (await visitor.post("/auth/reset-password", json=body)).status_code == 401
    for token in (pair["access_token"], pair["refresh_token"], reset):
        assert (await visitor.post("/auth/verify-email", json={"token": token})).status_code == 401
    for token in (verify, reset):
        refreshed = await visitor.post("/auth/refresh", json={"refresh_token": token})
        opened = await house.visitor(Authorization=f"Bearer {token}").get("/users/me")
        assert (refreshed.status_code, opened.status_code) == (401, 401)


@pytest.mark.parametrize(
    "email",
    [
        "ada@example.com\r\nBcc: ben@example.com",
        "ada@example.com,ben@example.com",
        "ada",
        "a" * 320 + "@example.com",
        "<ada@example.com>",
        ["ada@example.com"],
    ],
)
async def test_what_is_no_address_is_refused(sqlite_house: House, email: object) -> None:
    for path in ("/auth/send-otp", "/auth/forgot-password"):
        answer = await sqlite_house.visitor().post(path, json={"email": email})
        assert answer.status_code in {400, 422}
    assert sqlite_house.mails.sent == []


@pytest.mark.parametrize(
    ("said", "subject"),
    [
        ("de", "Ihr Anmeldecode für JobWise"),
        ("fr-CA, en;q=0.9", "Votre code de connexion JobWise"),
        ("ja, es;q=0.2, en;q=0.1", "Su código de acceso a JobWise"),
        ("en;q=0.1, de;q=0", "Your JobWise sign-in code"),
        ("ja", "Your JobWise sign-in code"),
        (";;;q=x,,", "Your JobWise sign-in code"),
    ],
)
async def test_a_mail_is_in_the_language_that_was_asked_for(
    sqlite_house: House, said: str, subject: str
) -> None:
    await sqlite_house.person()
    await asked(sqlite_house, **{"Accept-Language": said})

    assert (await sqlite_house.mails.next(MAIL, "sign_in")).subject == subject


async def test_in_production_without_mail_these_routes_say_so(sqlite_url: str, tmp_path: Any) -> None:
    about = {"environment": "production", "secret_key": "s" * 32}
    async with house_on(sqlite_url, tmp_path / "var", **about) as house:
        registered = await house.visitor().post("/auth/register", json=ADA)
        answers = [await asked(house, path=path) for path in ("/auth/send-otp", "/auth/forgot-password")]

        assert registered.status_code == 201
        assert [a.status_code for a in answers] == [503, 503]
        assert {a.json()["error"]["code"] for a in answers} == {"mail_not_configured"}
        assert all(a.headers["retry-after"] for a in answers)
        assert house.mails.sent == []


async def test_neither_log_nor_database_holds_a_code_or_a_token(
    sqlite_house: House, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    house = sqlite_house
    await house.person()
    code = await a_code(house)
    token = token_in(await house.mails.next(MAIL, "verify_email"))
    await asked(house, path="/auth/forgot-password")
    reset = token_in(await house.mails.next(MAIL, "reset_password"))
    await house.until_mails_are_out()

    kept = house.settings.data_dir.parent.joinpath("jobwise.db").read_bytes()
    logged = caplog.text + "".join(capfd.readouterr())
    for secret in (code, token, reset):
        assert secret not in logged
        assert secret.encode() not in kept
    assert MAIL not in logged


async def test_what_happens_by_mail_is_noted(house: House) -> None:
    await house.person()
    await sign_in(house, "00000000")
    code = await a_code(house)
    await house.until_mails_are_out()
    await sign_in(house, code)

    async with house.services.identity._work(readonly=True) as unit:
        page = await unit.security.page(SecurityEventSearch(), Slice(100))
    kinds = {event.kind.value for event in page.items}
    assert {"registered", "code_refused", "code_sent", "email_verified", "signed_in"} <= kinds


@pytest.fixture
async def sqlite_house(sqlite_url: str, tmp_path: Any) -> Any:
    async with house_on(sqlite_url, tmp_path / "var") as house:
        yield house

"""Who asks whether an address has an account learns nothing, neither from the words nor from the clock."""

import time
from pathlib import Path

import httpx2

from tests.api.conftest import House, house_on

ADA = {"email": "ada@example.com", "password": "Correct-Horse-7"}
ROUNDS = 25
LONG = "Aa1" * 60


async def asked(visitor: httpx2.AsyncClient, email: str, password: str) -> tuple[float, httpx2.Response]:
    began = time.perf_counter()
    answer = await visitor.post("/auth/login", json={"email": email, "password": password})
    return time.perf_counter() - began, answer


async def test_an_unknown_address_takes_as_long_as_a_wrong_password(sqlite_url: str, tmp_path: Path) -> None:
    async with house_on(sqlite_url, tmp_path / "var", bcrypt_cost=8) as house:
        visitor = house.visitor()
        await visitor.post("/auth/register", json=ADA | {"full_name": "Ada"})
        cases = {
            "wrong": (ADA["email"], "Wrong-Horse-7"),
            "unknown": ("nobody@example.com", "Wrong-Horse-7"),
            "wrong and long": (ADA["email"], LONG),
            "unknown and long": ("nobody@example.com", LONG),
            "no address at all": ("nobody", "Wrong-Horse-7"),
        }
        times: dict[str, list[float]] = {name: [] for name in cases}
        for _ in range(ROUNDS):
            for name, (email, password) in cases.items():
                taken, answer = await asked(visitor, email, password)
                times[name].append(taken)
                assert answer.status_code == 401

        # The shortest are what the work takes; whatever else the machine does only adds to it.
        usual = min(times["wrong"])
        # Without a hash for nobody the ratio is 0.1; a shared machine makes it 0.9 to 1.1.
        alike = {name: 0.6 < min(taken) / usual < 1.6 for name, taken in times.items()}
        assert alike == dict.fromkeys(cases, True)


async def test_every_refusal_to_sign_in_has_the_same_bytes(house: House) -> None:
    visitor = house.visitor()
    await visitor.post("/auth/register", json=ADA | {"full_name": "Ada"})

    answers = [
        (await asked(visitor, email, password))[1]
        for email, password in (
            (ADA["email"], "Wrong-Horse-7"),
            (ADA["email"].upper(), "wrong"),
            (ADA["email"], LONG),
            ("nobody@example.com", "Wrong-Horse-7"),
            ("nobody", "x"),
            ("a" * 320, "x"),
            ("' OR 1=1 --", "x"),
            ("%", "x"),
        )
    ]

    assert {answer.content for answer in answers} == {answers[0].content}
    unlike = {"x-request-id", "ratelimit"}  # which counts them, whatever they are
    assert {tuple((k, v) for k, v in a.headers.items() if k not in unlike) for a in answers} == {
        tuple((k, v) for k, v in answers[0].headers.items() if k not in unlike)
    }


async def test_an_address_signs_in_however_it_is_spelled(house: House) -> None:
    visitor = house.visitor()
    spelled = {"email": "Ada@xn--bcher-kva.example", "password": "Correct-Horse-7"}
    registered = await visitor.post("/auth/register", json=spelled | {"full_name": "Ada"})
    assert registered.status_code == 201, registered.text
    assert registered.json()["user"]["email"] == "ada@b\u00fccher.example"

    for email in ("ada@b\u00fccher.example", "ADA@XN--BCHER-KVA.example", "\uff21da@B\u00dcCHER.example"):
        assert (await asked(visitor, email, "Correct-Horse-7"))[1].status_code == 200, email


async def test_what_is_no_address_makes_no_account(house: House) -> None:
    for email in (
        "ada", "ada@", "@example.com", "ada@example", "Ada <ada@example.com>", "ada@exa mple.com",
        "a@b@example.com", "ada@example.com\r\nBcc: x@example.com", "ada@[127.0.0.1]",
        "a" * 300 + "@example.com", "\ufdfa" * 20 + "@example.com", "ada@" + "b" * 64 + ".com",
        "ada..byron@example.com", '"ada byron"@example.com', "ada@example.com,ben@example.com",
    ):  # fmt: skip
        body = {"email": email, "password": "Correct-Horse-7", "full_name": "Ada"}
        assert (await house.visitor().post("/auth/register", json=body)).status_code in {400, 422}, email

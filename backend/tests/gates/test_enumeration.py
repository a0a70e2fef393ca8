"""Whether an address has an account is told by no answer, wherever an address can be named."""

import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx2

from tests.api.conftest import House, house_on
from tests.gates.contract import Contract

PASSWORD = "Correct-Horse-7"
WHO = ("known", "unknown", "closed")
A_MAILBOX = 5
"""So many mails go to one in five minutes; after that the answer is the same for everybody."""


@dataclass(frozen=True)
class Flow:
    """A route that anybody may name an address to."""

    body: Mapping[str, str]
    """What is sent beside the address."""
    names: str = "email"
    form: bool = False


FLOWS: Mapping[str, Flow] = {
    "log_in": Flow({"password": "Wrong-Horse-7"}),
    "create_token": Flow({"password": "Wrong-Horse-7"}, names="username", form=True),
    "send_otp": Flow({}),
    "verify_otp": Flow({"otp": "00000000"}),
    "forgot_password": Flow({}),
}
"""By operationId."""
OTHERWISE: Mapping[str, str] = {
    "register_user": "says that an address is taken, as the owner of an address is told so in the form",
}
"""Public routes that name an address, and why they are not timed."""


def naming_an_address(contract: Contract) -> set[str]:
    """Public operations with an address in their body, as OpenAPI describes them."""
    found = set()
    for operation in contract.operations:
        for content in operation.said.get("requestBody", {}).get("content", {}).values():
            fields = contract.resolved(content["schema"]).get("properties", {})
            if operation.access == "public" and {"email", "username"} & fields.keys():
                found.add(operation.name)
    return found


def address(who: str, turn: int = 0) -> str:
    """Another one before a mailbox has had all its mails."""
    return f"{who}{turn // A_MAILBOX}@example.com"


async def people(house: House, turns: int = 1) -> None:
    """Whoever is known, and whoever is closed, for so many turns of asking."""
    for turn in range(0, turns, A_MAILBOX):
        for who in ("known", "closed"):
            body = {"email": address(who, turn), "password": PASSWORD, "full_name": "Ada"}
            assert (await house.visitor().post("/auth/register", json=body)).status_code == 201
        async with house.services.identity._work() as work:
            user = await work.users.find_by_email(address("closed", turn))
            assert user is not None
            user.is_active = False
            await work.users.save(user)
            await work.commit()


class Asking:
    def __init__(self, house: House, name: str) -> None:
        contract = Contract(house.app)
        self.operation = next(o for o in contract.operations if o.name == name)
        self.flow = FLOWS[name]
        self.visitor = house.visitor()

    async def once(self, email: str) -> tuple[float, httpx2.Response]:
        body = {**self.flow.body, self.flow.names: email}
        how: dict[str, Any] = {"data": body} if self.flow.form else {"json": body}
        began = time.process_time()
        answer = await self.visitor.post(f"http://test{self.operation.path}", **how)
        return time.process_time() - began, answer


def told(answer: httpx2.Response) -> tuple[object, ...]:
    own = {"x-request-id", "ratelimit"}
    headers = sorted((k, v) for k, v in answer.headers.items() if k not in own)
    return answer.status_code, answer.content, tuple(headers)


async def test_every_route_that_takes_an_address_is_looked_at(sqlite_url: str, tmp_path: Path) -> None:
    async with house_on(sqlite_url, tmp_path / "var") as house:
        found = naming_an_address(Contract(house.app))

    assert found == {*FLOWS, *OTHERWISE}, "say in FLOWS how it is asked, or why not"


async def test_no_answer_tells_who_has_an_account(sqlite_url: str, tmp_path: Path) -> None:
    async with house_on(sqlite_url, tmp_path / "var") as house:
        await people(house)
        for name in FLOWS:
            asking = Asking(house, name)
            answers = {told((await asking.once(email))[1]) for email in map(address, WHO)}
            assert len(answers) == 1, (name, answers)

"""The same question in other words gets the same answer: other spellings of an address, other methods,
headers that speak for the caller, an admin's token, a version that one has seen elsewhere."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID, uuid4

import httpx2

from app.domain.identity.model import Role
from tests.api.conftest import House
from tests.gates.contract import Contract, Operation
from tests.gates.people import SHARED, NoFactory, Person, send, sent_as
from tests.gates.snapshot import Keeper, changed

SPEAKING = (
    {"X-HTTP-Method-Override": "DELETE"},
    {"X-HTTP-Method": "DELETE"},
    {"X-Method-Override": "DELETE"},
    {"X-Original-URL": "/api/v1/users/me", "X-Rewrite-URL": "/api/v1/users/me"},
    {"X-Forwarded-User": "ada@example.com", "X-Remote-User": "ada@example.com", "X-User-Id": "1"},
    {"X-Forwarded-For": "127.0.0.1", "X-Real-IP": "127.0.0.1", "Forwarded": "for=127.0.0.1"},
)
REFUSALS = {400, 401, 404, 405, 415}
DERIVED = {"document_id"}
"""Made from the id of its generation, which is random: who knows neither cannot guess it."""
TELLS_THE_TIME = {"list_sessions", "export_own_account", "list_own_security_events"}
"""What changes by itself between two readings: it tells of them."""


def spellings(path: str) -> Iterable[str]:
    """The same place, as somebody may write it who wants to slip by a rule that knows one spelling."""
    head, _, tail = path.rpartition("/")
    yield f"{path}/"
    yield f"{head}//{tail}"
    yield f"//{path.lstrip('/')}"
    yield f"{head}/./{tail}"
    yield f"{head}/%2e/{tail}"
    yield f"{head}/x/%2e%2e/{tail}"
    yield f"{head}/%{ord(tail[0]):02x}{tail[1:]}"
    yield f"{head.replace('/api', '/API')}/{tail}"
    yield f"{path};a=b"
    yield f"{path}%00"
    yield f"{path}%20"
    yield f"{path}.json"


class Decisions:
    """Asks in other words, and remembers every other answer."""

    def __init__(self, house: House, *, among: str = "") -> None:
        self.house = house
        self.among = among
        self.contract = Contract(house.app)
        self.faults: list[str] = []
        self.owner = Person(house, self.contract, "ada")
        self.other = Person(house, self.contract, "ben")
        self.admin = Person(house, self.contract, "root")
        self.keeper = Keeper(house.settings.database_url, house.settings.data_dir)

    async def run(self) -> list[str]:
        for person in (self.owner, self.other, self.admin):
            await person.sign_in()
        await self.house.services.accounts.set_role(email=self.admin.email, role=Role.ADMIN)
        operations = [o for o in self.contract.operations if not self.among or self.among in o.said["tags"]]
        await self._make(self.other, operations)
        seen = await self._readings(operations)
        await self._make(self.owner, operations)
        self._ids()
        try:
            await self._unmoved(operations, seen)
            for operation in operations:
                if operation.access == "user":
                    await self._ask(operation)
        finally:
            await self.keeper.close()
        return self.faults

    async def _make(self, person: Person, operations: Iterable[Operation]) -> None:
        for operation in operations:
            try:
                await person.path(operation)
                await person.body(operation)
            except NoFactory as missing:
                self.faults.append(f"{operation}: {missing}")

    def _ids(self) -> None:
        """Nobody can guess one: a UUID of version 4 has 122 random bits."""
        for name, value in self.owner.things.items():
            if name not in SHARED and UUID(value).version != (5 if name in DERIVED else 4):
                self.faults.append(f"{name}: {value} can be guessed")

    async def _readings(self, operations: Iterable[Operation]) -> dict[str, tuple[int, bytes]]:
        """All that the other sees of their own."""
        found = {}
        for operation in operations:
            own = operation.access in {"user", "optional"} and operation.method == "get"
            if own and operation.name not in TELLS_THE_TIME and not operation.path.endswith("/events"):
                answer = await send(
                    self.other.client, operation, await self.other.path(operation), None, self.contract
                )
                found[operation.name] = (answer.status_code, answer.content)
        return found

    async def _unmoved(self, operations: Iterable[Operation], seen: Mapping[str, tuple[int, bytes]]) -> None:
        for name, after in (await self._readings(operations)).items():
            if after != seen[name]:
                self.faults.append(f"{name}: what another user sees has moved, as the owner wrote")

    async def _ask(self, operation: Operation) -> None:
        try:
            path, body = await self.owner.path(operation), await self.owner.body(operation)
        except NoFactory:
            return
        theirs = any(name not in SHARED for name in path)
        before = await self.keeper.look()
        await self._spelled_otherwise(operation, path, body, theirs=theirs)
        await self._by_other_methods(operation, path, theirs=theirs)
        await self._speaking_for_another(operation, path, body, theirs=theirs)
        if theirs:
            await self._as_admin(operation, path, body)
            await self._with_a_version(operation, path)
        after = await self.keeper.look()
        if before != after:
            self.faults.append(
                f"{operation}: asking in other words changed {', '.join(changed(before, after))}"
            )

    async def _spelled_otherwise(
        self, operation: Operation, path: Mapping[str, str], body: Any, *, theirs: bool
    ) -> None:
        callers = {"anonymous": self.house.visitor()} | (
            {"another user": self.other.client} if theirs else {}
        )
        how = sent_as(operation, body, self.contract)
        for who, client in callers.items():
            for spelled in spellings(operation.path.format(**path)):
                answer = await client.request(operation.method.upper(), f"http://test{spelled}", **how)
                self._refused(answer, operation, f"{who} at {spelled}")

    async def _by_other_methods(self, operation: Operation, path: Mapping[str, str], *, theirs: bool) -> None:
        address = f"http://test{operation.path.format(**path)}"
        callers = {"anonymous": self.house.visitor()} | (
            {"another user": self.other.client} if theirs else {}
        )
        for who, client in callers.items():
            looking = ("HEAD",) if operation.method == "get" else ()
            for method in (*looking, "OPTIONS", "TRACE", "CONNECT", "PROPFIND"):
                answer = await client.request(method, address)
                self._refused(answer, operation, f"{who} by {method}")
                if method == "HEAD" and answer.content:
                    self.faults.append(f"{operation}: HEAD has a body")

    async def _speaking_for_another(
        self, operation: Operation, path: Mapping[str, str], body: Any, *, theirs: bool
    ) -> None:
        client = self.other.client if theirs else self.house.visitor()
        plain = await send(client, operation, path, body, self.contract)
        for headers in SPEAKING:
            answer = await send(client, operation, path, body, self.contract, **headers)
            if (answer.status_code, answer.content) != (plain.status_code, plain.content):
                self.faults.append(f"{operation}: {next(iter(headers))} changes the answer")
            if operation.method == "get" and theirs and not operation.path.endswith("/events"):
                await send(self.owner.client, operation, path, None, self.contract, **headers)
        if plain.headers.get("cache-control") != "no-store":
            self.faults.append(f"{operation}: may be kept by a cache")

    async def _as_admin(self, operation: Operation, path: Mapping[str, str], body: Any) -> None:
        """Who looks after accounts does not read careers."""
        answer = await send(self.admin.client, operation, path, body, self.contract)
        if answer.status_code != 404:
            self.faults.append(f"{operation}: an admin gets {answer.status_code}, not 404")

    async def _with_a_version(self, operation: Operation, path: Mapping[str, str]) -> None:
        """A version that another has seen tells nothing: not even that it is still the same."""
        if operation.method != "get" or operation.path.endswith("/events"):
            return
        mine = await send(self.owner.client, operation, path, None, self.contract)
        if "no-store" not in mine.headers.get("cache-control", "") and "private" not in mine.headers.get(
            "cache-control", ""
        ):
            self.faults.append(f"{operation}: the owner's answer may be kept by a shared cache")
        etag = mine.headers.get("etag", '"1"')
        nowhere = {name: value if name in SHARED else str(uuid4()) for name, value in path.items()}
        told = [
            await send(self.other.client, operation, place, None, self.contract, **{"If-None-Match": etag})
            for place in (path, nowhere)
        ]
        if told[0].status_code != 404 or told[0].content != told[1].content:
            self.faults.append(f"{operation}: with the owner's ETag another user gets {told[0].status_code}")

    def _refused(self, answer: httpx2.Response, operation: Operation, who: str) -> None:
        if answer.status_code not in REFUSALS:
            self.faults.append(f"{operation}: {who} gets {answer.status_code}")

"""The ownership matrix: every operation that OpenAPI knows, tried by everybody who might knock."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Any
from uuid import uuid4

import httpx2

from app.domain.identity.model import Role
from tests.api.conftest import House
from tests.gates.contract import Contract, Operation
from tests.gates.people import (
    ANEW,
    NOT_SET_UP,
    QUERIES,
    SHARED,
    NoFactory,
    Person,
    ids_in,
    kind_of,
    send,
    strangers,
)
from tests.gates.snapshot import Keeper, changed

ACCESS = {"public", "optional", "user", "admin", "ops"}
REFUSES_STRANGERS = {"user", "optional", "admin"}
CHANGEABLE = ("x-request-id", "ratelimit")
SIGNS_OUT = {"log_out", "erase_own_account"}
TOLD = {"security_events"}
"""Where it is written down that somebody knocked."""
LAST = {"post": 1, "put": 2, "patch": 2, "delete": 3}


class Matrix:
    """Tries everything, and remembers every fault in words."""

    def __init__(self, house: House, *, among: str = "") -> None:
        self.house = house
        self.among = among
        """A tag: only its operations are tried."""
        self.contract = Contract(house.app)
        self.faults: list[str] = []
        self.owner = Person(house, self.contract, "ada")
        self.other = Person(house, self.contract, "ben")
        self.keeper = Keeper(house.settings.database_url, house.settings.data_dir)

    async def run(self) -> list[str]:
        for stray in sorted(self.contract.unwritten()):
            self.faults.append(f"{' '.join(stray)}: the router and OpenAPI differ")
        await self.owner.sign_in()
        await self.other.sign_in()
        try:
            made = [o for o in self.contract.operations if await self._is_made(o)]
            tried = [
                o for o in made if self._is_known(o) and (not self.among or self.among in o.said["tags"])
            ]
            await self._calm()
            for operation in tried:
                await self._knock(operation)
            for operation in sorted(tried, key=_harmless_first):
                await self._control(operation)
        finally:
            await self.keeper.close()
        return self.faults

    def _is_known(self, operation: Operation) -> bool:
        if operation.access in ACCESS:
            return True
        self.faults.append(f"{operation}: no x-access tag; declare the route with **rules(Access....)")
        return False

    async def _is_made(self, operation: Operation) -> bool:
        """Everything it needs is there, for both, before anybody knocks."""
        try:
            for person in (self.owner, self.other):
                await person.path(operation)
                await person.body(operation)
        except NoFactory as missing:
            self.faults.append(f"{operation}: {missing}")
            return False
        return True

    async def _calm(self) -> None:
        """Until the work that making things has started is done."""
        before = await self.keeper.look()
        for _ in range(100):
            await asyncio.sleep(0.1)
            after = await self.keeper.look()
            if before == after:
                return
            before = after
        raise AssertionError("something keeps changing by itself")

    async def _knock(self, operation: Operation) -> None:
        path, body = await self.owner.path(operation), await self.owner.body(operation)
        if operation.access in REFUSES_STRANGERS:
            await self._strangers(operation, path, body)
        if operation.access == "admin":
            await self._is_forbidden(operation, path, body)
        elif operation.access == "public" and path:
            await self._sees_only_what_is_public(operation, path)
        elif any(name not in SHARED for name in path):
            await self._another(operation, path, body)
            await self._with_own_parent(operation, path, body)
        elif operation.method == "get":
            await self._sees_nothing(operation, path)
        await self._with_foreign_ids(operation)
        if operation.method != "get":
            await self._with_foreign_queries(operation)

    async def _strangers(self, operation: Operation, path: Mapping[str, str], body: Any) -> None:
        nobody = self.house.visitor()
        async with self._unchanged(operation, "anonymous"):
            answer = await send(nobody, operation, path, body, self.contract)
            if operation.access != "optional":
                self._expect(answer, 401, operation, "anonymous")
            elif any(name not in SHARED for name in path):
                await self._expect_unknown(answer, operation, body, nobody, "anonymous", **path)
            else:
                self._expect_none_of(self.owner, answer, operation, "anonymous")
        for who, client in strangers(self.owner, await self._ended()).items():
            async with self._unchanged(operation, who):
                answer = await send(client, operation, path, body, self.contract)
                self._expect(answer, 401, operation, who)

    async def _ended(self) -> str:
        """An access token of the owner's, whose session has been signed out of."""
        if not hasattr(self, "_signed_out"):
            who = {"email": self.owner.email, "password": "Correct-Horse-7"}
            pair = (await self.house.visitor().post("/auth/login", json=who)).json()
            self._signed_out = str(pair["access_token"])
            assert (await self.owner.bearing(self._signed_out).post("/auth/logout")).status_code == 204
        return self._signed_out

    async def _is_forbidden(self, operation: Operation, path: Mapping[str, str], body: Any) -> None:
        async with self._unchanged(operation, "a user"):
            answer = await send(self.owner.client, operation, path, body, self.contract)
            self._expect(answer, 403, operation, "a user")

    async def _another(self, operation: Operation, path: Mapping[str, str], body: Any) -> None:
        client = self.other.client
        for headers in self._headers(operation):
            who = f"another user {headers or ''}".strip()
            async with self._unchanged(operation, who):
                answer = await send(client, operation, path, body, self.contract, **headers)
                await self._expect_unknown(answer, operation, body, client, who, **path)

    async def _with_own_parent(self, operation: Operation, path: Mapping[str, str], body: Any) -> None:
        """Somebody else's child below a parent of one's own."""
        *parents, child = path
        if not parents or child in SHARED:
            return
        client, who = self.other.client, "another user, below a parent of their own"
        own = dict(await self.other.path(operation)) | {child: path[child]}
        async with self._unchanged(operation, who):
            answer = await send(client, operation, own, body, self.contract)
            unknown = own | {child: str(uuid4())}
            expected = await send(client, operation, unknown, body, self.contract)
            self._expect(answer, 404, operation, who)
            self._expect_same(answer, expected, operation, who)

    async def _sees_only_what_is_public(self, operation: Operation, path: Mapping[str, str]) -> None:
        for who, client in (("anonymous", self.house.visitor()), ("another user", self.other.client)):
            async with self._unchanged(operation, who):
                answer = await send(client, operation, path, None, self.contract)
                if self.owner.email in answer.text:
                    self.faults.append(f"{operation}: {who} sees the owner's address")

    async def _sees_nothing(self, operation: Operation, path: Mapping[str, str]) -> None:
        async with self._unchanged(operation, "another user"):
            answer = await send(self.other.client, operation, path, None, self.contract)
            self._expect_none_of(self.owner, answer, operation, "another user")
        for name in operation.query_parameters:
            if name in self.owner.things:
                async with self._unchanged(operation, f"another user, asking by {name}"):
                    theirs = httpx2.QueryParams({name: self.owner.things[name]})
                    answer = await self.other.client.get(f"http://test{operation.path}?{theirs}")
                    self._expect_none_of(self.owner, answer, operation, f"another user, asking by {name}")

    async def _with_foreign_ids(self, operation: Operation) -> None:
        """Somebody else's things named in a body, each in turn among one's own."""
        own, body = await self.other.path(operation), await self.other.body(operation)
        first = body[0] if isinstance(body, list) and body else body
        for name, parameter in ids_in(self.contract, operation, first).items():
            for theirs in (await self.owner.thing(parameter), str(uuid4())):
                who = f"another user, naming a {name} that is not theirs"
                foreign = first | {name: [theirs] if name == "ids" else theirs}
                sent = [foreign] if isinstance(body, list) else foreign
                async with self._unchanged(operation, who):
                    answer = await send(self.other.client, operation, own, sent, self.contract)
                    self._expect(answer, {404, 422}, operation, who)

    async def _with_foreign_queries(self, operation: Operation) -> None:
        """Somebody else's thing named in the query of what changes something: as if there were none."""
        known = {name for o in self.contract.operations for name in o.path_parameters}
        for name in (n for n in operation.query_parameters if n in known):
            own, body = await self.other.path(operation), await self.other.body(operation)
            who = f"another user, with a {name} in the query that is not theirs"
            answers = []
            for theirs in (await self.owner.thing(name), str(uuid4())):
                async with self._unchanged(operation, who):
                    client = self.other.client
                    client.params = httpx2.QueryParams({name: theirs})
                    answers.append(await send(client, operation, own, body, self.contract))
                    self._expect(answers[-1], 404, operation, who)
            self._expect_same(answers[0], answers[1], operation, who)

    async def _control(self, operation: Operation) -> None:
        """The owner can do it: else all the refusals above would prove nothing."""
        person = self.owner
        if operation.access == "admin":
            person = await self._admin()
        before = dict(person.things)
        if operation.name in ANEW:
            parameter, make = ANEW[operation.name]
            person.things[parameter] = await make(person)
        path, body = await person.path(operation), await person.body(operation)
        own = QUERIES.get(operation.name)
        query = str(httpx2.QueryParams(await own(person))) if own else ""
        async with person.client as client:
            answer = await send(client, operation, path, body, self.contract, query)
        if operation.name in NOT_SET_UP:
            self._expect(answer, 404, operation, "everybody")
        elif not 200 <= answer.status_code < 300:
            self.faults.append(f"{operation}: the owner gets {answer.status_code} {answer.text[:300]}")
        if operation.name in ANEW:
            person.things = before
        item = self.contract.item_parameter(operation)
        item = kind_of(f"{operation.path}/{{{item}}}", item) if item else None
        if operation.method == "get" and item in person.things and person.things[item] not in answer.text:
            self.faults.append(f"{operation}: the owner does not see their own {item}")
        if operation.method == "delete" and operation.path_parameters:
            self._forget(person, operation)
        if operation.name in SIGNS_OUT:
            await self.owner.sign_in()

    def _forget(self, person: Person, operation: Operation) -> None:
        """What was deleted, and all that may have gone with it."""
        gone = self.contract.item_parameter(operation) or operation.path_parameters[-1]
        alone = operation.path_parameters[:1] == (gone,)
        person.things = {} if alone else {k: v for k, v in person.things.items() if k != gone}

    async def _admin(self) -> Person:
        admin = Person(self.house, self.contract, "root")
        await admin.sign_in()
        await self.house.services.accounts.set_role(email=admin.email, role=Role.ADMIN)
        return admin

    @staticmethod
    def _headers(operation: Operation) -> list[dict[str, str]]:
        """With what a curious person might learn something: whether a version or a file is there."""
        tries: list[dict[str, str]] = [{}]
        if operation.takes_header("if-match"):
            tries += [{"If-Match": '"1"'}, {"If-Match": '"999"'}]
        if operation.method == "get":
            tries += [{"If-None-Match": "*"}, {"Range": "bytes=0-9"}]
        return tries

    @asynccontextmanager
    async def _unchanged(self, operation: Operation, who: str) -> AsyncIterator[None]:
        before = await self.keeper.look()
        yield
        after = await self.keeper.look()
        if named := [name for name in changed(before, after) if name not in TOLD]:
            self.faults.append(f"{operation}: {who} changed {', '.join(named)}")

    def _expect(
        self, answer: httpx2.Response, status: int | set[int], operation: Operation, who: str
    ) -> None:
        wanted = {status} if isinstance(status, int) else status
        if answer.status_code not in wanted:
            self.faults.append(f"{operation}: {who} gets {answer.status_code}, not {sorted(wanted)}")
        if 401 in wanted and answer.status_code == 401 and "www-authenticate" not in answer.headers:
            self.faults.append(f"{operation}: {who} gets 401 without WWW-Authenticate")

    async def _expect_unknown(
        self,
        answer: httpx2.Response,
        operation: Operation,
        body: Any,
        client: httpx2.AsyncClient,
        who: str,
        **path: str,
    ) -> None:
        """Just the answer that there would be, were there no such thing."""
        nowhere = {name: value if name in SHARED else str(uuid4()) for name, value in path.items()}
        expected = await send(client, operation, nowhere, body, self.contract)
        self._expect(answer, 404, operation, who)
        self._expect_same(answer, expected, operation, who)

    def _expect_same(
        self, answer: httpx2.Response, expected: httpx2.Response, operation: Operation, who: str
    ) -> None:
        if _told(answer) != _told(expected):
            self.faults.append(
                f"{operation}: {who} can tell what is not theirs ({answer.status_code} {answer.text[:200]}) "
                f"from what is not there ({expected.status_code} {expected.text[:200]})"
            )

    def _expect_none_of(
        self, person: Person, answer: httpx2.Response, operation: Operation, who: str
    ) -> None:
        if answer.status_code >= 500:
            self.faults.append(f"{operation}: {who} gets {answer.status_code}")
        for name, value in person.things.items():
            if value in answer.text:
                self.faults.append(f"{operation}: {who} sees the owner's {name}")


def _told(answer: httpx2.Response) -> tuple[object, ...]:
    headers = sorted((k, v) for k, v in answer.headers.multi_items() if k not in CHANGEABLE)
    return answer.status_code, answer.content, headers


def _harmless_first(operation: Operation) -> tuple[int, int]:
    """Reading, then changing, then deleting from the innermost outwards."""
    return LAST.get(operation.method, 0), -operation.path.count("/")

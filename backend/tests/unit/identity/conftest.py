"""The use cases, over memory and without bcrypt."""

from datetime import datetime
from typing import TypedDict

import pytest

from app.application.identity.access_tokens import AccessTokenService
from app.application.identity.accounts import AccountService
from app.application.identity.provider_sign_in import ProviderSignInService
from app.application.identity.service import IdentityService
from app.application.identity.sessions import SessionService
from app.domain.identity.ports import SecurityEventSearch
from app.domain.identity.tickets import Tickets
from app.domain.shared.page import Slice
from app.infrastructure.security.tokens import JoseTokens
from tests.builders.identity import NOON
from tests.fakes.identity import MemoryIdentityWork, PlainPasswords
from tests.fakes.memory import MemoryDatabase
from tests.fakes.sign_in import MemoryProvider


class Newcomer(TypedDict):
    email: str
    password: str
    full_name: str


ADA: Newcomer = {"email": "Ada@Example.com", "password": "Correct-Horse-7", "full_name": "Ada Byron"}
BEN: Newcomer = {"email": "ben@example.com", "password": "Correct-Horse-7", "full_name": "Ben Okri"}


class House:
    def __init__(self) -> None:
        self.now: datetime = NOON
        database = MemoryDatabase()

        def work(*, readonly: bool = False) -> MemoryIdentityWork:
            return MemoryIdentityWork(database, readonly=readonly)

        def now() -> datetime:
            return self.now

        passwords, tokens = PlainPasswords(), JoseTokens(secret="a secret of these tests alone")
        self.work = work
        self.provider = MemoryProvider()
        self.tickets = Tickets(keys=["a secret of these tests alone"])
        self.access_tokens = AccessTokenService(work=work, now=now)
        self.google = ProviderSignInService(
            work=work, provider=self.provider, tickets=self.tickets, tokens=tokens, now=now
        )
        self.identity = IdentityService(work=work, passwords=passwords, tokens=tokens, now=now)
        self.accounts = AccountService(work=work, passwords=passwords, now=now)
        self.sessions = SessionService(work=work, now=now)

    async def events(self) -> list[tuple[str, str]]:
        """What the log of security says, the oldest first, and by name what happened at once."""
        async with self.work(readonly=True) as work:
            page = await work.security.page(SecurityEventSearch(), Slice())
        told = sorted(page.items, key=lambda event: (event.at, event.kind))
        return [(event.kind.value, event.note) for event in told]


@pytest.fixture
def house() -> House:
    return House()

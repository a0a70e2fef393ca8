"""The use cases, over memory and without bcrypt."""

from datetime import datetime
from typing import TypedDict

import pytest

from app.application.identity.accounts import AccountService
from app.application.identity.security import SecurityService
from app.application.identity.service import IdentityService
from app.application.identity.sessions import SessionService
from app.infrastructure.security.tokens import JoseTokens
from tests.builders.identity import NOON
from tests.fakes.identity import MemoryIdentityWork, PlainPasswords
from tests.fakes.memory import MemoryDatabase


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
        self.identity = IdentityService(work=work, passwords=passwords, tokens=tokens, now=now)
        self.accounts = AccountService(work=work, passwords=passwords, now=now)
        self.sessions = SessionService(work=work, now=now)
        self.security = SecurityService(work=work, now=now)


@pytest.fixture
def house() -> House:
    return House()

"""The use cases, over memory and without bcrypt."""

from datetime import datetime
from typing import TypedDict

import pytest

from app.application.identity.access_tokens import AccessTokenService
from app.application.identity.accounts import AccountService
from app.application.identity.asking import AskingLimits, AskingService
from app.application.identity.codes import CodeService
from app.application.identity.delivery import Delivering
from app.application.identity.mailing import Mailroom
from app.application.identity.notifying import Notifying
from app.application.identity.provider_sign_in import ProviderSignInService
from app.application.identity.recovery import RecoveryService
from app.application.identity.security import SecurityService
from app.application.identity.service import IdentityService
from app.application.identity.sessions import SessionService
from app.application.work.failpoints import Failpoint, pass_by
from app.application.work.runner import Runner
from app.domain.identity.challenges import Challenge, Purpose
from app.domain.identity.model import Origin
from app.domain.identity.ports import SecurityEventSearch
from app.domain.identity.security import SecurityEvent, SecurityEventKind
from app.domain.identity.tickets import Tickets
from app.domain.mail.ports import Language, Mail
from app.domain.shared.page import Slice
from app.domain.shared.work import Patience
from app.infrastructure.mail.letters import JinjaLetters
from app.infrastructure.security.challenges import HmacSecrets
from app.infrastructure.security.tokens import JoseTokens
from tests.builders.identity import AT_HOME, NOON
from tests.fakes.identity import MemoryIdentityWork, PlainPasswords
from tests.fakes.mail import MemoryMailer
from tests.fakes.memory import MemoryDatabase
from tests.fakes.sign_in import MemoryProvider
from tests.fakes.work import RecordingBell, Row

SECRET = "a secret of these tests alone"
BY_PASSWORD = {("registered", ""), ("signed_in", "password"), ("sign_in_failed", "")}
"""What every test here does to begin with."""


class Newcomer(TypedDict):
    email: str
    password: str
    full_name: str


ADA: Newcomer = {"email": "Ada@Example.com", "password": "Correct-Horse-7", "full_name": "Ada Byron"}
BEN: Newcomer = {"email": "ben@example.com", "password": "Correct-Horse-7", "full_name": "Ben Okri"}


class House:
    def __init__(self) -> None:
        self.now: datetime = NOON
        self.database = MemoryDatabase()
        self.bell, self.mailer = RecordingBell(), MemoryMailer()
        self.secrets = HmacSecrets(secret=SECRET)
        passwords, tokens = PlainPasswords(), JoseTokens(secret=SECRET)
        work, now, mailroom = self.work, lambda: self.now, self.mailroom()
        self.provider = MemoryProvider()
        self.tickets = Tickets(keys=[SECRET])
        self.access_tokens = AccessTokenService(work=work, now=now)
        self.google = ProviderSignInService(
            work=work, provider=self.provider, tickets=self.tickets, tokens=tokens, now=now
        )
        self.identity = IdentityService(
            work=work, passwords=passwords, tokens=tokens, mailroom=mailroom, now=now
        )
        self.accounts = AccountService(work=work, passwords=passwords, mailroom=mailroom, now=now)
        self.sessions = SessionService(work=work, now=now)
        self.security = SecurityService(work=work, now=now)
        self.codes = CodeService(work=work, identity=self.identity, mailroom=mailroom, now=now)
        self.recovery = RecoveryService(work=work, passwords=passwords, mailroom=mailroom, now=now)
        self.asking = self.asks()

    def work(self, *, readonly: bool = False) -> MemoryIdentityWork:
        return MemoryIdentityWork(self.database, readonly=readonly)

    def mailroom(self, *, is_configured: bool = True) -> Mailroom:
        return Mailroom(
            secrets=self.secrets, bell=self.bell, is_configured=is_configured, now=lambda: self.now
        )

    def asks(
        self, per_network: int = 1_000, in_all: int = 1_000, *, is_configured: bool = True
    ) -> AskingService:
        room = self.mailroom(is_configured=is_configured)
        limits = AskingLimits(per_network=per_network, in_all=in_all)
        return AskingService(work=self.work, mailroom=room, limits=limits, now=lambda: self.now)

    async def ask(
        self, purpose: Purpose = Purpose.SIGN_IN, email: str = ADA["email"], origin: Origin = AT_HOME
    ) -> None:
        await self.asking.ask(purpose, email, language=Language.ENGLISH, origin=origin)

    async def mailed(self, purpose: Purpose = Purpose.SIGN_IN, email: str = ADA["email"]) -> Mail:
        """What comes when it is asked for."""
        await self.ask(purpose, email)
        await self.deliver()
        return self.mailer.sent[-1]

    async def deliver(self, failpoint: Failpoint = pass_by) -> None:
        """All that is due, once."""
        letters, now = JinjaLetters(public_url="https://app.example.com/"), lambda: self.now
        asked_for = Delivering(
            work=self.work,
            mailer=self.mailer,
            letters=letters,
            secrets=self.secrets,
            now=now,
            failpoint=failpoint,
        )
        notices = Notifying(work=self.work, mailer=self.mailer, letters=letters, now=now, failpoint=failpoint)
        runner = Runner(
            kinds=[asked_for, notices],
            bell=RecordingBell(),
            patience=Patience(),
            name="postman",
            now=lambda: self.now,
        )
        async with self.work(readonly=True) as unit:
            due = await unit.queue.due(kinds=[asked_for.name, notices.name], limit=100)
        for work in due:
            await runner.run(work)

    def events(self) -> list[SecurityEventKind]:
        found = [e for e in self.database.entities.values() if isinstance(e, SecurityEvent)]
        return [event.kind for event in found]

    def challenges(self) -> list[Challenge]:
        return [e for e in self.database.entities.values() if isinstance(e, Challenge)]

    def mail_rows(self) -> list[Row]:
        rows: dict[object, Row] = self.database.rest.get("work", {})
        return list(rows.values())

    async def told(self) -> list[tuple[str, str]]:
        """What the log of security says, the oldest first, and by name what happened at once."""
        async with self.work(readonly=True) as work:
            page = await work.security.page(SecurityEventSearch(), Slice())
        told = sorted(page.items, key=lambda event: (event.at, event.kind))
        said = [(event.kind.value, event.note) for event in told]
        return [each for each in said if each not in BY_PASSWORD]


@pytest.fixture
def house() -> House:
    return House()

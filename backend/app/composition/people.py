"""Accounts, sessions, and what opens and ends them."""

from contextlib import AsyncExitStack
from dataclasses import dataclass
from functools import partial

from app.application.housekeeping.erasing import ErasureService
from app.application.identity.accounts import AccountService
from app.application.identity.security import SecurityService
from app.application.identity.service import IdentityService
from app.application.identity.sessions import SessionService
from app.composition.clock import utc_now
from app.composition.papers import storage_for
from app.infrastructure.persistence.database import Database
from app.infrastructure.persistence.housekeeping import SqlErasureWork
from app.infrastructure.persistence.identity import SqlIdentityWork
from app.infrastructure.security.passwords import BcryptPasswords
from app.infrastructure.security.tokens import JoseTokens
from app.settings import Settings


@dataclass(frozen=True, slots=True)
class People:
    identity: IdentityService
    accounts: AccountService
    sessions: SessionService
    security: SecurityService
    erasure: ErasureService


def people_of(settings: Settings, database: Database, closing: AsyncExitStack) -> People:
    passwords = BcryptPasswords(cost=settings.bcrypt_cost)
    closing.callback(passwords.close)
    tokens = JoseTokens(secret=settings.secret_key.get_secret_value())
    work = partial(SqlIdentityWork, database)
    return People(
        IdentityService(work=work, passwords=passwords, tokens=tokens, now=utc_now),
        AccountService(work=work, passwords=passwords, now=utc_now),
        SessionService(work=work, now=utc_now),
        SecurityService(work=work, now=utc_now),
        ErasureService(work=partial(SqlErasureWork, database.for_long()), storage=storage_for(settings)),
    )

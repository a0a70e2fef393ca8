"""Accounts, sessions, and what opens and ends them."""

from contextlib import AsyncExitStack
from dataclasses import dataclass
from functools import partial

from app.application.housekeeping.erasing import ErasureService
from app.application.housekeeping.exporting import AccountExportService
from app.application.identity.accounts import AccountService
from app.application.identity.avatars import AvatarService
from app.application.identity.local import LocalUserService
from app.application.identity.service import IdentityService
from app.application.identity.sessions import SessionService
from app.application.work.failpoints import Failpoint
from app.composition.clock import utc_now
from app.composition.papers import storage_for
from app.infrastructure.archives.zip import ZipArchives
from app.infrastructure.cpu import CpuDoor
from app.infrastructure.persistence.belongings import SqlExportWork
from app.infrastructure.persistence.database import Database
from app.infrastructure.persistence.housekeeping import SqlErasureWork
from app.infrastructure.persistence.identity import SqlIdentityWork
from app.infrastructure.persistence.remains import SqlRemains
from app.infrastructure.pictures.pillow import PillowPortraits
from app.infrastructure.security.passwords import BcryptPasswords
from app.infrastructure.security.tokens import JoseTokens
from app.settings import Settings


@dataclass(frozen=True, slots=True)
class People:
    identity: IdentityService
    local_user: LocalUserService
    accounts: AccountService
    avatars: AvatarService
    sessions: SessionService
    erasure: ErasureService
    exports: AccountExportService


def people_of(
    settings: Settings, database: Database, closing: AsyncExitStack, cpu: CpuDoor, failpoint: Failpoint
) -> People:
    passwords = BcryptPasswords(cost=settings.bcrypt_cost)
    closing.callback(passwords.close)
    tokens = JoseTokens(secret=settings.secret_key.get_secret_value())
    work = partial(SqlIdentityWork, database)
    storage = storage_for(settings)
    return People(
        IdentityService(work=work, passwords=passwords, tokens=tokens, now=utc_now),
        LocalUserService(work=work, passwords=passwords, now=utc_now),
        AccountService(work=work, passwords=passwords, now=utc_now),
        AvatarService(
            work=work, portraits=PillowPortraits(cpu), files=storage, now=utc_now, failpoint=failpoint
        ),
        SessionService(work=work, now=utc_now),
        ErasureService(
            work=partial(SqlErasureWork, database),
            storage=storage,
            remains=SqlRemains(database),
            now=utc_now,
        ),
        AccountExportService(
            work=partial(SqlExportWork, database), storage=storage, archives=ZipArchives(cpu), now=utc_now
        ),
    )

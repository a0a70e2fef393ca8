"""The composition root: the only module that knows a port and its adapter at once."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import UTC, datetime

from app.application.health import Health
from app.application.identity.service import IdentityService
from app.application.services import Services
from app.infrastructure.persistence.database import Database
from app.infrastructure.persistence.identity import SqlIdentityWork
from app.infrastructure.security.passwords import BcryptPasswords
from app.infrastructure.security.tokens import JoseTokens
from app.settings import Settings


def utc_now() -> datetime:
    return datetime.now(UTC)


@asynccontextmanager
async def compose(settings: Settings) -> AsyncIterator[Services]:
    async with AsyncExitStack() as closing:
        settings.data_dir.mkdir(parents=True, exist_ok=True)
        database = Database(settings.database_url)
        closing.push_async_callback(database.dispose)
        passwords = BcryptPasswords(cost=settings.bcrypt_cost)
        closing.callback(passwords.close)
        tokens = JoseTokens(secret=settings.secret_key.get_secret_value())

        def identity_work(*, readonly: bool = False) -> SqlIdentityWork:
            return SqlIdentityWork(database, readonly=readonly)

        yield Services(
            health=Health(database=database.ping),
            identity=IdentityService(work=identity_work, passwords=passwords, tokens=tokens, now=utc_now),
        )

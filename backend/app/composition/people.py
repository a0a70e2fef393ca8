"""Accounts, sessions, and what opens and ends them."""

from contextlib import AsyncExitStack
from dataclasses import dataclass
from functools import partial

from app.application.housekeeping.erasing import ErasureService
from app.application.identity.access_tokens import AccessTokenService
from app.application.identity.accounts import AccountService
from app.application.identity.provider_sign_in import ProviderSignInService
from app.application.identity.service import IdentityService
from app.application.identity.sessions import SessionService
from app.application.work.failpoints import Failpoint
from app.composition.clock import utc_now
from app.composition.papers import storage_for
from app.domain.identity.tickets import Tickets
from app.infrastructure.persistence.database import Database
from app.infrastructure.persistence.housekeeping import SqlErasureWork
from app.infrastructure.persistence.identity import SqlIdentityWork
from app.infrastructure.security.openid.provider import Client, OpenIdProvider
from app.infrastructure.security.openid.web import Web
from app.infrastructure.security.passwords import BcryptPasswords
from app.infrastructure.security.tokens import JoseTokens
from app.settings import Settings


@dataclass(frozen=True, slots=True)
class People:
    identity: IdentityService
    accounts: AccountService
    sessions: SessionService
    erasure: ErasureService
    access_tokens: AccessTokenService
    google: ProviderSignInService


def people_of(
    settings: Settings, database: Database, closing: AsyncExitStack, failpoint: Failpoint
) -> People:
    passwords = BcryptPasswords(cost=settings.bcrypt_cost)
    closing.callback(passwords.close)
    secret, *previous = settings.signing_keys
    tokens = JoseTokens(secret=secret, previous=previous)
    work = partial(SqlIdentityWork, database)
    return People(
        IdentityService(work=work, passwords=passwords, tokens=tokens, now=utc_now, failpoint=failpoint),
        AccountService(work=work, passwords=passwords, now=utc_now),
        SessionService(work=work, now=utc_now),
        ErasureService(work=partial(SqlErasureWork, database), storage=storage_for(settings)),
        AccessTokenService(work=work, now=utc_now),
        ProviderSignInService(
            work=work,
            provider=_google(settings, closing),
            tickets=Tickets(keys=settings.signing_keys),
            tokens=tokens,
            now=utc_now,
        ),
    )


def _google(settings: Settings, closing: AsyncExitStack) -> OpenIdProvider | None:
    if not settings.google_client_id:
        return None
    web = Web()
    closing.push_async_callback(web.close)
    client = Client(
        id=settings.google_client_id,
        secret=settings.google_client_secret.get_secret_value(),
        callback=settings.google_callback_url,
    )
    discovery = settings.google_discovery_url
    return OpenIdProvider(name="google", discovery=discovery, client=client, web=web, now=utc_now)

"""Accounts, sessions, and what opens and ends them."""

from collections.abc import Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass
from functools import partial
from typing import Any

from app.application.housekeeping.erasing import Erasing, ErasureService, Estate
from app.application.housekeeping.exporting import AccountExportService
from app.application.identity.access_tokens import AccessTokenService
from app.application.identity.accounts import AccountService
from app.application.identity.asking import AskingLimits, AskingService
from app.application.identity.avatars import AvatarService
from app.application.identity.codes import CodeService
from app.application.identity.delivery import Delivering
from app.application.identity.llm_keys import LLMKeyService, OwnModels
from app.application.identity.local import LocalUserService
from app.application.identity.mailing import Mailroom
from app.application.identity.notifying import Notifying
from app.application.identity.provider_sign_in import ProviderSignInService
from app.application.identity.recovery import RecoveryService
from app.application.identity.security import SecurityService
from app.application.identity.service import IdentityService
from app.application.identity.sessions import SessionService
from app.application.work.failpoints import Failpoint
from app.application.work.kind import AnyWorkKind
from app.application.work.ports import IDoorbell
from app.composition.clock import utc_now
from app.composition.papers import storage_for
from app.domain.identity.llm_keys import IKeyedLLMs
from app.domain.identity.tickets import Tickets
from app.domain.mail.ports import IMailer
from app.infrastructure.archives.zip import ZipArchives
from app.infrastructure.cpu import CpuDoor
from app.infrastructure.mail.letters import JinjaLetters
from app.infrastructure.persistence.belongings import SqlExportWork
from app.infrastructure.persistence.database import Database
from app.infrastructure.persistence.housekeeping import SqlErasureWork
from app.infrastructure.persistence.identity import SqlIdentityWork
from app.infrastructure.persistence.remains import SqlRemains
from app.infrastructure.pictures.pillow import PillowPortraits
from app.infrastructure.security.challenges import HmacSecrets
from app.infrastructure.security.openid.provider import Client, OpenIdProvider
from app.infrastructure.security.openid.web import Web
from app.infrastructure.security.passwords import BcryptPasswords
from app.infrastructure.security.seals import FernetSeal
from app.infrastructure.security.tokens import JoseTokens
from app.settings import Settings


@dataclass(frozen=True, slots=True)
class People:
    identity: IdentityService
    local_user: LocalUserService
    accounts: AccountService
    avatars: AvatarService
    sessions: SessionService
    security: SecurityService
    erasure: ErasureService
    account_exports: AccountExportService
    asking: AskingService
    codes: CodeService
    recovery: RecoveryService
    access_tokens: AccessTokenService
    llm_keys: LLMKeyService
    google: ProviderSignInService


@dataclass(frozen=True, slots=True)
class Aids:
    """What the services of people lean on beside the database."""

    bell: IDoorbell
    cpu: CpuDoor
    failpoint: Failpoint
    keyed: IKeyedLLMs


def people_of(settings: Settings, database: Database, aids: Aids, closing: AsyncExitStack) -> People:
    passwords = BcryptPasswords(cost=settings.bcrypt_cost)
    closing.callback(passwords.close)
    secret, *previous = settings.signing_keys
    tokens = JoseTokens(secret=secret, previous=previous)
    work = partial(SqlIdentityWork, database)
    mailroom = Mailroom(
        secrets=_secrets(settings), bell=aids.bell, is_configured=bool(settings.mail_transport), now=utc_now
    )
    identity = IdentityService(
        work=work,
        passwords=passwords,
        tokens=tokens,
        mailroom=mailroom,
        now=utc_now,
        failpoint=aids.failpoint,
    )
    limits = AskingLimits(per_network=settings.mails_per_network, in_all=settings.mails_in_all)
    return People(
        identity=identity,
        local_user=LocalUserService(work=work, passwords=passwords, now=utc_now),
        accounts=AccountService(work=work, passwords=passwords, mailroom=mailroom, now=utc_now),
        sessions=SessionService(work=work, now=utc_now),
        asking=AskingService(work=work, mailroom=mailroom, limits=limits, now=utc_now),
        codes=CodeService(work=work, identity=identity, mailroom=mailroom, now=utc_now),
        recovery=RecoveryService(work=work, passwords=passwords, mailroom=mailroom, now=utc_now),
        access_tokens=AccessTokenService(work=work, now=utc_now),
        llm_keys=LLMKeyService(work=work, seal=_seal(settings), providers=aids.keyed.providers, now=utc_now),
        google=ProviderSignInService(
            work=work,
            provider=_google(settings, closing),
            tickets=Tickets(keys=settings.signing_keys),
            tokens=tokens,
            now=utc_now,
        ),
        security=SecurityService(work=work, now=utc_now),
        **_belongings(settings, database, aids),
    )


def _belongings(settings: Settings, database: Database, aids: Aids) -> dict[str, Any]:
    """What shows, hands out and erases what an account owns."""
    storage, work = storage_for(settings), partial(SqlIdentityWork, database)
    return {
        "avatars": AvatarService(
            work=work,
            portraits=PillowPortraits(aids.cpu),
            files=storage,
            now=utc_now,
            failpoint=aids.failpoint,
        ),
        "erasure": ErasureService(estate=_estate(settings, database), bell=aids.bell, now=utc_now),
        "account_exports": AccountExportService(
            work=partial(SqlExportWork, database),
            storage=storage,
            archives=ZipArchives(aids.cpu, settings.data_dir / "archives"),
            now=utc_now,
        ),
    }


def _estate(settings: Settings, database: Database) -> Estate:
    return Estate(
        work=partial(SqlErasureWork, database),
        storage=storage_for(settings),
        remains=SqlRemains(database),
        now=utc_now,
    )


def work_of_people(
    settings: Settings, database: Database, mailer: IMailer, failpoint: Failpoint
) -> Sequence[AnyWorkKind]:
    """Mails that people ask for, those that say what was done, and the rest of erasures."""
    work, letters = partial(SqlIdentityWork, database), JinjaLetters(public_url=settings.public_url)
    asked_for = Delivering(
        work=work,
        mailer=mailer,
        letters=letters,
        secrets=_secrets(settings),
        now=utc_now,
        failpoint=failpoint,
    )
    notices = Notifying(work=work, mailer=mailer, letters=letters, now=utc_now, failpoint=failpoint)
    return asked_for, notices, Erasing(_estate(settings, database))


def own_models_of(settings: Settings, database: Database, keyed: IKeyedLLMs) -> OwnModels:
    return OwnModels(work=partial(SqlIdentityWork, database), seal=_seal(settings), keyed=keyed)


def _seal(settings: Settings) -> FernetSeal:
    return FernetSeal(secrets=settings.signing_keys)


def _secrets(settings: Settings) -> HmacSecrets:
    secret, *previous = settings.signing_keys
    return HmacSecrets(secret=secret, previous=previous)


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

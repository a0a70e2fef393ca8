from collections.abc import Sequence
from dataclasses import dataclass

from app.application.identity.work import IIdentityWork
from app.application.unit_of_work import Opens
from app.domain.identity.errors import OwnKeysNotAllowed, ProviderNotOffered
from app.domain.identity.llm_keys import IKeyedLLMs, IKeySeal, KeyUnreadable, LLMKey, last_four_of
from app.domain.identity.model import NOWHERE, Origin
from app.domain.identity.security import SecurityEvent, SecurityEventKind
from app.domain.shared.ids import UserId
from app.domain.shared.llm import ILLMService
from app.domain.shared.time import Now


@dataclass(frozen=True, slots=True)
class OwnModel:
    """What is asked for somebody who brought a key."""

    llm: ILLMService | None
    """None where the key cannot be opened any more."""


class OwnModels:
    """Finds for whom another model is asked than the host's."""

    def __init__(self, *, work: Opens[IIdentityWork], seal: IKeySeal, keyed: IKeyedLLMs) -> None:
        self._work = work
        self._seal = seal
        self._keyed = keyed

    async def find(self, user_id: UserId) -> OwnModel | None:
        """A key to a provider that the host does not offer any more is as none."""
        if not self._keyed.providers:
            return None
        async with self._work(readonly=True) as work:
            key = await work.llm_keys.find(user_id)
        if key is None or key.provider not in self._keyed.providers:
            return None
        try:
            secret = self._seal.open(key.sealed, owner=user_id)
        except KeyUnreadable:
            return OwnModel(None)
        return OwnModel(self._keyed.opened_by(secret, provider=key.provider))


class LLMKeyService:
    """Takes keys, tells which there is, and forgets them. None ever comes out again."""

    def __init__(
        self, *, work: Opens[IIdentityWork], seal: IKeySeal, providers: Sequence[str], now: Now
    ) -> None:
        self._work = work
        self._seal = seal
        self._now = now
        self.providers = tuple(providers)

    async def find(self, owner: UserId) -> LLMKey | None:
        async with self._work(readonly=True) as work:
            return await work.llm_keys.find(owner)

    async def put(
        self,
        owner: UserId,
        *,
        provider: str,
        secret: str,
        month_limit_micros: int | None = None,
        origin: Origin = NOWHERE,
    ) -> LLMKey:
        """In place of the one that there is. Raises OwnKeysNotAllowed, ProviderNotOffered."""
        if not self.providers:
            raise OwnKeysNotAllowed("This installation takes no keys of people's own.")
        if provider not in self.providers:
            raise ProviderNotOffered(f"A key may be one to {' or '.join(self.providers)}.")
        now = self._now()
        key = LLMKey(
            user_id=owner,
            provider=provider,
            sealed=self._seal.seal(secret, owner=owner),
            last_four=last_four_of(secret),
            month_limit_micros=month_limit_micros,
            created_at=now,
            updated_at=now,
        )
        async with self._work() as work:
            await work.users.get(owner, lock=True)
            await work.llm_keys.remove(owner)
            await work.llm_keys.add(key)
            await self._note(work, SecurityEventKind.LLM_KEY_PUT, owner, origin, provider)
            await work.commit()
        return key

    async def remove(self, owner: UserId, *, origin: Origin = NOWHERE) -> None:
        """Also where there is none."""
        async with self._work() as work:
            await work.users.get(owner, lock=True)
            if await work.llm_keys.remove(owner):
                await self._note(work, SecurityEventKind.LLM_KEY_REMOVED, owner, origin)
            await work.commit()

    async def _note(
        self, work: IIdentityWork, kind: SecurityEventKind, owner: UserId, origin: Origin, note: str = ""
    ) -> None:
        event = SecurityEvent.of(kind, at=self._now(), user_id=owner, origin=origin, note=note)
        await work.security.add(event)

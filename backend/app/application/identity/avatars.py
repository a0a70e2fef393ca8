import logging
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from uuid import uuid4

from app.application.identity.work import IIdentityWork
from app.application.unit_of_work import Opens
from app.application.work.failpoints import AFTER_PUT, BEFORE_DISCARD, Failpoint, pass_by
from app.domain.identity.avatars import (
    FOLDER,
    LARGEST_FILE,
    Avatar,
    AvatarNotFound,
    IAvatarFiles,
    IPortraits,
    PictureTooLarge,
)
from app.domain.shared.errors import NotFound, Unavailable
from app.domain.shared.ids import UserId
from app.domain.shared.time import Now

log = logging.getLogger("jobwise.identity")


@dataclass(frozen=True, slots=True)
class ShownAvatar:
    avatar: Avatar
    data: bytes


class AvatarService:
    """One picture for each account. Its file comes before its row, and goes after it."""

    def __init__(
        self,
        *,
        work: Opens[IIdentityWork],
        portraits: IPortraits,
        files: IAvatarFiles,
        now: Now,
        failpoint: Failpoint = pass_by,
    ) -> None:
        self._work = work
        self._portraits = portraits
        self._files = files
        self._now = now
        self._failpoint = failpoint

    async def take(self, user_id: UserId, data: bytes) -> Avatar:
        """Raises PictureRefused, PictureTooLarge."""
        if len(data) > LARGEST_FILE:
            raise PictureTooLarge(f"A picture may have {LARGEST_FILE // 1024 // 1024} MB.")
        drawn = await self._portraits.drawn(data)
        avatar = Avatar(
            user_id=user_id,
            storage_key=f"{FOLDER}/{user_id}/{uuid4()}.webp",
            sha256=sha256(drawn).hexdigest(),
            size=len(drawn),
            created_at=self._now(),
        )
        await self._files.put(avatar.storage_key, drawn)
        self._failpoint(AFTER_PUT)
        try:
            async with self._work() as work:
                replaced = await work.avatars.put(avatar)
                await work.commit()
        except NotFound:
            await self._discard([avatar.storage_key])
            raise
        await self._discard([replaced] if replaced else [])
        return avatar

    async def remove(self, user_id: UserId) -> None:
        """Raises AvatarNotFound."""
        async with self._work() as work:
            key = await work.avatars.remove(user_id)
            if key is None:
                raise AvatarNotFound("There is no such picture.")
            await work.commit()
        await self._discard([key])

    async def show(self, user_id: UserId) -> ShownAvatar:
        """Raises AvatarNotFound."""
        avatar = await self._shown(user_id)
        try:
            return ShownAvatar(avatar, await self._files.get(avatar.storage_key))
        except Unavailable:
            latest = await self._shown(user_id)
            if latest.storage_key == avatar.storage_key:
                raise
            return ShownAvatar(latest, await self._files.get(latest.storage_key))

    async def _shown(self, user_id: UserId) -> Avatar:
        async with self._work(readonly=True) as work:
            avatar = await work.avatars.find_shown(user_id)
        if avatar is None:
            raise AvatarNotFound("There is no such picture.")
        return avatar

    async def _discard(self, keys: Sequence[str]) -> None:
        """What cannot be removed now is left over, and swept up."""
        self._failpoint(BEFORE_DISCARD)
        try:
            await self._files.delete(keys)
        except Unavailable:
            log.warning("the file of a picture is left over")

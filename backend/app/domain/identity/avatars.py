"""The picture that somebody shows of themselves, and what it takes to make and keep one."""

from abc import abstractmethod
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from app.domain.shared.entity import Entity
from app.domain.shared.errors import Invalid, NotFound, TooLarge
from app.domain.shared.ids import UserId

SIDE = 512
"""Pixels of a finished picture, each way."""
LARGEST_FILE = 5 * 1024 * 1024
"""Bytes."""
MOST_PIXELS = 25_000_000
FOLDER = "avatars"


class AvatarNotFound(NotFound):
    """There is none, or its account is closed or unknown: nobody is told which."""


class PictureRefused(Invalid):
    """No PNG, JPEG or WebP, or one that cannot be drawn."""


class PictureTooLarge(TooLarge): ...


@dataclass(slots=True, kw_only=True, eq=False)
class Avatar(Entity):
    user_id: UserId
    storage_key: str
    """Of our own making, and another one for every picture."""
    sha256: str
    size: int
    """Bytes."""
    created_at: datetime


class IPortraits(Protocol):
    @abstractmethod
    async def drawn(self, data: bytes) -> bytes:
        """A square WebP of SIDE pixels with nothing in it but the picture: drawn anew, upright, without what
        the file said beside it. Of a picture that moves, its first frame.

        Raises PictureRefused, PictureTooLarge.
        """


class IAvatarRepository(Protocol):
    @abstractmethod
    async def find_shown(self, user_id: UserId) -> Avatar | None:
        """None also where the account is closed."""

    @abstractmethod
    async def put(self, avatar: Avatar) -> str | None:
        """In the place of the one that there was; where that one's file is kept. Nobody else takes its place
        before this unit of work ends. Raises UserNotFound."""

    @abstractmethod
    async def remove(self, user_id: UserId) -> str | None:
        """Where its file is kept; None where there is none."""

    @abstractmethod
    async def recorded(self, storage_keys: Collection[str]) -> Collection[str]:
        """Those that an avatar stands for."""

    @abstractmethod
    async def storage_keys_of(self, owner: UserId) -> Sequence[str]: ...


class IAvatarFiles(Protocol):
    """As much of the house's storage as an avatar needs. Raises Unavailable."""

    @abstractmethod
    async def put(self, key: str, data: bytes) -> None: ...

    @abstractmethod
    async def get(self, key: str) -> bytes: ...

    @abstractmethod
    async def delete(self, keys: Sequence[str]) -> None: ...

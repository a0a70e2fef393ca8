import asyncio
import os
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from passlib.hash import bcrypt, bcrypt_sha256

from app.domain.identity.ports import IPasswordHasher

BCRYPT_READS = 72
"""Bytes. bcrypt ignores what comes after them, so a longer password is hashed with SHA-256 first."""
SLOTS = 2
LEAST_URGENT = 19

T = TypeVar("T")


class BcryptPasswords(IPasswordHasher):
    """bcrypt in a small pool of its own: a storm of sign-ins must not take the threads others need."""

    def __init__(self, *, cost: int = 12) -> None:
        self._short = bcrypt.using(rounds=cost)
        self._long = bcrypt_sha256.using(rounds=cost)
        self._pool = ThreadPoolExecutor(SLOTS, thread_name_prefix="bcrypt", initializer=_stand_back)
        self._nobody = str(self._short.hash("nobody's password"))

    async def hash(self, password: str) -> str:
        scheme = self._long if _is_long(password) else self._short
        return await self._run(lambda: str(scheme.hash(password)))

    async def matches(self, password: str, hashed: str | None) -> bool:
        verified = await self._run(lambda: self._verify(password, hashed or self._nobody))
        return verified and bool(hashed)

    def close(self) -> None:
        self._pool.shutdown(wait=False, cancel_futures=True)

    def _verify(self, password: str, hashed: str) -> bool:
        if self._long.identify(hashed):
            return bool(self._long.verify(password, hashed))
        # A long password was never hashed the short way: its first 72 bytes must not open the door.
        prefix = password.encode()[:BCRYPT_READS]
        return bool(self._short.verify(prefix, hashed)) and not _is_long(password)

    async def _run(self, work: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._pool, work)


def _stand_back() -> None:
    """Take the processor only when nobody else wants it, where the system tells threads apart."""
    if sys.platform == "linux":
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), LEAST_URGENT)


def _is_long(password: str) -> bool:
    return len(password.encode()) > BCRYPT_READS

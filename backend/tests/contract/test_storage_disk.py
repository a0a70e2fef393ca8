"""Files on a disk that is full, broken, or cut off in the middle: all of a file is there, or nothing."""

import asyncio
import errno
import fcntl
import os
import resource
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from app.domain.shared.storage import StorageUnavailable
from app.infrastructure.storage.local import PARTIAL, LocalFiles
from tests.survival.conftest import BACKEND

KEY = "documents/7f/cafe.pdf"
OLD, NEW = b"what was there", b"x" * 200_000
LONG_AGO = (datetime.now(UTC) - timedelta(days=2)).timestamp()


def left(root: Path) -> list[str]:
    return sorted(str(path.relative_to(root)) for path in root.rglob("*") if path.is_file())


async def test_a_file_is_on_the_disk_before_it_has_its_name_and_its_name_before_it_is_said_to_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []
    fsync, replace = os.fsync, os.replace

    def flushing(handle: int) -> None:
        done.append(os.readlink(f"/proc/self/fd/{handle}"))
        fsync(handle)

    def naming(old: str, new: str, **where: Any) -> None:
        done.append(f"{new} has its name")
        replace(old, new, **where)

    monkeypatch.setattr(os, "fsync", flushing)
    monkeypatch.setattr(os, "replace", naming)
    await LocalFiles(tmp_path).put(KEY, b"1")

    partial, *rest = done
    assert partial.startswith(str(tmp_path / KEY))
    assert partial.endswith(PARTIAL)
    folders = [str(tmp_path / part) for part in ("documents/7f", "documents", "")]
    assert rest == ["cafe.pdf has its name", *(folder.rstrip("/") for folder in folders)]


async def test_nothing_is_left_behind_but_the_files(tmp_path: Path) -> None:
    files = LocalFiles(tmp_path)
    await files.put(KEY, b"1")
    await files.delete([KEY])

    assert os.listdir(tmp_path) == []


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EACCES, errno.EIO, errno.EROFS, errno.EDQUOT])
@pytest.mark.parametrize("call", ["open", "fsync", "replace"])
async def test_a_disk_that_refuses_keeps_what_was_there_and_nothing_half_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, number: int
) -> None:
    files = LocalFiles(tmp_path)
    await files.put(KEY, OLD)
    real: Callable[..., Any] = getattr(os, call)

    def refusing(first: Any, *args: Any, **about: Any) -> Any:
        if call == "open" and not str(first).endswith(PARTIAL):
            return real(first, *args, **about)
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as broken:
        broken.setattr(os, call, refusing)
        with pytest.raises(StorageUnavailable):
            await files.put(KEY, NEW)
        with pytest.raises(StorageUnavailable):
            await files.put("documents/8a/other.pdf", NEW)

    assert left(tmp_path) == [KEY]
    assert await files.get(KEY) == OLD
    assert os.listdir(tmp_path / "documents") == ["7f"], "no empty folder either"
    await files.put(KEY, NEW)
    assert await files.get(KEY) == NEW


async def test_a_disk_that_is_full_after_half_a_file_keeps_nothing_of_it(tmp_path: Path) -> None:
    """Truly: no file of this process may be larger than a part of it."""
    files, (soft, hard) = LocalFiles(tmp_path), resource.getrlimit(resource.RLIMIT_FSIZE)
    await files.put(KEY, OLD)
    was = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (len(NEW) // 2, hard))
    try:
        with pytest.raises(StorageUnavailable):
            await files.put(KEY, NEW)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, was)

    assert left(tmp_path) == [KEY]
    assert await files.get(KEY) == OLD


@pytest.fixture
def small_disk(tmp_path: Path) -> Any:
    """A file system of one megabyte, where this machine lets us mount one."""
    place = tmp_path / "disk"
    place.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", place], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("nothing may be mounted here")
    yield place
    subprocess.run(["umount", place], check=True)


async def test_a_full_file_system_heals_when_there_is_room_again(small_disk: Path) -> None:
    files = LocalFiles(small_disk)
    await files.put(KEY, NEW)

    refused = 0
    for n in range(10):
        try:
            await files.put(f"documents/{n}/more.pdf", NEW)
        except StorageUnavailable:
            refused += 1
    there = await files.list("documents")

    assert 0 < refused < 10
    assert left(small_disk) == list(there)
    assert {len(await files.get(key)) for key in there} == {len(NEW)}
    await files.delete([there[0]])
    await files.put("documents/again.pdf", NEW)
    assert await files.get("documents/again.pdf") == NEW


WRITER = """
import asyncio, os, sys
from pathlib import Path
from app.infrastructure.storage.local import LocalFiles

os.fsync = lambda handle: os.kill(os.getpid(), 9)
asyncio.run(LocalFiles(Path(sys.argv[1])).put(sys.argv[2], b"x" * 200_000))
"""


async def test_a_writer_that_is_killed_leaves_no_file_and_what_it_leaves_is_old_one_day(
    tmp_path: Path,
) -> None:
    files = LocalFiles(tmp_path)
    writer = await asyncio.create_subprocess_exec(sys.executable, "-c", WRITER, tmp_path, KEY, cwd=BACKEND)
    assert await writer.wait() == -signal.SIGKILL

    [leftover] = left(tmp_path)
    assert leftover.endswith(PARTIAL)
    assert await files.list("documents") == []
    now = datetime.now(UTC)
    assert [keys async for keys in files.older("documents", than=now - timedelta(days=1))] == []
    os.utime(tmp_path / leftover, (LONG_AGO, LONG_AGO))
    assert [keys async for keys in files.older("documents", than=now - timedelta(days=1))] == [[leftover]]
    await files.delete([leftover], put_before=now - timedelta(days=1))
    assert left(tmp_path) == []


async def test_whoever_removes_the_old_waits_for_whoever_writes(tmp_path: Path) -> None:
    """And then finds it new."""
    files, before = LocalFiles(tmp_path), datetime.now(UTC) - timedelta(days=1)
    await files.put(KEY, OLD)
    os.utime(tmp_path / KEY, (LONG_AGO, LONG_AGO))
    folder = os.open((tmp_path / KEY).parent, os.O_RDONLY)
    fcntl.flock(folder, fcntl.LOCK_SH)  # as a writer has it

    removing = asyncio.create_task(files.delete([KEY], put_before=before))
    with suppress(TimeoutError):
        await asyncio.wait_for(asyncio.shield(removing), 0.2)
    assert not removing.done()
    await files.put(KEY, NEW)
    os.close(folder)
    await removing

    assert await files.get(KEY) == NEW


async def test_folders_that_come_and_go_are_in_nobodys_way(tmp_path: Path) -> None:
    files = LocalFiles(tmp_path)

    async def put_and_remove(n: int) -> None:
        for _ in range(20):
            await files.put(f"documents/7f/{n}", b"1")
            await files.delete([f"documents/7f/{n}"])

    await asyncio.gather(*(put_and_remove(n) for n in range(4)))

    assert os.listdir(tmp_path) == []


@pytest.mark.parametrize("key", ["../x", "documents/../../x", "/etc/passwd", ""])
async def test_no_key_leads_out_of_the_house(tmp_path: Path, key: str) -> None:
    with pytest.raises(ValueError, match="no key of ours"):
        await LocalFiles(tmp_path / "files").put(key, b"1")


async def test_a_disk_that_hangs_is_given_up_in_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    back = Event()
    monkeypatch.setattr(os, "fsync", lambda _: back.wait(30))

    with pytest.raises(StorageUnavailable):
        await LocalFiles(tmp_path, patience=timedelta(seconds=0.1)).put(KEY, NEW)

    assert left(tmp_path)[0].endswith(PARTIAL)
    back.set()  # the thread goes on, and nobody has been told of the file

"""A zip from a stranger: judged by its directory before anything in it is opened, and read in bounds."""

import io
import stat
import zlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import PurePosixPath
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from app.domain.profile.errors import ArchiveRefused

MOST_ENTRIES = 500
LARGEST_ENTRY = 4 * 1024 * 1024
LARGEST_TOTAL = 20 * 1024 * 1024
"""Bytes, of the files that are read, once inflated."""
HIGHEST_RATIO = 50
_SMALL = 64 * 1024
"""Bytes. So little may be packed as tightly as it likes."""
_LONGEST_NAME = 200
_ENCRYPTED = 0x1
_HEADER = 30
_NO_ZIP = "This is not a zip file that we can read."


def open_archive(data: bytes, wanted: Callable[[str], bool]) -> tuple[Mapping[str, bytes], tuple[str, ...]]:
    """The files that are wanted, by name, and the names of all others. Raises ArchiveRefused."""
    try:
        with ZipFile(io.BytesIO(data)) as archive:
            entries = _sound(archive, data)
            read = [entry for entry in entries if wanted(entry.filename)]
            _require_bounded(read)
            others = tuple(e.filename for e in entries if not wanted(e.filename) and not e.is_dir())
            return {entry.filename: _read(archive, entry) for entry in read}, others
    except (
        BadZipFile,
        zlib.error,
        EOFError,
        NotImplementedError,
        OSError,
        ValueError,
        RuntimeError,
    ) as error:
        raise ArchiveRefused(_NO_ZIP) from error


def _sound(archive: ZipFile, data: bytes) -> list[ZipInfo]:
    entries = archive.infolist()
    if len(entries) > MOST_ENTRIES:
        raise ArchiveRefused(f"The zip holds more than {MOST_ENTRIES} files.")
    names = [entry.filename.casefold() for entry in entries]
    if len(set(names)) != len(names):
        raise ArchiveRefused("The zip names a file twice.")
    for entry in entries:
        for flaw in _flaws(entry):
            raise ArchiveRefused(flaw)
    _require_apart(entries, len(data))
    return entries


def _flaws(entry: ZipInfo) -> Iterator[str]:
    path = PurePosixPath(entry.filename.replace("\\", "/"))
    if (
        path.is_absolute()
        or ".." in path.parts
        or ":" in entry.filename
        or len(entry.filename) > _LONGEST_NAME
    ):
        yield "The zip holds a file whose name leads out of it."
    if entry.flag_bits & _ENCRYPTED:
        yield "The zip is encrypted."
    if stat.S_ISLNK(entry.external_attr >> 16):
        yield "The zip holds a link to another file."
    if entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        yield "The zip is packed in a way that we do not read."


def _require_apart(entries: list[ZipInfo], size: int) -> None:
    """Two entries that share their bytes make much out of little."""
    end = 0
    for entry in sorted(entries, key=lambda e: e.header_offset):
        if entry.header_offset < end:
            raise ArchiveRefused("Files in the zip overlap.")
        end = entry.header_offset + _HEADER + entry.compress_size
    if end > size:
        raise ArchiveRefused(_NO_ZIP)


def _require_bounded(entries: list[ZipInfo]) -> None:
    for entry in entries:
        if entry.file_size > LARGEST_ENTRY:
            raise ArchiveRefused(f"A file in the zip is larger than {LARGEST_ENTRY // 1024 // 1024} MB.")
        if entry.file_size > max(_SMALL, HIGHEST_RATIO * entry.compress_size):
            raise ArchiveRefused("A file in the zip is packed tighter than any text is.")
    if sum(entry.file_size for entry in entries) > LARGEST_TOTAL:
        raise ArchiveRefused(f"The zip holds more than {LARGEST_TOTAL // 1024 // 1024} MB.")


def _read(archive: ZipFile, entry: ZipInfo) -> bytes:
    """As much as its directory says; one that lies is no zip."""
    with archive.open(entry) as file:
        data = file.read(entry.file_size + 1)
    if len(data) != entry.file_size:
        raise ArchiveRefused(_NO_ZIP)
    return data

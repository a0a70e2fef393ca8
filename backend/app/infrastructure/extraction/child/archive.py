"""A ZIP held to its own table of contents before anything in it is unpacked.

Only what an office program writes is taken: one table at the very end, every part once, none over
another, nothing packed tighter than text can be.
"""

import re
import stat
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from app.infrastructure.extraction.child.answers import Refusal, Refused

MOST_PARTS = 200
MOST_BYTES = 20_000_000
"""Unpacked, all of it."""
MOST_RATIO = 50
_SMALL = 256_000
"""Unpacked; less than this is no bomb however tightly it is packed."""
_END, _HEAD, _LOCAL = b"PK\x05\x06", b"PK\x01\x02", b"PK\x03\x04"
_ZIP64_END = b"PK\x06\x07"
_LONGEST_COMMENT = 65_535
_STORED, _DEFLATED = 0, 8
_LOCKED = 0x1 | 0x40 | 0x2000
_SIZES_FOLLOW = 0x8
_FULL16, _FULL32 = 0xFFFF, 0xFFFFFFFF
_BAD_NAME = re.compile(r"[\x00-\x1f\x7f\\:]|^/|(?:^|/)\.\.?(?:/|$)|//")


@dataclass(frozen=True, slots=True)
class _Part:
    name: str
    flags: int
    method: int
    crc: int
    packed: int
    size: int
    at: int
    """Of its own head."""


class Archive:
    def __init__(self, data: bytes) -> None:
        self._data = data
        self._parts: dict[str, _Part] = {}
        self._begins: dict[str, int] = {}
        table, size, count = self._end()
        for part in self._listed(table, size, count):
            self._parts[part.name] = part
        self._hold_sizes()
        self._hold_places(table)

    @property
    def names(self) -> list[str]:
        return list(self._parts)

    def __contains__(self, name: str) -> bool:
        return name in self._parts

    def read(self, name: str) -> bytes:
        """Raises Refused for a part that is not what the table says of it."""
        part = self._parts.get(name)
        if part is None:
            raise Refused(Refusal.BROKEN)
        begin = self._begins[name]
        packed = self._data[begin : begin + part.packed]
        plain = packed if part.method == _STORED else _inflated(packed, part.size)
        if len(plain) != part.size or zlib.crc32(plain) != part.crc:
            raise Refused(Refusal.ARCHIVE)
        return plain

    def _end(self) -> tuple[int, int, int]:
        """Where the table is, how long, and of how many parts."""
        data = self._data
        at = data.rfind(_END, max(0, len(data) - 22 - _LONGEST_COMMENT))
        if at < 0 or len(data) - at < 22:
            raise Refused(Refusal.BROKEN)
        disk, of_table, here, count, size, table, comment = struct.unpack_from("<4H2LH", data, at + 4)
        if at + 22 + comment != len(data) or table + size != at:
            raise Refused(Refusal.ARCHIVE)
        if _ZIP64_END in data[max(0, at - 20) : at] or count == _FULL16 or _FULL32 in (size, table):
            raise Refused(Refusal.ARCHIVE)
        if disk or of_table or here != count:
            raise Refused(Refusal.ARCHIVE)
        if count > MOST_PARTS:
            raise Refused(Refusal.PARTS)
        return table, size, count

    def _listed(self, table: int, size: int, count: int) -> Iterator[_Part]:
        at, seen = table, set[str]()
        for _ in range(count):
            if self._data[at : at + 4] != _HEAD or at + 46 > table + size:
                raise Refused(Refusal.ARCHIVE)
            fields = struct.unpack_from("<6H3L5H2L", self._data, at + 4)
            flags, method, (crc, packed, plain) = fields[2], fields[3], fields[6:9]
            name_len, extra, comment, disk, attributes, begins = *fields[9:13], *fields[14:16]
            name = _named(self._data[at + 46 : at + 46 + name_len], attributes)
            if name.casefold() in seen or disk or _FULL32 in (packed, plain, begins):
                raise Refused(Refusal.ARCHIVE)
            if flags & _LOCKED:
                raise Refused(Refusal.LOCKED)
            if method not in (_STORED, _DEFLATED):
                raise Refused(Refusal.ARCHIVE)
            seen.add(name.casefold())
            yield _Part(name, flags, method, crc, packed, plain, begins)
            at += 46 + name_len + extra + comment
        if at != table + size:
            raise Refused(Refusal.ARCHIVE)

    def _hold_sizes(self) -> None:
        parts = self._parts.values()
        if sum(part.size for part in parts) > MOST_BYTES:
            raise Refused(Refusal.UNPACKS)
        pairs = [(p.packed, p.size) for p in parts]
        pairs.append((sum(p.packed for p in parts), sum(p.size for p in parts)))
        if any(size > _SMALL and size > MOST_RATIO * max(packed, 1) for packed, size in pairs):
            raise Refused(Refusal.UNPACKS)

    def _hold_places(self, table: int) -> None:
        """Every part's own head says the same as the table, and none reaches into the next."""
        free = 0
        for part in sorted(self._parts.values(), key=lambda p: p.at):
            if part.at < free or self._data[part.at : part.at + 4] != _LOCAL:
                raise Refused(Refusal.ARCHIVE)
            _, flags, method, _, _, _, packed, size, name, extra = struct.unpack_from(
                "<5H3L2H", self._data, part.at + 4
            )
            begin = part.at + 30 + name + extra
            named = self._data[part.at + 30 : part.at + 30 + name]
            told = (packed, size) == (part.packed, part.size) or flags & _SIZES_FOLLOW
            if not told or method != part.method or _decoded(named) != part.name:
                raise Refused(Refusal.ARCHIVE)
            self._begins[part.name] = begin
            free = begin + part.packed
            if free > table:
                raise Refused(Refusal.ARCHIVE)


def _named(raw: bytes, attributes: int) -> str:
    name = _decoded(raw)
    if not name or _BAD_NAME.search(name) or stat.S_ISLNK(attributes >> 16):
        raise Refused(Refusal.ARCHIVE)
    return name


def _decoded(raw: bytes) -> str:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp437")


def _inflated(packed: bytes, size: int) -> bytes:
    unpacking = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        plain = unpacking.decompress(packed, size + 1)
    except zlib.error:
        raise Refused(Refusal.ARCHIVE) from None
    if unpacking.unconsumed_tail or unpacking.unused_data:
        raise Refused(Refusal.ARCHIVE)
    return plain

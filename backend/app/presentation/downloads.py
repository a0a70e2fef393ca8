"""A file on its way out: what it is called, which part of it is wanted, and what the client holds already."""

import re
from dataclasses import dataclass
from typing import Annotated
from urllib.parse import quote

from fastapi import Depends, Header, HTTPException

from app.domain.documents.naming import plain

_RANGE = re.compile(r"bytes=([0-9]{0,100})-([0-9]{0,100})", re.IGNORECASE)
"""Of more digits than a hundred, a number is none."""
PRIVATE = "private, no-store"
HeaderText = Annotated[str | None, Header(max_length=4_000)]
Ranges = Annotated[str | None, Header(max_length=48_000)]
"""As much as a server takes: who asks for ten thousand parts is to get the whole, and no refusal."""


@dataclass(frozen=True, slots=True)
class Part:
    """Bytes [start, end) of a file, all of it when it is not a part."""

    start: int
    end: int
    size: int

    @property
    def span(self) -> str:
        return f"bytes {self.start}-{self.end - 1}/{self.size}"


@dataclass(frozen=True, slots=True)
class WantedPart:
    range: str | None
    if_range: str | None

    def part(self, sha256: str, size: int) -> Part | None:
        """None where all of it is wanted. Raises 416."""
        return wanted_part(self.range, size) if self.if_range in (None, tag_of(sha256)) else None


async def get_wanted_part(
    range: Ranges = None, if_range: HeaderText = None, if_none_match: HeaderText = None
) -> WantedPart:
    """Who asks whether the file has changed gets 304 or all of it."""
    return WantedPart(None if if_none_match else range, if_range)


Wanted = Annotated[WantedPart, Depends(get_wanted_part)]


def tag_of(sha256: str) -> str:
    return f'"{sha256}"'


def headers_of(sha256: str) -> dict[str, str]:
    return {"ETag": tag_of(sha256), "Accept-Ranges": "bytes", "Cache-Control": PRIVATE}


def disposition(name: str, how: str) -> str:
    """RFC 6266: for those who read ASCII alone, and for all others."""
    stem, _, extension = name.rpartition(".")
    if name.isascii():
        return f'{how}; filename="{name}"'
    return f"{how}; filename=\"{plain(stem)}.{extension}\"; filename*=UTF-8''{quote(name, safe='')}"


def wanted_part(said: str | None, size: int) -> Part | None:
    """None where no single range is asked for: then the whole is. Raises 416."""
    found = _RANGE.fullmatch(said.strip()) if said else None
    if found is None or found.groups() == ("", ""):
        return None
    first, last = found.groups()
    if not first:
        start, end = max(0, size - int(last)), size
    else:
        start, end = int(first), min(size, int(last) + 1 if last else size)
        if last and int(last) < start:
            return None
    if start >= size or end <= start:
        raise HTTPException(416, f"The file has {size} bytes.", {"Content-Range": f"bytes */{size}"})
    return Part(start, end, size)

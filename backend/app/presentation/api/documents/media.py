"""What each format is to HTTP, and how a file is handed out."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from fastapi import HTTPException, Response

from app.domain.documents.naming import plain
from app.domain.documents.ports import Format
from app.presentation.schemas import BINARY

_RANGE = re.compile(r"bytes=([0-9]{0,100})-([0-9]{0,100})", re.IGNORECASE)
"""Of more digits than a hundred, a number is none."""
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
TYPES = {
    Format.PDF: ("PDF", "application/pdf"),
    Format.DOCX: ("Word", DOCX),
    Format.HTML: ("Web page", "text/html; charset=utf-8"),
    Format.MARKDOWN: ("Markdown", "text/markdown; charset=utf-8"),
    Format.TEXT: ("Plain text", "text/plain; charset=utf-8"),
    Format.JSON: ("Structured content", "application/json"),
    Format.JSON_RESUME: ("JSON Resume", "application/json"),
}


@dataclass(frozen=True, slots=True)
class Part:
    """Bytes [start, end) of a file, all of it when it is not a part."""

    start: int
    end: int
    size: int

    @property
    def span(self) -> str:
        return f"bytes {self.start}-{self.end - 1}/{self.size}"


def file_response(
    data: bytes, format: Format, name: str, *, inline: bool = False, **headers: str
) -> Response:
    how = "inline" if inline else "attachment"
    own = {"Content-Disposition": disposition(f"{name}.{format.extension}", how)}
    return Response(data, media_type=TYPES[format][1], headers=own | headers)


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


def _binary(types: Iterable[str]) -> dict[str, Any]:
    return {kind: {"schema": {} if kind == "application/json" else BINARY} for kind in types}


def documented(
    said: dict[str, Any], *, parts: bool = False, formats: Iterable[Format] = Format
) -> dict[str, Any]:
    """A route's rules, with what a file is in OpenAPI."""
    kinds = [TYPES[format][1].partition(";")[0] for format in formats]
    answers: dict[int, Any] = {200: {"description": "The file", "content": _binary(kinds)}}
    if parts:
        answers[206] = {"description": "The part that was asked for", "content": _binary(kinds)}
        answers[304] = {"description": "The client holds it already"}
    return said | {"responses": answers | said["responses"], "response_class": Response}

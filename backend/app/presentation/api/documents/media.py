"""What each format is to HTTP, and how a file is handed out."""

from collections.abc import Iterable
from typing import Any

from fastapi import Response

from app.domain.documents.ports import Format
from app.presentation.downloads import disposition
from app.presentation.schemas import BINARY

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


def file_response(
    data: bytes, format: Format, name: str, *, inline: bool = False, **headers: str
) -> Response:
    how = "inline" if inline else "attachment"
    own = {"Content-Disposition": disposition(f"{name}.{format.extension}", how)}
    return Response(data, media_type=TYPES[format][1], headers=own | headers)


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

"""A career as the body of a request: JSON, YAML or a zip, each by its own media type."""

import json
from typing import Annotated, Any

from fastapi import Depends, Request
from fastapi.exceptions import RequestValidationError
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect

from app.domain.profile.formats import Document
from app.presentation.api.profiles import examples
from app.presentation.schemas import BINARY
from app.presentation.strict_json import read_json
from app.presentation.strict_yaml import LARGEST, YamlRefused, read_yaml

MOST_FIELDS = 1_000
JSON, YAML, ZIP = "application/json", "application/yaml", "application/zip"
ANY = "application/octet-stream"
_KINDS = {
    JSON: JSON,
    YAML: YAML,
    "application/x-yaml": YAML,
    "text/yaml": YAML,
    "text/x-yaml": YAML,
    ZIP: ZIP,
    "application/x-zip-compressed": ZIP,
    ANY: ANY,
}
_OBJECT = {"type": "object", "maxProperties": MOST_FIELDS, "additionalProperties": True}
_LONGEST_ZIP = 4 * 1024 * 1024
BODY: dict[str, Any] = {
    "required": False,
    "description": "The file; none with `resume_id`",
    "content": {
        JSON: {
            "schema": _OBJECT
            | {"title": "CareerFile", "description": "A JSON Resume, or a file of Reactive Resume"},
            "examples": {
                "json_resume": {"summary": "JSON Resume", "value": examples.JSON_RESUME},
                "reactive_resume": {"summary": "Reactive Resume", "value": examples.REACTIVE_RESUME},
            },
        },
        YAML: {
            "schema": BINARY
            | {"title": "RenderCvFile", "maxLength": LARGEST, "description": "A file of RenderCV"},
            "examples": {"rendercv": {"summary": "RenderCV", "value": examples.RENDERCV}},
        },
        ZIP: {
            "schema": {
                **BINARY,
                "title": "LinkedInExport",
                "maxLength": _LONGEST_ZIP,
                "description": "LinkedIn's data export, as it was downloaded",
            }
        },
        # The last, since that is what many generated clients call a file where several kinds are taken.
        ANY: {
            "schema": {
                **BINARY,
                "title": "AnyCareerFile",
                "maxLength": _LONGEST_ZIP,
                "description": "Any of these, known by how it begins",
            }
        },
    },
}
"""What OpenAPI says of it."""


async def get_document(request: Request) -> Document | None:
    """None where the career is named by `resume_id`, and no file is sent."""
    kind = _kind(request)
    try:
        body = await request.body()
    except ClientDisconnect as error:
        raise HTTPException(400) from error
    if not body and "resume_id" in request.query_params:
        return None
    if not body:
        raise _flaw("missing", "Field required")
    if kind == ANY:
        kind = _known_by_its_start(body)
    if kind == ZIP:
        return body
    return _object(await (_json(body) if kind == JSON else _yaml(body)))


def _kind(request: Request) -> str:
    said = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if said.startswith("application/") and said.endswith("+json"):
        return JSON
    if said not in _KINDS and not (said == "" and request.headers.get("content-length", "0") == "0"):
        raise HTTPException(415)
    return _KINDS.get(said, JSON)


def _known_by_its_start(body: bytes) -> str:
    if body.startswith(b"PK"):
        return ZIP
    return JSON if body.lstrip().startswith(b"{") else YAML


async def _json(body: bytes) -> Any:
    try:
        return await run_in_threadpool(read_json, body)
    except json.JSONDecodeError as error:
        flaw = {"type": "json_invalid", "loc": ("body", error.pos), "msg": "JSON decode error", "input": {}}
        raise RequestValidationError([flaw | {"ctx": {"error": error.msg}}]) from error


async def _yaml(body: bytes) -> Any:
    if len(body) > LARGEST:
        raise HTTPException(413)
    try:
        return await run_in_threadpool(read_yaml, body)
    except YamlRefused as error:
        raise _flaw("yaml_invalid", f"Not YAML that we take: {error}.") from error


def _object(found: Any) -> Document:
    if not isinstance(found, dict):
        raise _flaw("dict_type", "Input should be an object")
    if len(found) > MOST_FIELDS:
        raise _flaw("too_long", f"It has more than {MOST_FIELDS} fields")
    return found


def _flaw(kind: str, message: str) -> RequestValidationError:
    return RequestValidationError([{"type": kind, "loc": ("body",), "msg": message, "input": None}])


SentDocument = Annotated[Document | None, Depends(get_document)]

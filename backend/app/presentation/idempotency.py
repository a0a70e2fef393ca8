"""Idempotency-Key: the same request again gets the same answer."""

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from typing import Annotated, Any, TypeVar

from fastapi import Depends, Header, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel

from app.application.idempotency import Once, Reply
from app.presentation.tags import etag

T = TypeVar("T")

HEADER = "Idempotency-Key"
REPLAYED = "Idempotent-Replayed"
PRINTABLE = r"^[\x21-\x7E]+$"
_DOCUMENTED = {
    "Location": {"description": "Where it is", "schema": {"type": "string"}},
    REPLAYED: {
        "description": "`true` when this is the answer to an earlier request",
        "schema": {"type": "string"},
    },
}


@dataclass(frozen=True, slots=True)
class Key:
    route: str
    path: str
    value: str | None

    def once(self, body: BaseModel, reply: Callable[[T], Reply]) -> Once[T] | None:
        if self.value is None:
            return None
        said = f"{self.path}\n{body.model_dump_json(exclude_unset=True)}"
        return Once(
            route=self.route,
            key=self.value,
            fingerprint=sha256(said.encode("utf-8", "surrogatepass")).hexdigest(),
            reply=reply,
        )


async def get_key(
    request: Request,
    idempotency_key: Annotated[
        str | None,
        Header(
            min_length=1,
            max_length=255,
            pattern=PRINTABLE,
            description="Send the same one with the same request again: the answer will be the same",
            examples=["5f0c2b1e-3d1a-4d8e-9a76-1f4bd6a0c111"],
        ),
    ] = None,
) -> Key:
    if len(request.headers.getlist(HEADER)) > 1:
        raise RequestValidationError(
            [{"loc": ("header", HEADER), "type": "repeated_header", "msg": "This header is given twice."}]
        )
    route = f"{request.method} {request.scope['route'].path}"
    return Key(route, request.url.path, idempotency_key)


IdempotencyKey = Annotated[Key, Depends(get_key)]


def answer(outcome: T | Reply, reply: Callable[[T], Reply]) -> JSONResponse:
    """The same bytes for the first and for a replay."""
    replayed = isinstance(outcome, Reply)
    said = outcome if isinstance(outcome, Reply) else reply(outcome)
    headers = {REPLAYED: "true"} if replayed else {}
    if said.location:
        headers["Location"] = said.location
    if isinstance(said.body, dict) and "version" in said.body:
        headers["ETag"] = etag(said.body["version"])
    return JSONResponse(said.body, said.status, headers=headers)


def documented(said: dict[str, Any], status: int, model: Any) -> dict[str, Any]:
    """A route's rules, with what a creation under a key answers."""
    created = {"model": model, "description": "Created", "headers": _DOCUMENTED}
    return said | {"responses": {status: created} | said["responses"], "status_code": status}

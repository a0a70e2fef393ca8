from hashlib import sha256
from typing import Any

from fastapi import Response
from pydantic import BaseModel
from starlette.concurrency import run_in_threadpool

from app.application.idempotency import Reply
from app.application.resumes.service import Uploaded
from app.presentation import idempotency
from app.presentation.api.resumes.schemas import UploadedResumeOut, uploaded
from app.presentation.api.resumes.sent import BODY, Sent
from app.presentation.api.resumes.services import Resumes
from app.presentation.dependencies import CurrentUser
from app.presentation.idempotency import IdempotencyKey
from app.presentation.routing import Access, Rate, area, rules

router = area("/resumes", "resumes")


class _Told(BaseModel):
    """What tells one upload from another."""

    name: str
    sha256: str


def _rules() -> dict[str, Any]:
    said = idempotency.documented(
        rules(Access.USER, 409, 413, 415, 422, rate=Rate.UPLOAD), 201, UploadedResumeOut
    )
    said["openapi_extra"] |= {"requestBody": BODY}
    said["responses"][200] = said["responses"][201] | {"description": "The same file is kept already"}
    return said


@router.post("/upload", **_rules())
async def upload_resume(user_id: CurrentUser, key: IdempotencyKey, sent: Sent, resumes: Resumes) -> Response:
    """One file, `file`, of at most 5 MB: PDF, DOCX, ODT, RTF or text, known by its content.

    It is read at once: what cannot be read (a scan, a broken or locked file) is refused with 422, and nothing
    of it is kept. The first becomes the primary one. A file that is kept already is not kept twice: the
    answer is 200 and the one that there is.
    """
    once = None
    if key.value:
        digest = await run_in_threadpool(sha256, sent.data)
        once = key.once(_Told(name=sent.name, sha256=digest.hexdigest()), _reply)
    outcome = await resumes.upload(sent.data, name=sent.name, owner=user_id, once=once)
    return idempotency.answer(outcome, _reply)


def _reply(done: Uploaded) -> Reply:
    body = uploaded(done.resume).model_dump(mode="json")
    return Reply(201 if done.is_new else 200, body, f"/api/v1/resumes/{done.resume.id}")

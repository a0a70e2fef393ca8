from uuid import UUID

from fastapi import Response

from app.application.idempotency import Reply
from app.domain.documents.model import DocumentType
from app.domain.generation.model import Generation
from app.domain.shared.ids import GenerationId, JobId, ProfileId, UserId
from app.presentation.api.generations.schemas import (
    DocumentGenerationIn,
    GenerationIn,
    GenerationOut,
    RegenerationIn,
)
from app.presentation.api.generations.services import Generations
from app.presentation.dependencies import CurrentUser
from app.presentation.idempotency import IdempotencyKey, Key, answer, documented
from app.presentation.routing import Access, Rate, area, rules

router = area("", "generations")
_STARTS = documented(rules(Access.USER, 404, 409, 422, rate=Rate.GENERATE), 201, GenerationOut)


@router.post("/generations/resume", **_STARTS)
async def generate_resume(
    body: GenerationIn, user_id: CurrentUser, generations: Generations, key: IdempotencyKey
) -> Response:
    """Start a resume for a job. Follow its `events`, or ask for it until it has ended; then its `result`."""
    return await _start(body, user_id, generations, key)


@router.post("/generations/cover-letter", **_STARTS)
async def generate_cover_letter(
    body: GenerationIn, user_id: CurrentUser, generations: Generations, key: IdempotencyKey
) -> Response:
    """Start a cover letter for a job: 250 to 400 words, each sentence with what it rests on.

    A profile with less to tell gives a shorter one, and the result's `notes` say so.

    It is headed with the contact block of the default job profile, or of the option `job_profile_id`;
    what that leaves open comes from the profile.
    """
    return await _start(body, user_id, generations, key, DocumentType.COVER_LETTER)


@router.post("/documents/generate", **_STARTS)
async def generate_document(
    body: DocumentGenerationIn, user_id: CurrentUser, generations: Generations, key: IdempotencyKey
) -> Response:
    """The same as `POST /generations/resume`, or as `POST /generations/cover-letter`."""
    return await _start(body, user_id, generations, key, body.document_type)


@router.post("/generations/{generation_id}/regenerate", **_STARTS)
async def regenerate(
    generation_id: UUID,
    body: RegenerationIn,
    user_id: CurrentUser,
    generations: Generations,
    key: IdempotencyKey,
) -> Response:
    """A new generation for the same profile and job as they are now: `parent_id` names the old one.

    Options that you name are changed (`null` takes one back); the others stay as they were.
    """
    outcome = await generations.regenerate(
        GenerationId(generation_id),
        owner=user_id,
        change=body.options.changed,
        once=key.once(body, _created),
    )
    return answer(outcome, _created)


async def _start(
    body: GenerationIn,
    user_id: UserId,
    generations: Generations,
    key: Key,
    document_type: DocumentType = DocumentType.RESUME,
) -> Response:
    outcome = await generations.start(
        user_id=user_id,
        profile_id=ProfileId(body.profile_id),
        job_id=JobId(body.job_id),
        document_type=document_type,
        options=body.options.chosen(),
        once=key.once(body, _created),
    )
    return answer(outcome, _created)


def _created(generation: Generation) -> Reply:
    body = GenerationOut.model_validate(generation).model_dump(mode="json")
    return Reply(201, body, f"/api/v1/generations/{generation.id}")

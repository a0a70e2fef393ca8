from uuid import UUID

from fastapi import Response

from app.application.idempotency import Reply
from app.domain.documents.model import DocumentType
from app.domain.generation.model import Generation
from app.domain.shared.ids import GenerationId, JobId, ProfileId, UserId
from app.presentation.api.generations.schemas import GenerationIn, GenerationOut, RegenerationIn
from app.presentation.api.generations.services import Generations
from app.presentation.dependencies import CurrentUser
from app.presentation.idempotency import IdempotencyKey, Key, answer, documented
from app.presentation.routing import Access, area, rules

router = area("", "generations")
_STARTS = documented(rules(Access.USER, 404, 409, 422), 201, GenerationOut)


@router.post("/generations/resume", **_STARTS)
async def generate_resume(
    body: GenerationIn, user_id: CurrentUser, generations: Generations, key: IdempotencyKey
) -> Response:
    """Start a resume for a job. Follow its `events`, or ask for it until it has ended; then its `result`."""
    return await _start(body, user_id, generations, key)


@router.post("/documents/generate", **_STARTS)
async def generate_document(
    body: GenerationIn, user_id: CurrentUser, generations: Generations, key: IdempotencyKey
) -> Response:
    """The same as `POST /generations/resume`."""
    return await _start(body, user_id, generations, key)


@router.post("/generations/{generation_id}/regenerate", **_STARTS)
async def regenerate(
    generation_id: UUID,
    body: RegenerationIn,
    user_id: CurrentUser,
    generations: Generations,
    key: IdempotencyKey,
) -> Response:
    """A new generation for the same profile and job as they are now, with the same or other options."""
    outcome = await generations.regenerate(
        GenerationId(generation_id),
        owner=user_id,
        options=body.options.chosen() if body.options else None,
        once=key.once(body, _created),
    )
    return answer(outcome, _created)


async def _start(body: GenerationIn, user_id: UserId, generations: Generations, key: Key) -> Response:
    outcome = await generations.start(
        user_id=user_id,
        profile_id=ProfileId(body.profile_id),
        job_id=JobId(body.job_id),
        document_type=DocumentType.RESUME,
        options=body.options.chosen(),
        once=key.once(body, _created),
    )
    return answer(outcome, _created)


def _created(generation: Generation) -> Reply:
    body = GenerationOut.model_validate(generation).model_dump(mode="json")
    return Reply(201, body, f"/api/v1/generations/{generation.id}")

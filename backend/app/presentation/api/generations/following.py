from collections.abc import Sequence
from typing import Annotated
from uuid import UUID

from fastapi import Depends, Response

from app.domain.documents.model import DocumentType
from app.domain.documents.ports import Template
from app.domain.generation.model import Generation, GenerationStatus
from app.domain.generation.ports import GenerationSearch, GenerationSort
from app.domain.shared.ids import GenerationId, JobId, ProfileId
from app.domain.shared.page import Page
from app.presentation import sse
from app.presentation.api.generations.schemas import (
    FeedbackIn,
    FeedbackOut,
    GenerationOut,
    GenerationPageOut,
    GenerationTemplateOut,
)
from app.presentation.api.generations.services import Following, Generations
from app.presentation.dependencies import CurrentUser, ExpectedVersion, Part
from app.presentation.routing import Access, area, rules
from app.presentation.tags import etag

router = area("/generations", "generations")


async def get_search(
    user_id: CurrentUser,
    job_id: UUID | None = None,
    profile_id: UUID | None = None,
    status: GenerationStatus | None = None,
    document_type: DocumentType | None = None,
    parent_id: UUID | None = None,
) -> GenerationSearch:
    return GenerationSearch(
        owner=user_id,
        job_id=JobId(job_id) if job_id else None,
        profile_id=ProfileId(profile_id) if profile_id else None,
        status=status,
        document_type=document_type,
        parent_id=GenerationId(parent_id) if parent_id else None,
    )


Search = Annotated[GenerationSearch, Depends(get_search)]


@router.get("", response_model=GenerationPageOut, **rules(Access.USER))
async def list_generations(
    search: Search, part: Part, generations: Generations, sort: GenerationSort = GenerationSort.NEWEST
) -> Page[Generation]:
    return await generations.page(search, sort=sort, part=part)


@router.get("/templates", response_model=list[GenerationTemplateOut], **rules(Access.USER))
async def list_generation_templates(_: CurrentUser, generations: Generations) -> Sequence[Template]:
    """How a resume can look, and the cover letter that goes with it; with pictures."""
    return generations.templates()


@router.get("/{generation_id}", response_model=GenerationOut, **rules(Access.USER, 404))
async def get_generation(
    generation_id: UUID, response: Response, user_id: CurrentUser, generations: Generations
) -> Generation:
    """Its status, and each stage with state, start, end and percent."""
    return _tagged(await generations.get(GenerationId(generation_id), owner=user_id), response)


_STREAMED = rules(Access.USER, 404)
_STREAMED["responses"] = sse.DOCUMENTED | _STREAMED["responses"]


@router.get("/{generation_id}/events", response_class=Response, **_STREAMED)
async def stream_generation_events(
    generation_id: UUID,
    user_id: CurrentUser,
    following: Following,
    after: sse.LastEventId,
    welcome: sse.Welcome,
) -> Response:
    """Server-sent events: `progress` at every stage, `end` at last. Each tells the whole state.

    Numbered from 1. After a break send `Last-Event-ID`, and what you missed comes first. When it is
    deleted meanwhile, the `end` has no number, and its status is `deleted`.
    """
    watch = await following.watch(GenerationId(generation_id), owner=user_id, after=after)
    return sse.stream(watch, welcome) if watch else Response(status_code=204)


@router.post("/{generation_id}/cancel", response_model=GenerationOut, **rules(Access.USER, 404, 409))
async def cancel_generation(
    generation_id: UUID, response: Response, user_id: CurrentUser, generations: Generations
) -> Generation:
    """At any stage. 409 when it had ended before."""
    return _tagged(await generations.cancel(GenerationId(generation_id), owner=user_id), response)


@router.post("/{generation_id}/feedback", response_model=FeedbackOut, **rules(Access.USER, 404, 409))
async def rate_generation(
    generation_id: UUID, body: FeedbackIn, user_id: CurrentUser, generations: Generations
) -> Generation:
    """Say how good it is; saying it again replaces what was said."""
    return await generations.rate(
        GenerationId(generation_id), owner=user_id, rating=body.rating, comment=body.comment
    )


@router.delete("/{generation_id}", status_code=204, **rules(Access.USER, 404, 409, 412))
async def delete_generation(
    generation_id: UUID, user_id: CurrentUser, expected: ExpectedVersion, generations: Generations
) -> None:
    """Cancelled first when it is running. A document that it made stays."""
    await generations.remove(GenerationId(generation_id), owner=user_id, expected=expected)


def _tagged(generation: Generation, response: Response) -> Generation:
    response.headers["ETag"] = etag(generation.version)
    return generation

"""What is seen from a job: its resumes, or its cover letters."""

from collections.abc import Callable
from copy import deepcopy
from typing import Annotated, Any, TypeVar
from uuid import UUID

from fastapi import APIRouter, Depends, Request

from app.domain.documents.model import DocumentType
from app.domain.documents.repository import Series
from app.domain.shared.ids import JobId
from app.presentation.dependencies import CurrentUser

H = TypeVar("H", bound=Callable[..., Any])

COLLECTIONS = {
    "resumes": DocumentType.RESUME,
    "cover-letters": DocumentType.COVER_LETTER,
    "cover-letter": DocumentType.COVER_LETTER,
}


async def get_series(request: Request, job_id: UUID, user_id: CurrentUser) -> Series:
    steps = request.scope["route"].path.split("/")
    kind = next(COLLECTIONS[step] for step in steps if step in COLLECTIONS)
    return Series(owner=user_id, job_id=JobId(job_id), document_type=kind)


OfJob = Annotated[Series, Depends(get_series)]


def where_is(series: Series, version_id: UUID) -> str:
    collection = next(name for name, kind in COLLECTIONS.items() if kind is series.document_type)
    return f"/api/v1/jobs/{series.job_id}/{collection}/{version_id}"


def of_both(router: APIRouter, method: str, path: str, name: str, **said: Any) -> Callable[[H], H]:
    """One handler for resumes and for cover letters; `{}` in its name is which of them."""

    def declare(handler: H) -> H:
        for collection in ("resumes", "cover-letters"):
            noun = COLLECTIONS[collection].value
            router.add_api_route(
                f"/{collection}{path}", handler, methods=[method], name=name.format(noun), **deepcopy(said)
            )
        return handler

    return declare

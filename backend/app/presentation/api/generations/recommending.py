from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from fastapi import Depends
from pydantic import Field

from app.application.generation.recommending import RecommendationService
from app.domain.shared.bands import Band
from app.presentation.dependencies import CurrentUser, Part, service
from app.presentation.routing import Access, area, rules
from app.presentation.schemas import Out, PageOut

router = area("/jobs", "jobs")
Recommendations = Annotated[
    RecommendationService, Depends(service(lambda services: services.recommendations))
]


class RecommendedJobOut(Out):
    """`GET /jobs/{job_id}` says the rest."""

    id: UUID
    title: str
    company: str | None
    location: str | None
    url: str | None
    remote: bool
    salary_range: str | None
    application_deadline: date | None
    created_at: datetime


class FitOut(Out):
    score: float = Field(description="0 to 100: the total of the match")
    band: Band
    reasons: tuple[str, ...] = Field(
        examples=[("2 of 3 things required are met.", "In common: Wound Care, Triage.")]
    )
    matched: tuple[str, ...] = Field(description="Keywords of the posting that the profile has")
    missing: tuple[str, ...] = Field(description="Keywords of the posting that it has not")
    inputs_sha256: str = Field(description="The same as in the receipt of `POST /jobs/{job_id}/match`")


class RecommendationOut(Out):
    job: RecommendedJobOut
    fit: FitOut


class RecommendationPageOut(PageOut[RecommendationOut]):
    """Of at most 30 jobs."""


@router.get("/recommended", response_model=RecommendationPageOut, **rules(Access.USER, 404))
async def list_recommended_jobs(
    user_id: CurrentUser, part: Part, recommendations: Recommendations
) -> RecommendationPageOut:
    """The board's open jobs that say most of what the default profile says, the best match first, with the
    reasons. The score is that of `POST /jobs/{job_id}/match`."""
    return RecommendationPageOut.model_validate(await recommendations.page(user_id, part))

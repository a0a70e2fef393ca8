from uuid import UUID

from app.domain.generation.matching import MatchReceipt
from app.domain.shared.ids import JobId, ProfileId
from app.presentation.api.generations.schemas import MatchIn
from app.presentation.api.generations.services import Results
from app.presentation.dependencies import CurrentUser
from app.presentation.routing import Access, area, rules

router = area("/jobs", "jobs")


@router.post("/{job_id}/match", **rules(Access.USER, 404))
async def match_job(job_id: UUID, body: MatchIn, user_id: CurrentUser, results: Results) -> MatchReceipt:
    """How well a profile answers the posting: each requirement with its evidence, or what is missing."""
    return await results.match(
        JobId(job_id), owner=user_id, profile_id=ProfileId(body.profile_id) if body.profile_id else None
    )

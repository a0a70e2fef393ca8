from uuid import UUID

from app.domain.shared.ids import GenerationId
from app.presentation.api.generations.results import result_out
from app.presentation.api.generations.schemas import ResultOut
from app.presentation.api.generations.services import Reviews
from app.presentation.approvals import ApprovalIn
from app.presentation.dependencies import CurrentUser, ExpectedVersion
from app.presentation.routing import Access, area, rules

router = area("/generations", "generations")


@router.post("/{generation_id}/approve", **rules(Access.USER, 404, 409, 412, 422))
async def approve_generation(
    generation_id: UUID,
    body: ApprovalIn,
    user_id: CurrentUser,
    expected: ExpectedVersion,
    reviews: Reviews,
) -> ResultOut:
    """Stand in for what your profile does not bear out, as a whole or claim by claim.

    It is recorded who did so, when, and for which words; the faithfulness score stays what it is. When
    nothing is open any more the generation is `completed` and its files can be had. A line that is changed
    later needs approval anew. With `If-Match` you approve just the version that you have seen.
    """
    approved = await reviews.approve(
        GenerationId(generation_id), owner=user_id, wanted=body.wanted, expected=expected
    )
    return result_out(approved)

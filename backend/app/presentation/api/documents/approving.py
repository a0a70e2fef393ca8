from uuid import UUID

from fastapi import Response

from app.domain.documents.model import Document
from app.domain.shared.ids import DocumentId
from app.presentation.api.documents.schemas import DocumentOut
from app.presentation.api.documents.services import Reviews
from app.presentation.approvals import ApprovalIn
from app.presentation.dependencies import CurrentUser, ExpectedVersion
from app.presentation.routing import Access, area, rules
from app.presentation.tags import etag

router = area("/documents", "documents")


@router.post("/{document_id}/approve", response_model=DocumentOut, **rules(Access.USER, 404, 409, 412, 422))
async def approve_document(
    document_id: UUID,
    body: ApprovalIn,
    response: Response,
    user_id: CurrentUser,
    expected: ExpectedVersion,
    reviews: Reviews,
) -> Document:
    """Stand in for what your profile does not bear out, such as what you wrote yourself.

    As `POST /generations/{generation_id}/approve`, of any version: `approved` shows who did so, when, and
    for which claims; the score stays. When nothing is open any more its files can be had, and the generation
    that made it, if one did, is `completed`.
    """
    approved = await reviews.approve_document(
        DocumentId(document_id), owner=user_id, wanted=body.wanted, expected=expected
    )
    response.headers["ETag"] = etag(approved.version)
    return approved

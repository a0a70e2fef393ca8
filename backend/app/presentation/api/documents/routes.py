from typing import Annotated, Any
from uuid import UUID

from fastapi import Depends, Response

from app.domain.documents.model import Document, DocumentType
from app.domain.documents.ports import Format
from app.domain.documents.repository import DocumentListing, DocumentSearch, DocumentSort
from app.domain.shared.ids import DocumentId, JobId, ProfileId
from app.domain.shared.page import Page
from app.presentation.api.documents.media import TYPES
from app.presentation.api.documents.schemas import (
    DocumentIn,
    DocumentOut,
    DocumentPageOut,
    DocumentSourcesOut,
    FormatOut,
)
from app.presentation.api.documents.services import Documents
from app.presentation.dependencies import CurrentUser, ExpectedVersion, Part
from app.presentation.routing import Access, area, rules
from app.presentation.tags import etag

router = area("/documents", "documents")


async def get_search(
    user_id: CurrentUser,
    job_id: UUID | None = None,
    profile_id: UUID | None = None,
    document_type: DocumentType | None = None,
) -> DocumentSearch:
    return DocumentSearch(
        owner=user_id,
        job_id=JobId(job_id) if job_id else None,
        profile_id=ProfileId(profile_id) if profile_id else None,
        document_type=document_type,
    )


Search = Annotated[DocumentSearch, Depends(get_search)]


@router.get("", response_model=DocumentPageOut, **rules(Access.USER))
async def list_documents(
    search: Search, part: Part, documents: Documents, sort: DocumentSort = DocumentSort.NEWEST
) -> Page[DocumentListing]:
    return await documents.page(search, sort=sort, part=part)


@router.get("/export-formats", **rules(Access.USER))
async def list_export_formats(_: CurrentUser) -> list[FormatOut]:
    return [
        FormatOut(format=kind, name=TYPES[kind][0], media_type=TYPES[kind][1], extension=kind.extension)
        for kind in Format
    ]


@router.get("/{document_id}", response_model=DocumentOut, **rules(Access.USER, 404))
async def get_document(
    document_id: UUID, response: Response, user_id: CurrentUser, documents: Documents
) -> Document:
    """Its content, and the receipts: faithfulness line by line, ATS rule by rule, and what reads back."""
    return _tagged(await documents.get(DocumentId(document_id), owner=user_id), response)


@router.get("/{document_id}/sources", **rules(Access.USER, 404))
async def list_document_sources(
    document_id: UUID, user_id: CurrentUser, documents: Documents
) -> DocumentSourcesOut:
    """Every line with the profile items that it rests on, and whether they still say what they said.

    A line is `marked` when one of them was changed or deleted since the document was judged.
    `POST /generations/{generation_id}/validate` judges it against the profile as it is now.
    """
    lines = await documents.sources(DocumentId(document_id), owner=user_id)
    return DocumentSourcesOut(
        document_id=document_id, marked=sum(line.marked for line in lines), lines=list(lines)
    )


_UPDATE = rules(Access.USER, 404, 409, 412, 422)
_UPDATE["responses"][201] = {"model": DocumentOut, "description": "A new version was made"}


@router.put("/{document_id}", response_model=DocumentOut, **_UPDATE)
async def update_document(
    document_id: UUID,
    body: DocumentIn,
    response: Response,
    user_id: CurrentUser,
    expected: ExpectedVersion,
    documents: Documents,
) -> Document:
    """Another title or look for this version; or, with `content`, a new version (201 and its Location).

    What was sent with an application stays as it went: whatever you change of it makes a new version.

    New content is judged against the profile: `faithfulness` says line by line what holds. A version that
    says what the profile does not is kept, but no file is made of it unless you `approve` it.
    """
    about: dict[str, Any] = {"title": body.title, "layout": body.layout, "expected": expected}
    content: Any = body.content
    if content is None:
        document = await documents.describe(DocumentId(document_id), owner=user_id, **about)
    else:
        document = await documents.rewrite(DocumentId(document_id), content, owner=user_id, **about)
    if document.id != document_id:
        response.status_code = 201
        response.headers["Location"] = f"/api/v1/documents/{document.id}"
    return _tagged(document, response)


@router.delete("/{document_id}", status_code=204, **rules(Access.USER, 404, 409, 412))
async def delete_document(
    document_id: UUID, user_id: CurrentUser, expected: ExpectedVersion, documents: Documents
) -> None:
    """With its files. What was sent with an application cannot be deleted (409 `document_frozen`)."""
    await documents.remove(DocumentId(document_id), owner=user_id, expected=expected)


def _tagged(document: Document, response: Response) -> Document:
    response.headers["ETag"] = etag(document.version)
    return document

from typing import Annotated, Any
from uuid import UUID

from fastapi import Query, Response

from app.domain.documents.naming import file_name
from app.domain.documents.ports import Format, Paper
from app.domain.shared.ids import DocumentId
from app.presentation.api.documents.downloads import Wanted, export_out, handed_out, kept_at
from app.presentation.api.documents.media import documented, file_response
from app.presentation.api.documents.schemas import ExportIn, ExportOut, PreviewIn
from app.presentation.api.documents.services import Documents, Links
from app.presentation.dependencies import CurrentUser, MaybeUser
from app.presentation.routing import Access, area, rules

router = area("/documents", "documents")


@router.post("/preview", **documented(rules(Access.USER, 404, 422)))
async def preview_document(body: PreviewIn, _: CurrentUser, documents: Documents) -> Response:
    """Render a content without keeping anything."""
    content: Any = body.content
    layout: Any = body.layout
    data = await documents.preview(content, format=body.format, layout=layout)
    return file_response(data, body.format, file_name(content.header.name.text))


@router.post(
    "/{document_id}/export",
    status_code=201,
    response_model=ExportOut,
    **rules(Access.USER, 404, 409, 422),
)
async def export_document(
    document_id: UUID,
    body: ExportIn,
    response: Response,
    user_id: CurrentUser,
    documents: Documents,
    links: Links,
) -> ExportOut:
    """Make a file of it. A PDF is read back by two readers; what they lose is said.

    `download_url` opens just this file, without a token, until `download_expires_at`; `Location` is where
    you find it at any time, with one.
    """
    found = await documents.export(
        DocumentId(document_id), owner=user_id, format=body.format, paper=body.paper
    )
    response.headers["Location"] = kept_at(found.export)
    return export_out(found.export, links.sign(found.export, owner=user_id))


@router.get("/{document_id}/download", **documented(rules(Access.USER, 404, 409, 416, 422), parts=True))
async def download_document(
    document_id: UUID,
    user_id: CurrentUser,
    documents: Documents,
    wanted: Wanted,
    format: Format = Format.PDF,
    paper: Paper | None = None,
) -> Response:
    """The file, made first where it is missing. Answers 304 and single ranges."""
    found = await documents.export(DocumentId(document_id), owner=user_id, format=format, paper=paper)
    return await handed_out(found, wanted, documents.fetch, owner=user_id)


@router.get("/{document_id}/file", **documented(rules(Access.OPTIONAL, 404, 416), parts=True))
async def open_file(
    document_id: UUID,
    visitor: MaybeUser,
    links: Links,
    wanted: Wanted,
    link: Annotated[str, Query(max_length=200, description="As `download_url` has it")] = "",
) -> Response:
    """The file that a `download_url` leads to, for whoever holds it; with a token, for its owner alone.

    Every link that is not good gets the same 404: altered, expired, of another document, or to what is gone.
    Answers 304 and single ranges.
    """
    found = await links.open(DocumentId(document_id), link, visitor=visitor)
    return await handed_out(found.download, wanted, links.fetch, owner=found.owner)

from typing import Any
from uuid import UUID

from fastapi import Response

from app.domain.documents.naming import file_name
from app.domain.documents.ports import Format, Paper
from app.domain.shared.ids import DocumentId
from app.presentation.api.documents.downloads import Wanted, export_out, handed_out
from app.presentation.api.documents.media import documented, file_response
from app.presentation.api.documents.schemas import ExportIn, ExportOut, PreviewIn
from app.presentation.api.documents.services import Documents
from app.presentation.dependencies import CurrentUser
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
    document_id: UUID, body: ExportIn, response: Response, user_id: CurrentUser, documents: Documents
) -> ExportOut:
    """Make a file of it. A PDF is read back by two readers; what they lose is said."""
    found = await documents.export(
        DocumentId(document_id), owner=user_id, format=body.format, paper=body.paper
    )
    exported = export_out(found.export)
    response.headers["Location"] = exported.download_url
    return exported


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

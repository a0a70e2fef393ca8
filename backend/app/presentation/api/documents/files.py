from dataclasses import dataclass
from typing import Annotated, Any
from uuid import UUID

from fastapi import Depends, Header, Response

from app.domain.documents.model import Export
from app.domain.documents.naming import file_name
from app.domain.documents.ports import Format, Paper
from app.domain.shared.ids import DocumentId
from app.presentation.api.documents.media import documented, file_response, wanted_part
from app.presentation.api.documents.schemas import ExportIn, ExportOut, PreviewIn
from app.presentation.api.documents.services import Documents
from app.presentation.dependencies import CurrentUser
from app.presentation.routing import Access, area, rules

router = area("/documents", "documents")
HeaderText = Annotated[str | None, Header(max_length=200)]


@dataclass(frozen=True, slots=True)
class WantedPart:
    range: str | None
    if_range: str | None


async def get_wanted_part(
    range: HeaderText = None, if_range: HeaderText = None, if_none_match: HeaderText = None
) -> WantedPart:
    """Who asks whether the file has changed gets 304 or all of it."""
    return WantedPart(None if if_none_match else range, if_range)


Wanted = Annotated[WantedPart, Depends(get_wanted_part)]


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
    exported = _out(found.export)
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
    tag = f'"{found.export.sha256}"'
    own = {"ETag": tag, "Accept-Ranges": "bytes"}
    part = wanted_part(wanted.range, found.export.size) if wanted.if_range in (None, tag) else None
    data = await documents.fetch(found.export, owner=user_id)
    if part is None:
        return file_response(data, format, found.name, **own)
    answer = file_response(
        data[part.start : part.end], format, found.name, **own, **{"Content-Range": part.span}
    )
    answer.status_code = 206
    return answer


def _out(export: Export) -> ExportOut:
    where = f"/api/v1/documents/{export.document_id}/download"
    return ExportOut(
        format=export.format,
        paper=export.layout.paper,
        template=export.layout.template,
        sha256=export.sha256,
        size=export.size,
        pages=export.pages,
        read_back=export.read_back,
        created_at=export.created_at,
        download_url=f"{where}?format={export.format}&paper={export.layout.paper}",
    )

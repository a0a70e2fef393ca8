"""A file that is kept, as HTTP hands it out: all of it, a part, or word that the client has it."""

from collections.abc import Awaitable
from typing import Protocol

from fastapi import Response

from app.application.documents.exporting import Download
from app.domain.documents.links import SignedLink
from app.domain.documents.model import Export
from app.domain.shared.ids import UserId
from app.presentation.api.documents.media import file_response
from app.presentation.api.documents.schemas import ExportOut
from app.presentation.downloads import PRIVATE as PRIVATE
from app.presentation.downloads import Wanted as Wanted
from app.presentation.downloads import WantedPart, headers_of


class Fetch(Protocol):
    def __call__(self, export: Export, *, owner: UserId) -> Awaitable[bytes]: ...


async def handed_out(
    found: Download, wanted: WantedPart, fetch: Fetch, *, owner: UserId, inline: bool = False
) -> Response:
    export = found.export
    own = headers_of(export.sha256)
    part = wanted.part(export.sha256, export.size)
    data = await fetch(export, owner=owner)
    if part is None:
        return file_response(data, export.format, found.name, inline=inline, **own)
    own["Content-Range"] = part.span
    answer = file_response(data[part.start : part.end], export.format, found.name, inline=inline, **own)
    answer.status_code = 206
    return answer


def export_out(export: Export, link: SignedLink) -> ExportOut:
    return ExportOut(
        format=export.format,
        paper=export.layout.paper,
        template=export.layout.template,
        sha256=export.sha256,
        size=export.size,
        pages=export.pages,
        read_back=export.read_back,
        warning=export.warning,
        created_at=export.created_at,
        download_url=f"{_address(export)}/file?link={link.text}",
        download_expires_at=link.expires_at,
    )


def kept_at(export: Export) -> str:
    """Where its owner finds it at any time, with a token."""
    return f"{_address(export)}/download?format={export.format}&paper={export.layout.paper}"


def _address(export: Export) -> str:
    return f"/api/v1/documents/{export.document_id}"

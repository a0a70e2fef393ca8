"""A file that is kept, as HTTP hands it out: all of it, a part, or word that the client has it."""

from collections.abc import Awaitable
from dataclasses import dataclass
from typing import Annotated, Protocol

from fastapi import Depends, Header, Response

from app.application.documents.exporting import Download
from app.domain.documents.links import SignedLink
from app.domain.documents.model import Export
from app.domain.shared.ids import UserId
from app.presentation.api.documents.media import file_response, wanted_part
from app.presentation.api.documents.schemas import ExportOut

HeaderText = Annotated[str | None, Header(max_length=4_000)]
Ranges = Annotated[str | None, Header(max_length=48_000)]
"""As much as a server takes: who asks for ten thousand parts is to get the whole, and no refusal."""
PRIVATE = "private, no-store"


@dataclass(frozen=True, slots=True)
class WantedPart:
    range: str | None
    if_range: str | None


async def get_wanted_part(
    range: Ranges = None, if_range: HeaderText = None, if_none_match: HeaderText = None
) -> WantedPart:
    """Who asks whether the file has changed gets 304 or all of it."""
    return WantedPart(None if if_none_match else range, if_range)


Wanted = Annotated[WantedPart, Depends(get_wanted_part)]


class Fetch(Protocol):
    def __call__(self, export: Export, *, owner: UserId) -> Awaitable[bytes]: ...


async def handed_out(
    found: Download, wanted: WantedPart, fetch: Fetch, *, owner: UserId, inline: bool = False
) -> Response:
    export = found.export
    tag = f'"{export.sha256}"'
    own = {"ETag": tag, "Accept-Ranges": "bytes", "Cache-Control": PRIVATE}
    part = wanted_part(wanted.range, export.size) if wanted.if_range in (None, tag) else None
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

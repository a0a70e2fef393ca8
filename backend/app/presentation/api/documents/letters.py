"""The cover letter that is current for a job, as a file."""

from fastapi import Response

from app.domain.documents.ports import Format, Paper
from app.presentation.api.documents.downloads import Wanted, export_out, handed_out, kept_at
from app.presentation.api.documents.media import documented
from app.presentation.api.documents.schemas import ExportOut
from app.presentation.api.documents.series import OfJob
from app.presentation.api.documents.services import Links, Versions
from app.presentation.routing import Access, area, rules

router = area("/jobs/{job_id}/cover-letter", "documents")
_HANDS_OUT = documented(rules(Access.USER, 404, 409, 416, 422), parts=True, formats=[Format.PDF])


@router.post("/generate-pdf", status_code=201, **rules(Access.USER, 404, 409, 422))
async def generate_cover_letter_pdf(
    series: OfJob, response: Response, versions: Versions, links: Links
) -> ExportOut:
    """Make the current letter's PDF again, as its template looks now.

    What was sent with an application is not made again: of it you get the file that was sent.
    """
    export = (await versions.print_anew(series)).export
    response.headers["Location"] = kept_at(export)
    return export_out(export, links.sign(export, owner=series.owner))


@router.get("/download", **_HANDS_OUT)
async def download_cover_letter(
    series: OfJob, versions: Versions, wanted: Wanted, paper: Paper | None = None
) -> Response:
    """The PDF of the letter that is pinned, else of the newest. Answers 304 and single ranges."""
    found = await versions.export_current(series, paper=paper)
    return await handed_out(found, wanted, versions.fetch, owner=series.owner)


@router.get("/preview", **_HANDS_OUT)
async def preview_cover_letter(
    series: OfJob, versions: Versions, wanted: Wanted, paper: Paper | None = None
) -> Response:
    """The same file, to be shown in a browser rather than saved."""
    found = await versions.export_current(series, paper=paper)
    return await handed_out(found, wanted, versions.fetch, owner=series.owner, inline=True)

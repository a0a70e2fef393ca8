from typing import Annotated
from uuid import UUID

from fastapi import Query, Response

from app.domain.documents.model import Document
from app.domain.documents.ports import Format, Paper
from app.domain.documents.repository import DocumentListing, DocumentSort, Series
from app.domain.shared.ids import DocumentId
from app.domain.shared.page import Page
from app.presentation.api.documents.downloads import Wanted, handed_out
from app.presentation.api.documents.media import documented, file_response
from app.presentation.api.documents.schemas import DocumentOut, DocumentPageOut
from app.presentation.api.documents.series import OfJob, of_both, where_is
from app.presentation.api.documents.services import Versions
from app.presentation.api.documents.version_schemas import (
    PINNED,
    ComparisonOut,
    NewCoverLetterIn,
    NewResumeIn,
    NewVersionIn,
    PinIn,
    VersionPreviewIn,
)
from app.presentation.dependencies import ExpectedVersion, Part
from app.presentation.routing import Access, area, rules
from app.presentation.tags import etag

router = area("/jobs/{job_id}", "documents")
_CREATES = rules(Access.USER, 404, 409, 422) | {"status_code": 201, "response_model": DocumentOut}
Earlier = Annotated[UUID | None, Query(alias="from", description="The version before `to` if not said")]
Later = Annotated[UUID | None, Query(alias="to", description="The current version if not said")]


@of_both(router, "GET", "", "list_{}_versions", response_model=DocumentPageOut, **rules(Access.USER, 404))
async def list_versions(
    series: OfJob, part: Part, versions: Versions, sort: DocumentSort = DocumentSort.LAST_VERSION
) -> Page[DocumentListing]:
    """Every version for this job, the newest first; without contents and receipts."""
    return await versions.page(series, sort=sort, part=part)


@router.post("/resumes", **_CREATES)
async def create_resume_version(
    body: NewResumeIn, series: OfJob, response: Response, versions: Versions
) -> Document:
    """A new version from a content that you give.

    It is judged against the profile: `faithfulness` says line by line what holds. One that says what the
    profile does not is kept, but no file is made of it unless you `approve` it. What you stood in for in the
    current version holds where the line is still the same.
    """
    return await _created(body, series, response, versions)


@router.post("/cover-letters", **_CREATES)
async def create_cover_letter_version(
    body: NewCoverLetterIn, series: OfJob, response: Response, versions: Versions
) -> Document:
    """A new version from a content that you give, judged as a resume's is, and by the job that it answers."""
    return await _created(body, series, response, versions)


@of_both(router, "GET", "/current", "get_current_{}", response_model=DocumentOut, **rules(Access.USER, 404))
async def get_current(series: OfJob, response: Response, versions: Versions) -> Document:
    """The version that is pinned, else the newest. Its ETag tells one version from another."""
    document = await versions.current(series)
    response.headers["ETag"] = etag(document.version, document.id.hex)
    response.headers["Content-Location"] = where_is(series, document.id)
    return document


@of_both(router, "GET", "/compare", "compare_{}_versions", **rules(Access.USER, 404, 409))
async def compare_versions(
    series: OfJob, versions: Versions, before: Earlier = None, after: Later = None
) -> ComparisonOut:
    """What is different in `to`, section by section: lines added, removed, changed and moved.

    Each changed line comes as either version has it, with its sources and its verdict, and with its claims:
    which came, which went, and which are judged otherwise. 409 where there is no earlier version.
    """
    found = await versions.compare(
        series,
        before=DocumentId(before) if before else None,
        after=DocumentId(after) if after else None,
    )
    return ComparisonOut.of(found)


@of_both(
    router, "GET", "/{version_id}", "get_{}_version", response_model=DocumentOut, **rules(Access.USER, 404)
)
async def get_version(version_id: UUID, series: OfJob, response: Response, versions: Versions) -> Document:
    """Its content and its receipts, as `GET /documents/{document_id}`."""
    return _tagged(await versions.get(DocumentId(version_id), series), response)


@of_both(
    router,
    "PATCH",
    "/{version_id}/pin",
    "pin_{}_version",
    response_model=DocumentOut,
    **rules(Access.USER, 404, 409, 412),
)
async def pin_version(
    version_id: UUID,
    series: OfJob,
    response: Response,
    versions: Versions,
    expected: ExpectedVersion,
    body: PinIn = PINNED,
) -> Document:
    """It is the current one, whatever comes after it; another that was pinned is so no longer."""
    found = await versions.pin(DocumentId(version_id), series, pinned=body.pinned, expected=expected)
    return _tagged(found, response)


_RESTORES = rules(Access.USER, 404, 409, 412, 422) | {"status_code": 201, "response_model": DocumentOut}


@of_both(router, "POST", "/{version_id}/restore", "restore_{}_version", **_RESTORES)
async def restore_version(
    version_id: UUID, series: OfJob, response: Response, versions: Versions, expected: ExpectedVersion
) -> Document:
    """A new version that says what this one said, judged against the profile as that stands now."""
    document = await versions.restore(DocumentId(version_id), series, expected=expected)
    return _made(document, series, response)


@of_both(
    router,
    "GET",
    "/{version_id}/pdf",
    "download_{}_version",
    **documented(rules(Access.USER, 404, 409, 416, 422), parts=True, formats=[Format.PDF]),
)
async def download_version(
    version_id: UUID, series: OfJob, versions: Versions, wanted: Wanted, paper: Paper | None = None
) -> Response:
    """Its PDF, made first where it is missing. Answers 304 and single ranges."""
    found = await versions.export(DocumentId(version_id), series, paper=paper)
    return await handed_out(found, wanted, versions.fetch, owner=series.owner)


@of_both(
    router,
    "POST",
    "/{version_id}/preview",
    "preview_{}_version",
    **documented(rules(Access.USER, 404, 409, 422)),
)
async def preview_version(
    version_id: UUID, body: VersionPreviewIn, series: OfJob, versions: Versions
) -> Response:
    """In another template, on other paper, in any format. Nothing is kept."""
    layout = body.layout
    made = await versions.preview(
        DocumentId(version_id),
        series,
        format=body.format,
        layout=layout,  # type: ignore[arg-type]  # it has become the domain's own
    )
    return file_response(made.data, body.format, made.name)


async def _created(body: NewVersionIn, series: Series, response: Response, versions: Versions) -> Document:
    return _made(await versions.create(series, body.draft), series, response)


def _made(document: Document, series: Series, response: Response) -> Document:
    response.headers["Location"] = where_is(series, document.id)
    return _tagged(document, response)


def _tagged(document: Document, response: Response) -> Document:
    response.headers["ETag"] = etag(document.version)
    return document

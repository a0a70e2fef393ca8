from typing import Any
from uuid import UUID

from fastapi import Response

from app.domain.resumes.files import FileKind
from app.domain.resumes.model import Resume, ResumeCard
from app.domain.shared.ids import ResumeId
from app.domain.shared.page import Page
from app.presentation.api.resumes.schemas import ResumeCardOut, ResumeOut, ResumePageOut
from app.presentation.api.resumes.services import Resumes
from app.presentation.dependencies import CurrentUser, ExpectedVersion, Part
from app.presentation.downloads import Wanted, disposition, headers_of
from app.presentation.routing import Access, Rate, area, rules
from app.presentation.schemas import BINARY
from app.presentation.tags import etag

router = area("/resumes", "resumes")
TYPES = {
    FileKind.PDF: "application/pdf",
    FileKind.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    FileKind.ODT: "application/vnd.oasis.opendocument.text",
    FileKind.RTF: "application/rtf",
    FileKind.TXT: "text/plain",
}


def _file_rules() -> dict[str, Any]:
    said = rules(Access.USER, 404, 416)
    kinds = {kind: {"schema": BINARY} for kind in TYPES.values()}
    answers: dict[int, Any] = {
        200: {"description": "The file", "content": kinds},
        206: {"description": "The part that was asked for", "content": kinds},
        304: {"description": "The client holds it already"},
    }
    return said | {"responses": answers | said["responses"], "response_class": Response}


@router.get("", response_model=ResumePageOut, **rules(Access.USER))
async def list_resumes(user_id: CurrentUser, part: Part, resumes: Resumes) -> Page[ResumeCard]:
    """What you uploaded, the newest first. What we wrote for you are `documents`."""
    return await resumes.page(user_id, part)


@router.get("/{resume_id}", response_model=ResumeOut, **rules(Access.USER, 404))
async def get_resume(resume_id: UUID, response: Response, user_id: CurrentUser, resumes: Resumes) -> Resume:
    """Its text, and the fields that were read in it, each with its place and how sure it is."""
    return _tagged(await resumes.get(ResumeId(resume_id), owner=user_id), response)


@router.get("/{resume_id}/file", **_file_rules())
async def download_resume(
    resume_id: UUID, user_id: CurrentUser, resumes: Resumes, wanted: Wanted
) -> Response:
    """The file, byte for byte as it came. Answers 304 and single ranges."""
    resume = await resumes.get(ResumeId(resume_id), owner=user_id)
    headers = headers_of(resume.sha256) | {"Content-Disposition": disposition(resume.name, "attachment")}
    part = wanted.part(resume.sha256, resume.size)
    if part is None:
        return Response(await resumes.fetch(resume), headers=headers, media_type=_type(resume))
    data = await resumes.fetch(resume, start=part.start, end=part.end)
    return Response(data, 206, headers | {"Content-Range": part.span}, _type(resume))


@router.delete("/{resume_id}", status_code=204, **rules(Access.USER, 404, 409, 412))
async def delete_resume(
    resume_id: UUID, user_id: CurrentUser, expected: ExpectedVersion, resumes: Resumes
) -> None:
    """With its file. In the place of the primary one, the newest becomes it."""
    await resumes.remove(ResumeId(resume_id), owner=user_id, expected=expected)


@router.post("/{resume_id}/set-primary", response_model=ResumeCardOut, **rules(Access.USER, 404, 409, 412))
async def set_primary_resume(
    resume_id: UUID, response: Response, user_id: CurrentUser, expected: ExpectedVersion, resumes: Resumes
) -> Resume:
    """The one that was primary is so no longer."""
    return _tagged(
        await resumes.make_primary(ResumeId(resume_id), owner=user_id, expected=expected), response
    )


@router.post(
    "/{resume_id}/re-extract",
    response_model=ResumeOut,
    **rules(Access.USER, 404, 409, 412, 413, 422, rate=Rate.UPLOAD),
)
async def extract_resume(
    resume_id: UUID, response: Response, user_id: CurrentUser, expected: ExpectedVersion, resumes: Resumes
) -> Resume:
    """Read the file anew, as of today's reader: its text and fields are replaced. Where that fails, they
    stay."""
    return _tagged(await resumes.re_extract(ResumeId(resume_id), owner=user_id, expected=expected), response)


def _tagged(resume: Resume, response: Response) -> Resume:
    response.headers["ETag"] = etag(resume.version)
    return resume


def _type(resume: Resume) -> str:
    """Of a text it is not told in which letters it is written: the file is as it came."""
    return TYPES[resume.kind]

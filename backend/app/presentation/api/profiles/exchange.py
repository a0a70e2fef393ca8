"""Profiles as files, in and out."""

from enum import StrEnum
from typing import Annotated, Any
from uuid import UUID

from fastapi import Depends, Query, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse

from app.application.profile.transfers import BroughtIn, TransferService
from app.application.resumes.importing import ReadForImport, ResumeImportService
from app.domain.profile.formats import CareerFormat, write_rendercv
from app.domain.profile.json_resume import write_json_resume
from app.domain.profile.model import Profile
from app.domain.shared.ids import ProfileId, ResumeId, UserId
from app.presentation.api.profiles.files import BODY, JSON, YAML, SentDocument
from app.presentation.api.profiles.import_schemas import ImportedProfileOut, imported
from app.presentation.api.profiles.own import Own, address, tagged
from app.presentation.dependencies import CurrentUser, ExpectedVersion, service
from app.presentation.routing import Access, Rate, area, rules
from app.presentation.schemas import YesOrNo
from app.presentation.strict_yaml import write_yaml

router = area("/profiles", "profiles")
Transfers = Annotated[TransferService, Depends(service(lambda services: services.transfers))]
ResumeImports = Annotated[ResumeImportService, Depends(service(lambda services: services.resume_imports))]
Stated = Annotated[
    CareerFormat | None, Query(alias="format", description="What the file is; left out, its content says it.")
]
Into = Annotated[UUID | None, Query(description="One's own profile that the file is joined to.")]
FromResume = Annotated[
    UUID | None, Query(description="An uploaded resume of one's own, instead of a file in the body.")
]
Preview = Annotated[YesOrNo, Query(description="Say what would be, and change nothing.")]


async def get_uploaded(
    user_id: CurrentUser,
    imports: ResumeImports,
    document: SentDocument,
    stated: Stated = None,
    resume_id: FromResume = None,
) -> ReadForImport | None:
    """None where the career comes in the body."""
    if resume_id is None:
        return None
    found = await imports.read(ResumeId(resume_id), owner=user_id)
    if document is not None or stated is not None:
        why = "With resume_id there is neither a file in the body nor a format."
        raise RequestValidationError([{"type": "senseless", "loc": ("query", "resume_id"), "msg": why}])
    return found


FromUpload = Annotated[ReadForImport | None, Depends(get_uploaded)]


class ExportFormat(StrEnum):
    JSON_RESUME = "json_resume"
    RENDERCV = "rendercv"


def _import_rules() -> dict[str, Any]:
    said = rules(Access.USER, 404, 409, 412, 413, 415, 422, rate=Rate.UPLOAD)
    said["openapi_extra"] |= {"requestBody": BODY}
    said["responses"][200] = {
        "model": ImportedProfileOut,
        "description": "Joined to a profile, or what would be",
    }
    return said


def _file_rules() -> dict[str, Any]:
    said = rules(Access.USER, 404)
    # The file comes first: many generated clients read every answer as the first kind that is named.
    kinds = {YAML: {"schema": {"format": "binary"}}, JSON: {"schema": {"type": "object"}}}
    said["responses"] |= {200: {"description": "The file", "content": kinds}}
    return said | {"response_class": Response}


@router.post("/import", status_code=201, response_model=ImportedProfileOut, **_import_rules())
async def import_profile(  # noqa: PLR0913  each is a parameter of the request
    response: Response,
    user_id: CurrentUser,
    transfers: Transfers,
    expected: ExpectedVersion,
    document: SentDocument,
    resume: FromUpload,
    stated: Stated = None,
    profile_id: Into = None,
    preview: Preview = False,
) -> ImportedProfileOut:
    """Make a profile of a JSON Resume, a Reactive Resume, a RenderCV or a LinkedIn export, or join it to one
    that there is. The body is the file itself; or `resume_id` names a resume that was uploaded, and `unsure`
    says which of its values were guessed. What has no place is said; nothing is replaced, and the same a
    second time changes nothing."""
    if resume is not None:
        told = await _from_resume(resume, transfers, user_id, expected, profile_id, preview=preview)
        _say_where(told, response)
        return imported(told, resume.unsure)
    assert document is not None
    if profile_id is None:
        told = await transfers.bring_in(document, owner=user_id, stated=stated, preview=preview)
    else:
        told = await transfers.join(
            document, ProfileId(profile_id), owner=user_id, expected=expected, stated=stated, preview=preview
        )
    _say_where(told, response)
    return imported(told)


async def _from_resume(
    resume: ReadForImport,
    transfers: TransferService,
    owner: UserId,
    expected: int | None,
    profile_id: UUID | None,
    *,
    preview: bool,
) -> BroughtIn:
    if profile_id is None:
        return await transfers.bring_in_reading(resume.read, owner=owner, preview=preview)
    return await transfers.join_reading(
        resume.read, ProfileId(profile_id), owner=owner, expected=expected, preview=preview
    )


@router.get("/{profile_id}/export", **_file_rules())
async def export_profile(
    own: Own,
    transfers: Transfers,
    wanted: Annotated[ExportFormat, Query(alias="format")] = ExportFormat.JSON_RESUME,
) -> Response:
    """The profile as a JSON Resume, version 1.0.0, or as RenderCV's YAML."""
    profile = await own.read()
    if wanted is ExportFormat.RENDERCV:
        answer = Response(await transfers.written(profile, _as_rendercv), media_type=YAML)
        name = "cv.yaml"
    else:
        answer = JSONResponse(write_json_resume(profile))
        name = "resume.json"
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    answer.headers["ETag"] = own.response.headers["ETag"]
    return answer


def _as_rendercv(profile: Profile) -> str:
    return write_yaml(write_rendercv(profile))


def _say_where(told: BroughtIn, response: Response) -> None:
    if told.is_new and not told.preview:
        response.headers["Location"] = address(tagged(told.profile, response).id)
        return
    response.status_code = 200
    if not told.is_new:
        tagged(told.profile, response)

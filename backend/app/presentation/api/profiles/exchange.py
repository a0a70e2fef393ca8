"""Profiles as files: JSON Resume, in and out."""

from typing import Annotated, Any

from fastapi import Body, Response

from app.domain.profile.json_resume import write_json_resume
from app.presentation.api.profiles import examples
from app.presentation.api.profiles.own import Own, Profiles, address, tagged
from app.presentation.api.profiles.schemas import ImportedProfileOut, ProfileOut, UnplacedOut
from app.presentation.dependencies import CurrentUser
from app.presentation.routing import Access, area, rules

router = area("/profiles", "profiles")
JSONResume = Annotated[dict[str, Any], Body(max_length=1_000, examples=[examples.JSON_RESUME])]


@router.post(
    "/import", status_code=201, response_model=ImportedProfileOut, **rules(Access.USER, 409, 413, 422)
)
async def import_profile(
    body: JSONResume, response: Response, user_id: CurrentUser, profiles: Profiles
) -> ImportedProfileOut:
    """Make a profile of a JSON Resume: the body is the document itself. What has no place is said."""
    profile, unplaced = await profiles.import_json_resume(body, owner=user_id)
    response.headers["Location"] = address(tagged(profile, response).id)
    left = [UnplacedOut.model_validate(each) for each in unplaced]
    return ImportedProfileOut(**dict(ProfileOut.model_validate(profile)), unplaced=left)


@router.get("/{profile_id}/export", **rules(Access.USER, 404))
async def export_profile(own: Own) -> dict[str, Any]:
    """The profile as a JSON Resume, version 1.0.0."""
    profile = await own.read()
    own.response.headers["Content-Disposition"] = 'attachment; filename="resume.json"'
    return write_json_resume(profile)

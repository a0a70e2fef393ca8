from typing import Annotated
from uuid import UUID

from fastapi import Depends, Response

from app.application.profile.job_profiles import JobProfileService
from app.domain.profile.job_profile import JobProfile
from app.domain.shared.ids import JobProfileId
from app.domain.shared.page import Page
from app.presentation.api.profiles.job_profile_schemas import (
    JobProfileIn,
    JobProfileOut,
    JobProfilePageOut,
    JobProfilePatch,
)
from app.presentation.dependencies import CurrentUser, ExpectedVersion, Part, service
from app.presentation.routing import Access, area, rules
from app.presentation.tags import etag

router = area("/job-profiles", "profiles")
JobProfiles = Annotated[JobProfileService, Depends(service(lambda services: services.job_profiles))]


@router.get("", response_model=JobProfilePageOut, **rules(Access.USER))
async def list_job_profiles(user_id: CurrentUser, part: Part, job_profiles: JobProfiles) -> Page[JobProfile]:
    """One's own, the newest first."""
    return await job_profiles.page(user_id, part)


@router.post("", status_code=201, response_model=JobProfileOut, **rules(Access.USER, 409, 422))
async def create_job_profile(
    body: JobProfileIn, response: Response, user_id: CurrentUser, job_profiles: JobProfiles
) -> JobProfile:
    """What is looked for, and the contact block for letters. The first one is the default."""
    made = await job_profiles.create(owner=user_id, facts=body.told())
    response.headers["Location"] = _address(made)
    return _tagged(made, response)


@router.get("/default", response_model=JobProfileOut, **rules(Access.USER))
async def get_default_job_profile(
    response: Response, user_id: CurrentUser, job_profiles: JobProfiles
) -> JobProfile:
    """Made when it is first asked for. It may change which one that is: `Content-Location` says."""
    found = await job_profiles.get_default(user_id)
    response.headers["Content-Location"] = _address(found)
    return found


@router.get("/{job_profile_id}", response_model=JobProfileOut, **rules(Access.USER, 404))
async def get_job_profile(
    job_profile_id: UUID, response: Response, user_id: CurrentUser, job_profiles: JobProfiles
) -> JobProfile:
    return _tagged(await job_profiles.get(JobProfileId(job_profile_id), owner=user_id), response)


@router.patch("/{job_profile_id}", response_model=JobProfileOut, **rules(Access.USER, 404, 409, 412, 422))
async def update_job_profile(
    job_profile_id: UUID,
    body: JobProfilePatch,
    response: Response,
    user_id: CurrentUser,
    expected: ExpectedVersion,
    job_profiles: JobProfiles,
) -> JobProfile:
    """Change what is named: `null` empties a field."""
    changed = await job_profiles.change(
        JobProfileId(job_profile_id), owner=user_id, expected=expected, facts=body.told()
    )
    return _tagged(changed, response)


@router.post(
    "/{job_profile_id}/set-default", response_model=JobProfileOut, **rules(Access.USER, 404, 409, 412)
)
async def set_default_job_profile(
    job_profile_id: UUID,
    response: Response,
    user_id: CurrentUser,
    expected: ExpectedVersion,
    job_profiles: JobProfiles,
) -> JobProfile:
    """Letters are headed with its contact block from now on."""
    changed = await job_profiles.change(
        JobProfileId(job_profile_id), owner=user_id, expected=expected, facts={"is_default": True}
    )
    return _tagged(changed, response)


@router.delete("/{job_profile_id}", status_code=204, **rules(Access.USER, 404, 409, 412))
async def delete_job_profile(
    job_profile_id: UUID, user_id: CurrentUser, expected: ExpectedVersion, job_profiles: JobProfiles
) -> None:
    """If it was the default, the oldest that is left becomes it."""
    await job_profiles.remove(JobProfileId(job_profile_id), owner=user_id, expected=expected)


def _address(job_profile: JobProfile) -> str:
    return f"/api/v1/job-profiles/{job_profile.id}"


def _tagged(job_profile: JobProfile, response: Response) -> JobProfile:
    response.headers["ETag"] = etag(job_profile.version)
    return job_profile

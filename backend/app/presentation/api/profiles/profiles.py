from uuid import UUID

from fastapi import Response

from app.domain.profile.model import Profile
from app.domain.profile.ports import ProfileCard
from app.domain.shared.ids import ProfileId
from app.domain.shared.page import Page
from app.presentation.api.profiles.own import Own, Profiles, address, tagged
from app.presentation.api.profiles.schemas import (
    NewProfile,
    ProfileIn,
    ProfileOut,
    ProfilePageOut,
    ProfilePatch,
)
from app.presentation.dependencies import CurrentUser, ExpectedVersion, Part
from app.presentation.routing import Access, area, rules

router = area("/profiles", "profiles")


@router.post("", status_code=201, response_model=ProfileOut, **rules(Access.USER, 409, 422))
async def create_profile(
    body: NewProfile, response: Response, user_id: CurrentUser, profiles: Profiles
) -> Profile:
    """A master profile, with its components or without. The first one is the default."""
    profile = await profiles.create(owner=user_id, **body.facts())
    response.headers["Location"] = address(profile.id)
    return tagged(profile, response)


@router.get("", response_model=ProfilePageOut, **rules(Access.USER))
async def list_profiles(user_id: CurrentUser, part: Part, profiles: Profiles) -> Page[ProfileCard]:
    """One's own, the newest first."""
    return await profiles.page(user_id, part)


@router.get("/me", response_model=ProfileOut, **rules(Access.USER, 404))
async def get_default_profile(response: Response, user_id: CurrentUser, profiles: Profiles) -> Profile:
    """The default profile. Which one that is may change: `Content-Location` says where it stands."""
    profile = await profiles.get_default(user_id)
    response.headers["Content-Location"] = address(profile.id)
    return profile


@router.get("/{profile_id}", response_model=ProfileOut, **rules(Access.USER, 404))
async def get_profile(own: Own) -> Profile:
    """One profile with its components."""
    return await own.read()


@router.put("/{profile_id}", response_model=ProfileOut, **rules(Access.USER, 404, 409, 412, 422))
async def replace_profile(
    profile_id: UUID,
    body: ProfileIn,
    response: Response,
    user_id: CurrentUser,
    expected: ExpectedVersion,
    profiles: Profiles,
) -> Profile:
    """Say who the person is anew. The components have routes of their own, and stay."""
    profile = await profiles.describe(ProfileId(profile_id), owner=user_id, expected=expected, **body.facts())
    return tagged(profile, response)


@router.patch("/{profile_id}", response_model=ProfileOut, **rules(Access.USER, 404, 409, 412, 422))
async def update_profile(
    profile_id: UUID,
    body: ProfilePatch,
    response: Response,
    user_id: CurrentUser,
    expected: ExpectedVersion,
    profiles: Profiles,
) -> Profile:
    """Change what is named: `null` empties a field, custom fields are merged."""
    profile = await profiles.amend(ProfileId(profile_id), owner=user_id, expected=expected, **body.told())
    return tagged(profile, response)


@router.delete("/{profile_id}", status_code=204, **rules(Access.USER, 404, 409, 412))
async def delete_profile(
    profile_id: UUID, user_id: CurrentUser, expected: ExpectedVersion, profiles: Profiles
) -> None:
    """With its components. If it was the default, the oldest that is left becomes it."""
    await profiles.remove(ProfileId(profile_id), owner=user_id, expected=expected)

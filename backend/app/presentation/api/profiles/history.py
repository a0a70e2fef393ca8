"""What the versions of a profile changed, and how it stood at each."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import Depends, Path, Response
from pydantic import Field

from app.application.profile.history import ProfileHistoryService
from app.domain.profile.history import ChangeKind, EditionCard
from app.domain.profile.model import Profile
from app.domain.shared.ids import ProfileId
from app.domain.shared.page import Page
from app.presentation.api.profiles.own import tagged
from app.presentation.api.profiles.schemas import ProfileOut
from app.presentation.dependencies import CurrentUser, Part, service
from app.presentation.routing import Access, area, rules
from app.presentation.schemas import InDigits, Out, PageOut

router = area("/profiles/{profile_id}/history", "profiles")
History = Annotated[ProfileHistoryService, Depends(service(lambda services: services.profile_history))]
Version = Annotated[int, Path(ge=1, le=999_999_999), InDigits]


class ChangeOut(Out):
    kind: ChangeKind
    part: str = Field(description="`profile`, or where it is kept: `experiences`, `skills` ...")
    item_id: UUID | None
    fields: list[str]


class EditionOut(Out):
    version: int
    changed_at: datetime
    changes: list[ChangeOut]


class HistoryPageOut(PageOut[EditionOut]):
    """The newest first. Of every profile the newest 50 versions are kept."""


@router.get("", response_model=HistoryPageOut, **rules(Access.USER, 404))
async def list_profile_history(
    profile_id: UUID, user_id: CurrentUser, part: Part, history: History
) -> Page[EditionCard]:
    """What each version changed, and when."""
    return await history.page(ProfileId(profile_id), owner=user_id, part=part)


@router.get("/{version}", response_model=ProfileOut, **rules(Access.USER, 404))
async def get_past_profile(
    profile_id: UUID, version: Version, response: Response, user_id: CurrentUser, history: History
) -> Profile:
    """The profile with its components, as it stood at that version."""
    return tagged(await history.past(ProfileId(profile_id), version, owner=user_id), response)

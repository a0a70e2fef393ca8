"""Changes to an experience that somebody proposes, such as an assistant after a conversation."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from fastapi import Depends, Query, Response
from pydantic import ConfigDict, Field

from app.application.profile.proposals import ProposalService
from app.domain.profile.proposals import Proposal, ProposalStatus, ProposedBy, Told
from app.domain.shared.ids import ItemId, ProposalId
from app.domain.shared.page import Page
from app.presentation.api.profiles import examples
from app.presentation.api.profiles.flat import located
from app.presentation.api.profiles.patches import ComponentPatch, ExperienceFacts, ProposedAchievement
from app.presentation.dependencies import CurrentUser, Part, service
from app.presentation.routing import Access, area, rules
from app.presentation.schemas import In, Name, Out, PageOut, Sentence, YesOrNo

MOST_LINES_PROPOSED = 50
router = area("", "profiles")
Proposals = Annotated[ProposalService, Depends(service(lambda services: services.proposals))]


class ProposedFacts(ExperienceFacts):
    """Fields of the experience as they would be; `null` empties one. What is not named stays."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"title": "Senior Ward Nurse"}]})


class NewProposal(In):
    model_config = ConfigDict(json_schema_extra={"examples": [examples.PROPOSAL]})

    experience_id: UUID
    reason: Sentence = Field(description="Why: what was said that it is drawn from")
    proposed_by: ProposedBy = ProposedBy.USER
    said_in: Name | None = Field(None, description="Where it was said, by whatever name the app has for it")
    changes: ProposedFacts = Field(default_factory=ProposedFacts)
    achievements: list[ProposedAchievement] = Field([], max_length=MOST_LINES_PROPOSED)


class ProposalOut(Out):
    id: UUID
    experience_id: UUID
    status: ProposalStatus
    reason: str
    proposed_by: ProposedBy
    said_in: str | None
    changes: dict[str, str | None]
    achievements: list[dict[str, str | None]]
    created_at: datetime
    decided_at: datetime | None


class ProposalPageOut(PageOut[ProposalOut]):
    """The newest first."""


@router.get(
    "/experiences/{experience_id}/proposals", response_model=ProposalPageOut, **rules(Access.USER, 404)
)
async def list_proposals(
    experience_id: UUID,
    user_id: CurrentUser,
    part: Part,
    proposals: Proposals,
    status: Annotated[ProposalStatus | None, Query()] = None,
) -> Page[Proposal]:
    """What was proposed for one experience, the newest first."""
    return await proposals.page(ItemId(experience_id), owner=user_id, status=status, part=part)


@router.post(
    "/experiences/proposals",
    status_code=201,
    response_model=ProposalOut,
    **rules(Access.USER, 404, 409, 422),
)
async def propose_change(
    body: NewProposal, response: Response, user_id: CurrentUser, proposals: Proposals
) -> Proposal:
    """Propose other values for fields of an experience, other words for its achievements, or new ones."""
    made = await proposals.propose(
        ItemId(body.experience_id),
        owner=user_id,
        changes=_told(body.changes),
        achievements=tuple(_told(each) for each in body.achievements),
        reason=body.reason,
        proposed_by=body.proposed_by,
        said_in=body.said_in,
    )
    response.headers["Location"] = located("proposals", made.id)
    return made


@router.patch(
    "/proposals/{proposal_id}/accept", response_model=ProposalOut, **rules(Access.USER, 404, 409, 422)
)
async def accept_proposal(
    proposal_id: UUID,
    user_id: CurrentUser,
    proposals: Proposals,
    over_changes: Annotated[
        YesOrNo, Query(description="Apply it although the experience has changed since it was proposed")
    ] = False,
) -> Proposal:
    """Apply it, once. An experience that has changed since is a conflict, and the answer says in what."""
    return await proposals.accept(ProposalId(proposal_id), owner=user_id, over_changes=over_changes)


@router.patch("/proposals/{proposal_id}/reject", response_model=ProposalOut, **rules(Access.USER, 404, 409))
async def reject_proposal(proposal_id: UUID, user_id: CurrentUser, proposals: Proposals) -> Proposal:
    """It stays to be read, and changes nothing."""
    return await proposals.reject(ProposalId(proposal_id), owner=user_id)


@router.delete("/proposals/{proposal_id}", status_code=204, **rules(Access.USER, 404, 409))
async def delete_proposal(proposal_id: UUID, user_id: CurrentUser, proposals: Proposals) -> None:
    """Whatever was decided; an accepted change stays where it is."""
    await proposals.remove(ProposalId(proposal_id), owner=user_id)


def _told(patch: ComponentPatch) -> Told:
    facts: dict[str, Any] = patch.told()
    return {name: None if value is None else str(value) for name, value in sorted(facts.items())}

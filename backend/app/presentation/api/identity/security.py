"""What happened to accounts and their locks: for admins all of it, for each their own."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import Depends, Query
from pydantic import Field

from app.application.identity.security import SecurityService
from app.domain.identity.ports import SecurityEventSearch
from app.domain.identity.security import SecurityEvent, SecurityEventKind
from app.domain.shared.ids import UserId
from app.domain.shared.page import Page
from app.presentation.dependencies import CurrentAdmin, CurrentUser, Part, service
from app.presentation.routing import Access, area, rules
from app.presentation.schemas import Instant, Out, PageOut

router = area("", "users")
Security = Annotated[SecurityService, Depends(service(lambda services: services.security))]
Since = Annotated[Instant | None, Query(description="From then on", examples=["2026-11-01T00:00:00Z"])]
Until = Annotated[Instant | None, Query(description="Before then", examples=["2026-12-01T00:00:00Z"])]


class SecurityEventOut(Out):
    id: UUID
    kind: SecurityEventKind
    at: datetime
    user_id: UUID | None = Field(description="Whose account; null where there is none, or none any more")
    actor_id: UUID | None = Field(description="Who did it, where it was somebody else")
    address: str = Field(description="The IP address that it came from")
    device: str = Field(description="What the client called itself")
    note: str = Field(description="A word or two more", examples=["free -> premium"])


class OwnSecurityEventOut(Out):
    id: UUID
    kind: SecurityEventKind
    at: datetime
    user_id: UUID | None = Field(description="Whose account")
    by_other: bool = Field(description="Whether somebody else did it, as an admin may")
    address: str = Field(description="The IP address that it came from; of an admin's nothing is said")
    device: str = Field(description="What the client called itself")
    note: str = Field(description="A word or two more", examples=["free -> premium"])


class SecurityEventPageOut(PageOut[SecurityEventOut]): ...


class OwnSecurityEventPageOut(PageOut[OwnSecurityEventOut]): ...


@router.get("/admin/security-events", response_model=SecurityEventPageOut, **rules(Access.ADMIN))
async def list_security_events(
    _: CurrentAdmin,
    part: Part,
    security: Security,
    user_id: Annotated[UUID | None, Query(description="Whose account, or who did it")] = None,
    kind: SecurityEventKind | None = None,
    since: Since = None,
    until: Until = None,
) -> Page[SecurityEvent]:
    """What happened to everybody's accounts and their locks, the newest first."""
    whose = UserId(user_id) if user_id else None
    return await security.page(SecurityEventSearch(user_id=whose, kind=kind, since=since, until=until), part)


@router.get("/users/me/security-events", **rules(Access.USER))
async def list_own_security_events(
    owner: CurrentUser,
    part: Part,
    security: Security,
    kind: SecurityEventKind | None = None,
    since: Since = None,
    until: Until = None,
) -> OwnSecurityEventPageOut:
    """What happened to your account and its locks, and what you did to those of others; the newest first."""
    search = SecurityEventSearch(user_id=owner, kind=kind, since=since, until=until)
    page = await security.page(search, part)
    shown = [_shown(event, owner) for event in page.items]
    return OwnSecurityEventPageOut(items=shown, total=page.total, limit=page.limit, offset=page.offset)


def _shown(event: SecurityEvent, owner: UserId) -> OwnSecurityEventOut:
    by_other = event.actor_id is not None and event.actor_id != owner
    return OwnSecurityEventOut(
        id=event.id,
        kind=event.kind,
        at=event.at,
        user_id=event.user_id,
        by_other=by_other,
        address="" if by_other else event.address,
        device="" if by_other else event.device,
        note=event.note,
    )

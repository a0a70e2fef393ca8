"""Everybody's accounts: for admins, but for what is public."""

from typing import Annotated
from uuid import UUID

from fastapi import Body, Depends, Query, Request, Response

from app.application.identity.opening import NewAccount
from app.domain.identity.model import Role, Tier, User
from app.domain.identity.ports import UserSearch, UserSort
from app.domain.shared.ids import UserId
from app.domain.shared.page import Page
from app.presentation.api.identity.languages import CurrentCaller
from app.presentation.api.identity.own import Erasure, erasing, tagged
from app.presentation.api.identity.schemas import (
    Accounts,
    NewUser,
    PublicUserOut,
    UserOut,
    UserPageOut,
    UserPatch,
)
from app.presentation.dependencies import CurrentAdmin, CurrentOrigin, ExpectedVersion, MaybeVisitor, Part
from app.presentation.routing import Access, area, rules
from app.presentation.schemas import Name, YesOrNo

router = area("/users", "users")
EXAMPLE = {"tier": {"value": {"subscription_tier": "premium"}}}


async def get_search(
    q: Annotated[Name | None, Query(description="Part of the e-mail address or the name")] = None,
    role: Role | None = None,
    subscription_tier: Tier | None = None,
    is_active: YesOrNo | None = None,
) -> UserSearch:
    return UserSearch(q=q, role=role, tier=subscription_tier, is_active=is_active)


@router.get("", response_model=UserPageOut, **rules(Access.ADMIN))
async def list_users(
    _: CurrentAdmin,
    search: Annotated[UserSearch, Depends(get_search)],
    part: Part,
    accounts: Accounts,
    sort: UserSort = UserSort.NEWEST,
) -> Page[User]:
    return await accounts.page(search, sort=sort, part=part)


@router.post("", status_code=201, response_model=UserOut, **rules(Access.ADMIN, 409, 422))
async def create_user(
    body: NewUser, response: Response, admin: CurrentAdmin, origin: CurrentOrigin, accounts: Accounts
) -> User:
    user = await accounts.create(
        NewAccount(
            email=body.email,
            password=body.password,
            full_name=body.full_name,
            role=body.role,
            tier=body.subscription_tier,
        ),
        actor=admin,
        origin=origin,
    )
    response.headers["Location"] = f"/api/v1/users/{user.id}"
    return tagged(user, response)


@router.get("/{user_id}", response_model=UserOut | PublicUserOut, **rules(Access.PUBLIC, 401, 404))
async def get_user(
    user_id: UUID, response: Response, visitor: MaybeVisitor, accounts: Accounts
) -> UserOut | PublicUserOut:
    """Somebody's name; to an admin the whole account."""
    as_admin = visitor is not None and visitor.role is Role.ADMIN
    user = await accounts.look_up(UserId(user_id), as_admin=as_admin)
    if as_admin:
        return UserOut.model_validate(tagged(user, response))
    return PublicUserOut.model_validate(user)


@router.patch(
    "/{user_id}", response_model=UserOut, **rules(Access.ADMIN, 404, 409, 412, 422, session_only=True)
)
async def update_user(  # noqa: PLR0913  each is a parameter of the request
    user_id: UUID,
    body: Annotated[UserPatch, Body(openapi_examples=EXAMPLE)],
    response: Response,
    admin: CurrentAdmin,
    caller: CurrentCaller,
    expected: ExpectedVersion,
    request: Request,
    accounts: Accounts,
) -> User:
    """Change what is named, role and tier included. The last admin stays one. Of another e-mail address a
    mail tells where mails went before."""
    facts = body.model_dump(exclude_unset=True)
    user = await accounts.change(
        UserId(user_id),
        facts=facts,
        expected=expected,
        actor=admin,
        origin=caller.origin,
        language=caller.language,
    )
    request.app.state.doorman.forget_user(UserId(user_id))
    return tagged(user, response)


@router.delete("/{user_id}", **erasing(Access.ADMIN, 404))
async def delete_user(user_id: UUID, admin: CurrentAdmin, request: Request, erasure: Erasure) -> Response:
    """The account and everything in it, as its owner may erase it. The last admin stays."""
    is_gone = await erasure.erase(UserId(user_id), by=admin)
    request.app.state.doorman.forget_user(UserId(user_id))
    return Response(status_code=204 if is_gone else 202)

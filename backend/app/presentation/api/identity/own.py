"""One's own account."""

from typing import Annotated, Any

from fastapi import Body, Depends, Request, Response

from app.application.housekeeping.erasing import ErasureService
from app.domain.identity.errors import ScopeRequired
from app.domain.identity.model import User
from app.presentation.api.identity.languages import CurrentCaller
from app.presentation.api.identity.schemas import Accounts, OwnIn, OwnOut, OwnPatch
from app.presentation.dependencies import CurrentUser, CurrentVisitor, ExpectedVersion, service
from app.presentation.routing import Access, Rate, area, rules
from app.presentation.tags import etag

router = area("/users", "users")
Erasure = Annotated[ErasureService, Depends(service(lambda services: services.erasure))]
EXAMPLE = {"name": {"value": {"full_name": "Ada Lovelace"}}}


@router.get("/me", **rules(Access.USER))
async def get_own_account(user_id: CurrentUser, response: Response, accounts: Accounts) -> OwnOut:
    """Your account, and what opens it."""
    user, linked = await accounts.own(user_id)
    return OwnOut.of(tagged(user, response), linked)


@router.get("/current", **rules(Access.USER))
async def get_current_user(user_id: CurrentUser, response: Response, accounts: Accounts) -> OwnOut:
    """The same as `/users/me`. Where the host serves a single user, no token is needed, here or elsewhere."""
    user, linked = await accounts.own(user_id)
    return OwnOut.of(tagged(user, response), linked)


@router.put("/me", **rules(Access.USER, 409, 412, 422))
async def replace_own_account(
    body: OwnIn, response: Response, user_id: CurrentUser, expected: ExpectedVersion, accounts: Accounts
) -> OwnOut:
    """Say anew what others may see of you."""
    user = await accounts.update(user_id, facts=body.model_dump(), expected=expected)
    _, linked = await accounts.own(user_id)
    return OwnOut.of(tagged(user, response), linked)


@router.patch("/me", **rules(Access.USER, 403, 409, 412, 422, rate=Rate.PASSWORD))
async def update_own_account(
    body: Annotated[OwnPatch, Body(openapi_examples=EXAMPLE)],
    response: Response,
    visitor: CurrentVisitor,
    expected: ExpectedVersion,
    caller: CurrentCaller,
    accounts: Accounts,
) -> OwnOut:
    """Change what is named. Another e-mail address wants the current password and a session (no personal
    access token will do), and is not verified until the link is followed that is mailed there. The address
    before it is told, by a mail in which nothing opens anything."""
    if "email" in body.model_fields_set and visitor.scopes is not None:
        raise ScopeRequired("No personal access token changes the address. Please sign in.")
    facts = body.model_dump(exclude_unset=True, exclude={"current_password"})
    user = await accounts.update(
        visitor.user_id,
        facts=facts,
        current_password=body.current_password,
        expected=expected,
        origin=caller.origin,
        language=caller.language,
    )
    _, linked = await accounts.own(visitor.user_id)
    return OwnOut.of(tagged(user, response), linked)


def erasing(access: Access, *statuses: int) -> dict[str, Any]:
    said = rules(access, *statuses, 409, session_only=True)
    later = {202: {"description": "Very much is kept there: the account is shut, and the rest goes on"}}
    return said | {"responses": later | said["responses"], "status_code": 204, "response_class": Response}


@router.delete("/me", **erasing(Access.USER))
async def erase_own_account(user_id: CurrentUser, request: Request, erasure: Erasure) -> Response:
    """Your account and everything in it: careers, postings, applications, documents and their files. There
    is no way back. It is shut at once; where there is more than goes in three seconds, the rest follows by
    itself, and its address is free then."""
    is_gone = await erasure.erase(user_id)
    request.app.state.doorman.forget_user(user_id)
    return Response(status_code=204 if is_gone else 202)


def tagged(user: User, response: Response) -> User:
    response.headers["ETag"] = etag(user.version)
    return user

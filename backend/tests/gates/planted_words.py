"""Routes that decide by the wording of a question, to see that it is seen."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Header, Response
from sqlalchemy import delete, func, select

from app.domain.identity.errors import InvalidToken
from app.domain.identity.model import Role
from app.domain.profile.errors import ProfileNotFound
from app.presentation.dependencies import CurrentUser, CurrentVisitor
from app.presentation.routing import Access, area, rules
from tests.gates.planted import Opens, profiles, titles


def obeys_an_override() -> APIRouter:
    router = area("/obeys-an-override", "planted", at="")

    @router.get("/{profile_id}", **rules(Access.USER, 404))
    async def read_obeys_an_override(
        profile_id: UUID,
        user_id: CurrentUser,
        opens: Opens,
        x_http_method_override: Annotated[str, Header(max_length=9)] = "",
    ) -> dict[str, str]:
        async with opens() as work:
            own = await titles(work, profiles.c.id == profile_id, profiles.c.user_id == user_id)
            if own and x_http_method_override == "DELETE":
                await work.connection.execute(delete(profiles).where(profiles.c.id == profile_id))
                await work.commit()
        if not own:
            raise ProfileNotFound("There is no such profile.")
        return own[0]

    return router


def shows_an_admin_all() -> APIRouter:
    router = area("/shows-an-admin-all", "planted", at="")

    @router.get("/{profile_id}", **rules(Access.USER, 404))
    async def read_shows_an_admin_all(profile_id: UUID, who: CurrentVisitor, opens: Opens) -> dict[str, str]:
        async with opens(readonly=True) as work:
            found = await titles(work, profiles.c.id == profile_id)
            own = await titles(work, profiles.c.id == profile_id, profiles.c.user_id == who.user_id)
        if not (found if who.role is Role.ADMIN else own):
            raise ProfileNotFound("There is no such profile.")
        return found[0]

    return router


def knows_the_version_first() -> APIRouter:
    router = area("/knows-the-version-first", "planted", at="")

    @router.get("/{profile_id}", response_model=None, **rules(Access.USER, 404))
    async def read_knows_the_version_first(
        profile_id: UUID,
        user_id: CurrentUser,
        opens: Opens,
        response: Response,
        if_none_match: Annotated[str, Header(max_length=9)] = "",
    ) -> Response | dict[str, str]:
        async with opens(readonly=True) as work:
            found = await titles(work, profiles.c.id == profile_id)
            own = await titles(work, profiles.c.id == profile_id, profiles.c.user_id == user_id)
        if found and if_none_match == '"1"':
            return Response(status_code=304)
        if not own:
            raise ProfileNotFound("There is no such profile.")
        response.headers["ETag"] = '"1"'
        return own[0]

    return router


def counts_everybodys() -> APIRouter:
    router = area("/counts-everybodys", "planted", at="")

    @router.get("", **rules(Access.USER))
    async def list_counts_everybodys(_: CurrentUser, opens: Opens) -> int:
        async with opens(readonly=True) as work:
            return int(await work.connection.scalar(select(func.count()).select_from(profiles)) or 0)

    return router


def believes_a_header() -> APIRouter:
    router = area("/believes-a-header", "planted", at="")

    @router.get("", **rules(Access.USER))
    async def list_believes_a_header(
        x_forwarded_user: Annotated[str, Header(max_length=99)] = "",
    ) -> list[str]:
        if not x_forwarded_user:
            raise InvalidToken("An access token is needed.")
        return [x_forwarded_user]

    return router


ALL = (counts_everybodys, believes_a_header, shows_an_admin_all, knows_the_version_first, obeys_an_override)
"""The last leaves nothing behind."""

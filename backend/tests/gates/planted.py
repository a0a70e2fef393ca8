"""Routes with the faults that people make, to see that the matrix sees them."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Depends, Request
from sqlalchemy import delete, select, update

from app.domain.profile.errors import ProfileNotFound
from app.infrastructure.persistence.metadata import metadata
from app.infrastructure.persistence.unit_of_work import SqlUnitOfWork
from app.presentation.dependencies import CurrentUser, MaybeUser
from app.presentation.routing import Access, area, rules
from app.presentation.schemas import In

profiles = metadata.tables["master_profiles"]


async def get_work(request: Request) -> Any:
    return request.app.state.services.profiles._work


Opens = Annotated[Any, Depends(get_work)]


class Naming(In):
    profile_id: UUID


async def titles(work: SqlUnitOfWork, *where: Any) -> list[dict[str, str]]:
    rows = await work.connection.execute(select(profiles.c.id, profiles.c.full_name).where(*where))
    return [{"id": str(row.id), "name": row.full_name} for row in rows]


def without_owner_filter() -> APIRouter:
    router = area("/without-owner-filter", "planted", at="")

    @router.get("/{profile_id}", **rules(Access.USER, 404))
    async def read_without_owner_filter(profile_id: UUID, _: CurrentUser, opens: Opens) -> dict[str, str]:
        async with opens(readonly=True) as work:
            found = await titles(work, profiles.c.id == profile_id)
        if not found:
            raise ProfileNotFound("There is no such profile.")
        return found[0]

    return router


def deletes_before_it_refuses() -> APIRouter:
    router = area("/deletes-before-it-refuses", "planted", at="")

    @router.delete("/{profile_id}", status_code=204, **rules(Access.USER, 404))
    async def delete_deletes_before_it_refuses(profile_id: UUID, user_id: CurrentUser, opens: Opens) -> None:
        async with opens() as work:
            own = await titles(work, profiles.c.id == profile_id, profiles.c.user_id == user_id)
            await work.connection.execute(delete(profiles).where(profiles.c.id == profile_id))
            await work.commit()
        if not own:
            raise ProfileNotFound("There is no such profile.")

    return router


def tells_that_it_is_there() -> APIRouter:
    router = area("/tells-that-it-is-there", "planted", at="")

    @router.get("/{profile_id}", **rules(Access.USER, 404))
    async def read_tells_that_it_is_there(
        profile_id: UUID, user_id: CurrentUser, opens: Opens
    ) -> dict[str, str]:
        async with opens(readonly=True) as work:
            found = await titles(work, profiles.c.id == profile_id)
            own = await titles(work, profiles.c.id == profile_id, profiles.c.user_id == user_id)
        if not own:
            raise ProfileNotFound("This profile is not yours." if found else "There is no such profile.")
        return own[0]

    return router


def lists_everybodys() -> APIRouter:
    router = area("/lists-everybodys", "planted", at="")

    @router.get("", **rules(Access.USER))
    async def list_lists_everybodys(_: CurrentUser, opens: Opens) -> list[dict[str, str]]:
        async with opens(readonly=True) as work:
            return await titles(work)

    return router


def lets_strangers_in() -> APIRouter:
    router = area("/lets-strangers-in", "planted", at="")

    @router.get("", **rules(Access.USER))
    async def list_lets_strangers_in() -> list[str]:
        return []

    return router


def writes_for_strangers() -> APIRouter:
    router = area("/writes-for-strangers", "planted", at="")

    @router.put("/{profile_id}", status_code=204, **rules(Access.USER, 404))
    async def rename_writes_for_strangers(profile_id: UUID, user_id: MaybeUser, opens: Opens) -> None:
        async with opens() as work:
            renamed = update(profiles).where(profiles.c.id == profile_id).values(full_name="Renamed")
            await work.connection.execute(renamed)
            await work.commit()

    return router


def believes_the_body() -> APIRouter:
    router = area("/believes-the-body", "planted", at="")

    @router.post("", status_code=204, **rules(Access.USER, 404))
    async def rename_believes_the_body(body: Naming, _: CurrentUser, opens: Opens) -> None:
        async with opens() as work:
            renamed = update(profiles).where(profiles.c.id == body.profile_id).values(full_name="Believed")
            await work.connection.execute(renamed)
            await work.commit()

    return router


def without_access_tag() -> APIRouter:
    router = area("/without-access-tag", "planted", at="")

    @router.get("")
    async def list_without_access_tag(_: CurrentUser) -> list[str]:
        return []

    return router


def of_an_unknown_kind() -> APIRouter:
    router = area("/of-an-unknown-kind", "planted", at="")

    @router.get("/{gizmo_id}", **rules(Access.USER, 404))
    async def read_of_an_unknown_kind(gizmo_id: UUID, _: CurrentUser) -> None:
        raise ProfileNotFound("There is no such gizmo.")

    return router


def kept_from_openapi() -> APIRouter:
    router = area("/kept-from-openapi", "planted", at="")

    @router.get("", include_in_schema=False, **rules(Access.USER))
    async def list_kept_from_openapi(_: CurrentUser) -> list[str]:
        return []

    return router


def broken_for_its_owner() -> APIRouter:
    router = area("/broken-for-its-owner", "planted", at="")

    @router.get("/{profile_id}", **rules(Access.USER, 404))
    async def read_broken_for_its_owner(profile_id: UUID, _: CurrentUser) -> None:
        raise ProfileNotFound("There is no such profile.")

    return router


ALL = (
    without_owner_filter,
    tells_that_it_is_there,
    lists_everybodys,
    lets_strangers_in,
    writes_for_strangers,
    believes_the_body,
    without_access_tag,
    of_an_unknown_kind,
    kept_from_openapi,
    broken_for_its_owner,
    deletes_before_it_refuses,  # last: nothing is left after it
)

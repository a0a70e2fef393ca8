"""What every route does that names no profile: lists and new components are of the default one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Annotated, Any, TypeVar
from uuid import UUID

from fastapi import Depends, Header, Response

from app.application.profile.components import ComponentService, Seen
from app.domain.profile.lines import HeldAchievement
from app.domain.profile.model import C, Component, Profile
from app.domain.shared.ids import ItemId, ProfileId, UserId
from app.domain.shared.page import Page, Slice
from app.presentation.api.profiles.own import Given, address
from app.presentation.dependencies import CurrentUser, service
from app.presentation.tags import NO_VERSION, etag, expected_by

Components = Annotated[ComponentService, Depends(service(lambda services: services.components))]
R = TypeVar("R", bound=Component | HeldAchievement)


def tag_of(profile: Profile) -> str:
    """Names the profile too: which one is the default may change, and its versions are its own."""
    return etag(profile.version, profile.id.hex)


async def get_seen(
    if_match: Annotated[str | None, Header(max_length=100, description="An ETag of such a route")] = None,
) -> Seen | None:
    expected = expected_by(if_match)
    if expected is None:
        return None
    if expected.beside is None:
        return Seen(None, expected.version)
    try:
        return Seen(ProfileId(UUID(hex=expected.beside)), expected.version)
    except ValueError:
        return Seen(None, NO_VERSION)


ExpectedState = Annotated[Seen | None, Depends(get_seen)]


def located(*steps: object) -> str:
    return "/".join(("/api/v1", *map(str, steps)))


@dataclass(frozen=True, slots=True)
class Flat:
    """The user's components, as the user asks for them. Every answer carries its profile's ETag."""

    components: ComponentService
    owner: UserId
    response: Response
    seen: Seen | None = None

    def tagged(self, profile: Profile) -> Profile:
        self.response.headers["ETag"] = tag_of(profile)
        return profile

    async def part(
        self, kind: type[C], area: str, part: Slice, *, among: Callable[[C], bool] = lambda _: True
    ) -> Page[C]:
        """Without a default profile there is nothing in it."""
        profile = await self.components.find_default(self.owner)
        if profile is None:
            return part.of(())
        self.response.headers["Content-Location"] = address(profile.id, area)
        return part.of([c for c in self.tagged(profile).components(kind) if among(c)])

    async def one(self, kind: type[C], item_id: UUID) -> C:
        held = ItemId(item_id)
        return self.tagged(await self.components.holding(kind, held, owner=self.owner)).component(kind, held)

    async def add(
        self, kind: type[C], given: Given[C] | Sequence[Given[C]], *at: object
    ) -> C | tuple[C, ...]:
        new = tuple(g.component() for g in (given if isinstance(given, Sequence) else [given]))
        self.tagged(await self.components.add(kind, new, owner=self.owner, seen=self.seen))
        return self.made(new, given, *at)

    def made(self, new: tuple[R, ...], given: object, *at: object) -> R | tuple[R, ...]:
        """As many as were given, and where they are."""
        many = isinstance(given, Sequence)
        self.response.headers["Location"] = located(*at) if many else located(*at, new[0].id)
        return new if many else new[0]

    async def amend(self, kind: type[C], item_id: UUID, facts: dict[str, Any]) -> C:
        held = ItemId(item_id)
        changed = await self.components.amend(kind, held, facts, owner=self.owner, seen=self.seen)
        return self.tagged(changed).component(kind, held)

    async def drop(self, kind: type[C], item_id: UUID) -> None:
        self.tagged(await self.components.drop(kind, ItemId(item_id), owner=self.owner, seen=self.seen))


async def get_flat(response: Response, owner: CurrentUser, components: Components) -> Flat:
    return Flat(components, owner, response)


Mine = Annotated[Flat, Depends(get_flat)]


async def get_flat_to_change(mine: Mine, seen: ExpectedState) -> Flat:
    return replace(mine, seen=seen)


ChangingMine = Annotated[Flat, Depends(get_flat_to_change)]

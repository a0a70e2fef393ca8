"""What every route below one profile does: whose it is, which version, and what the answer says of it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Annotated, Any, Protocol, TypeVar
from uuid import UUID

from fastapi import Body, Depends, Response
from fastapi.openapi.models import Example
from pydantic import BaseModel, Field, TypeAdapter, ValidatorFunctionWrapHandler, WrapValidator

from app.application.profile.service import ProfileService
from app.domain.profile.model import HELD, C, Profile
from app.domain.shared.ids import ItemId, ProfileId, UserId
from app.domain.shared.page import Page, Slice
from app.presentation.dependencies import CurrentUser, ExpectedVersion, service
from app.presentation.tags import etag

MOST_AT_ONCE = 100
T = TypeVar("T", covariant=True)
E = TypeVar("E")
Several = Annotated[list[E], Field(min_length=1, max_length=MOST_AT_ONCE)]
M = TypeVar("M", bound=BaseModel)
Profiles = Annotated[ProfileService, Depends(service(lambda services: services.profiles))]


class Given(Protocol[T]):
    """A component as it came in."""

    def component(self, **about: Any) -> T: ...


class Named(Given[T], Protocol[T]):
    @property
    def id(self) -> UUID: ...


def address(profile_id: UUID, *steps: object) -> str:
    return "/".join(("/api/v1/profiles", str(profile_id), *map(str, steps)))


def tagged(profile: Profile, response: Response) -> Profile:
    response.headers["ETag"] = etag(profile.version)
    return profile


@dataclass(frozen=True, slots=True)
class OwnProfile:
    """The profile in the path, as its owner asks for it. Every answer carries its new ETag."""

    profiles: ProfileService
    profile_id: ProfileId
    owner: UserId
    response: Response
    expected: int | None = None

    async def read(self) -> Profile:
        return tagged(await self.profiles.get(self.profile_id, owner=self.owner), self.response)

    async def part(self, kind: type[C], part: Slice) -> Page[C]:
        return part.of((await self.read()).components(kind))

    async def add(self, kind: type[C], given: Given[C] | Sequence[Given[C]]) -> C | tuple[C, ...]:
        new = tuple(g.component() for g in (given if isinstance(given, Sequence) else [given]))
        await self._tag(self.profiles.add, kind, new)
        area = HELD[kind][0]
        if isinstance(given, Sequence):
            self.response.headers["Location"] = address(self.profile_id, area)
            return new
        self.response.headers["Location"] = address(self.profile_id, area, new[0].id)
        return new[0]

    async def change(self, kind: type[C], given: Sequence[Named[C]]) -> list[C]:
        changed = [each.component() for each in given]
        profile = await self._tag(self.profiles.change, kind, changed)
        return [profile.component(kind, each.id) for each in changed]

    async def replace(self, kind: type[C], item_id: UUID, given: Given[C]) -> C:
        changed = given.component(id=item_id)
        profile = await self._tag(self.profiles.change, kind, [changed])
        return profile.component(kind, ItemId(item_id))

    async def drop(self, kind: type[C], ids: Sequence[UUID]) -> None:
        await self._tag(self.profiles.drop, kind, ids)

    async def _tag(self, use_case: Any, kind: type[C], what: Any) -> Profile:
        changed = await use_case(self.profile_id, kind, what, owner=self.owner, expected=self.expected)
        return tagged(changed, self.response)


async def get_own_profile(
    profile_id: UUID, response: Response, owner: CurrentUser, profiles: Profiles
) -> OwnProfile:
    return OwnProfile(profiles, ProfileId(profile_id), owner, response)


Own = Annotated[OwnProfile, Depends(get_own_profile)]


async def get_own_profile_to_change(own: Own, expected: ExpectedVersion) -> OwnProfile:
    return replace(own, expected=expected)


Changing = Annotated[OwnProfile, Depends(get_own_profile_to_change)]


def one_or_many(one: type[M]) -> WrapValidator:
    """Read by its shape, so that a flaw is told where it stands and not once for each shape."""
    many: TypeAdapter[Any] = TypeAdapter(Several[one])  # type: ignore[valid-type]

    def read(value: Any, _: ValidatorFunctionWrapHandler) -> Any:
        return many.validate_python(value) if isinstance(value, list) else one.model_validate(value)

    return WrapValidator(read)


def shown(one: Any, *more: Any) -> Any:
    """A body that takes one or a list, with an example of each."""
    examples = {"one": Example(summary="One", value=one)}
    return Body(openapi_examples=examples | {"many": Example(summary="Several", value=[one, *more])})

"""What each version of a profile changed, and how it stood before."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, fields
from datetime import datetime
from enum import StrEnum
from typing import Any

from app.domain.profile.model import (
    HELD,
    PERSON,
    Achievement,
    C,
    Component,
    Education,
    Experience,
    Link,
    Profile,
    Project,
    Skill,
)
from app.domain.shared.ids import ItemId, ProfileId

MOST_EDITIONS = 50
"""So many of the newest are kept of a profile."""
_PLAIN = (*PERSON, "is_default", "is_active")


class ChangeKind(StrEnum):
    CREATED = "created"
    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"
    MOVED = "moved"
    """The same things in another order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    kind: ChangeKind
    part: str
    """`profile`, or where the profile keeps it: `experiences`, `skills` ..."""
    item_id: ItemId | None = None
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """Only what the version took the place of."""

    updated_at: datetime
    facts: Mapping[str, str | bool | None]
    links: tuple[Link, ...] | None = None
    custom_fields: Mapping[str, Any] | None = None
    order: Mapping[str, tuple[ItemId, ...]]
    """The ids of every kind of component that was touched."""
    experiences: tuple[Experience, ...] = ()
    education: tuple[Education, ...] = ()
    projects: tuple[Project, ...] = ()
    skills: tuple[Skill, ...] = ()
    achievements: tuple[Achievement, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One version of a profile in its history."""

    profile_id: ProfileId
    version: int
    changed_at: datetime
    changes: tuple[Change, ...]
    before: Before | None
    """None for the first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionCard:
    """An edition in a list."""

    version: int
    changed_at: datetime
    changes: tuple[Change, ...]


def edition_of(profile: Profile, before: Profile | None) -> Edition:
    """What its newest version changed; `before` is how it was read, or None when it is new."""
    created = Change(kind=ChangeKind.CREATED, part="profile")
    return Edition(
        profile_id=ProfileId(profile.id),
        version=profile.version,
        changed_at=profile.updated_at,
        changes=(created,) if before is None else tuple(_changes(before, profile)),
        before=None if before is None else _before(before, profile),
    )


def as_it_was(profile: Profile, since: Sequence[Edition]) -> Profile:
    """Take back these editions, the newest first."""
    past = copy(profile)
    for edition in since:
        if edition.before is not None:
            _put_back(past, edition.before)
            past.version = edition.version - 1
    return past


def _changes(before: Profile, after: Profile) -> Iterator[Change]:
    names = (*_PLAIN, "links", "custom_fields")
    if told := tuple(name for name in names if getattr(before, name) != getattr(after, name)):
        yield Change(kind=ChangeKind.CHANGED, part="profile", fields=told)
    for kind, (part, _) in HELD.items():
        yield from _of_components(part, getattr(before, part), getattr(after, part), _names(kind))


def _of_components(
    part: str, before: Sequence[Component], after: Sequence[Component], names: Sequence[str]
) -> Iterator[Change]:
    was, now = {c.id: c for c in before}, {c.id: c for c in after}
    for pk, one in now.items():
        if pk not in was:
            yield Change(kind=ChangeKind.ADDED, part=part, item_id=pk)
        elif told := tuple(n for n in names if getattr(was[pk], n) != getattr(one, n)):
            yield Change(kind=ChangeKind.CHANGED, part=part, item_id=pk, fields=told)
    for pk in was:
        if pk not in now:
            yield Change(kind=ChangeKind.REMOVED, part=part, item_id=pk)
    if [pk for pk in was if pk in now] != [pk for pk in now if pk in was]:
        yield Change(kind=ChangeKind.MOVED, part=part)


def _before(before: Profile, after: Profile) -> Before:
    touched = [part for part, _ in HELD.values() if getattr(before, part) != getattr(after, part)]
    held = {part: tuple(_gone(getattr(before, part), getattr(after, part))) for part in touched}
    return Before(
        updated_at=before.updated_at,
        facts={n: getattr(before, n) for n in _PLAIN if getattr(before, n) != getattr(after, n)},
        links=before.links if before.links != after.links else None,
        custom_fields=before.custom_fields if before.custom_fields != after.custom_fields else None,
        order={part: tuple(c.id for c in getattr(before, part)) for part in touched},
        **held,
    )


def _gone(before: Iterable[C], after: Iterable[C]) -> Iterator[C]:
    """Those that are not there any more as they were."""
    now = {c.id: c for c in after}
    return (c for c in before if now.get(c.id) != c)


def _put_back(profile: Profile, before: Before) -> None:
    for name, value in before.facts.items():
        setattr(profile, name, value)
    profile.links = profile.links if before.links is None else before.links
    if before.custom_fields is not None:
        profile.custom_fields = before.custom_fields
    for part, ids in before.order.items():
        held = {c.id: c for c in getattr(profile, part)} | {c.id: c for c in getattr(before, part)}
        setattr(profile, part, tuple(held[pk] for pk in ids))
    profile.updated_at = before.updated_at


def _names(kind: type[Any]) -> tuple[str, ...]:
    return tuple(f.name for f in fields(kind) if f.name != "id")

"""Achievements wherever they stand: as lines under an experience, or alone."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import datetime
from typing import Any

from app.domain.profile.errors import ComponentNotFound
from app.domain.profile.model import Achievement, Experience, Profile, amended
from app.domain.shared.ids import ItemId, ProfileId
from app.domain.shared.time import PartialDate


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldAchievement:
    """One, with where it stands."""

    id: ItemId
    profile_id: ProfileId
    experience_id: ItemId | None
    """None for one that stands alone."""
    text: str
    description: str | None
    icon: str | None
    awarder: str | None
    date: PartialDate | None

    @property
    def title(self) -> str:
        return self.text


def lines_under(profile: Profile, experience_id: ItemId) -> tuple[HeldAchievement, ...]:
    """Raises ComponentNotFound."""
    experience = profile.component(Experience, experience_id)
    return tuple(_held(profile, line, experience_id) for line in experience.achievements)


def find_line(profile: Profile, item_id: ItemId) -> HeldAchievement:
    """Raises ComponentNotFound."""
    for line in all_lines(profile):
        if line.id == item_id:
            return line
    raise ComponentNotFound("There is no such achievement.")


def add_lines(profile: Profile, experience_id: ItemId, new: Sequence[Achievement], *, now: datetime) -> None:
    """Below those that are there. Raises ComponentNotFound, TooManyComponents."""
    above = profile.component(Experience, experience_id)
    profile.change(Experience, [replace(above, achievements=(*above.achievements, *new))], now=now)


def amend_line(profile: Profile, item_id: ItemId, facts: Mapping[str, Any], *, now: datetime) -> None:
    """It stays the line that documents cite. Raises ComponentNotFound."""
    found = find_line(profile, item_id)
    if found.experience_id is None:
        profile.change(Achievement, [amended(profile.component(Achievement, item_id), facts)], now=now)
        return
    above = profile.component(Experience, found.experience_id)
    lines = tuple(amended(a, facts) if a.id == item_id else a for a in above.achievements)
    profile.change(Experience, [replace(above, achievements=lines)], now=now)


def drop_line(profile: Profile, item_id: ItemId, *, now: datetime) -> None:
    """Raises ComponentNotFound."""
    found = find_line(profile, item_id)
    if found.experience_id is None:
        profile.remove(Achievement, [item_id], now=now)
        return
    above = profile.component(Experience, found.experience_id)
    left = tuple(a for a in above.achievements if a.id != item_id)
    profile.change(Experience, [replace(above, achievements=left)], now=now)


def all_lines(profile: Profile) -> Iterator[HeldAchievement]:
    """Those that stand alone first."""
    for alone in profile.achievements:
        yield _held(profile, alone, None)
    for experience in profile.experiences:
        yield from lines_under(profile, experience.id)


def _held(profile: Profile, line: Achievement, above: ItemId | None) -> HeldAchievement:
    told = {f.name: getattr(line, f.name) for f in fields(line)}
    return HeldAchievement(profile_id=ProfileId(profile.id), experience_id=above, **told)

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from app.domain.profile.custom_fields import Kept
from app.domain.profile.json_resume.basics import MOST_LINKS, place
from app.domain.profile.json_resume.reading import Reading
from app.domain.profile.json_resume.records import excerpt
from app.domain.profile.merging.filling import filled
from app.domain.profile.merging.lists import joined
from app.domain.profile.merging.outcome import Item, Outcome, called
from app.domain.profile.merging.sameness import address, closeness, key_of, same
from app.domain.profile.model import HELD, PERSON, C, Component, Link, Profile
from app.domain.shared.ids import ItemId


def merge(profile: Profile, reading: Reading, *, now: datetime) -> Outcome:
    """Joins the reading to the profile. A second time it changes nothing."""
    outcome = Outcome()
    facts = _person(profile, reading, outcome) | _links(profile, reading, outcome)
    facts |= _custom(profile, reading, outcome, location=facts.get("location", profile.location))
    if facts:
        profile.describe(now=now, **facts)
    for kind in HELD:
        _components(profile, kind, reading, outcome, now)  # type: ignore[type-var]
    return outcome


def _person(profile: Profile, reading: Reading, outcome: Outcome) -> dict[str, Any]:
    facts: dict[str, Any] = {}
    for name in PERSON:
        mine, theirs = getattr(profile, name), getattr(reading, name)
        if not theirs:
            continue
        if not mine:
            facts[name] = theirs
            outcome.tell(outcome.added, Item(name, name))
        elif same(name, mine, theirs):
            outcome.tell(outcome.unchanged, Item(name, name))
        else:
            outcome.conflict(name, name, name, yours=mine, theirs=theirs)
    return facts


def _links(profile: Profile, reading: Reading, outcome: Outcome) -> dict[str, Any]:
    known = {address(link.url) for link in profile.links}
    known |= {address(url) for url in (profile.website, profile.linkedin, profile.github) if url}
    new: list[Link] = []
    for link in reading.links:
        item = Item("links", excerpt(link.label))
        if address(link.url) in known:
            outcome.tell(outcome.unchanged, item)
        elif len(profile.links) + len(new) < MOST_LINKS:
            known.add(address(link.url))
            new.append(link)
            outcome.tell(outcome.added, item)
        else:
            outcome.tell(outcome.left, item)
    return {"links": (*profile.links, *new)} if new else {}


def _custom(profile: Profile, reading: Reading, outcome: Outcome, *, location: str | None) -> dict[str, Any]:
    """Field by field; what would be more than is kept stays out."""
    held = Kept(profile.custom_fields)
    for name, theirs in reading.custom_fields.items():
        item = Item("custom_fields", excerpt(name))
        mine = held.fields.get(name)
        if name == "location" and name not in held.fields and _elsewhere(theirs, location):
            outcome.tell(outcome.left, item)
        elif name not in held.fields:
            outcome.tell(outcome.added if held.put(name, theirs) else outcome.left, item)
        elif isinstance(mine, list | tuple) and isinstance(theirs, list | tuple):
            _lists(held, name, joined(name, mine, theirs), outcome, item)
        elif mine == theirs:
            outcome.tell(outcome.unchanged, item)
        else:
            outcome.conflict(item.part, item.what, item.what, yours=mine, theirs=theirs)
    return {"custom_fields": held.fields} if held.fields != dict(profile.custom_fields) else {}


def _lists(held: Kept, name: str, both: list[Any], outcome: Outcome, item: Item) -> None:
    if both == list(held.fields[name]):
        outcome.tell(outcome.unchanged, item)
    elif held.put(name, both):
        outcome.tell(outcome.merged, Item(item.part, item.what, (item.what,)))
    else:
        outcome.tell(outcome.left, item)


def _elsewhere(theirs: Any, location: str | None) -> bool:
    """An address in detail, of another place than the person names."""
    return isinstance(theirs, Mapping) and place(theirs) != location


@dataclass(slots=True)
class _Held:
    """The components of one kind while others are joined to them, by their keys."""

    components: list[Any]
    by_key: dict[tuple[str, ...], list[int]] = field(default_factory=dict)
    changed: dict[ItemId, Any] = field(default_factory=dict)
    new: set[ItemId] = field(default_factory=set)

    @classmethod
    def of(cls, components: Sequence[Component]) -> "_Held":
        held = cls([])
        for component in components:
            held.append(component)
        return held

    def append(self, component: Component) -> None:
        self.by_key.setdefault(key_of(component), []).append(len(self.components))
        self.components.append(component)

    def find(self, theirs: Component) -> int | None:
        """The surest of those that are the same; of several the first."""
        places = self.by_key.get(key_of(theirs), ())
        sure = [(closeness(self.components[n], theirs), -n) for n in places]
        best = max(sure, default=(0, 0))
        return -best[1] if best[0] else None


def _components(profile: Profile, kind: type[C], reading: Reading, outcome: Outcome, now: datetime) -> None:
    part, most = HELD[kind]
    mine: tuple[C, ...] = profile.components(kind)
    held = _Held.of(mine)
    for theirs in getattr(reading, part):
        place = held.find(theirs)
        if place is not None:
            _join(held, place, theirs, part, outcome)
        elif len(held.components) < most:
            held.append(theirs)
            held.new.add(theirs.id)
            outcome.tell(outcome.added, Item(part, called(theirs)))
        else:
            outcome.tell(outcome.left, Item(part, called(theirs)))
    _settle(held, getattr(reading, part), part, outcome)
    if changed := [c for c in held.components if c.id in held.changed and c.id not in held.new]:
        profile.change(kind, changed, now=now)
    if new := [c for c in held.components if c.id in held.new]:
        profile.add(kind, new, now=now)


def _settle(held: _Held, reading: Sequence[Component], part: str, outcome: Outcome) -> None:
    """What one entry brought may make its component the likeliest of another: until nothing comes of it, so
    that a second time nothing does either. Each round but the last fills a field."""
    while True:
        round_ = Outcome()
        for theirs in reading:
            if (place := held.find(theirs)) is not None:
                _join(held, place, theirs, part, round_)
        for item in round_.merged:
            outcome.tell(outcome.merged, item)
        if not round_.changes:
            return


def _join(held: _Held, place: int, theirs: Any, part: str, outcome: Outcome) -> None:
    mine = held.components[place]
    joint, found = filled(mine, theirs)
    what = called(mine)
    for name, yours, other in found.conflicts:
        outcome.conflict(part, what, name, yours=yours, theirs=other)
    for line in found.left:
        outcome.tell(outcome.left, Item(part, line))
    held.components[place] = joint
    if found.facts:
        held.changed[joint.id] = joint
        outcome.tell(outcome.merged, Item(part, what, tuple(found.facts)))
    else:
        outcome.tell(outcome.unchanged, Item(part, what))

"""Lists among the custom fields: what is in both is there once."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from app.domain.profile.merging.sameness import plain

_NAMED_BY: Mapping[str, tuple[str, ...]] = {
    "volunteer": ("organization", "position"),
    "publications": ("name",),
    "interests": ("name",),
    "references": ("name",),
    "courses": ("name",),
}
"""The fields that say which entry it is, in lists that formats have in common."""


def joined(part: str, mine: Sequence[Any], theirs: Sequence[Any]) -> list[Any]:
    """Mine, with what theirs say beside it; a word that is there stays."""
    both = list(mine)
    places: dict[str, int] = {}
    for n, each in enumerate(both):
        places.setdefault(_key(part, each), n)
    for each in theirs:
        key = _key(part, each)
        if key not in places:
            places[key] = len(both)
            both.append(each)
        elif isinstance(each, Mapping) and isinstance(mine_now := both[places[key]], Mapping):
            both[places[key]] = dict(mine_now) | {n: each[n] for n in each if n not in mine_now}
    return both


def _key(part: str, entry: Any) -> str:
    if isinstance(entry, Mapping):
        names = [entry.get(name) for name in _NAMED_BY.get(part, ())]
        if any(isinstance(name, str) and name.strip() for name in names):
            return " / ".join(plain(name) if isinstance(name, str) else "" for name in names)
    if isinstance(entry, str):
        return plain(entry)
    return json.dumps(entry, sort_keys=True, ensure_ascii=False)

"""Which line of the later version is which of the earlier, and which of them stand elsewhere."""

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass

from app.domain.documents.comparing.pairing import Pairs, out_of_order, pair, pair_alike
from app.domain.documents.comparing.places import SINGLE, Block, Part, Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """All by the pointer or the name in the earlier version."""

    parts: dict[str, str]
    lines: dict[str, str]
    moved: frozenset[str]
    """Parts and lines."""


def align(before: Sequence[Part], after: Sequence[Part]) -> Alignment:
    parts = _paired_parts(before, after)
    old_blocks = [block for part in before for block in part.blocks]
    new_blocks = [block for part in after for block in part.blocks]
    homes = _homes(before, after, parts)
    old, new = _places(old_blocks), _places(new_blocks)
    pairs = _paired_lines(old, new, homes)
    moved = [before[n].name for n in out_of_order(parts)]
    moved += _moved_blocks(before, after, parts, homes)
    moved += _moved_lines(old, new, pairs, homes)
    return Alignment(
        parts={before[o].name: after[n].name for o, n in parts.items()},
        lines={old[o].pointer: new[n].pointer for o, n in pairs.items()},
        moved=frozenset(moved),
    )


def _paired_parts(before: Sequence[Part], after: Sequence[Part]) -> Pairs:
    pairs = pair({}, [(p.kind, p.title) for p in before], [(p.kind, p.title) for p in after])
    return pair(pairs, [p.kind for p in before], [p.kind for p in after])


def _places(blocks: Sequence[Block]) -> list[Place]:
    return [place for block in blocks for place in block.places]


def _homes(before: Sequence[Part], after: Sequence[Part], parts: Pairs) -> dict[str, str]:
    """Each block with the one that it has become."""
    homes = {before[o].name: after[n].name for o, n in parts.items()}
    for o, n in parts.items():
        old, new = _named(before[o]), _named(after[n])
        homes |= {old[was].name: new[now].name for was, now in _paired_blocks(old, new).items()}
    return homes


def _named(part: Part) -> list[Block]:
    return [block for block in part.blocks if block.name != part.name]


def _paired_blocks(before: Sequence[Block], after: Sequence[Block]) -> Pairs:
    """By the whole heading, then by what its first line rests on, then by that line's words."""
    pairs = pair({}, [block.heading for block in before], [block.heading for block in after])
    pairs = pair(pairs, _grounds(before), _grounds(after))
    return pair(
        pairs, [block.first.line.text for block in before], [block.first.line.text for block in after]
    )


def _grounds(blocks: Sequence[Block]) -> list[Hashable | None]:
    """Only where one block alone rests on it."""
    found = [block.first.line.sources for block in blocks]
    return [sources if sources and found.count(sources) == 1 else None for sources in found]


def _paired_lines(before: Sequence[Place], after: Sequence[Place], homes: dict[str, str]) -> Pairs:
    """Word for word at home, then word for word anywhere, then what was reworded at home."""
    old_homes = [(homes.get(place.block), place.role) for place in before]
    new_homes = [(place.block, place.role) for place in after]
    pairs = pair(
        {},
        [(home, place.line.text) if home[0] else None for home, place in zip(old_homes, before, strict=True)],
        [(home, place.line.text) for home, place in zip(new_homes, after, strict=True)],
    )
    pairs = pair(pairs, _anywhere(before), _anywhere(after))
    pairs = pair(
        pairs,
        [home if home[0] and home[1] in SINGLE else None for home in old_homes],
        [home if home[1] in SINGLE else None for home in new_homes],
    )
    return pairs | _reworded(before, after, pairs, homes)


def _anywhere(places: Sequence[Place]) -> list[Hashable | None]:
    return [None if place.role in SINGLE else (place.role, place.line.text) for place in places]


def _reworded(before: Sequence[Place], after: Sequence[Place], pairs: Pairs, homes: dict[str, str]) -> Pairs:
    taken = set(pairs.values())
    left: defaultdict[tuple[str | None, str], list[int]] = defaultdict(list)
    come: defaultdict[tuple[str | None, str], list[int]] = defaultdict(list)
    for n, place in enumerate(before):
        if n not in pairs:
            left[homes.get(place.block), place.role].append(n)
    for n, place in enumerate(after):
        if n not in taken:
            come[place.block, place.role].append(n)
    found: Pairs = {}
    for home in left.keys() & come.keys():
        old, new = ([(n, side[n].line) for n in at[home]] for side, at in ((before, left), (after, come)))
        found |= pair_alike(old, new)
    return found


def _moved_blocks(
    before: Sequence[Part], after: Sequence[Part], parts: Pairs, homes: dict[str, str]
) -> Iterator[str]:
    """The first line of each speaks for it."""
    for o, n in parts.items():
        old = _named(before[o])
        order = {block.name: place for place, block in enumerate(_named(after[n]))}
        pairs = {place: order[homes[block.name]] for place, block in enumerate(old) if block.name in homes}
        yield from (old[place].first.pointer for place in out_of_order(pairs))


def _moved_lines(
    before: Sequence[Place], after: Sequence[Place], pairs: Pairs, homes: dict[str, str]
) -> Iterator[str]:
    """Into another block, or past others of the same block and role."""
    at_home: defaultdict[tuple[str, str], Pairs] = defaultdict(dict)
    for o, n in pairs.items():
        if homes.get(before[o].block) == after[n].block:
            at_home[before[o].block, before[o].role][o] = n
        else:
            yield before[o].pointer
    for within in at_home.values():
        yield from (before[o].pointer for o in out_of_order(within))

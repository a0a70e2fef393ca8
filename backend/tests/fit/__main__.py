"""Agreement with the labels, half by half. `--data FOLDER` adds the pairs whose texts are not ours."""

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from app.infrastructure.extraction.child.reading import read
from tests.fit.corpus import Pair, pairs, pairs_elsewhere, texts
from tests.fit.measure import (
    Scores,
    Share,
    any_against_none,
    auc,
    good_against_none,
    good_against_rest,
    own_trade_above_others,
    score_all,
    shuffled_sections_are_close,
    trades_apart,
    wanted_skill_raises,
)

_WAYS = (
    ("good against none", good_against_none),
    ("good against the rest", good_against_rest),
    ("any fit against none", any_against_none),
)


def main() -> int:
    reading = argparse.ArgumentParser(prog="python -m tests.fit", description=__doc__)
    reading.add_argument("--data", type=Path)
    reading.add_argument("--orders", action="store_true", help="also the orderings, which takes minutes")
    reading.add_argument("--wrong", action="store_true", help="list what is wrong in the open half")
    asked = reading.parse_args()
    sets = {"ours": pairs()}
    if asked.data:
        sets["elsewhere"] = tuple(pairs_elsewhere(asked.data, lambda data: str(read(data)["text"])))
    for name, chosen in sets.items():
        for half in _halves(chosen):
            sys.stdout.writelines(
                f"{line}\n" for line in _report(name, half, orders=asked.orders, wrong=asked.wrong)
            )
    return 0


def _halves(chosen: Sequence[Pair]) -> Iterator[list[Pair]]:
    """Open, sealed, and what was added later."""
    for sealed, later in ((False, False), (True, False), (False, True)):
        if half := [pair for pair in chosen if (pair.sealed, pair.later) == (sealed, later)]:
            yield half


def _report(name: str, half: Sequence[Pair], *, orders: bool, wrong: bool) -> Iterator[str]:
    sealed, later = half[0].sealed, half[0].later
    scores = score_all(half)
    yield f"== {name}, {'sealed' if sealed else 'added later' if later else 'open'}: {len(half)} pairs"
    yield from _aucs(half, scores)
    near = [(p, s) for p, s in zip(half, scores, strict=True) if p.near]
    if near:
        yield "within the trade:"
        yield from _aucs([p for p, _ in near], [s for _, s in near])
        yield from _share(
            "own trade above others (labelled)",
            own_trade_above_others(half, scores),
            wrong=wrong and not sealed,
        )
        every = trades_apart(t for t in texts() if (t.sealed, t.later) == (sealed, later))
        yield from _share("own trade's best above others (every pair)", every, wrong=wrong and not sealed)
    if orders:
        yield from _share("a wanted skill raises", wanted_skill_raises(half), wrong=wrong and not sealed)
        yield from _share(
            "shuffled sections are close", shuffled_sections_are_close(half), wrong=wrong and not sealed
        )
    if wrong and not sealed:
        yield from _far(half, scores)


def _aucs(half: Sequence[Pair], scores: Scores) -> Iterator[str]:
    for way, positive in _WAYS:
        found = auc(half, scores, positive)
        if found is not None:
            yield f"AUC {way:24}{found:.3f}"


def _share(name: str, share: Share, *, wrong: bool) -> Iterator[str]:
    yield f"{name:44}{share}"
    if wrong:
        yield from (f"  {each}" for each in share.broken[:40])


def _far(half: Sequence[Pair], scores: Scores) -> Iterator[str]:
    for score, label, resume, job in sorted(
        ((s, p.label, p.resume, p.job) for p, s in zip(half, scores, strict=True)), reverse=True
    ):
        yield f"  {score:7.3f} {label} {resume} {job}"


if __name__ == "__main__":
    raise SystemExit(main())

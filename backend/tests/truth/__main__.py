"""The gate over the corpus, as a table. Ends with 1 when a goal is missed."""

import argparse
import sys
from collections.abc import Iterable, Iterator

from tests.truth.corpus import Part, careers, misplaced
from tests.truth.measure import (
    Outcome,
    Share,
    blocked,
    by_kind,
    caught,
    judge,
    milliseconds_for_two_pages,
    missed_goals,
    told_apart,
)


def rows(outcomes: tuple[Outcome, ...]) -> Iterator[tuple[str, ...]]:
    """What was measured, part by part."""
    for language in sorted({o.case.language for o in outcomes}):
        spoken = [
            [o for o in outcomes if (o.case.language, o.case.part) == (language, part)] for part in Part
        ]
        found = [by_kind(each) for each in spoken]
        for kind in sorted(set().union(*found)):
            yield f"{language} {kind}", *(str(each.get(kind, "-")) for each in found)
        for name, share in (("caught", caught), ("told apart", told_apart), ("blocked", blocked)):
            yield f"{language} {name}", *(with_percent(share(each)) for each in spoken)


def with_percent(share: Share) -> str:
    return f"{share} {share.share:6.1%}"


def wrong(outcomes: Iterable[Outcome]) -> Iterator[str]:
    """Of the parts that may be read."""
    for outcome in outcomes:
        case = outcome.case
        if outcome.wrong and case.part is not Part.SEALED:
            why = "; ".join(
                f"{c.kind}: {c.text}" for c in outcome.verdict.claims if c.verdict == "unsupported"
            )
            yield f"{case.career} {case.cited} {case.kind or 'TRUE'}: {case.text} [{why}]"


def main() -> int:
    reading = argparse.ArgumentParser(prog="python -m tests.truth", description=__doc__)
    reading.add_argument(
        "--wrong", action="store_true", help="list what was judged wrong, but nothing sealed"
    )
    asked = reading.parse_args()
    outcomes = judge(careers())
    for name, *figures in (("", *Part), *rows(outcomes)):
        sys.stdout.write(f"{name:24}{''.join(f'{figure:>18}' for figure in figures)}\n")
    sys.stdout.write(
        f"true lines under another achievement, refused: {caught(judge(careers(), misplaced))}\n"
    )
    sys.stdout.write(f"two pages: {milliseconds_for_two_pages(careers()):.1f} ms\n")
    if asked.wrong:
        sys.stdout.writelines(f"{line}\n" for line in wrong(outcomes))
    missed = missed_goals(outcomes)
    sys.stdout.writelines(f"missed: {each}\n" for each in missed)
    return 1 if missed else 0


if __name__ == "__main__":
    raise SystemExit(main())

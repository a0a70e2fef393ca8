"""What is read of our own postings, as a table: F1 by field, for each part."""

import argparse
import sys

from tests.postings.corpus import postings
from tests.postings.measure import Figure, figures, judge


def main() -> None:
    reading = argparse.ArgumentParser(prog="python -m tests.postings", description=__doc__)
    reading.add_argument("--wrong", action="store_true", help="list what was misread, but nothing sealed")
    asked = reading.parse_args()
    parts = sorted({one.part for one in postings()})
    judged = {part: judge(one for one in postings() if one.part == part) for part in parts}
    found = {part: figures(judged[part]) for part in parts}
    sys.stdout.write(f"{'':18}{''.join(f'{part:>22}' for part in parts)}\n")
    for field in sorted(set().union(*found.values())):
        cells = (_cell(found[part].get(field)) for part in parts)
        sys.stdout.write(f"{field:18}{''.join(f'{cell:>22}' for cell in cells)}\n")
    if asked.wrong:
        for one in judged["open"]:
            if not one.right:
                sys.stdout.write(f"{one.posting} {one.field}: says {one.said!r}, read {one.read!r}\n")


def _cell(figure: Figure | None) -> str:
    return f"{figure.f1:.3f} ({figure.right}/{figure.said})" if figure else "-"


if __name__ == "__main__":
    main()

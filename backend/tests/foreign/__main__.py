"""`python -m tests.foreign [--sealed | --fresh] [--wrong]`: what is read of our own careers."""

import sys

from tests.foreign.careers import careers
from tests.foreign.fresh import fresh
from tests.foreign.measure import FIELDS, measured


def main(*asked: str) -> None:
    sealed = "--sealed" in asked
    found = measured(fresh() if "--fresh" in asked else (c for c in careers() if c.sealed == sealed))
    sys.stdout.write(f"{'':22}" + " ".join(f"{name:>7}" for name in FIELDS) + "\n")
    for layout, tally in found.items():
        sys.stdout.write(f"{layout:22}" + " ".join(f"{tally.f1(name):7.2f}" for name in FIELDS) + "\n")
    if "--wrong" in asked:
        for wrong in found["all"].wrong:
            sys.stdout.write(f"{wrong}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])

"""Lies about the open careers through the pipeline: `python -m tests.liars EVERY [CAREER]...`.

All of them in their lines, and every so manieth in the summary too.
"""

import asyncio
import sys
import time

from tests.liars.measure import End, Fate, by_kind, fates, kept_out, shown
from tests.truth.corpus import Part, careers


async def main(every: int, names: list[str]) -> int:
    began, found = time.monotonic(), list[Fate]()
    for career in careers():
        if career.part is Part.OPEN and (not names or career.name in names):
            of_one = await fates(career, every=every)
            sys.stdout.write(f"{career.name:24}{len(of_one):6} lies, kept out {kept_out(of_one):.2%}\n")
            sys.stdout.flush()
            found += of_one
    sys.stdout.write(f"{'':20}{''.join(f'{end:>12}' for end in End)}\n")
    for kind, ends in by_kind(found).items():
        sys.stdout.write(f"{kind:20}{''.join(f'{ends[end]:>12}' for end in End)}\n")
    lost = [fate for fate in found if fate.lost_on_the_way]
    sys.stdout.writelines(f"slipped: {line}\n" for line in shown(found))
    sys.stdout.writelines(f"known to the gate: {line}\n" for line in shown(lost))
    took = time.monotonic() - began
    sys.stdout.write(f"{len(found)} lies, kept out {kept_out(found):.2%}, {took:.0f} s\n")
    return 1 if lost else 0


if __name__ == "__main__":
    raise SystemExit(asyncio.run(main(int(sys.argv[1]), sys.argv[2:])))

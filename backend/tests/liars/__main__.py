"""The lies of the open careers through the pipeline, as a table by kind."""

import asyncio
import sys
import time

from tests.liars.measure import End, Fate, by_kind, fates, kept_out, shown
from tests.truth.corpus import Part, careers


async def main(names: list[str]) -> int:
    began, found = time.monotonic(), list[Fate]()
    for career in careers():
        if career.part is Part.OPEN and (not names or career.name in names):
            found += await fates(career)
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
    raise SystemExit(asyncio.run(main(sys.argv[1:])))

"""Counts the table of words by kinds of work: `python -m tests.fit.kinds OCCUPATIONS > kinds_of_work.txt`.

OCCUPATIONS is the O*NET database's table of occupations: tab separated, with code, title and description.
A code's first two digits are the major group that an occupation belongs to; the few military ones are left
out, whose descriptions are about rank.
"""

import csv
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from app.domain.shared.prose import FUNCTION_WORDS, stem, words

_KINDS = {
    "11": "management",
    "13": "business and finance",
    "15": "computing and mathematics",
    "17": "architecture and engineering",
    "19": "science",
    "21": "community and social service",
    "23": "law",
    "25": "teaching and libraries",
    "27": "arts, design and media",
    "29": "healthcare practice",
    "31": "healthcare support",
    "33": "protection",
    "35": "food",
    "37": "cleaning and grounds",
    "39": "personal care and service",
    "41": "sales",
    "43": "office support",
    "45": "farming, fishing and forestry",
    "47": "construction and extraction",
    "49": "installation and repair",
    "51": "production",
    "53": "transport",
}
_IN_TITLE = 3
_LEAST_OCCUPATIONS = 3
"""A word that fewer of them have is there by chance."""
_LEAST_SHARE = 50
_HEADER = """\
# How far a word speaks for a kind of work: of a thousand times, were all kinds spoken of alike.
# Counted over the names and descriptions of the occupations of the O*NET database (U.S. Department of Labor,
# Employment and Training Administration, CC BY 4.0); a word less than {least} of a thousand is left out.
"""


def main() -> int:
    with Path(sys.argv[1]).open(encoding="utf-8", newline="") as file:
        occupations = list(csv.DictReader(file, delimiter="\t"))
    sys.stdout.write(_HEADER.format(least=_LEAST_SHARE))
    sys.stdout.writelines(f"{line}\n" for line in _lines(occupations))
    return 0


def _lines(occupations: Sequence[Mapping[str, str]]) -> Iterator[str]:
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    held_by: Counter[str] = Counter()
    written: dict[str, Counter[str]] = defaultdict(Counter)
    for each in occupations:
        if not (kind := _KINDS.get(each["O*NET-SOC Code"][:2])):
            continue
        said = _telling(each["Description"])
        named = _telling(each["Title"])
        for word in (*said, *named * _IN_TITLE):
            counts[kind][stem(word)] += 1
            written[stem(word)][word] += 1
        held_by.update({stem(word) for word in (*said, *named)})
    shares = _shares({root for root, count in held_by.items() if count >= _LEAST_OCCUPATIONS}, counts)
    for kind in _KINDS.values():
        told = sorted((min(written[root], key=lambda w: (len(w), w)), s[kind]) for root, s in shares.items())
        listed = ", ".join(f"{word} {share}" for word, share in told if share >= _LEAST_SHARE)
        yield f"{kind.replace(', ', ' ')} = {listed}"


def _telling(text: str) -> list[str]:
    return [w for w in words(text) if w not in FUNCTION_WORDS and len(w) > 1 and w.isalpha()]


def _shares(roots: set[str], counts: Mapping[str, Counter[str]]) -> Mapping[str, Mapping[str, int]]:
    """Each kind's count beside its size, so that kinds with many occupations do not own every word."""
    sizes = {kind: counts[kind].total() for kind in _KINDS.values()}
    found = {}
    for root in sorted(roots):
        often = {kind: counts[kind][root] / sizes[kind] for kind in sizes}
        whole = sum(often.values())
        found[root] = {kind: round(1000 * each / whole) for kind, each in often.items()}
    return found


if __name__ == "__main__":
    raise SystemExit(main())

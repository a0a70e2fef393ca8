"""Whether two postings are for one post: its title at its company in its place, with a text that is alike,
or its web address. Nothing here refuses a posting; it tells of the other one."""

import re
from collections.abc import Sequence
from hashlib import blake2b
from urllib.parse import parse_qsl, urlencode, urlsplit

from app.domain.jobs.search.words import folded, words_of
from app.domain.shared.companies import LEGAL_FORMS

SHINGLE = 4
"""Words in a row."""
SAMPLES = 64
MOST_WORDS = 8_000
LEAST_WORDS = 24
"""A shorter text says too little to be told from another."""
ALIKE = 0.5
"""The share of shingles that the texts of one posting have in common, after a revision too."""
_SIZE = 8

_FORMS = LEGAL_FORMS | {"group"}
_ASIDE = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_TRACKING = re.compile(
    r"(?:utm_.*|gh_src|lever-source.*|source|src|ref|referrer|trk|gclid|fbclid|mc_.*)", re.IGNORECASE
)


def post_key(title: str, company: str | None, location: str | None) -> str | None:
    """None where nobody says whose post it is."""
    whose = [word for word in words_of(company or "") if word not in _FORMS]
    what = words_of(_ASIDE.sub(" ", title)) or words_of(title)
    if not whose or not what:
        return None
    where = words_of((location or "").split(",")[0])
    return _print("\n".join(" ".join(words) for words in (what, whose, where)))


def address_key(url: str | None) -> str | None:
    """Without scheme, `www.`, fragment, trailing slash and what only says who sent the visitor."""
    if not url:
        return None
    try:
        parts = urlsplit(url if "://" in url else f"https://{url}")
    except ValueError:
        return None
    said = sorted(pair for pair in parse_qsl(parts.query) if not _TRACKING.fullmatch(pair[0]))
    return _print(f"{folded(parts.netloc).removeprefix('www.')}{parts.path.rstrip('/')}?{urlencode(said)}")


def sketch_of(words: Sequence[str]) -> bytes | None:
    """The least of its shingles' hashes, in order: a sample that two texts draw alike."""
    if len(words) < LEAST_WORDS:
        return None
    rows = zip(*(words[start:MOST_WORDS] for start in range(SHINGLE)), strict=False)
    return b"".join(sorted(map(_hash, set(map(" ".join, rows))))[:SAMPLES])


def likeness(one: bytes | None, other: bytes | None) -> float | None:
    """The share of shingles in common; None where one of the texts is too short to tell."""
    if not one or not other:
        return None
    if one == other:
        return 1.0
    mine, theirs = _samples(one), _samples(other)
    both = sorted(mine | theirs)[:SAMPLES]
    return sum(each in mine and each in theirs for each in both) / len(both)


def _samples(sketch: bytes) -> set[bytes]:
    return {sketch[at : at + _SIZE] for at in range(0, len(sketch), _SIZE)}


def _hash(text: str) -> bytes:
    return blake2b(text.encode(), digest_size=_SIZE).digest()


def _print(text: str) -> str:
    return blake2b(text.encode(), digest_size=16).hexdigest()

"""A posting as a search sees it. The same bounds everywhere, so that every database finds the same."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice

from app.domain.jobs.model import Job, JobStatus
from app.domain.jobs.search.sameness import address_key, post_key, sketch_of
from app.domain.jobs.search.words import GAP, words_of

MOST_WORDS = 16_000
MOST_BYTES = 250_000
MOST_OF_ONE = 255
"""PostgreSQL keeps no more places of a word, none past 16,383, and no more than a megabyte in all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Searchable:
    head: tuple[str, ...]
    """The words of title and company."""
    words: tuple[str, ...]
    """Of title, company, location and description, in order."""
    company: str
    """Its words, each with a space before and after it."""
    location: str
    until: date
    """The last day on which it is open."""
    address: str | None
    """The same for one web address, however it is written."""
    post: str | None
    """The same for one title at one company in one place."""
    sketch: bytes | None
    """Alike for texts that are alike."""


def searchable(job: Job) -> Searchable:
    head = [*words_of(job.title), GAP, *words_of(job.company or "")]
    place, text = words_of(job.location or ""), words_of(job.description)
    return Searchable(
        head=tuple(_bounded(head)),
        words=tuple(_bounded([*head, GAP, *place, GAP, *text])),
        company=spaced(words_of(job.company or "")),
        location=spaced(place),
        until=open_until(job),
        address=address_key(job.url),
        post=post_key(job.title, job.company, job.location),
        sketch=sketch_of(text),
    )


def open_until(job: Job) -> date:
    if job.status is JobStatus.EXPIRED:
        return date.min
    return (job.status is JobStatus.ACTIVE and job.application_deadline) or date.max


def spaced(words: Iterable[str]) -> str:
    """So that whole words are found in it: ` new york `."""
    return f" {' '.join(words)} "


def _bounded(words: Iterable[str]) -> Iterator[str]:
    seen: Counter[str] = Counter()
    room = MOST_BYTES
    for word in islice(words, MOST_WORDS):
        room -= len(word.encode())
        if room < 0:
            return
        seen[word] += 1
        yield word if seen[word] <= MOST_OF_ONE else GAP

"""Where in foreign data a posting stands, and of which form it is."""

from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any

from app.domain.jobs.errors import NoPosting, SeveralPostings
from app.domain.jobs.structured import boards, json_ld
from app.domain.jobs.structured.posting import StructuredPosting
from app.domain.jobs.structured.values import Field

DEEPEST = 6
MOST_LOOKED_AT = 2_000
_HOLDERS = ("@graph", "jobs", "postings", "data", "job", "mainEntity", "itemListElement", "item", "results")
_FORMS: tuple[tuple[Callable[[Field], bool], Callable[[Field], StructuredPosting]], ...] = (
    (json_ld.is_one, json_ld.read),
    (boards.is_greenhouse, boards.read_greenhouse),
    (boards.is_lever, boards.read_lever),
    (boards.is_ashby, boards.read_ashby),
)


def posting_in(data: Any) -> StructuredPosting:
    """The one that is there. Raises NoPosting, SeveralPostings."""
    found = list(islice(postings_in(data), 2))
    if not found:
        raise NoPosting("There is no posting in this data.")
    if len(found) > 1:
        raise SeveralPostings("There is more than one posting in this data: send them one by one.")
    return found[0]


def postings_in(data: Any) -> Iterator[StructuredPosting]:
    """In order, also in lists, in a `@graph` or in a board's answer."""
    for field in islice(_fields(Field(data)), MOST_LOOKED_AT):
        for is_one, read in _FORMS:
            if is_one(field):
                yield read(field)
                break


def _fields(field: Field, depth: int = 0) -> Iterator[Field]:
    if depth > DEEPEST:
        return
    if isinstance(field.value, list):
        for each in field.each(MOST_LOOKED_AT):
            yield from _fields(each, depth + 1)
    elif isinstance(field.value, dict):
        yield field
        for name in _HOLDERS:
            yield from _fields(field[name], depth + 1)

"""Every value that was read, by its JSON Pointer within the reading."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from app.domain.resumes.resume import Read, ReadResume


def reads_of(resume: ReadResume) -> Iterator[tuple[str, Read[Any]]]:
    yield from _reads(resume, "")


def _reads(thing: object, at: str) -> Iterator[tuple[str, Read[Any]]]:
    if isinstance(thing, Read):
        yield at, thing
    elif isinstance(thing, tuple):
        for n, each in enumerate(thing):
            yield from _reads(each, f"{at}/{n}")
    elif is_dataclass(thing):
        for field in fields(thing):
            yield from _reads(getattr(thing, field.name), f"{at}/{field.name}")

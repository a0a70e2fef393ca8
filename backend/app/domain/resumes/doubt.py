"""What was recognised in pictures is never sure, however plain its place and its words are."""

from dataclasses import fields, is_dataclass, replace
from typing import Any

from app.domain.resumes.resume import GUESSED, Read, ReadResume


def doubted(resume: ReadResume) -> ReadResume:
    """The same, and nothing surer than a guess."""
    return replace(resume, **{f.name: _doubted(getattr(resume, f.name)) for f in fields(resume)})


def _doubted(thing: Any) -> Any:
    if isinstance(thing, Read):
        return replace(thing, sureness=min(thing.sureness, GUESSED))
    if isinstance(thing, tuple):
        return tuple(map(_doubted, thing))
    if (
        is_dataclass(thing)
        and not isinstance(thing, type)
        and type(thing).__module__ == ReadResume.__module__
    ):
        return replace(thing, **{f.name: _doubted(getattr(thing, f.name)) for f in fields(thing)})
    return thing

"""What was to come first, held against what was written."""

from collections.abc import Iterable

from app.domain.documents.content import DocumentContent, SourceKind, lines_of
from app.domain.generation.emphasis import emphasis_on, named_by, nothing_on
from app.domain.generation.instructions import heeded
from app.domain.generation.options import Options


def notes_with_unwritten(notes: Iterable[str], options: Options, content: DocumentContent) -> tuple[str, ...]:
    """The notes, and one on each emphasis that the profile bears out and the document says nothing of."""
    told = tuple(notes)
    asked = heeded(options).emphasis
    spoken = named_by(tuple(map(emphasis_on, asked)), _own_words(content))
    unwritten = (each for each in asked if each not in spoken and nothing_on(each) not in told)
    return (*told, *(f"Your profile speaks of {each}, but this document does not." for each in unwritten))


def _own_words(content: DocumentContent) -> str:
    """Without what stands there because the posting says it."""
    own = (
        line.text for _, line in lines_of(content) if any(s.kind is not SourceKind.JOB for s in line.sources)
    )
    return "\n".join(own)

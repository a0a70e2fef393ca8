"""How a document is to be set, and what had to go for it to fit."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from app.domain.documents.content import DocumentContent, SourceKind
from app.domain.documents.ports import Layout
from app.domain.generation.compiled import Choice, CompiledProfile
from app.domain.generation.instructions import heeded, wishes_of
from app.domain.generation.options import Options

_COUNTED = {SourceKind.ACHIEVEMENT: "statement", SourceKind.SKILL: "skill"}
_NAMED = 6


def layout_for(options: Options, content: DocumentContent) -> Layout:
    """With what the instructions ask for. The template orders the sections unless the person did."""
    asked = options.sections is not None or bool(wishes_of(options).moves)
    order = tuple(dict.fromkeys(section.kind for section in content.sections)) if asked else ()
    return replace(heeded(options).layout, sections=order or None)


def cut_notes(
    widest: CompiledProfile, written: CompiledProfile, pages: int, options: Options
) -> tuple[str, ...]:
    """What was cut between the two, and whether that was enough."""
    most = heeded(options).max_pages
    room = f"{most} page" if most == 1 else f"{most} pages"
    told = []
    if written.level > widest.level:
        kept = {choice.source for choice in written.choices if choice.kept}
        gone = [choice for choice in widest.choices if choice.kept and choice.source not in kept]
        what = "; ".join(_said(gone)) or "sentences and details"
        told.append(f"To stay within {room}, this was cut: {what}.")
    if pages > most:
        told.append(f"It does not fit {room}, whatever is cut: it takes {pages}.")
    return tuple(told)


def _said(gone: list[Choice]) -> Iterator[str]:
    named = [choice.what for choice in gone if choice.source.kind not in _COUNTED]
    yield from named[:_NAMED]
    if more := len(named) - _NAMED if len(named) > _NAMED else 0:
        yield f"{more} more like these"
    counts = Counter(_COUNTED[choice.source.kind] for choice in gone if choice.source.kind in _COUNTED)
    for word, count in counts.items():
        yield f"{count} {word}" if count == 1 else f"{count} {word}s"

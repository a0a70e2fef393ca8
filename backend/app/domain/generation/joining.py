"""A draft and the parts that were written anew become one document."""

from collections.abc import Mapping
from dataclasses import replace

from app.domain.documents.content import DocumentContent, Section, lines_of
from app.domain.generation.composing import silent_on
from app.domain.generation.letters import told_anew
from app.domain.generation.parts import KINDS, Part, WrittenPart
from app.domain.generation.repairing import says_something

Parts = Mapping[Part, WrittenPart]


def joined(draft: DocumentContent, parts: Parts, unsaid: tuple[str, ...] = ()) -> DocumentContent:
    """What was written stands where the draft had the same section, under the same heading.

    A writer can neither add a section nor lose one, nor touch another part's; what the person wants
    `unsaid` is not said by a writer either. Of a letter, only what tells of the career is written.
    """
    if draft.letter:
        told = parts[Part.LETTER].sections if Part.LETTER in parts else ()
        return replace(draft, letter=told_anew(draft.letter, told))
    written = {section.kind: section for part in parts for section in _own(part, parts[part])}
    sections = tuple(
        replace(written.get(section.kind, section), title=section.title) for section in draft.sections
    )
    content = replace(draft, sections=sections)
    return silent_on(unsaid, content) if unsaid else content


def longest(draft: DocumentContent, parts: Parts) -> Part:
    """The one that makes the draft longer than any other does."""
    return max(parts, key=lambda part: _length(joined(draft, {part: parts[part]})))


def _own(part: Part, written: WrittenPart) -> list[Section]:
    return [
        section for section in written.sections if section.kind in KINDS[part] and says_something(section)
    ]


def _length(content: DocumentContent) -> int:
    return sum(len(line.text) for _, line in lines_of(content))

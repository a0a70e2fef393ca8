"""What the fact gate says of a part as it was written, and what is done about it."""

from collections.abc import Mapping
from dataclasses import replace

from app.domain.documents.content import DocumentContent, Entry, Line, Section, SectionKind, lines_of
from app.domain.documents.facts import FaithfulnessReceipt, LineVerdict, Verdict
from app.domain.generation.parts import KINDS, Objection, Part, WrittenPart


def objections_to(
    receipt: FaithfulnessReceipt, content: DocumentContent, draft: DocumentContent, part: Part
) -> tuple[Objection, ...]:
    """To lines of this part that are not the draft's: those are judged, and taken out, with the rest."""
    own = {line.text for _, line in lines_of(draft)}
    return tuple(
        Objection(text=line.text, why=_why(line))
        for line in receipt.lines
        if line.verdict is Verdict.UNSUPPORTED and line.text not in own and _is_of(part, content, line)
    )


def in_own_words(
    written: WrittenPart, own: tuple[Section, ...], objections: tuple[Objection, ...]
) -> WrittenPart:
    """Each line that was objected to, as the person said it; all of its paragraph where lines do not stand
    for lines, as in a summary."""
    bad = {objection.text for objection in objections}
    if [section.kind for section in written.sections] == [section.kind for section in own]:
        pairs = zip(written.sections, own, strict=True)
        return replace(written, sections=tuple(_mended(new, {old.kind: old}, bad) for new, old in pairs))
    drafted = {section.kind: section for section in own}
    return replace(written, sections=tuple(_mended(section, drafted, bad) for section in written.sections))


def run_on(written: WrittenPart) -> WrittenPart:
    """The sentences of a summary, once each has been judged by itself, as one paragraph."""
    return replace(written, sections=tuple(map(_run_on, written.sections)))


def _run_on(section: Section) -> Section:
    if section.kind is not SectionKind.SUMMARY or not section.paragraphs:
        return section
    text = " ".join(line.text for line in section.paragraphs)
    sources = dict.fromkeys(source for line in section.paragraphs for source in line.sources)
    return replace(section, paragraphs=(Line(text, tuple(sources)),))


def _mended(section: Section, drafted: Mapping[SectionKind, Section], bad: set[str]) -> Section:
    own = drafted[section.kind]
    if any(line.text in bad for line in section.paragraphs):
        return replace(own, paragraphs=_paragraphs(section, own, bad))
    if len(own.entries) != len(section.entries):
        return own
    pairs = zip(section.entries, own.entries, strict=True)
    return replace(section, entries=tuple(_entry(entry, said, bad) for entry, said in pairs))


def _entry(entry: Entry, own: Entry, bad: set[str]) -> Entry:
    if len(entry.bullets) != len(own.bullets):
        return own
    return replace(
        entry,
        text=own.text if entry.text and entry.text.text in bad else entry.text,
        bullets=tuple(_line(line, said, bad) for line, said in zip(entry.bullets, own.bullets, strict=True)),
    )


def _paragraphs(section: Section, own: Section, bad: set[str]) -> tuple[Line, ...]:
    """Line by line where each stands for one of the draft's; else all of them are the draft's."""
    if [line.sources for line in section.paragraphs] != [line.sources for line in own.paragraphs]:
        return own.paragraphs
    return tuple(
        _line(line, said, bad) for line, said in zip(section.paragraphs, own.paragraphs, strict=True)
    )


def _line(line: Line, own: Line, bad: set[str]) -> Line:
    return own if line.text in bad else line


def _is_of(part: Part, content: DocumentContent, line: LineVerdict) -> bool:
    """The header is of no part; of a letter, nothing but its paragraphs is."""
    place = line.pointer.split("/")
    if part is Part.LETTER:
        return place[1:3] == ["letter", "paragraphs"]
    return place[1] == "sections" and content.sections[int(place[2])].kind in KINDS[part]


def _why(line: LineVerdict) -> str:
    claims = [claim for claim in line.claims if claim.verdict is Verdict.UNSUPPORTED]
    return "; ".join(f"{claim.text}: {claim.why}" for claim in claims)

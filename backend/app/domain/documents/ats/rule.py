"""What a rule is, what it is shown, and what it may answer."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.domain.documents.ats.receipt import Group, RuleResult, Severity
from app.domain.documents.content import DocumentContent, Entry, SectionKind, lines_of
from app.domain.documents.ports import FileFacts
from app.domain.documents.readback import ReadBackReceipt

_NAMED = 12
_QUOTED = 3
_LONGEST_QUOTE = 60


@dataclass(frozen=True, slots=True)
class Spot:
    """A text of the content, and its JSON Pointer there."""

    pointer: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """All that a rule may look at. What is None or empty is not known."""

    content: DocumentContent
    spots: tuple[Spot, ...]
    """Every line of the content in reading order."""
    found: tuple[str, ...] = ()
    """Keywords of the posting that the document names."""
    missing: tuple[str, ...] = ()
    read: ReadBackReceipt | None = None
    file_name: str | None = None
    own_file: FileFacts | None = None
    """Of a file that nothing was read back from, since it is nobody's but its owner's."""

    @property
    def file(self) -> FileFacts | None:
        return self.read.file if self.read else self.own_file

    @property
    def word_count(self) -> int:
        return sum(len(spot.text.split()) for spot in self.spots)

    def entries(self, *kinds: SectionKind) -> Iterator[tuple[str, Entry]]:
        """Those of sections of these kinds, each with its pointer."""
        for s, section in enumerate(self.content.sections):
            if section.kind in kinds:
                for n, entry in enumerate(section.entries):
                    yield f"/sections/{s}/entries/{n}", entry


def look_at(
    content: DocumentContent,
    *,
    keywords: tuple[Sequence[str], Sequence[str]] = ((), ()),
    read: ReadBackReceipt | None = None,
    file_name: str | None = None,
    own_file: FileFacts | None = None,
) -> Seen:
    """`keywords`: those that it names, and those that it does not."""
    found, missing = keywords
    return Seen(
        content=content,
        spots=tuple(Spot(pointer, line.text) for pointer, line in lines_of(content)),
        found=tuple(found),
        missing=tuple(missing),
        read=read,
        file_name=file_name,
        own_file=own_file,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    share: float
    """0 to 1: how far the rule is kept."""
    evidence: str
    fix: str | None = None
    """In this case; without it the rule's own."""
    where: tuple[str, ...] = ()


class Applies(StrEnum):
    RESUME = "resume"
    LETTER = "letter"
    BOTH = "both"


Judge = Callable[[Seen], Finding | None]
"""None: it cannot be judged here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    id: str
    group: Group
    severity: Severity
    points: float
    applies: Applies = Applies.RESUME
    looks_at: str
    """What keeps it, as a sentence for people."""
    fix: str
    judge: Judge

    def is_for(self, content: DocumentContent) -> bool:
        wanted = Applies.LETTER if content.letter else Applies.RESUME
        return self.applies in (wanted, Applies.BOTH)

    def result(self, seen: Seen) -> RuleResult | None:
        finding = self.judge(seen)
        if finding is None:
            return None
        share = max(0.0, min(1.0, finding.share))
        return RuleResult(
            rule=self.id,
            severity=self.severity,
            group=self.group,
            points=round(self.points * share, 2),
            of=self.points,
            evidence=finding.evidence,
            where=finding.where if share < 1 else (),
            fix=(finding.fix or self.fix) if share < 1 else None,
        )


def all_but(flawed: Sequence[Spot], of: int, what: str) -> Finding | None:
    """The share of so many that are as they should be; nothing to judge where there are none."""
    if not of:
        return None
    named = f" Not: {quoted(flawed)}." if flawed else ""
    return Finding(
        share=1 - len(flawed) / of,
        evidence=f"{of - len(flawed)} of {of} {what}.{named}",
        where=pointers(flawed),
    )


def none_of(flawed: Sequence[Spot], *, clean: str, found: str, each: float = 0.25) -> Finding:
    """`each`: the share that one of them costs."""
    evidence = f"{found}: {quoted(flawed)}." if flawed else f"{clean}."
    return Finding(share=1 - each * len(flawed), evidence=evidence, where=pointers(flawed))


def quoted(spots: Sequence[Spot]) -> str:
    texts = [f"“{spot.text[:_LONGEST_QUOTE].strip()}”" for spot in spots[:_QUOTED]]
    more = len(spots) - len(texts)
    return ", ".join(texts) + (f" and {more} more" if more > 0 else "")


def pointers(spots: Sequence[Spot]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(spot.pointer for spot in spots))[:_NAMED]

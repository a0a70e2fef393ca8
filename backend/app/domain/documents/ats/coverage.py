"""Which of a posting's keywords a document names."""

from collections.abc import Sequence

from app.domain.documents.content import DocumentContent, SectionKind, lines_of
from app.domain.shared.degrees import DegreeLevel, levels_in, without_levels
from app.domain.shared.prose import words
from app.domain.shared.skills import canonical, mentions

_DEGREE_WORDS = frozenset({"degree", "diploma"})


def coverage(content: DocumentContent, keywords: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Those that it names, by whatever name, and those that it does not."""
    wanted, held = tuple(dict.fromkeys(keywords)), _degrees(content)
    named = names_in([line.text for _, line in lines_of(content)], wanted)
    found = tuple(k for k in wanted if k in named or _shows_degree(k, held))
    return found, tuple(k for k in wanted if k not in found)


def names_in(texts: Sequence[str], keywords: Sequence[str]) -> frozenset[str]:
    """Those of the keywords that stand in the texts, under any of their names."""
    if not keywords:
        return frozenset()
    named = {m.name for text in texts for m in mentions(text)} | {canonical(text) for text in texts}
    runs = [run_of(text) for text in texts]
    return frozenset(k for k in keywords if canonical(k) in named or any(run_of(k) in run for run in runs))


def run_of(text: str) -> str:
    """Its words in a row, so that whole words can be found in it."""
    return f" {' '.join(words(text))} "


def _degrees(content: DocumentContent) -> frozenset[DegreeLevel]:
    entries = (e for s in content.sections if s.kind is SectionKind.EDUCATION for e in s.entries)
    return frozenset(level for entry in entries for level in levels_in(entry.title.text)[:1])


def _shows_degree(keyword: str, held: frozenset[DegreeLevel]) -> bool:
    """`Bachelor's degree` is shown by any degree as high; one in a field, or an MBA, by its own name only."""
    asked = levels_in(keyword)
    rest = [word for word in words(without_levels(keyword)) if word not in _DEGREE_WORDS]
    general = bool(asked) and not rest and not keyword.isupper()
    return general and any(level >= asked[-1] for level in held)

"""A content's sections in the order, and under the titles, that a look gives them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from app.domain.documents.content import DocumentContent, Section, SectionKind, lines_of
from app.domain.documents.ports import Layout, Template
from app.domain.documents.printable import printable

_DOTTED = frozenset({"tr", "az"})
"""Languages whose small i has a capital with a dot, which no reader takes for the same letter."""


@dataclass(frozen=True, slots=True)
class Arrangement:
    titled: DocumentContent
    """Under the titles that are shown, and otherwise as it was: its pointers are the content's own."""
    order: tuple[int, ...]
    """The numbers of its sections, as they follow each other."""

    @property
    def content(self) -> DocumentContent:
        """In that order."""
        if self.order == tuple(range(len(self.order))):
            return self.titled
        return replace(self.titled, sections=tuple(self.titled.sections[n] for n in self.order))

    def order_in(self, file: Sequence[int] | None) -> tuple[int, ...]:
        """The same of a file that numbers the sections of `content`."""
        return self.order if file is None else tuple(self.order[n] for n in file)


def arranged(
    content: DocumentContent, layout: Layout, template: Template, *, capitals: bool = False
) -> Arrangement:
    """`capitals`: titles in capital letters, where the template has them so."""
    shown = _without_bare_titles(titled(content, layout.titles))
    if capitals and template.capitals and content.language not in _DOTTED:
        shown = _renamed(shown, lambda section: section.title.upper())
    return Arrangement(shown, _order(content, layout.sections or template.sections))


def titled(content: DocumentContent, titles: Mapping[SectionKind, str]) -> DocumentContent:
    """A section that has no title keeps none."""
    if not titles:
        return content
    return _renamed(content, lambda section: section.title and titles.get(section.kind, section.title))


def in_capitals(content: DocumentContent) -> DocumentContent:
    """As plain text shows its titles."""
    return _renamed(content, lambda section: section.title.upper())


def _without_bare_titles(content: DocumentContent) -> DocumentContent:
    """A heading with nothing under it looks like a fault: an edit may leave one behind."""
    said = {
        pointer.split("/")[2]
        for pointer, line in lines_of(content)
        if pointer.startswith("/sections/") and printable(line.text)
    }
    if len(said) == len(content.sections):
        return content
    sections = (
        section if f"{n}" in said else replace(section, title="")
        for n, section in enumerate(content.sections)
    )
    return replace(content, sections=tuple(sections))


def _renamed(content: DocumentContent, title: Callable[[Section], str]) -> DocumentContent:
    return replace(content, sections=tuple(replace(each, title=title(each)) for each in content.sections))


def _order(content: DocumentContent, wanted: Sequence[SectionKind] | None) -> tuple[int, ...]:
    """Those of a wanted kind first; those of one kind as they stand in the content."""
    rank = {kind: n for n, kind in enumerate(dict.fromkeys(wanted or ()))}
    numbers = range(len(content.sections))
    return tuple(sorted(numbers, key=lambda n: rank.get(content.sections[n].kind, len(rank))))

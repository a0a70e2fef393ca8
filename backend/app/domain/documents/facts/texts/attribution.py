"""Which items of the profile each line of a plain text rests on, when it does not say so itself."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.documents.content import SectionKind, Source, SourceKind
from app.domain.documents.facts.amounts.moments import dated
from app.domain.documents.facts.sources.grounds import Archive
from app.domain.documents.facts.texts.items import closest, headings_of, items_of
from app.domain.documents.facts.texts.outline import TextLine
from app.domain.profile.model import Profile
from app.domain.shared.ids import ItemId
from app.domain.shared.prose import content_stems, fold, words
from app.domain.shared.skills import canonical, mentions

_KINDS = {
    SectionKind.EXPERIENCE: SourceKind.EXPERIENCE,
    SectionKind.EDUCATION: SourceKind.EDUCATION,
    SectionKind.PROJECTS: SourceKind.PROJECT,
}
_HEADING_FIELDS = {
    SectionKind.EXPERIENCE: ("title", "company", "location", "start_date", "end_date", "url"),
    SectionKind.EDUCATION: (
        "degree",
        "field_of_study",
        "institution",
        "location",
        "start_date",
        "end_date",
        "gpa",
    ),
    SectionKind.PROJECTS: ("name", "role", "url", "technologies", "start_date", "end_date"),
}
_LONGEST_HEADING = 16
_LIKE = 0.5
_SEPARATORS = re.compile(r"[,;|\u2022\u00b7]|\s/\s|\s{3,}")
_ABBREVIATED = re.compile(r"(?<!\w)[A-Z\u00c0-\u00dd][\w.]{0,4}\.$")
"""`Cajun Supply Co.` is no sentence."""
_BRACKETS = re.compile(r"[()\[\]]")


@dataclass(frozen=True, slots=True)
class Attributed:
    """A line, or an item of a list, and what it is to be held against."""

    line: int
    text: str
    sources: tuple[Source, ...]


class Attribution:
    def __init__(self, profile: Profile, archive: Archive) -> None:
        self._profile = profile
        self._archive = archive
        self._items = items_of(profile)
        self._headings = {kind: headings_of(profile, kind) for kind in _KINDS}

    def of(self, lines: tuple[TextLine, ...]) -> Iterator[Attributed]:
        current: ItemId | None = None
        above: tuple[Source, ...] = ()
        for n, line in enumerate(lines):
            if n and lines[n - 1].section is not line.section:
                current, above = None, ()
            if line.section in _KINDS:
                current, sources = self._within(line.section, line, lines[n + 1 : n + 3], current)
                yield Attributed(line.number, line.text, sources)
            elif line.dates_only and above:
                yield Attributed(line.number, line.text, above)
            else:
                parts = tuple(self._elsewhere(line))
                above = parts[-1].sources if parts else ()
                yield from parts

    def _within(
        self, kind: SectionKind, line: TextLine, after: tuple[TextLine, ...], current: ItemId | None
    ) -> tuple[ItemId | None, tuple[Source, ...]]:
        """A heading names the item; what follows, up to the next heading, stands under it."""
        if line.dates_only:
            return current, self._heading(kind, current)
        if not line.bullet and _may_head(line.text):
            found = self._headed(kind, line, after)
            if found:
                return found, self._heading(kind, found)
            if current is None or (_dates_follow(line, after) and not self._is_detail(line.text, current)):
                return None, ()
            if dated(line.text):
                return current, (Source(_KINDS[kind], current),)
        return current, self._under(kind, line.text, current)

    def _is_detail(self, text: str, item: ItemId) -> bool:
        """`Project lead \u00b7 Feb 2022 - Nov 2022`: nothing beside the dates that is not the item's own."""
        said = set(content_stems(_undated(text)))
        own = (each.stems for each in self._items if each.owner == item)
        heads = (h.stems for headings in self._headings.values() for h in headings if h.id == item)
        return bool(said) and said <= frozenset().union(*own, *heads)

    def _headed(self, kind: SectionKind, line: TextLine, after: tuple[TextLine, ...]) -> ItemId | None:
        """The item whose names the line says; the dates beside it decide between equals."""
        said = frozenset(words(line.text))
        beside = [a.text for a in after[:1] if not a.bullet and dated(a.text)]
        years = frozenset(_years(" \n".join([line.text, *beside, *(a.text for a in after if a.dates_only)])))
        near = said | frozenset(words(" ".join(beside)))
        fitting = [
            (total, heading.covered(said), heading.likeness(near, years)[1], -n, heading.id)
            for n, heading in enumerate(self._headings[kind])
            for best, total in [heading.likeness(said, years)]
            if best >= _LIKE
        ]
        return max(fitting)[-1] if fitting else None

    def _heading(self, kind: SectionKind, item: ItemId | None) -> tuple[Source, ...]:
        if item is None:
            return ()
        sources = (Source(_KINDS[kind], item, field) for field in _HEADING_FIELDS[kind])
        return tuple(source for source in sources if self._archive.knows(source))

    def _under(self, kind: SectionKind, text: str, current: ItemId | None) -> tuple[Source, ...]:
        if current is None:
            return closest(text, self._items)
        own = [item for item in self._items if item.owner == current]
        return closest(text, own) or (Source(_KINDS[kind], current),)

    def _elsewhere(self, line: TextLine) -> Iterator[Attributed]:
        if line.section in (SectionKind.SKILLS, SectionKind.LANGUAGES):
            for part in _listed(line.text, labelled=line.section is SectionKind.SKILLS):
                yield Attributed(line.number, part, self._skill(part))
        elif line.section in (None, SectionKind.SUMMARY):
            yield Attributed(line.number, line.text, tuple(self._whole(line.section)))
        else:
            yield Attributed(line.number, line.text, closest(line.text, self._items))

    def _whole(self, section: SectionKind | None) -> Iterator[Source]:
        """A summary may draw on the whole career; the header on the person and the titles held."""
        profile = self._profile
        yield Source(SourceKind.PROFILE, ItemId(profile.id))
        if section is None:
            yield from (Source(SourceKind.EXPERIENCE, e.id, "title") for e in profile.experiences)
            return
        yield from (Source(SourceKind.EXPERIENCE, e.id) for e in profile.experiences)
        yield from (Source(SourceKind.EDUCATION, e.id) for e in profile.education)
        yield from (Source(SourceKind.PROJECT, p.id) for p in profile.projects)
        yield from (Source(SourceKind.SKILL, s.id) for s in profile.skills)
        yield from (Source(SourceKind.ACHIEVEMENT, a.id) for a in profile.achievements)

    def _skill(self, text: str) -> tuple[Source, ...]:
        """The skill of that name; else wherever the profile speaks of it."""
        names = {canonical(text), *(m.name for m in mentions(text))}
        same = [s for s in self._profile.skills if canonical(s.name) in names or fold(s.name) == fold(text)]
        grouped = [s for s in self._profile.skills if s.group and fold(s.group) == fold(text)]
        if same or grouped:
            return tuple(Source(SourceKind.SKILL, s.id) for s in (*same, *grouped))
        return closest(text, self._items)


def _years(text: str) -> Iterator[int]:
    for each in dated(text):
        yield from (int(year) for year in re.findall(r"(?:19|20)\d\d", each.written))


def _undated(text: str) -> str:
    for each in dated(text):
        text = text.replace(each.written, " ")
    return text


def _may_head(text: str) -> bool:
    ends = text.endswith((".", "!", "?")) and not _ABBREVIATED.search(text)
    return len(text.split()) <= _LONGEST_HEADING and not ends


def _dates_follow(line: TextLine, after: tuple[TextLine, ...]) -> bool:
    return bool(dated(line.text)) or bool(after and after[0].dates_only)


def _listed(text: str, *, labelled: bool) -> Iterator[str]:
    """Each item of a list by itself. A label before a colon is an item too, if it is one of the skills."""
    label, colon, rest = text.partition(":")
    if labelled and colon:
        if mentions(label):
            yield label.strip()
        text = rest
    if not labelled:
        yield from (part.strip() for part in re.split(r"[,;|\u2022\u00b7](?![^(]*\))", text) if part.strip())
        return
    for part in _SEPARATORS.split(_BRACKETS.sub(",", text)):
        if part.strip():
            yield part.strip(" .")

"""Who the person is and how to reach them does not leave the house: tokens go in its place, and come back."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain
from unicodedata import east_asian_width

from app.domain.documents.content import Entry, Header, Line, Section, SkillGroup
from app.domain.generation.parts import Objection, PartBrief, WrittenPart

_TOKEN = re.compile(r"\[\[[A-Z]+-\d+\]\]")
_SHAPES = {
    "TOKEN": _TOKEN,
    "EMAIL": re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"),
    "LINK": re.compile(
        r"(?:https?://|www\.)[^\s<>\"')\]]+|\b[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|io|dev|me)/\S+"
    ),
    "PHONE": re.compile(r"(?<![\w.,])\+?\(?\d(?:[\s().\-/]{0,2}\d){8,14}(?![\w])"),
}
_LEAST, _SHORTEST = 3, 2
"""Letters of a part of a name that is looked for by itself, whatever its case; and as it is written alone."""


@dataclass(frozen=True, slots=True)
class Mask:
    """What stands for what, for one document."""

    tokens: Mapping[str, str] = field(default_factory=dict)
    """The private text by its token."""

    @classmethod
    def of(cls, header: Header, sections: tuple[Section, ...], *others: Header) -> "Mask":
        """Of all that the headers say, however it is written, and of what looks like it anywhere."""
        texts = _texts(sections)
        found: dict[str, str] = {}
        told = chain.from_iterable(map(_told, (header, *others)))
        for kind, private in (*told, *_looking_like_it(texts)):
            for written in (private, *_written(private, texts)):
                if written not in found:
                    found[written] = f"[[{kind}-{len(found) + 1}]]"
        return cls({token: text for text, token in found.items()})

    def hide(self, brief: PartBrief) -> PartBrief:
        return replace(brief, sections=tuple(_section(each, self._hidden) for each in brief.sections))

    def show(self, written: WrittenPart) -> WrittenPart:
        return replace(written, sections=tuple(_section(each, self._shown) for each in written.sections))

    def hide_objection(self, objection: Objection) -> Objection:
        return Objection(self._hidden(objection.text), self._hidden(objection.why))

    def _hidden(self, text: str) -> str:
        # In one pass, and the longest first: a full name before its parts, and no token hidden again.
        privates = sorted(self.tokens.values(), key=len, reverse=True)
        if not privates:
            return text
        token_of = {private: token for token, private in self.tokens.items()}
        return re.sub("|".join(map(_alone, privates)), lambda found: token_of[found[0]], text)

    def _shown(self, text: str) -> str:
        return _TOKEN.sub(lambda token: self.tokens.get(token[0], token[0]), text)


def tokens_in(text: str) -> list[str]:
    return sorted(_TOKEN.findall(text))


def _told(header: Header) -> Iterator[tuple[str, str]]:
    name = header.name.text.strip()
    yield "NAME", name
    for part in re.split(r"[\s,]+", name):
        if len(part) >= _LEAST or (part[:1].isupper() and len(part) == _SHORTEST):
            yield "NAME", part
    for contact in header.contacts:
        if len(contact.text) >= _LEAST:
            yield contact.kind.name, contact.text


def _looking_like_it(texts: list[str]) -> Iterator[tuple[str, str]]:
    for text in texts:
        for kind, shape in _SHAPES.items():
            for found in shape.finditer(text):
                yield kind, found[0]


def _written(private: str, texts: list[str]) -> Iterator[str]:
    """In capitals, small letters, or as it is; what is as short as `Li` as it is alone."""
    how = re.IGNORECASE if len(private) >= _LEAST else re.NOFLAG
    pattern = re.compile(_alone(private), how)
    for text in texts:
        yield from (found[0] for found in pattern.finditer(text))


def _alone(private: str) -> str:
    """Not within a longer word, where its script parts words at all."""
    before = "" if _is_wide(private[:1]) else r"(?<!\w)"
    after = "" if _is_wide(private[-1:]) else r"(?!\w)"
    return f"{before}{re.escape(private)}{after}"


def _is_wide(letter: str) -> bool:
    return bool(letter) and east_asian_width(letter) in {"W", "F"}


def _texts(sections: tuple[Section, ...]) -> list[str]:
    texts: list[str] = []

    def heard(text: str) -> str:
        texts.append(text)
        return text

    for section in sections:
        _section(section, heard)
    return texts


def _section(section: Section, change: Callable[[str], str]) -> Section:
    def line(given: Line) -> Line:
        return replace(given, text=change(given.text))

    def lines(given: tuple[Line, ...]) -> tuple[Line, ...]:
        return tuple(map(line, given))

    def maybe(given: Line | None) -> Line | None:
        return line(given) if given else None

    def entry(given: Entry) -> Entry:
        return replace(
            given,
            title=line(given.title),
            organization=maybe(given.organization),
            location=maybe(given.location),
            dates=maybe(given.dates),
            text=maybe(given.text),
            bullets=lines(given.bullets),
            details=lines(given.details),
        )

    def group(given: SkillGroup) -> SkillGroup:
        return SkillGroup(maybe(given.label), lines(given.items))

    return replace(
        section,
        paragraphs=lines(section.paragraphs),
        entries=tuple(map(entry, section.entries)),
        groups=tuple(map(group, section.groups)),
        bullets=lines(section.bullets),
    )

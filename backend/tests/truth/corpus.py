"""The corpus: careers, and lines about them that are true or not.

A career file is a JSON Resume under `resume` and, under `lines`, sentences by what they cite:

    "w0.1": ["Over [six|eight#words] months I trained [14|40#number] new nurses."]

`w0.1` is the second highlight of the first position, `w0` the whole position, `w0.title` one field of
it; `e`, `p` and `a` are education, projects and awards, `s:Wound_care` a skill, language or
certificate by its name, `P` the person, `all` everything. As it stands, with the first wording of each
bracket, the sentence follows from what it cites. Each further wording is an invention of the kind that
stands behind the `#`, and makes a line in which nothing else is wrong.

A file's name begins with the part that it belongs to. `open`: whoever improves the gate reads these lines,
and the gate reaches its goals over them. `wide`: other writers' careers, reworded much more freely; their
lines were read too, and the gate is still short of its goals over them. `sealed`: careers like the wide
ones, whose lines nobody reads who works on the gate: they measure what it makes of people it never met.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from app.domain.documents.content import Source, SourceKind
from app.domain.profile.model import HELD, Experience, Profile
from app.domain.shared.ids import ItemId, UserId
from tests.builders.json_resumes import career_in
from tests.truth.kinds import Kind

CAREERS = Path(__file__).parent / "careers"
_NOBODY = UserId(UUID(int=0))
_THEN = datetime(2026, 1, 1, tzinfo=UTC)
_CHOICE = re.compile(r"\[([^\[\]]*)\]")
_CITATION = re.compile(r"([wepa])(\d+)(?:\.(\w+))?")
_PARTS = {
    "w": ("experiences", SourceKind.EXPERIENCE),
    "e": ("education", SourceKind.EDUCATION),
    "p": ("projects", SourceKind.PROJECT),
    "a": ("achievements", SourceKind.ACHIEVEMENT),
    "s": ("skills", SourceKind.SKILL),
}


class Part(StrEnum):
    OPEN = "open"
    WIDE = "wide"
    SEALED = "sealed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    career: str
    """The file's name, such as `sealed_nurse`."""
    language: str
    """ISO 639-1."""
    text: str
    cited: str
    sources: tuple[Source, ...]
    truth: str
    """The true line that it was made from; its own text if it is true."""
    kind: Kind | None = None
    """None for a true line."""
    invented: str = ""
    """The words that are not true."""

    @property
    def part(self) -> Part:
        return Part(self.career.partition("_")[0])


@dataclass(frozen=True, slots=True, kw_only=True)
class Career:
    name: str
    language: str
    profile: Profile
    cases: tuple[Case, ...]

    @property
    def part(self) -> Part:
        return Part(self.name.partition("_")[0])


@cache
def careers() -> tuple[Career, ...]:
    return tuple(read_career(file) for file in sorted(CAREERS.glob("*.json")))


def cases() -> tuple[Case, ...]:
    return tuple(case for career in careers() for case in career.cases)


def read_career(file: Path) -> Career:
    told = json.loads(file.read_text(encoding="utf-8"), object_pairs_hook=_without_repeats)
    profile = profile_of(file.stem, told["resume"])
    language = told.get("language", "en")
    return Career(
        name=file.stem,
        language=language,
        profile=profile,
        cases=tuple(_cases(file.stem, language, profile, told["lines"])),
    )


def profile_of(career: str, resume: Mapping[str, Any]) -> Profile:
    """Its items are called after their places: the same in every run."""
    profile, unplaced = career_in(resume, user_id=_NOBODY, now=_THEN)
    if unplaced:
        raise ValueError(f"{career}: {unplaced} has no place in a profile.")
    profile.id = _id(career)
    for part, _ in HELD.values():
        items = getattr(profile, part)
        setattr(profile, part, tuple(_named(item, f"{career}/{part}/{n}") for n, item in enumerate(items)))
    return profile


def _named(item: Any, place: str) -> Any:
    if isinstance(item, Experience):
        lines = (replace(a, id=_id(f"{place}/{n}")) for n, a in enumerate(item.achievements))
        item = replace(item, achievements=tuple(lines))
    return replace(item, id=_id(place))


def _id(place: str) -> ItemId:
    return ItemId(uuid5(NAMESPACE_URL, f"https://careers.example/{place}"))


def _without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Of two equal names JSON keeps the last and loses the lines of the first."""
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError(f"A name stands twice among {[name for name, _ in pairs]}.")
    return found


def _cases(career: str, language: str, profile: Profile, lines: Mapping[str, list[str]]) -> Iterator[Case]:
    for cited, sentences in lines.items():
        sources = sources_of(cited, profile)
        for sentence in sentences:
            truth, inventions = readings(sentence)
            about: dict[str, Any] = {
                "career": career,
                "language": language,
                "cited": cited,
                "sources": sources,
                "truth": truth,
            }
            yield Case(text=truth, **about)
            for text, words, kind in inventions:
                yield Case(text=text, kind=kind, invented=words, **about)


def readings(sentence: str) -> tuple[str, tuple[tuple[str, str, Kind], ...]]:
    """The sentence as it is true, and each of its inventions with the words that make it one."""
    choices = [(found.span(), found[1].split("|")) for found in _CHOICE.finditer(sentence)]
    truth = _with(sentence, {})
    inventions = []
    for (start, _), (_, *wrong) in choices:
        for each in wrong:
            words, _, kind = each.rpartition("#")
            inventions.append((_with(sentence, {start: words}), words.strip(" ,;:"), Kind(kind)))
    return truth, tuple(inventions)


def _with(sentence: str, chosen: Mapping[int, str]) -> str:
    text = _CHOICE.sub(lambda found: chosen.get(found.start(), found[1].split("|")[0]), sentence)
    return re.sub(r"\s+([,.;])", r"\1", " ".join(text.split()))


def sources_of(cited: str, profile: Profile) -> tuple[Source, ...]:
    return tuple(source for each in cited.split() for source in _sources(each, profile))


def _sources(cited: str, profile: Profile) -> Iterator[Source]:
    at = ItemId(profile.id)
    if cited == "all":
        yield Source(SourceKind.PROFILE, at)
        for part, kind in _PARTS.values():
            yield from (Source(kind, item.id) for item in getattr(profile, part))
    elif cited.partition(".")[0] == "P":
        yield Source(SourceKind.PROFILE, at, cited[2:] or None)
    elif cited.startswith("s:"):
        name = cited[2:].replace("_", " ")
        yield next(Source(SourceKind.SKILL, s.id) for s in profile.skills if s.name == name)
    else:
        yield _item(cited, profile)


def _item(cited: str, profile: Profile) -> Source:
    found = _CITATION.fullmatch(cited)
    if found is None:
        raise ValueError(f"{cited!r} cites nothing.")
    part, kind = _PARTS[found[1]]
    item = getattr(profile, part)[int(found[2])]
    if found[1] == "w" and (found[3] or "").isdigit():
        return Source(SourceKind.ACHIEVEMENT, item.achievements[int(found[3])].id)
    return Source(kind, item.id, found[3])


def misplaced(career: Career) -> Iterator[Case]:
    """Its true lines about one achievement, each citing the next achievement of that position instead."""
    for case in career.cases:
        found = _CITATION.fullmatch(case.cited)
        if case.kind is None and found and found[1] == "w" and (found[3] or "").isdigit():
            lines = career.profile.experiences[int(found[2])].achievements
            other = (int(found[3]) + 1) % len(lines)
            yield replace(
                case,
                cited=f"w{found[2]}.{other}",
                sources=(Source(SourceKind.ACHIEVEMENT, lines[other].id),),
                kind=Kind.MOVED,
            )


def in_own_words(career: Career) -> Iterator[Case]:
    """The person's own texts, each citing itself."""
    at: dict[str, Any] = {"career": career.name, "language": career.language}
    profile = career.profile
    lines = [
        (a.text, Source(SourceKind.ACHIEVEMENT, a.id)) for e in profile.experiences for a in e.achievements
    ]
    lines += [(s.name, Source(SourceKind.SKILL, s.id)) for s in profile.skills]
    for text, source in lines:
        yield Case(text=text, truth=text, cited=source.kind, sources=(source,), **at)

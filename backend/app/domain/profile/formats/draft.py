"""A reading while it is put together out of a file that is nobody's standard."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from app.domain.profile import custom_fields
from app.domain.profile.formats.periods import read_day
from app.domain.profile.json_resume.basics import MOST_LINKS, NETWORKS
from app.domain.profile.json_resume.reading import Reading
from app.domain.profile.json_resume.records import Findings, Record
from app.domain.profile.model import (
    HELD,
    MOST_LINES,
    Achievement,
    C,
    Link,
    Skill,
    SkillCategory,
)
from app.domain.profile.wording import LINE, SENTENCE
from app.domain.shared.time import PartialDate

MOST_ROWS = 500
"""Entries of one list that are looked at."""
_MOST_CUSTOM = 200


class Lenient(Findings):
    """What cannot be taken is left over and said; the rest of the file is taken all the same."""

    def flaw(self, at: str, code: str, message: str) -> None:
        self.leave(at, message)


@dataclass(slots=True)
class Draft:
    findings: Lenient = field(default_factory=Lenient)
    said: dict[str, Any] = field(default_factory=dict)
    links: list[Link] = field(default_factory=list)
    parts: dict[str, list[Any]] = field(default_factory=dict)
    custom: dict[str, Any] = field(default_factory=dict)

    def add(self, component: C, at: str) -> None:
        """As many as a profile holds."""
        name, most = HELD[type(component)]
        held = self.parts.setdefault(name, [])
        if len(held) < most:
            held.append(component)
        else:
            self.findings.leave(at, f"A profile holds at most {most} {name}.")

    def skill(
        self, name: str | None, at: str, category: SkillCategory = SkillCategory.TECHNICAL, **about: Any
    ) -> None:
        if name := self.findings.text(name, at, LINE):
            self.add(Skill(category=category, name=name, **about), at)

    def keep(self, part: str, entry: Any, at: str) -> None:
        """In a list among the custom fields."""
        held = self.custom.setdefault(part, [])
        if len(self.custom) > _MOST_CUSTOM or len(held) >= MOST_ROWS:
            self.findings.leave(at, "There is more of it than is kept.", entry)
        else:
            held.append(entry)

    def keep_facts(self, part: str, entry: Record, **facts: Any) -> None:
        """An object of what is said, if anything is."""
        if said := {name: fact for name, fact in facts.items() if fact}:
            self.keep(part, said, entry.at)

    def link(self, label: str | None, url: str, at: str) -> None:
        """LinkedIn and GitHub have fields of their own; so has the first address of no network."""
        network = (label or "").casefold()
        if network in NETWORKS and network not in self.said:
            self.said[network] = url
        elif len(self.links) < MOST_LINKS:
            self.links.append(Link(label or "Website", url))
        else:
            self.findings.leave(at, f"A profile holds at most {MOST_LINKS} links.", url)

    def lines(self, texts: tuple[str, ...], at: str, *, most: int = MOST_LINES) -> tuple[str, ...]:
        """Those that fit; what is too long or too many is left over."""
        kept = [text for text in (self.findings.text(t, at, SENTENCE) for t in texts) if text]
        for text in kept[most:]:
            self.findings.leave(at, f"At most {most} such lines are kept.", text)
        return tuple(kept[:most])

    def achievements(self, texts: tuple[str, ...], at: str) -> tuple[Achievement, ...]:
        return tuple(Achievement(text=text) for text in self.lines(texts, at))

    def reading(self) -> Reading:
        sound = {name: value for name, value in self.custom.items() if self._is_sound(name, value)}
        parts: Mapping[str, Any] = {name: tuple(held) for name, held in self.parts.items()}
        said = {"full_name": ""} | {name: fact for name, fact in self.said.items() if fact}
        return Reading(
            **said,
            **parts,
            links=tuple(self.links),
            custom_fields=sound,
            unplaced=tuple(self.findings.unplaced),
        )

    def _is_sound(self, name: str, value: Any) -> bool:
        found = custom_fields.flaws({name: value}, "")
        for flaw in found:
            self.findings.leave(flaw.field, flaw.message)
        return not found


def day_text(when: PartialDate | None) -> str | None:
    return str(when) if when else None


def day_in(entry: Record, name: str) -> PartialDate | None:
    text = entry.line(name)
    found = read_day(text) if text else None
    if text and found is None:
        entry.findings.leave(entry.pointer(name), "It is not a date that we can read.", text)
    return found

"""The options held against a profile: what can be heeded, and what the person should know of the rest."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from app.domain.documents.calendar import LANGUAGES
from app.domain.documents.content import SectionKind
from app.domain.generation.instructions import Wishes, heeded, wishes_of
from app.domain.generation.leaving_out import Career, left_out, unknown_names
from app.domain.generation.mother_tongue import written_in
from app.domain.generation.options import Options
from app.domain.generation.sectioning import filled, ordered
from app.domain.profile.model import Profile


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    options: Options
    """With what the instructions say put in."""
    wishes: Wishes
    career: Career
    sections: tuple[SectionKind, ...] | None
    """None: the usual."""
    asked_for: tuple[SectionKind, ...]
    """Sections asked for by name."""
    notes: tuple[str, ...]

    @property
    def unsaid(self) -> tuple[str, ...]:
        return self.wishes.left_out


def wanted(profile: Profile, options: Options, usual: tuple[SectionKind, ...], today: date) -> Wanted:
    wishes = wishes_of(options)
    sections = ordered(usual, options.sections, wishes)
    career = left_out(profile, wishes, sections, today)
    notes = list(_notes(profile, options, wishes))
    if filled(profile, usual) and not filled(career.profile, sections):
        notes.append("Nothing would be left of it: no section was left out.")
        wishes = _showing_all(wishes)
        sections, career = usual, left_out(profile, wishes, usual, today)
    if filled(profile, usual) and not filled(career.profile, sections):
        notes.append("Nothing would be left of it: no item was left out.")
        wishes, career = _naming_none(wishes), Career(profile)
    return Wanted(
        options=heeded(options),
        wishes=wishes,
        career=career,
        sections=sections if sections != usual else None,
        asked_for=tuple(dict.fromkeys((*(options.sections or ()), *wishes.keeping))),
        notes=tuple(notes),
    )


def _showing_all(wishes: Wishes) -> Wishes:
    return replace(wishes, only=(), without=(), moves=())


def _naming_none(wishes: Wishes) -> Wishes:
    return replace(wishes, left_out=(), last_years=None, since=None)


def _notes(profile: Profile, options: Options, wishes: Wishes) -> Iterator[str]:
    asked = dict.fromkeys((*(options.sections or ()), *wishes.keeping))
    has = filled(profile, asked)
    for kind in asked:
        if kind not in has:
            yield f"Your profile has nothing for the section {kind}."
    for name in unknown_names(profile, wishes.left_out):
        yield f"Nothing in your profile is called {name}: there was nothing to leave out."
    language = heeded(options).language
    if language and language not in LANGUAGES:
        known = ", ".join(sorted(LANGUAGES))
        yield f"There are no headings in {language!r}: they are in English. There are: {known}."
    own = written_in(profile)
    if language and language != own:
        yield f"Nothing was translated: your own words stay in the language you wrote them in ({own})."

"""One clause of the instructions: what it asks for, when it is one of the things that can be asked."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from app.domain.documents.content import SectionKind
from app.domain.generation.instructions import keeping, phrases
from app.domain.generation.instructions.section_names import section_named, sections_named
from app.domain.generation.instructions.things import is_name, names_in, things
from app.domain.generation.instructions.wishes import Move, To
from app.domain.generation.instructions.words import flat, number
from app.domain.generation.options import Length, Tone

MOST_PAGES = 2
_LEAST_YEAR, _LAST_YEAR = 1900, 2100
_MOST_BULLETS = 20
_NEVER_IN_IT = re.compile(
    r"(?:photo|photograph|picture|headshot|image|portrait|foto|lichtbild|bild|bewerbungsfoto|fotografia|"
    r"imagen"
    r"|references?|referenzen|referencias|date of birth|birth ?date|birthday|age|geburtsdatum|alter|date "
    r"de naissance|age"
    r"|fecha de nacimiento|edad|marital status|familienstand|etat civil|estado civil|nationality|"
    r"nationalitat|nationalite"
    r"|nacionalidad|religion|gender|geschlecht|genre|salary|gehalt|salaire|salario|icons?|graphics?|"
    r"tables?|columns?|colou?rs?)"
)
_CONTACT = re.compile(
    r"(?:(?:full |last |first )?name|contacts?(?: details| information| info| block| data)?|header|"
    r"phone(?: number)?|telephone|"
    r"e-?mail(?: address)?|address|location|linkedin|website|kontakt(?:daten)?|telefon(?:nummer)?|adresse|"
    r"anschrift|kopfzeile|"
    r"coordonnees|nom|telephone|adresse e-?mail|correo(?: electronico)?|telefono|direccion|datos de "
    r"contacto|nombre|encabezado)"
)


@dataclass(frozen=True, slots=True)
class Effect:
    does: str | None
    """What it means, in words; None when it changes nothing."""
    why: str | None = None
    """Why it changes nothing."""
    wishes: Mapping[str, Any] | None = None
    """Fields of Wishes."""
    keeps: tuple[str, ...] = ()
    """Names and sections that it forbids to leave out."""


Rule = Callable[[str, str], Effect | None]
"""Takes a clause as it was written, and flat."""


def effect_of(clause: str) -> Effect | None:
    """None when no rule accounts for all of it."""
    said = flat(clause)
    return next((found for rule in _RULES if (found := rule(clause, said))), None)


def _asked(pattern: re.Pattern[str], clause: str, said: str, letter: str = "x") -> str | None:
    """What it is about, as it was written."""
    found = pattern.fullmatch(said)
    group = phrases.groups(found, letter) if found else None
    return clause[found.start(group) : found.end(group)] if found and group else None


def _number(pattern: re.Pattern[str], said: str) -> int | None:
    found = pattern.fullmatch(said)
    group = phrases.groups(found, "n") if found else None
    return number(found[group]) if found and group else None


def _pages(_: str, said: str) -> Effect | None:
    if not phrases.PAGES.fullmatch(said):
        return None
    most = _number(phrases.PAGES, said) or 1
    if most == 0 or most > MOST_PAGES:
        return Effect(None, f"A resume has one page or {MOST_PAGES}.")
    return Effect(f"At most {_count(most, 'page')}.", wishes={"max_pages": most})


def _bullets(_: str, said: str) -> Effect | None:
    most = _number(phrases.BULLETS, said)
    if most is None or most > _MOST_BULLETS:
        return None
    return Effect(f"At most {_count(most, 'bullet')} under a position.", wishes={"most_bullets": most})


def _years(_: str, said: str) -> Effect | None:
    if years := _number(phrases.LAST_YEARS, said):
        return Effect(
            f"Leaves out what ended more than {_count(years, 'year')} ago.", wishes={"last_years": years}
        )
    year = _number(phrases.SINCE, said)
    if year is None or not _LEAST_YEAR <= year <= _LAST_YEAR:
        return None
    return Effect(f"Leaves out what ended before {year}.", wishes={"since": year})


def _length(_: str, said: str) -> Effect | None:
    if phrases.SHORT.fullmatch(said):
        return Effect("Keeps less: a short document.", wishes={"length": Length.SHORT})
    if phrases.LONG.fullmatch(said):
        return Effect("Keeps more: a long document.", wishes={"length": Length.LONG})
    return None


def _tone(_: str, said: str) -> Effect | None:
    for tone, pattern in phrases.TONES.items():
        if pattern.fullmatch(said):
            return Effect(f"A {tone} tone.", wishes={"tone": Tone(tone)})
    return None


def _language(_: str, said: str) -> Effect | None:
    for code, pattern in phrases.LANGUAGES.items():
        if pattern.fullmatch(said):
            return Effect(
                f"Headings and dates in this language: {code}. Your own words stay as they are.",
                wishes={"language": code},
            )
    return None


def _order(clause: str, said: str) -> Effect | None:
    asked = _asked(phrases.ORDER, clause, said)
    kinds = sections_named(asked) if asked else None
    return _moved(kinds, To.FIRST) if kinds and len(kinds) > 1 else None


def _place(clause: str, said: str) -> Effect | None:
    for pattern, to in ((phrases.BEFORE_OTHER, To.BEFORE), (phrases.AFTER_OTHER, To.AFTER)):
        one, other = _asked(pattern, clause, said), _asked(pattern, clause, said, "y")
        kind, beside = section_named(one or ""), section_named(other or "")
        if kind and beside and kind is not beside:
            return Effect(
                f"Puts {kind} {to} {beside}.",
                wishes={"moves": (Move(kind, to, beside),), "keeping": (kind,)},
            )
    for pattern, to in ((phrases.FIRST, To.FIRST), (phrases.LAST, To.LAST)):
        if (asked := _asked(pattern, clause, said)) and (kinds := sections_named(asked)):
            return _moved(kinds, to)
    return None


def _moved(kinds: tuple[SectionKind, ...], to: To) -> Effect:
    ordered = tuple(reversed(kinds)) if to is To.FIRST else kinds
    return Effect(
        f"Puts {to}: {_and(kinds)}.",
        wishes={"moves": tuple(Move(kind, to) for kind in ordered), "keeping": kinds},
    )


def _only(clause: str, said: str) -> Effect | None:
    asked = _asked(phrases.ONLY, clause, said)
    if not asked or not (kinds := sections_named(asked)):
        return None
    return _only_these(kinds)


def _only_these(kinds: tuple[SectionKind, ...]) -> Effect:
    return Effect(f"Only these sections: {_and(kinds)}.", wishes={"only": kinds, "keeping": kinds})


def _paper(_: str, said: str) -> Effect | None:
    return (
        Effect(None, "The paper is an option of its own: `paper`.") if phrases.PAPER.fullmatch(said) else None
    )


def _all_but(clause: str, said: str) -> Effect | None:
    asked = _asked(keeping.ALL_BUT, clause, said)
    kinds = sections_named(asked) if asked else None
    return _only_these(kinds) if kinds else None


def _keep(clause: str, said: str) -> Effect | None:
    asked = _asked(keeping.KEEP, clause, said)
    return _kept(asked) if asked else None


def exception_of(clause: str) -> Effect | None:
    """`, but not Acme` after what is to be left out; None when no rule accounts for all of it."""
    found = keeping.excepted_in(flat(clause))
    group = phrases.groups(found, "x") if found else None
    return _kept(clause[found.start(group) : found.end(group)]) if found and group else None


def _kept(asked: str) -> Effect | None:
    if keeping.denies(flat(asked)) or keeping.says_how(flat(asked)):
        return None
    found = things(asked)
    kinds = tuple(kind for each in found if (kind := section_named(each)))
    names = tuple(each for each in found if not section_named(each))
    if not found or not all(is_name(name) and not _NEVER_IN_IT.fullmatch(flat(name)) for name in names):
        return None
    kept = (*kinds, *names)
    return Effect(f"Keeps {_and(kept)}.", wishes={"keeping": kinds, "emphasis": names}, keeps=kept)


def _leave_out(clause: str, said: str) -> Effect | None:
    asked = _asked(phrases.LEAVE_OUT, clause, said)
    if not asked or keeping.denies(flat(asked)):
        return None
    found = things(asked)
    if any(_CONTACT.fullmatch(flat(each)) for each in found):
        return Effect(None, "Your name and contact details always stay; change them in your profile.")
    if found and all(_NEVER_IN_IT.fullmatch(flat(each)) for each in found):
        return Effect("There is none in it anyway.")
    if not found or not all(section_named(each) or is_name(each) for each in found):
        return None
    kinds = tuple(kind for each in found if (kind := section_named(each)))
    names = tuple(
        each for each in found if not section_named(each) and not _NEVER_IN_IT.fullmatch(flat(each))
    )
    return Effect(f"Leaves out {_and((*kinds, *names))}.", wishes={"without": kinds, "left_out": names})


def _emphasise(clause: str, said: str) -> Effect | None:
    asked = _asked(phrases.EMPHASISE, clause, said)
    if not asked or keeping.denies(flat(asked)):
        return None
    if kinds := sections_named(asked):
        return _moved(kinds, To.FIRST)
    names = names_in(asked)
    if any(_NEVER_IN_IT.fullmatch(flat(name)) for name in names):
        return None
    return Effect(f"Puts first what speaks of {_and(names)}.", wishes={"emphasis": names}) if names else None


_RULES: tuple[Rule, ...] = (
    _pages,
    _bullets,
    _years,
    _length,
    _tone,
    _language,
    _order,
    _place,
    _only,
    _paper,
    _all_but,
    _keep,
    _leave_out,
    _emphasise,
)


def _and(names: tuple[str, ...]) -> str:
    return ", ".join(names)


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"

"""A skill's one name, whatever it is called."""

from functools import cache

from app.domain.shared.skills.entries import Entry, Spelling, entries
from app.domain.shared.skills.words import keys


@cache
def names() -> tuple[str, ...]:
    """Every canonical name of the lexicon."""
    return tuple(entry.name for entry in entries())


@cache
def spellings() -> dict[tuple[str, ...], tuple[tuple[Entry, Spelling], ...]]:
    """Every spelling by its words; a key with two spellings has them from two lines of the lexicon."""
    table: dict[tuple[str, ...], tuple[tuple[Entry, Spelling], ...]] = {}
    for entry in entries():
        for spelling in entry.spellings:
            key = keys(spelling.text)
            if key:
                table[key] = (*table.get(key, ()), (entry, spelling))
    return table


def canonical(name: str) -> str:
    """The lexicon's name for a name or alias; an unknown name in one consistent, folded form."""
    entry = _entry(name)
    return entry.name if entry else " ".join(name.split()).strip(" .,;:").casefold()


def family(name: str) -> str | None:
    """The kind of work a skill belongs to: "software", "health", "trades", "language", "soft"..."""
    entry = _entry(name)
    return entry.family if entry else None


def is_known(name: str) -> bool:
    return _entry(name) is not None


def is_soft(name: str) -> bool:
    return family(name) == "soft"


def _entry(name: str) -> Entry | None:
    found = spellings().get(keys(name))
    if not found:
        return None
    exact = (entry for entry, spelling in found if spelling.text == name)
    return next(exact, found[0][0])

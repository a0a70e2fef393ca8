"""Dates as a document shows them, in the languages that it can be headed in."""

from app.domain.shared.time import PartialDate

_MONTHS = {
    "en": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
    "de": "Jan. Feb. März Apr. Mai Juni Juli Aug. Sep. Okt. Nov. Dez.",
    "fr": "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.",
    "es": "ene. feb. mar. abr. may. jun. jul. ago. sept. oct. nov. dic.",
    "sv": "jan. feb. mars apr. maj juni juli aug. sep. okt. nov. dec.",
}
MONTHS: dict[str, tuple[str, ...]] = {language: tuple(names.split()) for language, names in _MONTHS.items()}
PRESENT = {"en": "Present", "de": "heute", "fr": "aujourd'hui", "es": "actualidad", "sv": "nu"}
LANGUAGES = frozenset(PRESENT)


def show_date(when: PartialDate, language: str) -> str:
    """Month and year, or the year alone: never more exact than the date, and never a day."""
    if not when.month:
        return f"{when.year:04d}"
    return f"{MONTHS.get(language, MONTHS['en'])[when.month - 1]} {when.year:04d}"


def show_range(
    start: PartialDate | None, end: PartialDate | None, *, language: str, lasting: bool = False
) -> str | None:
    """`lasting` says that no end means until now; otherwise no end says nothing."""
    first = show_date(start, language) if start else None
    last = show_date(end, language) if end else None
    if first and lasting and not last:
        last = PRESENT.get(language, PRESENT["en"])
    if first and last and first != last:
        return f"{first} - {last}"
    return last or first

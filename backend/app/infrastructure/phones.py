import gettext
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

import phonenumbers
import pycountry

from app.domain.resumes.phones import IPhoneNumbers

_LANGUAGES = ("de", "fr", "es", "sv", "it", "nl", "pt", "pl")
_HOMES: Mapping[str, Sequence[str]] = (
    {"en": ("US", "GB")} | {language: (language.upper(),) for language in _LANGUAGES} | {"sv": ("SE",)}
)
"""Where most live who write so. Of two that fit, neither is taken."""
_SHORT = {"uk": "GB", "usa": "US", "uae": "AE", "england": "GB", "scotland": "GB", "wales": "GB"}
_ABBREVIATED = ("US", "CA", "AU")
"""Countries whose people write their state in capitals, such as `Austin, TX 78701`."""


class WorldPhones(IPhoneNumbers):
    """By the plans of all countries, as the package `phonenumbers` has them."""

    def e164(self, written: str, place: str, language: str) -> str | None:
        if international := _dialled(written, None):
            return international
        if region := region_of(place):
            return _dialled(written, region)
        found = {number for home in _HOMES.get(language, ()) if (number := _dialled(written, home))}
        return found.pop() if len(found) == 1 else None


def _dialled(written: str, region: str | None) -> str | None:
    written = re.sub(r"^\s*00(?=[1-9])", "+", written)
    try:
        number = phonenumbers.parse(written, region)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(number):
        return None
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))


def region_of(place: str) -> str | None:
    """ISO 3166-1 of the country, by its name in many languages, or by a state's; the last part first."""
    for part in reversed(re.split(r"[,;/|()\u00b7\u2022]", place)):
        if found := _named().get(_folded(part)) or _abbreviated(part):
            return found
    return None


def _abbreviated(part: str) -> str | None:
    code = re.fullmatch(r"\s*([A-Z]{2,3})\.?(?:\s+[A-Z0-9][A-Z0-9 -]*)?\s*", part)
    if code is None:
        return None
    known = pycountry.subdivisions.get
    return next((c for c in _ABBREVIATED if known(code=f"{c}-{code[1]}")), None)  # type: ignore[no-untyped-call]


@cache
def _named() -> Mapping[str, str]:
    """Names of states that two countries have tell nothing."""
    states: dict[str, set[str]] = {}
    for state in pycountry.subdivisions:
        states.setdefault(_folded(state.name), set()).add(state.country_code)
    named = {name: codes.pop() for name, codes in states.items() if len(codes) == 1}
    return named | {_folded(name): code for name, code in _countries()} | _SHORT


def _countries() -> Iterator[tuple[str, str]]:
    tongues = [gettext.translation("iso3166-1", pycountry.LOCALES_DIR, languages=[t]) for t in _LANGUAGES]
    for country in pycountry.countries:
        yield country.alpha_3, country.alpha_2
        for name in (country.name, getattr(country, "common_name", country.name)):
            yield name, country.alpha_2
            yield from ((tongue.gettext(name), country.alpha_2) for tongue in tongues)


def _folded(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return " ".join(re.sub(r"[^a-z ]", " ", plain.casefold()).split())

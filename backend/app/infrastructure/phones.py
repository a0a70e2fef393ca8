import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

import phonenumbers
from phonenumbers.geodata.locale import LOCALE_DATA

from app.domain.resumes.phones import IPhoneNumbers

_LANGUAGES = ("de", "fr", "es", "sv", "it", "nl", "pt", "pl")
_HOMES: Mapping[str, Sequence[str]] = (
    {"en": ("US", "GB")} | {language: (language.upper(),) for language in _LANGUAGES} | {"sv": ("SE",)}
)
"""Where most live who write so. Of two that fit, neither is taken."""
_SHORT = {"uk": "GB", "us": "US", "usa": "US", "uae": "AE", "england": "GB", "scotland": "GB", "wales": "GB"}
_US = """AL Alabama, AK Alaska, AZ Arizona, AR Arkansas, CA California, CO Colorado, CT Connecticut,
DE Delaware, DC District of Columbia, FL Florida, GA Georgia, HI Hawaii, ID Idaho, IL Illinois, IN Indiana,
IA Iowa,
KS Kansas, KY Kentucky, LA Louisiana, ME Maine, MD Maryland, MA Massachusetts, MI Michigan, MN Minnesota,
MS Mississippi, MO Missouri, MT Montana, NE Nebraska, NV Nevada, NH New Hampshire, NJ New Jersey,
NM New Mexico, NY New York, NC North Carolina, ND North Dakota, OH Ohio, OK Oklahoma, OR Oregon,
PA Pennsylvania, RI Rhode Island, SC South Carolina, SD South Dakota, TN Tennessee, TX Texas, UT Utah,
VT Vermont, VA Virginia, WA Washington, WV West Virginia, WI Wisconsin, WY Wyoming"""
_CA = """AB Alberta, BC British Columbia, MB Manitoba, NB New Brunswick, NL Newfoundland and Labrador,
NS Nova Scotia, NT Northwest Territories, NU Nunavut, ON Ontario, PE Prince Edward Island, QC Quebec,
SK Saskatchewan, YT Yukon"""
"""Whose people name their state rather than their country: `Austin, TX 78701`."""


def _states(text: str, region: str) -> Iterator[tuple[str, str, str]]:
    for state in text.replace("\n", " ").split(", "):
        code, _, name = state.strip().partition(" ")
        yield code, _folded(name), region


def _folded(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return " ".join(re.sub(r"[^a-z ]", " ", plain.casefold()).split())


_ALL_STATES = (*_states(_US, "US"), *_states(_CA, "CA"))
_ABBREVIATED = {code: region for code, _, region in _ALL_STATES}
_STATES_NAMED = {name: region for _, name, region in _ALL_STATES if name != "georgia"}


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
    return _ABBREVIATED.get(code[1])


@cache
def _named() -> Mapping[str, str]:
    """Countries as `phonenumbers` calls them in many languages, and the states of two."""
    found = {_folded(name): region for region, names in LOCALE_DATA.items() for name in _said(names)}
    return _STATES_NAMED | {name: region for name, region in found.items() if name} | _SHORT


def _said(names: Mapping[str, str]) -> Iterator[str]:
    """`*en` says: as it is called there."""
    for name in names.values():
        yield names.get(name[1:], "") if name.startswith("*") else name

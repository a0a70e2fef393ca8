"""Names of the months, as documents show them and as people write them."""

from app.domain.shared.prose import fold

_IN_FULL = {
    "en": "January February March April May June July August September October November December",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "sv": "januari februari mars april maj juni juli augusti september oktober november december",
}
_SHORT = {
    "en": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
    "de": "Jan. Feb. März Apr. Mai Juni Juli Aug. Sep. Okt. Nov. Dez.",
    "fr": "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.",
    "es": "ene. feb. mar. abr. may. jun. jul. ago. sept. oct. nov. dic.",
    "sv": "jan. feb. mars apr. maj juni juli aug. sep. okt. nov. dec.",
}
_ALSO = {"jänner": 1, "febr": 2, "fév": 2, "maerz": 3, "mrz": 3}

IN_FULL = {language: tuple(names.split()) for language, names in _IN_FULL.items()}
SHORT = {language: tuple(names.split()) for language, names in _SHORT.items()}
BY_NAME = {
    name.casefold().rstrip("."): number
    for names in (*IN_FULL.values(), *SHORT.values())
    for number, name in enumerate(names, start=1)
} | _ALSO
"""Every name to its number, 1 to 12: in small letters, with diacritics, without a full stop."""
BY_FOLDED_NAME = {fold(name): number for name, number in BY_NAME.items()}
